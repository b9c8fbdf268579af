#include "widgets/alloy/alloy_bar.h"

#include "widgets/theme/paint.h"
#include "widgets/theme/units.h"

#include <QPainter>
#include <QPainterPath>
#include <QStringList>

namespace vitrine::widgets {

AlloyBar::AlloyBar(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AlloyBar::setParts(std::vector<AlloyBarPart> parts) {
  m_parts = std::move(parts);
  QStringList spoken;
  for (const AlloyBarPart& part : m_parts)
    spoken += part.symbol + QLatin1Char(' ') + percentNumber(part.percent);
  setAccessibleName(tr("Composition"));
  setAccessibleDescription(spoken.join(QStringLiteral(", ")));
  update();
}

QSize AlloyBar::sizeHint() const {
  return {12 * fontMetrics().height(), fontMetrics().height() + fontMetrics().height() / 3};
}

QSize AlloyBar::minimumSizeHint() const {
  return {fontMetrics().height(), sizeHint().height()};
}

void AlloyBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (layoutDirection() == Qt::LeftToRight)
    return draw(painter, rect(), m_parts, font());
  draw(painter, rect(), {m_parts.rbegin(), m_parts.rend()}, font());
}

void AlloyBar::draw(QPainter& painter, const QRectF& area, const std::vector<AlloyBarPart>& parts,
                    const QFont& font) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  QPainterPath outline;
  outline.addRoundedRect(area, 0.2 * area.height(), 0.2 * area.height());
  painter.setClipPath(outline);
  painter.setFont(font);
  const QFontMetricsF metrics(font);
  double x = area.left();
  for (const AlloyBarPart& part : parts) {
    const QRectF stretch(x, area.top(), area.width() * part.percent / 100.0, area.height());
    x = stretch.right();
    // A hair of ground between two stretches parts them for every eye.
    painter.fillRect(stretch.adjusted(0, 0, stretch.width() > 2 ? -1 : 0, 0), part.colour);
    if (metrics.horizontalAdvance(part.symbol) + 4 > stretch.width())
      continue;
    painter.setPen(inkOn(part.colour));
    painter.drawText(stretch, Qt::AlignCenter, part.symbol);
  }
  painter.restore();
}

}  // namespace vitrine::widgets
