#include "widgets/parity/parity_canvas.h"

#include "widgets/parity/parity_walk.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <utility>

namespace vitrine::widgets {

namespace {

constexpr int kStride = 25;

bool visible(QPointF point, PlotRange x, PlotRange y) {
  return point.x() >= x.low && point.x() <= x.high && point.y() >= y.low && point.y() <= y.high;
}

}  // namespace

void ParityCanvas::setCurrentPoint(int point) {
  if (point == m_current)
    return;
  m_current = point;
  m_walking = false;
  update();
}

void ParityCanvas::walk(int key) {
  const auto& points = model().scatters[0].points;
  const PlotRange x = visibleX();
  const PlotRange y = visibleY();
  const bool known = m_current >= 0 && m_current < static_cast<int>(points.size());
  if (!known || !visible(points[m_current], x, y)) {
    m_current = middlePoint(points, x, y);
  } else {
    const bool far = key == Qt::Key_PageUp || key == Qt::Key_PageDown;
    const WalkStep step = key == Qt::Key_Left || key == Qt::Key_PageUp      ? WalkStep::Left
                          : key == Qt::Key_Right || key == Qt::Key_PageDown ? WalkStep::Right
                          : key == Qt::Key_Up                               ? WalkStep::Up
                                                                            : WalkStep::Down;
    for (int i = 0; i < (far ? kStride : 1); ++i)
      m_current = nextPoint(points, m_current, step, x, y);
  }
  if (m_current < 0)
    return;
  m_walking = true;
  update();
  emit pointVisited(m_current);
}

void ParityCanvas::keyPressEvent(QKeyEvent* event) {
  const bool empty = model().scatters.empty();
  switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
      if (!empty && (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier)
        return walk(event->key());
      break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (!empty && m_walking && m_current >= 0) {
        emit pointClicked(0, m_current);
        return;
      }
      break;
    default:
      break;
  }
  Plot::keyPressEvent(event);
}

void ParityCanvas::paintEvent(QPaintEvent* event) {
  Plot::paintEvent(event);
  if (!m_walking || model().scatters.empty())
    return;
  const auto& points = model().scatters[0].points;
  if (m_current < 0 || m_current >= static_cast<int>(points.size()) ||
      !visible(points[m_current], visibleX(), visibleY()))
    return;
  const Theme& colours = themeOf(*this);
  const QPointF at = toPixels(points[m_current]);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  // Cross hairs, so that it is told from the ring of the chosen alloy.
  constexpr double kInner = 6.0;
  constexpr double kOuter = 15.0;
  for (const auto& [colour, width] :
       {std::pair(colours.surface, 5.0), std::pair(colours.accent, 2.0)}) {
    painter.setPen(QPen(colour, width));
    painter.drawEllipse(at, kInner, kInner);
    for (const QPointF way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
      painter.drawLine(at + kInner * way, at + kOuter * way);
  }
}

void ParityCanvas::focusOutEvent(QFocusEvent* event) {
  m_walking = false;
  Plot::focusOutEvent(event);
}

}  // namespace vitrine::widgets
