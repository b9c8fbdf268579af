#include "widgets/ternary/ternary_layout.h"

#include <algorithm>
#include <numbers>

namespace vitrine::widgets {

namespace {
constexpr double kPad = 6.0;
constexpr double kBarThickness = 11.0;
constexpr double kLockSize = 20.0;
constexpr double kHeightOfSide = std::numbers::sqrt3 / 2.0;
/// From this side length on the scales are named along the sides.
constexpr double kSideTitleSide = 250.0;
}  // namespace

TernaryLayout layOutTernary(double width, double height, const TernaryWords& words) {
  TernaryLayout layout;
  const bool hasBar = words.scale > 0;
  const double outside = kTernaryTick + kTernaryTickGap;
  layout.barUpright = hasBar && width > 1.2 * height;
  const double barWidth =
      layout.barUpright ? kBarThickness + 4 + std::max(words.scale, kLockSize) + kPad : 0.0;
  const double barHeight =
      hasBar && !layout.barUpright ? kBarThickness + 3 + words.line + kPad : 0.0;
  const double header = words.header ? words.line : 0.0;

  const auto side = [&](double extra) {
    const double across = width - barWidth - 2 * (kPad + words.tick + outside + extra);
    const double down = height - barHeight - header - 2 * kPad - words.cornerLine - 2 - outside -
                        words.line - extra;
    return std::max(10.0, std::min(across, down / kHeightOfSide));
  };
  double extra = 0.0;
  double length = side(0.0);
  if (length > kSideTitleSide + 2 * words.line) {
    layout.sideTitles = true;
    extra = words.line;
    length = side(extra);
  }
  const double centre = (width - barWidth) / 2;
  const double used = words.cornerLine + 2 + length * kHeightOfSide + outside + words.line + extra;
  const double spare = std::max(0.0, height - barHeight - header - 2 * kPad - used);
  const double apexY = kPad + header + spare / 2 + words.cornerLine + 2;
  layout.triangle = TriangleGeometry({centre, apexY}, length);

  const double half = words.corner / 2 + 8;
  layout.title = {kPad, kPad, std::max(0.0, centre - half - kPad), 2 * words.line};
  layout.readout = {centre + half, kPad + header,
                    std::max(0.0, width - barWidth - kPad - centre - half), 2 * words.line};
  if (words.header)
    layout.title.width = width - barWidth - 2 * kPad;

  if (layout.barUpright) {
    const double top = apexY + kLockSize + 4;
    const double bottom = apexY + layout.triangle.height();
    const double left = width - barWidth;
    layout.bar = {left, top, kBarThickness, std::max(10.0, bottom - top)};
    layout.lock = {left - (kLockSize - kBarThickness) / 2, top - kLockSize - 4, kLockSize,
                   kLockSize};
  } else if (hasBar) {
    const double top = height - kPad - words.line - 3 - kBarThickness;
    const double span =
        std::max(40.0, std::min(width - 2 * kPad - words.scale - kLockSize - 4, 1.15 * length));
    const double left = std::max(kPad + words.scale / 2, centre - (span + kLockSize) / 2);
    layout.bar = {left, top, span, kBarThickness};
    layout.lock = {left + span + words.scale / 2 + 2, top - (kLockSize - kBarThickness) / 2,
                   kLockSize, kLockSize};
    if (layout.lock.right() > width - 2)
      layout.lock.left = width - 2 - kLockSize;
  }
  return layout;
}

}  // namespace vitrine::widgets
