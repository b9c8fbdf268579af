#include "widgets/alloy/share_slider.h"

#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

ShareSlider::ShareSlider(QWidget* parent) : QAbstractSlider(parent) {
  setOrientation(Qt::Horizontal);
  setRange(0, 100 * kStepsPerPercent);
  setSingleStep(kStepsPerPercent);
  setPageStep(5 * kStepsPerPercent);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setCursor(Qt::PointingHandCursor);
}

double ShareSlider::percent() const {
  return m_percent;
}

void ShareSlider::setPercent(double percent) {
  if (percent == m_percent)
    return;
  m_percent = percent;
  const QSignalBlocker quiet(this);
  setValue(static_cast<int>(std::lround(percent * kStepsPerPercent)));
  update();
}

void ShareSlider::setReach(double lowest, double highest) {
  if (lowest == m_lowest && highest == m_highest)
    return;
  m_lowest = lowest;
  m_highest = highest;
  update();
}

void ShareSlider::setColour(const QColor& colour) {
  if (colour == m_colour)
    return;
  m_colour = colour;
  update();
}

QSize ShareSlider::sizeHint() const {
  return {fontMetrics().horizontalAdvance(QLatin1Char('0')) * 16, minimumSizeHint().height()};
}

QSize ShareSlider::minimumSizeHint() const {
  return {fontMetrics().horizontalAdvance(QLatin1Char('0')) * 8,
          static_cast<int>(std::ceil(handleSize())) + 4};
}

double ShareSlider::handleSize() const {
  return 0.85 * fontMetrics().height();
}

double ShareSlider::xOf(double percent) const {
  const double half = handleSize() / 2 + 2;
  return half + percent / 100.0 * (width() - 2 * half);
}

double ShareSlider::percentAt(double x) const {
  const double half = handleSize() / 2 + 2;
  return 100.0 * (x - half) / std::max(1.0, width() - 2 * half);
}

void ShareSlider::moveByHand(double percent) {
  percent = std::clamp(percent, m_lowest, std::max(m_lowest, m_highest));
  if (percent == m_percent)
    return;
  setPercent(percent);
  m_hasMoved = true;
  emit moved(percent);
}

void ShareSlider::dragTo(double x) {
  // Steps that a pixel can tell apart; the number field is there for finer ones.
  const double perPixel = 100.0 / std::max(1, width());
  const double step = perPixel > 0.5 ? 0.5 : 0.1;
  moveByHand(std::round(percentAt(x) / step) * step);
}

void ShareSlider::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton)
    return event->ignore();
  m_before = m_percent;
  m_hasMoved = false;
  setSliderDown(true);
  const double x = event->position().x();
  const double off = x - xOf(m_percent);
  const bool onHandle = std::abs(off) <= handleSize() / 2;
  m_grip = onHandle ? off : 0.0;
  if (!onHandle)
    dragTo(x);
  update();
}

void ShareSlider::mouseMoveEvent(QMouseEvent* event) {
  if (isSliderDown())
    dragTo(event->position().x() - m_grip);
}

void ShareSlider::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !isSliderDown())
    return event->ignore();
  setSliderDown(false);
  update();
  if (m_hasMoved)
    emit released(m_percent);
  m_hasMoved = false;
}

void ShareSlider::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && isSliderDown()) {
    setSliderDown(false);
    if (m_hasMoved) {
      moveByHand(m_before);
      emit released(m_percent);
    }
    m_hasMoved = false;
    return;
  }
  const bool backwards = layoutDirection() == Qt::RightToLeft;
  const double arrow = backwards ? -1.0 : 1.0;
  switch (event->key()) {
    case Qt::Key_Right:
      return moveByHand(m_percent + arrow);
    case Qt::Key_Left:
      return moveByHand(m_percent - arrow);
    case Qt::Key_Plus:
      return moveByHand(m_percent + 0.1);
    case Qt::Key_Minus:
      return moveByHand(m_percent - 0.1);
    case Qt::Key_PageUp:
      return moveByHand(m_percent + 5.0);
    case Qt::Key_PageDown:
      return moveByHand(m_percent - 5.0);
    case Qt::Key_Home:
      return moveByHand(m_lowest);
    case Qt::Key_End:
      return moveByHand(m_highest);
    default:
      event->ignore();  // up and down walk the rows or scroll
  }
}

void ShareSlider::wheelEvent(QWheelEvent* event) {
  // Only a slider that was asked for: the wheel scrolls the rows otherwise.
  if (!hasFocus() || event->angleDelta().y() == 0)
    return event->ignore();
  moveByHand(m_percent + event->angleDelta().y() / 120.0);
  event->accept();
}

void ShareSlider::enterEvent(QEnterEvent* event) {
  update();
  QAbstractSlider::enterEvent(event);
}

void ShareSlider::leaveEvent(QEvent* event) {
  update();
  QAbstractSlider::leaveEvent(event);
}

void ShareSlider::paintEvent(QPaintEvent*) {
  const Theme& colours = themeOf(*this);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (layoutDirection() == Qt::RightToLeft) {
    painter.translate(width(), 0);
    painter.scale(-1, 1);
  }
  const double thick = std::max(3.0, 0.24 * handleSize());
  const double middle = height() / 2.0;
  const auto groove = [&](double from, double to) {
    return QRectF(from - thick / 2, middle - thick / 2, to - from + thick, thick);
  };
  const double round = thick / 2;

  painter.setPen(Qt::NoPen);
  painter.setBrush(colours.border);
  painter.drawRoundedRect(groove(xOf(0), xOf(100)), round, round);
  if (m_highest < 99.995) {
    // Out of reach: thinned out, with a stop where it begins.
    painter.setBrush(colours.surface);
    const double stop = xOf(std::max(m_highest, m_percent));
    const QRectF rest = groove(stop, xOf(100)).adjusted(thick, 1, -1, -1);
    if (rest.width() > 0)
      painter.drawRoundedRect(rest, round, round);
    painter.setBrush(colours.mutedText);
    painter.drawRect(QRectF(stop - 0.75, middle - 1.4 * thick, 1.5, 2.8 * thick));
  }
  painter.setBrush(isEnabled() ? m_colour : colours.border);
  painter.drawRoundedRect(groove(xOf(0), xOf(m_percent)), round, round);

  const double hot = isSliderDown() || underMouse() ? 0.5 : 0.44;
  const QPointF centre(xOf(m_percent), middle);
  if (hasFocus()) {
    QColor halo = colours.accent;
    halo.setAlpha(90);
    painter.setBrush(halo);
    painter.drawEllipse(centre, handleSize() / 2 + 2, handleSize() / 2 + 2);
  }
  painter.setBrush(colours.dark ? colours.raised : colours.surface);
  painter.setPen(QPen(hasFocus() ? colours.accent : m_colour, 2.0));
  painter.drawEllipse(centre, hot * handleSize() - 1, hot * handleSize() - 1);
}

}  // namespace vitrine::widgets
