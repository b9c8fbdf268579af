#include "widgets/theme/segment_button.h"

#include "widgets/theme/theme.h"

#include <QPainter>

namespace vitrine::widgets {

SegmentButton::SegmentButton(const QString& text, QWidget* parent) : QToolButton(parent) {
  setText(text);
  setCheckable(true);
  setFocusPolicy(Qt::StrongFocus);
}

QSize SegmentButton::sizeHint() const {
  const int em = fontMetrics().height();
  return {fontMetrics().horizontalAdvance(text()) + em + em / 2, em + em / 2};
}

void SegmentButton::paintEvent(QPaintEvent*) {
  const Theme& colours = themeOf(*this);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double round = 0.25 * fontMetrics().height();
  const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
  painter.setPen(QPen(isChecked() ? colours.accent : colours.border, 1.0));
  painter.setBrush(isChecked() ? colours.accent : colours.raised);
  painter.drawRoundedRect(area, round, round);
  const QColor ink = isChecked() ? colours.accentText : colours.text;
  if (hasFocus() || (underMouse() && !isChecked())) {
    painter.setPen(QPen(isChecked() ? colours.accentText : colours.accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), round - 1, round - 1);
  }
  painter.setPen(isEnabled() ? ink : colours.staleText);
  painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
}

}  // namespace vitrine::widgets
