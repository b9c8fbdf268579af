#include "widgets/parity/parity_grid_layout.h"

#include <algorithm>

namespace vitrine::widgets {

namespace {

constexpr double kEdge = 6.0;
constexpr double kRowGap = 6.0;
constexpr double kColumnGap = 7.0;
constexpr double kWidestGap = 26.0;
constexpr double kTickGap = 4.0;  // between a scale and its words

}  // namespace

ParityGridLayout layOutParityGrid(double width, double height, int count,
                                  const ParityGridWords& words) {
  ParityGridLayout layout;
  if (count <= 0)
    return layout;
  const int places = count + 1;
  const double before = kEdge + words.label + words.tickWidth + kTickGap;
  const double below = kTickGap + words.tick + words.label + kEdge;
  int columns = 1;
  double side = 0.0;
  for (int tried = 1; tried <= places; ++tried) {
    const int rows = (places + tried - 1) / tried;
    const double wide = (width - before - kEdge - (tried - 1) * kColumnGap) / tried;
    const double high = (height - kEdge - below - (rows - 1) * kRowGap) / rows - words.title;
    if (std::min(wide, high) > side) {
      side = std::min(wide, high);
      columns = tried;
    }
  }
  const int rows = (places + columns - 1) / columns;
  const double spareWidth = width - before - kEdge - columns * side;
  const double gap =
      columns > 1 ? std::clamp(spareWidth / (columns - 1), kColumnGap, kWidestGap) : 0.0;
  const double usedWidth = columns * side + (columns - 1) * gap;
  const double usedHeight = rows * (words.title + side) + (rows - 1) * kRowGap;
  const double left = before + std::max(0.0, (width - before - kEdge - usedWidth) / 2);
  const double top = kEdge + std::max(0.0, (height - kEdge - below - usedHeight) / 2);
  const auto place = [&](int index) {
    return QRectF(left + (index % columns) * (side + gap),
                  top + (index / columns) * (words.title + side + kRowGap), side,
                  words.title + side);
  };
  for (int i = 0; i < count; ++i) {
    const QRectF whole = place(i);
    ParityCell cell;
    // A name may reach over the gap, in the last column over the margin.
    const bool last = i % columns == columns - 1;
    cell.title = QRectF(whole.topLeft(), QSizeF(side + (last ? kEdge : gap) - 5, words.title));
    cell.plot = QRectF(whole.left(), whole.top() + words.title, side, side);
    cell.left = i % columns == 0;
    cell.bottom = i + columns >= count;
    layout.cells.push_back(cell);
  }
  layout.key = place(count);
  // Where the key stands below a plot, that plot's scale comes first.
  if (count >= columns)
    layout.key.setTop(layout.key.top() + words.tick + kTickGap);
  layout.xLabel = QRectF(left, top + usedHeight + kTickGap + words.tick, usedWidth, words.label);
  layout.yLabel =
      QRectF(left - kTickGap - words.tickWidth - words.label, top, words.label, usedHeight);
  return layout;
}

}  // namespace vitrine::widgets
