// The words and the colour scale around a composition triangle: title, readout, bar, legend.

#include "widgets/plot/ticks.h"
#include "widgets/ternary/heat_raster.h"
#include "widgets/ternary/ternary_painter.h"
#include "widgets/ternary/ternary_text.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

namespace {

QRectF rectangle(const LayoutBox& b) {
  return {b.left, b.top, b.width, b.height};
}

void drawElided(QPainter& painter, const QRectF& box, Qt::Alignment alignment,
                const QString& text) {
  const QFontMetricsF metrics(painter.font());
  painter.drawText(box, alignment | Qt::AlignVCenter | Qt::TextSingleLine,
                   metrics.elidedText(text, Qt::ElideRight, box.width()));
}

}  // namespace

void TernaryPainter::drawTitle(QPainter& painter) const {
  const QFontMetricsF metrics(m_small);
  QRectF line = rectangle(m_layout.title);
  line.setHeight(metrics.height());
  QString title = m_model.quantity;
  if (!m_model.unit.isEmpty())
    title += QStringLiteral(" (%1)").arg(m_model.unit);
  painter.setFont(m_small);
  painter.setPen(m_model.stale ? m_theme.staleText : m_theme.text);
  const bool oneLine =
      m_model.fixedText.isEmpty() || m_layout.title.right() > m_layout.triangle.apex().x;
  if (oneLine && !m_model.fixedText.isEmpty())
    title += QStringLiteral(",  + ") + m_model.fixedText;
  drawElided(painter, line, Qt::AlignLeft, title);
  if (oneLine)
    return;
  line.translate(0, metrics.height());
  painter.setPen(m_theme.mutedText);
  drawElided(painter, line, Qt::AlignLeft, QStringLiteral("+ ") + m_model.fixedText);
}

/// Says what the hatching and the markers mean, where there are any, below the title beside the
/// triangle's top.
void TernaryPainter::drawKey(QPainter& painter) const {
  using alloy::Domain;
  const QFontMetricsF metrics(m_small);
  const auto& triangle = m_layout.triangle;
  const double swatch = std::floor(metrics.ascent());
  double top = m_layout.title.top + (m_model.fixedText.isEmpty() ? 1 : 2) * metrics.height() + 3;
  if (m_layout.title.right() > triangle.apex().x)
    top = m_layout.title.top + metrics.height() + 3;
  painter.setFont(m_small);
  const auto addLine = [&](const QString& word, const auto& drawSymbol) {
    const double width = swatch + 5 + metrics.horizontalAdvance(word);
    // The left side comes nearer with every line.
    const double below = std::max(0.0, top + metrics.height() - triangle.apex().y);
    const double room = triangle.apex().x - m_layout.title.left - below / std::sqrt(3.0) -
                        kTernaryTick - kTernaryTickGap - metrics.horizontalAdvance(u'0') * 3;
    if (width > room)
      return;
    const QRectF box(m_layout.title.left + 0.5, top + (metrics.height() - swatch) / 2, swatch,
                     swatch);
    drawSymbol(box);
    painter.setPen(m_theme.mutedText);
    painter.drawText(QPointF(box.right() + 5, top + metrics.ascent()), word);
    top += metrics.height();
  };
  if (m_model.domain.size() == m_model.values.size() && m_model.categories.empty()) {
    for (const Domain domain : {Domain::Edge, Domain::Outside}) {
      if (std::find(m_model.domain.begin(), m_model.domain.end(), domain) != m_model.domain.end())
        addLine(placeText(domain),
                [&](const QRectF& box) { drawShadeSwatch(painter, box, domain); });
    }
  }
  for (const MarkerKind kind : {MarkerKind::MeasuredPattern, MarkerKind::NextMeasurement,
                                MarkerKind::TableRow, MarkerKind::SelectedRow}) {
    if (std::any_of(m_model.markers.begin(), m_model.markers.end(),
                    [kind](const TernaryMarker& marker) { return marker.kind == kind; }))
      addLine(markerText(kind),
              [&](const QRectF& box) { drawMarker(painter, box.center(), kind); });
  }
}

/// The colours of the middle of the scale as they look in a hatched place.
void TernaryPainter::drawShadeSwatch(QPainter& painter, const QRectF& box,
                                     alloy::Domain domain) const {
  using alloy::Domain;
  painter.fillRect(box, paint((m_range.low + m_range.high) / 2));
  if (domain == Domain::Outside) {
    QColor veil = m_theme.surface;
    veil.setAlphaF(0.64F);
    painter.fillRect(box, veil);
  }
  painter.setPen(QPen(m_theme.surface, 1));
  const double size = box.width();
  const bool falling = domain == Domain::Edge;
  for (double d = size / 3; d < 2 * size; d += falling ? size : size / 2.5) {
    const double from = std::max(0.0, d - size);
    const double to = std::min(size, d);
    if (falling)
      painter.drawLine(QPointF(box.left() + from, box.bottom() - d + from),
                       QPointF(box.left() + to, box.bottom() - d + to));
    else
      painter.drawLine(QPointF(box.left() + from, box.top() + d - from),
                       QPointF(box.left() + to, box.top() + d - to));
  }
  painter.setPen(QPen(m_theme.axis, 1));
  painter.drawRect(box);
}

void TernaryPainter::drawReadout(QPainter& painter, const Weights& weights,
                                 const QString& head) const {
  const QFontMetricsF metrics(m_small);
  QRectF line = rectangle(m_layout.readout);
  line.setHeight(metrics.height());
  painter.setFont(m_small);
  const QColor ink = m_model.stale ? m_theme.staleText : m_theme.text;
  painter.setPen(ink);
  // In a narrow place the unit goes first.
  QString words = head;
  if (metrics.horizontalAdvance(words) > line.width())
    words = words.section(QChar::Nbsp + unitSymbol(ContentUnit::AtomicPercent), 0, 0)
                .replace(QStringLiteral("  "), QStringLiteral(" "));
  drawElided(painter, line, Qt::AlignRight, words);
  if (m_model.values.empty())
    return;
  line.translate(0, metrics.height());
  // The second line lies beside the top of the triangle and its tick labels.
  line.setLeft(line.left() + 14);
  const double value = m_model.categories.empty()
                           ? interpolate(m_model.values, m_model.divisions, weights)
                           : m_model.values[nearestGridPoint(m_model.divisions, weights)];
  QFont bold = m_small;
  bold.setBold(true);
  painter.setFont(bold);
  drawElided(painter, line, Qt::AlignRight, valueText(m_model, value));
  const QString domain = placeText(m_model, weights);
  if (domain.isEmpty() || !m_model.categories.empty())
    return;
  line.translate(0, metrics.height());
  line.setLeft(line.left() + 14);
  painter.setFont(m_small);
  painter.setPen(
      domainColour(m_theme, m_model.domain[nearestGridPoint(m_model.divisions, weights)]));
  if (metrics.horizontalAdvance(domain) < line.width() - 12)
    drawElided(painter, line, Qt::AlignRight, domain);
}

void TernaryPainter::drawBar(QPainter& painter) const {
  const QRectF bar = rectangle(m_layout.bar);
  const bool upright = m_layout.barUpright;
  const auto steps = static_cast<int>(m_palette.size());
  QImage strip(upright ? 1 : steps, upright ? steps : 1, QImage::Format_RGB32);
  for (int i = 0; i < steps; ++i)
    strip.setPixel(upright ? 0 : i, upright ? steps - 1 - i : 0, m_palette[i]);
  painter.drawImage(bar, strip);
  painter.setPen(QPen(m_theme.axis, 1));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(bar);

  painter.setFont(m_small);
  const QFontMetricsF metrics(m_small);
  const int decimals = tickDecimals(m_scaleTicks);
  double free = -1e9;
  for (const double tick : m_scaleTicks) {
    const double share = (tick - m_range.low) / (m_range.high - m_range.low);
    const QString text = numberText(tick, decimals);
    const double width = metrics.horizontalAdvance(text);
    painter.setPen(QPen(m_theme.axis, 1));
    if (upright) {
      const double y = bar.bottom() - share * bar.height();
      painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + 3, y));
      painter.setPen(m_theme.mutedText);
      painter.drawText(
          QRectF(bar.right() + 5, y - metrics.height() / 2, width + 2, metrics.height()),
          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    } else {
      const double x = bar.left() + share * bar.width();
      painter.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + 3));
      if (x - width / 2 < free)
        continue;
      free = x + width / 2 + 6;
      painter.setPen(m_theme.mutedText);
      painter.drawText(QRectF(x - width / 2 - 1, bar.bottom() + 3, width + 2, metrics.height()),
                       Qt::AlignCenter | Qt::TextSingleLine, text);
    }
  }
}

void TernaryPainter::drawCategories(QPainter& painter) const {
  const QRectF bar = rectangle(m_layout.bar);
  painter.setFont(m_small);
  const QFontMetricsF metrics(m_small);
  const double swatch = bar.width() < bar.height() ? bar.width() : bar.height();
  QPointF at = m_layout.barUpright ? bar.topLeft() : QPointF(6, bar.top());
  for (std::size_t i = 0; i < m_model.categories.size(); ++i) {
    const QString& name = m_model.categories[i];
    const QRectF box(at, QSizeF(swatch, swatch));
    painter.fillRect(box, QColor::fromRgb(m_palette[i]));
    painter.setPen(QPen(m_theme.axis, 1));
    painter.drawRect(box);
    const double width = metrics.horizontalAdvance(name);
    painter.setPen(m_theme.text);
    painter.drawText(QRectF(box.right() + 5, box.center().y() - metrics.height() / 2, width + 2,
                            metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
    if (m_layout.barUpright)
      at.ry() += std::max(swatch, metrics.height()) + 5;
    else
      at.rx() += swatch + 5 + width + 14;
  }
}

}  // namespace vitrine::widgets
