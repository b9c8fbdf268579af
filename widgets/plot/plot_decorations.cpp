#include "widgets/plot/plot_decorations.h"

#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

namespace {

constexpr double kPad = 3.0;

/// A word on a pale ground of its own, kept inside `bounds`.
void drawWord(QPainter& painter, const QString& text, QPointF topLeft, const QRectF& bounds,
              const QColor& colour, const Theme& theme) {
  if (text.isEmpty())
    return;
  const QFontMetricsF metrics(painter.font());
  QRectF box(topLeft, QSizeF(markedWidth(text, painter.font()) + 2 * kPad, metrics.height()));
  box.moveLeft(
      std::clamp(box.left(), bounds.left(), std::max(bounds.left(), bounds.right() - box.width())));
  box.moveTop(
      std::clamp(box.top(), bounds.top(), std::max(bounds.top(), bounds.bottom() - box.height())));
  QColor ground = theme.surface;
  ground.setAlphaF(0.8F);
  painter.fillRect(box, ground);
  painter.setPen(colour);
  paintMarked(painter, {box.left() + kPad, box.top() + metrics.ascent()}, text, painter.font());
}

/// Whether the words of a region stand between two places of the x axis, in pixels.
bool isLabelled(const PlotFrame& frame, const std::vector<PlotRegion>& regions, double from,
                double to) {
  return std::any_of(regions.begin(), regions.end(), [&](const PlotRegion& region) {
    return !region.label.isEmpty() && frame.toPixels({region.x.low, 0}).x() < to &&
           frame.toPixels({region.x.high, 0}).x() > from;
  });
}

void drawMarker(QPainter& painter, const PlotFrame& frame, const PlotMarker& marker,
                const std::vector<PlotRegion>& regions, const QColor& colour, const Theme& theme) {
  const QFontMetricsF metrics(painter.font());
  painter.setPen(QPen(colour, 1.2, Qt::DashLine));
  const QRectF& rect = frame.rect;
  if (marker.orientation == Qt::Vertical) {
    const double x = frame.toPixels({marker.value, frame.y.low}).x();
    if (x < rect.left() || x > rect.right())
      return;
    painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
    const double width = markedWidth(marker.label, painter.font()) + 2 * kPad;
    const bool roomBehind =
        x + 3 + width <= rect.right() && !isLabelled(frame, regions, x + 3, x + 3 + width);
    const double left = roomBehind ? x + 3 : x - 3 - width;
    drawWord(painter, marker.label, {left, rect.bottom() - metrics.height() - 2}, rect, colour,
             theme);
  } else {
    const double y = frame.toPixels({frame.x.low, marker.value}).y();
    if (y < rect.top() || y > rect.bottom())
      return;
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
    drawWord(painter, marker.label, {rect.left() + 4, y - metrics.height() - 1}, rect, colour,
             theme);
  }
}

void drawHead(QPainter& painter, QPointF tip, QPointF from, const QColor& colour) {
  const double length = std::hypot(tip.x() - from.x(), tip.y() - from.y());
  if (length < 8.0)
    return;
  const QPointF back((from.x() - tip.x()) / length * 7.0, (from.y() - tip.y()) / length * 7.0);
  const QPointF side(-back.y() * 0.4, back.x() * 0.4);
  QPainterPath head(tip);
  head.lineTo(tip + back + side);
  head.lineTo(tip + back - side);
  head.closeSubpath();
  painter.fillPath(head, colour);
}

void drawArrow(QPainter& painter, const PlotFrame& frame, const PlotArrow& arrow,
               const QColor& colour, const Theme& theme) {
  const QPointF from = frame.toPixels(arrow.from);
  const QPointF to = frame.toPixels(arrow.to);
  painter.setPen(QPen(colour, 1.2));
  painter.drawLine(from, to);
  drawHead(painter, to, from, colour);
  if (arrow.bothHeads)
    drawHead(painter, from, to, colour);
  const QFontMetricsF metrics(painter.font());
  const double width = markedWidth(arrow.label, painter.font()) + 2 * kPad;
  const QPointF middle = (from + to) / 2;
  const bool upright = std::abs(to.y() - from.y()) > std::abs(to.x() - from.x());
  const QPointF place = upright
                            ? QPointF(middle.x() + 4, middle.y() - metrics.height() / 2)
                            : QPointF(middle.x() - width / 2, middle.y() - metrics.height() - 3);
  drawWord(painter, arrow.label, place, frame.rect, colour, theme);
}

/// Words at places, the first ones first; what has no room stays out.
void drawLabels(QPainter& painter, const PlotFrame& frame, const PlotModel& model,
                const Theme& theme) {
  const QFontMetricsF metrics(painter.font());
  std::vector<QRectF> taken;
  for (const auto& label : model.labels) {
    const QPointF middle = frame.toPixels(label.at);
    const QPointF corner =
        frame.toPixels(label.at + QPointF(label.room.width(), label.room.height()));
    const QSizeF room(corner.x() - middle.x(), middle.y() - corner.y());
    const QSizeF size(markedWidth(label.text, painter.font()) + 2 * kPad, metrics.height());
    const auto fits = [&](const QSizeF& box) {
      return box.width() <= room.width() && box.height() <= room.height();
    };
    const bool upright = label.upright || (!label.room.isEmpty() && !fits(size));
    QRectF box({}, upright ? size.transposed() : size);
    box.moveCenter(middle);
    const bool tooLong =
        label.upright ? box.height() > room.height() : !label.room.isEmpty() && !fits(box.size());
    if (tooLong || !frame.rect.contains(box) ||
        std::any_of(taken.begin(), taken.end(),
                    [&box](const QRectF& other) { return other.intersects(box); }))
      continue;
    taken.push_back(box);
    painter.save();
    painter.translate(middle);
    if (upright)
      painter.rotate(-90);
    painter.setPen(model.stale ? theme.staleText : label.colour);
    paintMarked(painter, {kPad - size.width() / 2, metrics.ascent() - size.height() / 2},
                label.text, painter.font());
    painter.restore();
  }
}

struct LegendEntry {
  QString name;
  QColor colour;
  enum class Kind { Line, Area, Point } kind = Kind::Line;
  Qt::PenStyle style = Qt::SolidLine;
  PlotSymbol symbol = PlotSymbol::Disc;
};

std::vector<LegendEntry> legendEntries(const PlotModel& model) {
  std::vector<LegendEntry> entries;
  for (const auto& curve : model.curves)
    if (!curve.name.isEmpty())
      entries.push_back({curve.name, curve.colour, LegendEntry::Kind::Line, curve.style, {}});
  for (const auto& band : model.bands)
    if (!band.name.isEmpty())
      entries.push_back({band.name, band.colour, LegendEntry::Kind::Area, {}, {}});
  for (const auto& scatter : model.scatters)
    if (!scatter.name.isEmpty())
      entries.push_back(
          {scatter.name, scatter.colour, LegendEntry::Kind::Point, {}, scatter.symbol});
  return entries;
}

void drawSample(QPainter& painter, const LegendEntry& entry, const QRectF& area) {
  const QPointF centre = area.center();
  switch (entry.kind) {
    case LegendEntry::Kind::Line:
      painter.setPen(QPen(entry.colour, 1.8, entry.style, Qt::FlatCap));
      painter.drawLine(QPointF(area.left(), centre.y()), QPointF(area.right(), centre.y()));
      return;
    case LegendEntry::Kind::Area:
      painter.fillRect(area.adjusted(0, 2, 0, -2), entry.colour);
      return;
    case LegendEntry::Kind::Point: {
      const QRectF box(centre - QPointF(3, 3), QSizeF(6, 6));
      painter.setPen(QPen(entry.colour, 1.3));
      QColor fill = entry.colour;
      fill.setAlphaF(0.55F);
      painter.setBrush(entry.symbol == PlotSymbol::Circle ? QBrush() : QBrush(fill));
      if (entry.symbol == PlotSymbol::Square)
        painter.drawRect(box);
      else if (entry.symbol == PlotSymbol::Triangle)
        painter.drawPolygon(
            QPolygonF({box.bottomLeft(), box.bottomRight(), QPointF(centre.x(), box.top())}));
      else if (entry.symbol == PlotSymbol::Cross)
        painter.drawLines(
            {QLineF(box.topLeft(), box.bottomRight()), QLineF(box.topRight(), box.bottomLeft())});
      else
        painter.drawEllipse(box);
      painter.setBrush(Qt::NoBrush);
      return;
    }
  }
}

void drawLegend(QPainter& painter, const PlotFrame& frame, const PlotModel& model,
                const Theme& theme) {
  auto entries = legendEntries(model);
  if (!model.legend || entries.empty())
    return;
  constexpr double kSample = 18.0;
  const QFontMetricsF metrics(painter.font());
  const double around = kSample + 6 + 2 * kPad;
  const double widest = 0.72 * frame.rect.width() - around;
  double width = 0.0;
  for (auto& entry : entries) {
    // The name may say more than there is room for; its first words tell the curves apart.
    if (!entry.name.contains(u'<'))
      entry.name = metrics.elidedText(entry.name, Qt::ElideRight, widest);
    width = std::max(width, markedWidth(entry.name, painter.font()));
  }
  const double line = metrics.height();
  const auto count = static_cast<double>(entries.size());
  // Beside each other where they are too many to stand below each other.
  const double most = std::floor((0.5 * frame.rect.height() - 2 * kPad) / line);
  const double columns = std::ceil(count / std::max(1.0, most));
  const double rows = std::ceil(count / columns);
  const double column = width + around;
  width = columns * column;
  const double height = line * rows + 2 * kPad;
  // A legend that would hide the plot stays out; hovering and the table still name the curves.
  if (width > 0.72 * frame.rect.width() || most < 1.0)
    return;
  QRectF box(0, 0, width, height);
  const bool right =
      model.legendCorner == Qt::TopRightCorner || model.legendCorner == Qt::BottomRightCorner;
  const bool bottom =
      model.legendCorner == Qt::BottomLeftCorner || model.legendCorner == Qt::BottomRightCorner;
  box.moveLeft(right ? frame.rect.right() - width - 4 : frame.rect.left() + 5);
  box.moveTop(bottom ? frame.rect.bottom() - height - 4 : frame.rect.top() + 3);
  QColor ground = theme.surface;
  ground.setAlphaF(0.85F);
  painter.fillRect(box, ground);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto place = static_cast<double>(i);
    const double left = box.left() + kPad + column * std::floor(place / rows);
    const double top = box.top() + kPad + line * std::fmod(place, rows);
    drawSample(painter, entries[i], {left, top, kSample, line});
    painter.setPen(model.stale ? theme.staleText : theme.text);
    paintMarked(painter, {left + kSample + 6, top + metrics.ascent()}, entries[i].name,
                painter.font());
  }
}

void drawRegionLabel(QPainter& painter, const PlotFrame& frame, const PlotRegion& region,
                     const Theme& theme) {
  const double left = std::max(frame.rect.left(), frame.toPixels({region.x.low, 0}).x());
  const double right = std::min(frame.rect.right(), frame.toPixels({region.x.high, 0}).x());
  const QFontMetricsF metrics(painter.font());
  if (region.label.isEmpty() || right - left < metrics.height())
    return;
  painter.setPen(theme.mutedText);
  const double width = metrics.horizontalAdvance(region.label);
  // Upright words stand at the foot of the strip, away from the legend.
  const bool upright = width + 12 > right - left;
  const double room = upright ? frame.rect.height() : right - left;
  if (width + 12 > room)
    return;
  painter.save();
  painter.translate((left + right) / 2,
                    frame.rect.bottom() - (upright ? width / 2 + 6 : metrics.height()));
  if (upright)
    painter.rotate(-90);
  painter.drawText(QRectF(-width / 2 - 2, -metrics.height() / 2, width + 4, metrics.height()),
                   Qt::AlignCenter | Qt::TextSingleLine, region.label);
  painter.restore();
}

}  // namespace

void drawDecorations(QPainter& painter, const PlotFrame& frame, const PlotModel& model,
                     const Theme& theme, const QFont& font) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  QFont small = font;
  small.setPixelSize(std::max(8, qRound(QFontInfo(font).pixelSize() * 0.92)));
  painter.setFont(small);
  const auto lively = [&](const QColor& colour) { return model.stale ? theme.staleText : colour; };
  for (const auto& region : model.regions)
    drawRegionLabel(painter, frame, region, theme);
  painter.save();
  painter.setClipRect(frame.rect.adjusted(-1, -1, 1, 1));
  for (const auto& marker : model.markers)
    drawMarker(painter, frame, marker, model.regions, lively(marker.colour), theme);
  for (const auto& arrow : model.arrows)
    drawArrow(painter, frame, arrow, lively(arrow.colour), theme);
  drawLabels(painter, frame, model, theme);
  painter.restore();
  drawLegend(painter, frame, model, theme);
  if (!model.message.isEmpty()) {
    painter.setFont(font);
    drawMessage(painter, frame.rect.adjusted(8, 8, -8, -8), model.message, theme);
  }
  painter.restore();
}

void drawMessage(QPainter& painter, const QRectF& area, const QString& message,
                 const Theme& theme) {
  constexpr int kFlags = Qt::AlignCenter | Qt::TextWordWrap;
  QColor ground = theme.surface;
  ground.setAlphaF(0.9F);
  painter.fillRect(painter.boundingRect(area, kFlags, message).adjusted(-6, -4, 6, 4), ground);
  painter.setPen(theme.mutedText);
  painter.drawText(area, kFlags, message);
}

void drawHighlight(QPainter& painter, const PlotFrame& frame, QPointF point, const Theme& theme) {
  const QPointF at = frame.toPixels(point);
  if (!frame.rect.adjusted(-2, -2, 2, 2).contains(at))
    return;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme.surface, 5.0));
  painter.drawEllipse(at, 6.5, 6.5);
  painter.setPen(QPen(theme.accent, 2.2));
  painter.drawEllipse(at, 6.5, 6.5);
  painter.restore();
}

}  // namespace vitrine::widgets
