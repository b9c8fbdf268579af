#include "widgets/structure/structure_overlay.h"

#include "widgets/plot/ticks.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <QFontMetricsF>
#include <QImage>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace vitrine::widgets::structure_overlay {

using atomistic::operator-;
using Vector3 = Camera::Vector3;

namespace {

constexpr double kMargin = 10.0;
constexpr double kArrow = 26.0;  ///< pixels
constexpr double kLegendWidth = 150.0;
constexpr double kBarHeight = 120.0;
constexpr double kBarWidth = 12.0;
constexpr std::size_t kMostEntries = 14;

/// A ground for words on top of atoms.
QColor veil(const Theme& theme) {
  QColor colour = theme.surface;
  colour.setAlpha(205);
  return colour;
}

/// Whether the face at the low or high end of an edge of the cell looks towards the viewer.
bool facesViewer(const Camera& camera, const atomistic::Cell& cell, std::size_t edge, bool high) {
  const auto& edges = cell.edges();
  Vector3 outwards = atomistic::cross(edges[(edge + 1) % 3], edges[(edge + 2) % 3]);
  if ((atomistic::dot(outwards, edges[edge]) > 0.0) != high)
    outwards = {-outwards[0], -outwards[1], -outwards[2]};
  Vector3 middle{0.5, 0.5, 0.5};
  middle[edge] = high ? 1.0 : 0.0;
  const Vector3 normal = toEye(camera, atomistic::operator+(camera.centre, outwards));
  if (!camera.perspective)
    return normal[2] > 0.0;
  const Vector3 face = toEye(camera, cell.toPlace(middle));
  const Vector3 toViewer{-face[0], -face[1], viewDistance(camera) - face[2]};
  return atomistic::dot(normal, toViewer) > 0.0;
}

void paintScale(QPainter& painter, const QRectF& box, const StructureLegend& legend,
                const Theme& theme) {
  const QFontMetricsF metrics(painter.font());
  const QRectF bar(box.left() + 8, box.top() + metrics.height() + 8, kBarWidth, kBarHeight);
  QImage ramp(1, 256, QImage::Format_RGB32);
  const auto& table = colourTable(legend.map);
  for (int i = 0; i < 256; ++i)
    ramp.setPixel(0, 255 - i, colourOf(table[static_cast<std::size_t>(i)]).rgb());
  painter.drawImage(bar, ramp);
  painter.setPen(theme.axis);
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(bar);
  const auto ticks = niceTicks(legend.low, legend.high, 5);
  const int decimals = tickDecimals(ticks);
  painter.setPen(theme.text);
  for (const double tick : ticks) {
    const double y = bar.bottom() - bar.height() * (tick - legend.low) / (legend.high - legend.low);
    painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + 4, y));
    painter.drawText(QPointF(bar.right() + 8, y + 0.35 * metrics.ascent()),
                     numberText(tick, decimals));
  }
}

void paintEntries(QPainter& painter, const QRectF& box, const StructureLegend& legend,
                  const Theme& theme) {
  const QFontMetricsF metrics(painter.font());
  const double line = metrics.height() + 2;
  const std::size_t all =
      std::accumulate(legend.entries.begin(), legend.entries.end(), std::size_t{0},
                      [](std::size_t sum, const auto& entry) { return sum + entry.atoms; });
  double top = box.top() + 4 + line;
  const std::size_t shown = std::min(legend.entries.size(), kMostEntries);
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& entry = legend.entries[i];
    const double size = metrics.ascent() * 0.9;
    const QRectF disc(box.left() + 8, top + (line - size) / 2, size, size);
    painter.setPen(theme.axis);
    painter.setBrush(colourOf(entry.colour));
    painter.drawEllipse(disc);
    painter.setPen(theme.text);
    const QRectF words(disc.right() + 6, top, box.right() - disc.right() - 12, line);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, entry.name);
    painter.setPen(theme.mutedText);
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter,
                     QStringLiteral("%1 %").arg(
                         numberText(100.0 * static_cast<double>(entry.atoms) /
                                        static_cast<double>(std::max<std::size_t>(all, 1)),
                                    1)));
    top += line;
  }
}

}  // namespace

std::optional<QPointF> pixelOf(const Camera& camera, const QRectF& area, const Vector3& place) {
  const auto seen = project(camera, place, 0.0, area.height());
  if (!seen)
    return {};
  return area.center() + QPointF(seen->x, -seen->y);
}

void paintCell(QPainter& painter, const QRectF& area, const Camera& camera,
               const atomistic::Cell& cell, const Theme& theme, CellSide side) {
  painter.setPen(QPen(theme.axis, 1.2));
  for (std::size_t along = 0; along < 3; ++along)
    for (const bool first : {false, true})
      for (const bool second : {false, true}) {
        const std::size_t b = (along + 1) % 3;
        const std::size_t c = (along + 2) % 3;
        const bool before =
            facesViewer(camera, cell, b, first) || facesViewer(camera, cell, c, second);
        if (before != (side == CellSide::Before))
          continue;
        Vector3 from{};
        from[b] = first ? 1.0 : 0.0;
        from[c] = second ? 1.0 : 0.0;
        Vector3 to = from;
        to[along] = 1.0;
        const auto begin = pixelOf(camera, area, cell.toPlace(from));
        const auto end = pixelOf(camera, area, cell.toPlace(to));
        if (begin && end)
          painter.drawLine(*begin, *end);
      }
}

void paintAxes(QPainter& painter, const QRectF& area, const Camera& camera, const Theme& theme) {
  const QFontMetricsF metrics(painter.font());
  const QPointF origin =
      area.bottomLeft() + QPointF(kMargin + kArrow + 8.0, -kMargin - kArrow - 8.0);
  painter.setPen(Qt::NoPen);
  painter.setBrush(veil(theme));
  painter.drawEllipse(origin, kArrow + 14.0, kArrow + 14.0);
  // The one that points away first, so that nearer ones lie on top.
  std::array<std::size_t, 3> order{0, 1, 2};
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return camera.axes[2][a] < camera.axes[2][b]; });
  for (const std::size_t axis : order) {
    const QPointF direction(camera.axes[0][axis], -camera.axes[1][axis]);
    const QColor colour = camera.axes[2][axis] < -0.2 ? theme.mutedText : theme.text;
    painter.setPen(QPen(colour, 1.8));
    painter.drawLine(origin, origin + kArrow * direction);
    const QString name(QChar(u'x' + static_cast<int>(axis)));
    const QPointF at = origin + (kArrow + 7.0) * direction;
    painter.drawText(at + QPointF(-metrics.horizontalAdvance(name) / 2, 0.3 * metrics.ascent()),
                     name);
  }
}

void paintLegend(QPainter& painter, const QRectF& area, const StructureLegend& legend,
                 const Theme& theme) {
  const QFontMetricsF metrics(painter.font());
  const double line = metrics.height() + 2;
  double width = std::max(kLegendWidth, metrics.horizontalAdvance(legend.title) + 16);
  for (const auto& entry : legend.entries)
    width = std::max(width, metrics.horizontalAdvance(entry.name) + 90);
  width = std::min(width, area.width() * 0.45);
  const double height =
      legend.entries.empty()
          ? line + kBarHeight + 18
          : 8 + line * static_cast<double>(1 + std::min(legend.entries.size(), kMostEntries));
  const QRectF box(area.right() - kMargin - width, area.top() + kMargin, width, height);
  painter.setPen(Qt::NoPen);
  painter.setBrush(veil(theme));
  painter.drawRoundedRect(box, 4, 4);
  painter.setPen(theme.text);
  painter.drawText(QRectF(box.left() + 8, box.top() + 4, width - 16, line),
                   Qt::AlignLeft | Qt::AlignVCenter,
                   metrics.elidedText(legend.title, Qt::ElideRight, width - 16));
  if (legend.entries.empty())
    paintScale(painter, box, legend, theme);
  else
    paintEntries(painter, box, legend, theme);
}

void paintRing(QPainter& painter, const QRectF& area, const Camera& camera, const Vector3& place,
               double radius, const Theme& theme) {
  const auto seen = project(camera, place, radius, area.height());
  if (!seen)
    return;
  const QPointF middle = area.center() + QPointF(seen->x, -seen->y);
  const double r = seen->radius + 3.0;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme.surface, 4.0));
  painter.drawEllipse(middle, r, r);
  painter.setPen(QPen(theme.accent, 2.2));
  painter.drawEllipse(middle, r, r);
}

void paintNote(QPainter& painter, const QRectF& area, const QString& note, const Theme& theme) {
  if (note.isEmpty())
    return;
  const QFontMetricsF metrics(painter.font());
  const double width = metrics.horizontalAdvance(note) + 12;
  const QRectF box(area.right() - kMargin - width, area.bottom() - kMargin - metrics.height() - 4,
                   width, metrics.height() + 4);
  painter.setPen(Qt::NoPen);
  painter.setBrush(veil(theme));
  painter.drawRoundedRect(box, 4, 4);
  painter.setPen(theme.mutedText);
  painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, note);
}

void paintMessage(QPainter& painter, const QRectF& area, const QString& message,
                  const Theme& theme) {
  constexpr int kFlags = Qt::AlignCenter | Qt::TextWordWrap;
  const QRectF words =
      QFontMetricsF(painter.font()).boundingRect(area.adjusted(20, 20, -20, -20), kFlags, message);
  painter.setPen(Qt::NoPen);
  painter.setBrush(veil(theme));
  painter.drawRoundedRect(words.adjusted(-8, -4, 8, 4), 4, 4);
  painter.setPen(theme.mutedText);
  painter.drawText(words, kFlags, message);
}

}  // namespace vitrine::widgets::structure_overlay
