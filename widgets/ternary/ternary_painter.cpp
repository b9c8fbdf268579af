#include "widgets/ternary/ternary_painter.h"

#include "widgets/plot/plot_decorations.h"
#include "widgets/plot/ticks.h"
#include "widgets/ternary/heat_raster.h"
#include "widgets/ternary/ternary_text.h"
#include "widgets/ternary/ternary_ticks.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vitrine::widgets {

namespace {

constexpr double kBarTicks = 5;
/// One pixel of the screen however fine it is: ten times as fast as a wider line.
constexpr double kHairline = 0.0;
constexpr double kUnseen = 0.15;  // pixels by which a contour line may be straightened

QPointF point(PlanePoint p) {
  return {p.x, p.y};
}

QFont sized(const QFont& font, double factor) {
  QFont result = font;
  result.setPixelSize(std::max(8, qRound(QFontInfo(font).pixelSize() * factor)));
  return result;
}

std::vector<std::uint32_t> paletteFor(const TernaryMapModel& model, const Theme& theme) {
  std::vector<std::uint32_t> palette;
  const auto add = [&](Rgb c) {
    QColor shown(c.red, c.green, c.blue);
    if (model.stale) {
      // Grey of the same lightness, drawn towards the ground: plainly not current.
      const int grey = qGray(shown.rgb());
      const int ground = qGray(theme.surface.rgb());
      shown = QColor::fromRgb(
          qRgb((2 * grey + ground) / 3, (2 * grey + ground) / 3, (2 * grey + ground) / 3));
    }
    palette.push_back(shown.rgb());
  };
  if (model.categories.empty()) {
    for (const Rgb c : colourTable(model.colourMap))
      add(c);
    return palette;
  }
  const auto count = static_cast<double>(model.categories.size());
  for (double i = 0; i < count; i += 1.0)
    add(colour(model.colourMap, 0.9 - 0.75 * i / std::max(1.0, count - 1.0)));
  return palette;
}

QString tickText(double percent) {
  return percentNumber(percent, 1);
}

}  // namespace

TernaryPainter::TernaryPainter(const TernaryMapModel& model, const Theme& theme, const QFont& font,
                               QSizeF size)
    : m_model(model),
      m_theme(theme),
      m_size(size),
      m_font(font),
      m_small(sized(font, 0.9)),
      m_bold(sized(font, 1.12)),
      m_palette(paletteFor(model, theme)) {
  m_bold.setBold(true);
  m_range = model.range.value_or(valueRange(model.values).value_or(ValueRange{}));
  if (!(m_range.high > m_range.low)) {
    // All values the same: a range around them keeps the bar readable.
    const double half = std::max(1e-6, std::abs(m_range.low) * 1e-3);
    m_range = {m_range.low - half, m_range.low + half};
  }

  const QFontMetricsF small(m_small);
  const QFontMetricsF bold(m_bold);
  TernaryWords words;
  words.line = small.height();
  words.tick = small.horizontalAdvance(tickText(80.0));
  words.cornerLine = bold.height();
  for (const auto& corner : model.corners)
    words.corner = std::max(words.corner, bold.horizontalAdvance(corner));
  words.scale = 0.0;
  const bool hasValues = !model.values.empty();
  if (hasValues && model.categories.empty()) {
    m_scaleTicks = niceTicks(m_range.low, m_range.high, static_cast<int>(kBarTicks));
    for (const double tick : m_scaleTicks)
      words.scale = std::max(words.scale,
                             small.horizontalAdvance(numberText(tick, tickDecimals(m_scaleTicks))));
    words.scale = std::max(words.scale, 12.0);
  } else if (hasValues) {
    for (const auto& name : model.categories)
      words.scale = std::max(words.scale, small.horizontalAdvance(name));
  }
  // The remainder has the second line beside the triangle, if it is short.
  words.header = small.horizontalAdvance(model.fixedText) > 0.28 * size.width();
  m_layout = layOutTernary(size.width(), size.height(), words);
}

void TernaryPainter::drawMap(QImage& canvas) const {
  canvas.fill(m_theme.surface);
  fillHeat(canvas, {}, canvas.devicePixelRatio());
  QPainter painter(&canvas);
  drawOverHeat(painter, kHairline);
}

void TernaryPainter::drawMap(QPainter& painter) const {
  constexpr double kPixelsPerUnit = 3.0;
  painter.fillRect(QRectF(QPointF(), m_size), m_theme.surface);
  const auto& triangle = m_layout.triangle;
  const QRectF area(std::floor(triangle.corner(1).x), std::floor(triangle.apex().y),
                    std::ceil(triangle.side()) + 1, std::ceil(triangle.height()) + 1);
  QImage colours((area.size() * kPixelsPerUnit).toSize(), QImage::Format_ARGB32_Premultiplied);
  colours.fill(Qt::transparent);
  fillHeat(colours, area.topLeft(), kPixelsPerUnit);
  painter.drawImage(area, colours);
  drawOverHeat(painter, 1.0);
}

void TernaryPainter::drawOverHeat(QPainter& painter, double contourWidth) const {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const bool hasValues = !m_model.values.empty();
  const bool continuous = m_model.categories.empty();
  drawTitle(painter);
  drawKey(painter);
  if (m_model.contours && continuous && hasValues)
    drawContours(painter, contourWidth);
  drawSides(painter);
  drawCorners(painter);
  drawMarkers(painter);
  if (hasValues && continuous)
    drawBar(painter);
  else if (hasValues)
    drawCategories(painter);
  if (!m_model.message.isEmpty()) {
    const auto& triangle = m_layout.triangle;
    const QPointF centre(triangle.apex().x, triangle.apex().y + triangle.height() * 0.66);
    QRectF box(0, 0, triangle.side() * 0.54, triangle.height() * 0.5);
    box.moveCenter(centre);
    painter.setFont(m_font);
    drawMessage(painter, box, m_model.message, m_theme);
  }
  painter.restore();
}

/// @param origin where the first pixel of `canvas` lies in the view
/// @param ratio pixels to a unit of the view
void TernaryPainter::fillHeat(QImage& canvas, QPointF origin, double ratio) const {
  const auto& triangle = m_layout.triangle;
  std::vector<HeatRaster::Shade> shades;
  if (m_model.domain.size() == m_model.values.size() && m_model.categories.empty()) {
    shades.reserve(m_model.domain.size());
    for (const auto domain : m_model.domain)
      shades.push_back(domain == alloy::Domain::Outside ? HeatRaster::Shade::Outside
                       : domain == alloy::Domain::Edge  ? HeatRaster::Shade::Edge
                                                        : HeatRaster::Shade::None);
  }
  HeatRaster heat;
  heat.width = canvas.width();
  heat.height = canvas.height();
  heat.triangle = TriangleGeometry(
      {(triangle.apex().x - origin.x()) * ratio, (triangle.apex().y - origin.y()) * ratio},
      triangle.side() * ratio);
  heat.divisions = m_model.divisions;
  heat.values = m_model.values;
  heat.shades = shades;
  heat.low = m_range.low;
  heat.high = m_range.high;
  heat.palette = m_palette;
  heat.discrete = !m_model.categories.empty();
  heat.none = m_theme.grid.rgb() | 0xff000000U;
  heat.veil = m_theme.surface.rgb() | 0xff000000U;
  heat.hatch = 5.0 * ratio;
  rasterise(heat, reinterpret_cast<std::uint32_t*>(canvas.bits()),
            static_cast<std::size_t>(canvas.bytesPerLine()) / sizeof(std::uint32_t));
}

QColor TernaryPainter::paint(double value) const {
  const double share = (value - m_range.low) / (m_range.high - m_range.low);
  const auto last = static_cast<double>(m_palette.size() - 1);
  return QColor::fromRgb(m_palette[static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * last)]);
}

QColor TernaryPainter::inkOn(double value) const {
  const QColor ground = paint(value);
  const bool light =
      lightness({static_cast<std::uint8_t>(ground.red()), static_cast<std::uint8_t>(ground.green()),
                 static_cast<std::uint8_t>(ground.blue())}) > 55.0;
  return light ? QColor(0, 0, 0, 170) : QColor(255, 255, 255, 190);
}

void TernaryPainter::drawContours(QPainter& painter, double width) const {
  const auto& triangle = m_layout.triangle;
  const int wanted = triangle.side() > 260 ? 9 : 6;
  const auto levels = contourLevels(m_range.low, m_range.high, wanted);
  const auto lines = contourLines(m_model.values, m_model.divisions, levels);
  painter.setFont(m_small);
  const QFontMetricsF metrics(m_small);
  const int decimals = tickDecimals(levels);
  const double word =
      levels.empty() ? 0.0 : metrics.horizontalAdvance(numberText(levels.back(), decimals));
  const auto labels = contourLabels(lines, triangle, 2.2 * word + 8, 3.0 * metrics.height());
  std::vector<Gap> gaps;
  for (const auto& label : labels)
    gaps.push_back({label.at, label.angle,
                    metrics.horizontalAdvance(numberText(label.level, decimals)) / 2 + 2,
                    metrics.height() / 2 - 1});
  for (const auto& line : lines) {
    painter.setPen(QPen(inkOn(line.level), width));
    for (const auto& piece : piecesOutside(line, triangle, gaps, kUnseen)) {
      QPolygonF shape;
      shape.reserve(static_cast<qsizetype>(piece.size()));
      for (const auto& p : piece)
        shape << point(p);
      painter.drawPolyline(shape);
    }
  }
  for (const auto& label : labels) {
    painter.save();
    painter.translate(label.at.x, label.at.y);
    painter.rotate(label.angle * 180.0 / std::numbers::pi);
    QColor ink = inkOn(label.level);
    ink.setAlpha(255);
    painter.setPen(ink);
    const QString text = numberText(label.level, decimals);
    painter.drawText(
        QPointF(-metrics.horizontalAdvance(text) / 2, (metrics.ascent() - metrics.descent()) / 2),
        text);
    painter.restore();
  }
}

void TernaryPainter::drawSides(QPainter& painter) const {
  const auto& triangle = m_layout.triangle;
  painter.setPen(QPen(m_theme.axis, 1.2));
  painter.setBrush(Qt::NoBrush);
  painter.drawPolygon(
      QPolygonF({point(triangle.corner(0)), point(triangle.corner(1)), point(triangle.corner(2))}));
  const auto sense = m_model.clockwise ? TernarySense::Clockwise : TernarySense::CounterClockwise;
  painter.setFont(m_small);
  const QFontMetricsF metrics(m_small);
  // Labels of neighbouring ticks need a line each along the slanted sides.
  const int wanted =
      std::clamp(static_cast<int>(triangle.side() / (2.6 * metrics.height())), 2, 10);
  for (const auto& tick : ternaryTicks(m_model.variablePercent, sense, wanted)) {
    const QPointF edge = point(triangle.toPlane(tick.edge));
    const QPointF outward = point(tick.outward);
    if (m_model.values.empty()) {
      painter.setPen(QPen(m_theme.grid, 1.0));
      painter.drawLine(edge, point(triangle.toPlane(tick.across)));
    }
    painter.setPen(QPen(m_theme.axis, 1.0));
    painter.drawLine(edge, edge + outward * kTernaryTick);
    const QString text = tickText(tick.percent);
    const double width = metrics.horizontalAdvance(text);
    // The label's box touches the end of the tick on the side the tick comes from.
    const QPointF end = edge + outward * (kTernaryTick + kTernaryTickGap);
    const QPointF centre(end.x() + outward.x() * width / 2,
                         end.y() + outward.y() * metrics.ascent() / 2);
    painter.setPen(m_theme.mutedText);
    painter.drawText(QRectF(centre.x() - width / 2 - 1, centre.y() - metrics.height() / 2,
                            width + 2, metrics.height()),
                     Qt::AlignCenter | Qt::TextSingleLine, text);
  }
  if (!m_layout.sideTitles)
    return;
  for (int component = 0; component < 3; ++component) {
    const int start = scaleStart(component, sense);
    const QPointF from = point(triangle.corner(start));
    const QPointF to = point(triangle.corner(component));
    const bool rightwards = to.x() > from.x();
    const QPointF normal((from.y() - to.y()) / triangle.side(),
                         (to.x() - from.x()) / triangle.side());
    const QPointF middle((from + to) / 2);
    const QPointF inward = point(triangle.toPlane({1.0 / 3, 1.0 / 3, 1.0 / 3})) - middle;
    const double sign = QPointF::dotProduct(normal, inward) > 0 ? -1.0 : 1.0;
    const double slant = std::abs(to.y() - from.y()) > 1.0 ? metrics.horizontalAdvance(u'0') : 0.0;
    const QPointF centre =
        middle + normal * sign * (kTernaryTick + kTernaryTickGap + 1.3 * metrics.height() + slant);
    const QPointF along = rightwards ? to - from : from - to;
    painter.save();
    painter.translate(centre);
    painter.rotate(std::atan2(along.y(), along.x()) * 180.0 / std::numbers::pi);
    const QString arrow = rightwards ? QStringLiteral("%1 →") : QStringLiteral("← %1");
    painter.setPen(m_theme.mutedText);
    painter.drawText(
        QRectF(-triangle.side() / 2, -metrics.height() / 2, triangle.side(), metrics.height()),
        Qt::AlignCenter | Qt::TextSingleLine,
        arrow.arg(QStringLiteral("%1 (%2)").arg(m_model.corners[component],
                                                unitSymbol(ContentUnit::AtomicPercent))));
    painter.restore();
  }
}

void TernaryPainter::drawCorners(QPainter& painter) const {
  const auto& triangle = m_layout.triangle;
  const QFontMetricsF metrics(m_bold);
  painter.setFont(m_bold);
  painter.setPen(m_theme.text);
  const double height = metrics.height();
  for (int i = 0; i < 3; ++i) {
    const QString& text = m_model.corners[i];
    const double width = metrics.horizontalAdvance(text) + 4;
    const QPointF at = point(triangle.corner(i));
    QRectF box(at.x() - width / 2, at.y() - height - 2, width, height);
    if (i > 0)
      box.moveTopLeft({i == 1 ? at.x() - width : at.x(), at.y() + 3});
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, text);
  }
}

void TernaryPainter::drawCurrent(QPainter& painter, const Weights& weights, bool inPlane) const {
  const QPointF at = point(m_layout.triangle.toPlane(weights));
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  for (const bool halo : {true, false}) {
    QPen pen(halo ? QColor(255, 255, 255, 230) : QColor(20, 20, 20), halo ? 4.2 : 1.8);
    pen.setCapStyle(Qt::FlatCap);
    if (!inPlane && !halo)
      pen.setStyle(Qt::DotLine);
    painter.setPen(pen);
    painter.drawEllipse(at, 5.5, 5.5);
    const double reach = halo ? 11.2 : 10.0;
    for (const QPointF d : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
      painter.drawLine(at + d * 5.5, at + d * reach);
  }
  painter.restore();
}

}  // namespace vitrine::widgets
