#include "widgets/alloy/error_bubble.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

namespace {

constexpr int kTextFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

}  // namespace

ErrorBubble::ErrorBubble(QWidget* parent) : QWidget(parent) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void ErrorBubble::take(const QString& message, bool isError) {
  if (message == m_message && isError == m_isError)
    return;
  m_message = message;
  m_isError = isError;
  setAccessibleName(message);
  updateGeometry();
  update();
  if (isError) {
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
  }
}

void ErrorBubble::showError(const QString& message, double pointX) {
  take(message, true);
  setPointX(pointX);
}

void ErrorBubble::showNote(const QString& message) {
  take(message, false);
}

void ErrorBubble::setPointX(double x) {
  if (x == m_pointX)
    return;
  m_pointX = x;
  update();
}

double ErrorBubble::tip() const {
  return 0.4 * fontMetrics().height();
}

QRectF ErrorBubble::textArea(double width) const {
  const double em = fontMetrics().height();
  if (!m_isError)
    return {2.0, 0.15 * em, std::max(1.0, width - 4.0), 1e4};
  const double left = 1.7 * em;
  return {left, tip() + 0.3 * em, std::max(1.0, width - left - 0.5 * em), 1e4};
}

int ErrorBubble::heightForWidth(int width) const {
  const QRectF area = textArea(width);
  const double text =
      m_message.isEmpty()
          ? fontMetrics().height()
          : QFontMetricsF(font()).boundingRect(area, kTextFlags, m_message).height();
  const double below = (m_isError ? 0.35 : 0.15) * fontMetrics().height();
  return static_cast<int>(std::ceil(area.top() + text + below));
}

QSize ErrorBubble::sizeHint() const {
  const int wide = 24 * fontMetrics().averageCharWidth();
  return {wide, heightForWidth(std::max(wide, width()))};
}

QSize ErrorBubble::minimumSizeHint() const {
  return {0, fontMetrics().height()};
}

void ErrorBubble::paintEvent(QPaintEvent*) {
  const Theme& colours = themeOf(*this);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF area = textArea(width());
  if (!m_isError) {
    painter.setPen(colours.mutedText);
    painter.drawText(area, kTextFlags, m_message);
    return;
  }
  const double em = fontMetrics().height();
  const QRectF box = QRectF(rect()).adjusted(0.5, tip(), -0.5, -0.5);
  QPainterPath outline;
  outline.addRoundedRect(box, 0.25 * em, 0.25 * em);
  const double x = std::clamp(m_pointX, box.left() + tip(), box.right() - tip());
  QPainterPath point;
  point.addPolygon(QPolygonF(QList<QPointF>{{x - 0.8 * tip(), box.top() + 1},
                                            {x, 0.5},
                                            {x + 0.8 * tip(), box.top() + 1},
                                            {x - 0.8 * tip(), box.top() + 1}}));
  outline = outline.united(point);
  QColor ground = colours.error;
  ground.setAlpha(colours.dark ? 40 : 22);
  painter.fillPath(outline, colours.surface);
  painter.fillPath(outline, ground);
  painter.strokePath(outline, QPen(colours.error, 1.0));
  paintIcon(painter, Icon::Failed, QRectF(0.45 * em, area.top() + 0.05 * em, 0.9 * em, 0.9 * em),
            colours.error);
  painter.setPen(colours.text);
  painter.drawText(area, kTextFlags, m_message);
}

}  // namespace vitrine::widgets
