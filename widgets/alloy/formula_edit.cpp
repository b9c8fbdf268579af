#include "widgets/alloy/formula_edit.h"

#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace vitrine::widgets {

FormulaEdit::FormulaEdit(QWidget* parent) : QLineEdit(parent) {}

void FormulaEdit::setMarked(int index) {
  if (index == m_marked)
    return;
  m_marked = index;
  update();
}

double FormulaEdit::xOf(int index) const {
  // The field scrolls by itself and tells nobody how far; the cursor is the one place it shows.
  const QFontMetricsF metrics(font());
  const double cursorX = QRectF(cursorRect()).center().x();
  const double x = cursorX + metrics.horizontalAdvance(text().left(index)) -
                   metrics.horizontalAdvance(text().left(cursorPosition()));
  return std::clamp(x, 2.0, std::max(2.0, width() - 2.0));
}

double FormulaEdit::markedEnd() const {
  const int length = static_cast<int>(text().size());
  return m_marked < length
             ? xOf(m_marked + 1)
             : std::min(width() - 2.0, xOf(length) + fontMetrics().averageCharWidth());
}

double FormulaEdit::markedX() const {
  return m_marked < 0 ? 0.0 : (xOf(m_marked) + markedEnd()) / 2;
}

void FormulaEdit::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) {
    emit escaped();
    return;
  }
  QLineEdit::keyPressEvent(event);
}

void FormulaEdit::paintEvent(QPaintEvent* event) {
  QLineEdit::paintEvent(event);
  if (m_marked < 0)
    return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(themeOf(*this).error, 1.5));
  const double from = xOf(m_marked);
  const double to = markedEnd();
  const double y = (height() + fontMetrics().height()) / 2.0 - 0.5;
  QPainterPath wave(QPointF(from, y));
  double side = -1.5;
  for (double x = from; x < to; x += 3.0, side = -side)
    wave.quadTo(std::min(x + 1.5, to), y + 2 * side, std::min(x + 3.0, to), y);
  painter.drawPath(wave);
}

}  // namespace vitrine::widgets
