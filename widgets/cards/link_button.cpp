#include "widgets/cards/link_button.h"

#include "widgets/theme/theme.h"

#include <QPainter>

namespace vitrine::widgets {

LinkButton::LinkButton(QWidget* parent) : QAbstractButton(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LinkButton::setTexts(const QString& lead, const QString& link, const QString& tail) {
  if (lead == m_lead && link == text() && tail == m_tail)
    return;
  m_lead = lead;
  m_tail = tail;
  setText(link);
  setAccessibleName(QString(lead + link + tail).trimmed());
  update();
}

QSize LinkButton::sizeHint() const {
  return {12 * fontMetrics().height(), fontMetrics().height() + 4};
}

QSize LinkButton::minimumSizeHint() const {
  return {4 * fontMetrics().height(), sizeHint().height()};
}

void LinkButton::enterEvent(QEnterEvent* event) {
  update();
  QAbstractButton::enterEvent(event);
}

void LinkButton::leaveEvent(QEvent* event) {
  update();
  QAbstractButton::leaveEvent(event);
}

void LinkButton::paintEvent(QPaintEvent*) {
  const Theme& colours = themeOf(*this);
  QPainter painter(this);
  const QFontMetricsF metrics(font());
  const double base = (height() + metrics.ascent() - metrics.descent()) / 2.0;
  double x = 2.0;
  const auto write = [&](const QString& words, const QColor& ink, bool underlined) {
    const QString shown = metrics.elidedText(words, Qt::ElideRight, width() - 2.0 - x);
    QFont used(font());
    used.setUnderline(underlined);
    painter.setFont(used);
    painter.setPen(ink);
    painter.drawText(QPointF(x, base), shown);
    x += metrics.horizontalAdvance(shown);
  };
  write(m_lead, colours.mutedText, false);
  write(text(), isEnabled() ? colours.link : colours.mutedText,
        isEnabled() && (underMouse() || hasFocus()));
  if (x < width() - metrics.averageCharWidth())
    write(m_tail, colours.mutedText, false);
  if (hasFocus()) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
  }
}

}  // namespace vitrine::widgets
