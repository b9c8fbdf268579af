#include "widgets/plot/plot.h"

#include "widgets/plot/plot_clip.h"
#include "widgets/plot/plot_decorations.h"
#include "widgets/plot/plot_renderer.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPixmap>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace vitrine::widgets {

namespace {

constexpr double kHitRadius = 9.0;  // pixels
constexpr double kZoomStep = 1.25;
constexpr double kPanShare = 0.1;  // of the visible span, for an arrow key

struct Hit {
  int scatter = -1;
  int point = -1;
  bool operator==(const Hit&) const = default;
};

Hit nearestPoint(const PlotModel& model, const PlotFrame& frame, QPointF pixel) {
  Hit hit;
  double best = kHitRadius * kHitRadius;
  for (std::size_t s = 0; s < model.scatters.size(); ++s) {
    const auto& points = model.scatters[s].points;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const QPointF away = frame.toPixels(points[i]) - pixel;
      const double distance = QPointF::dotProduct(away, away);
      if (distance < best) {
        best = distance;
        hit = {static_cast<int>(s), static_cast<int>(i)};
      }
    }
  }
  return hit;
}

}  // namespace

struct Plot::State {
  PlotModel model;
  PlotRange x;
  PlotRange y;
  PlotRenderer renderer;
  bool modelChanged = true;  ///< the library has not seen the model yet
  bool dirty = true;         ///< the pixels are not those of the model
  QPixmap pixels;
  PlotFrame frame;
  Hit hovered;
  std::optional<QPointF> pressed;
  bool dragging = false;
  bool keyboardFocus = false;  ///< came by Tab, so the frame shows where one is
  QPointF dragged;             ///< where the last step of a drag ended

  void refresh(const Plot& plot);
};

/// Brings the pixels up to date. Done when they are needed, so that a hidden plot costs nothing and
/// several changes cost one drawing.
void Plot::State::refresh(const Plot& plot) {
  const double ratio = plot.devicePixelRatioF();
  const QSize size = plot.size() * ratio;
  if (!dirty && pixels.size() == size && qFuzzyCompare(pixels.devicePixelRatio(), ratio))
    return;
  dirty = false;
  const Theme& colours = themeOf(plot);
  if (modelChanged)
    renderer.setModel(model, colours, plot.font());
  modelChanged = false;
  if (pixels.size() != size)
    pixels = QPixmap(size);
  pixels.setDevicePixelRatio(ratio);
  pixels.fill(colours.surface);
  frame = renderer.render(pixels, x, y);
  QPainter painter(&pixels);
  drawDecorations(painter, frame, model, colours, plot.font());
}

Plot::Plot(QWidget* parent) : QWidget(parent), m_state(std::make_unique<State>()) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

Plot::~Plot() = default;

void Plot::setModel(const PlotModel& model) {
  auto& s = *m_state;
  const bool sameRanges = model.x.range == s.model.x.range && model.y.range == s.model.y.range;
  s.model = model;
  s.modelChanged = s.dirty = true;
  s.hovered = {};
  if (!sameRanges) {
    s.x = model.x.range;
    s.y = model.y.range;
  }
  update();
}

const PlotModel& Plot::model() const {
  return m_state->model;
}

void Plot::setHighlight(std::optional<QPointF> point) {
  m_state->model.highlight = point;
  update();
}

void Plot::setRings(std::vector<QPointF> points) {
  m_state->model.rings = std::move(points);
  update();
}

PlotRange Plot::visibleX() const {
  return m_state->x;
}
PlotRange Plot::visibleY() const {
  return m_state->y;
}

void Plot::showRanges(PlotRange x, PlotRange y) {
  if (m_state->x == x && m_state->y == y)
    return;
  m_state->x = x;
  m_state->y = y;
  m_state->dirty = true;
  update();
}

void Plot::resetZoom() {
  showRanges(m_state->model.x.range, m_state->model.y.range);
}

void Plot::zoom(double factor, QPointF centre) {
  const auto& s = *m_state;
  showRanges(zoomed(s.x, s.model.x.range, centre.x(), factor),
             zoomed(s.y, s.model.y.range, centre.y(), factor));
}

const PlotFrame& Plot::frame() const {
  m_state->refresh(*this);
  return m_state->frame;
}

QPointF Plot::toPixels(QPointF point) const {
  return frame().toPixels(point);
}
QPointF Plot::fromPixels(QPointF pixel) const {
  return frame().fromPixels(pixel);
}

void Plot::draw(const PlotModel& whole, const Theme& theme, QPainter& painter, const QRectF& area,
                PlotRange x, PlotRange y) {
  const PlotModel model = clipped(whole, x, y);
  QFont font = QApplication::font();
  font.setPixelSize(12);
  PlotRenderer renderer;
  renderer.setModel(model, theme, font);
  painter.fillRect(area, theme.surface);
  const PlotFrame frame = renderer.render(painter, area, x, y);
  drawDecorations(painter, frame, model, theme, font);
  if (model.highlight)
    drawHighlight(painter, frame, *model.highlight, theme);
  for (const QPointF point : model.rings)
    drawHighlight(painter, frame, point, theme);
}

QSize Plot::sizeHint() const {
  return {380, 280};
}
QSize Plot::minimumSizeHint() const {
  return {180, 130};
}

bool Plot::event(QEvent* event) {
  if (event->type() == QEvent::FocusIn) {
    const auto reason = static_cast<QFocusEvent*>(event)->reason();
    m_state->keyboardFocus = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                             reason == Qt::ShortcutFocusReason;
  }
  if (event->type() == QEvent::ToolTip) {
    const auto& s = *m_state;
    const auto* help = static_cast<QHelpEvent*>(event);
    QString hint;
    if (s.hovered.scatter >= 0)
      hint = s.model.scatters[s.hovered.scatter].hints.value(s.hovered.point);
    if (hint.isEmpty())
      hint = toolTip();
    QToolTip::showText(help->globalPos(), hint, this);
    return true;
  }
  return QWidget::event(event);
}

void Plot::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
    m_state->modelChanged = m_state->dirty = true;
    update();
  }
  QWidget::changeEvent(event);
}

void Plot::paintEvent(QPaintEvent* /*event*/) {
  auto& s = *m_state;
  s.refresh(*this);
  const Theme& colours = themeOf(*this);
  QPainter painter(this);
  painter.drawPixmap(QPointF(), s.pixels);
  if (s.hovered.scatter >= 0)
    drawHighlight(painter, s.frame, s.model.scatters[s.hovered.scatter].points[s.hovered.point],
                  colours);
  if (s.model.highlight)
    drawHighlight(painter, s.frame, *s.model.highlight, colours);
  for (const QPointF point : s.model.rings)
    drawHighlight(painter, s.frame, point, colours);
  if (hasFocus() && m_state->keyboardFocus) {
    painter.setPen(QPen(colours.accent, 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
  }
}

void Plot::keyPressEvent(QKeyEvent* event) {
  const auto& s = *m_state;
  const double dx = kPanShare * (s.x.high - s.x.low);
  const double dy = kPanShare * (s.y.high - s.y.low);
  const QPointF centre((s.x.low + s.x.high) / 2, (s.y.low + s.y.high) / 2);
  const auto pan = [&](double right, double up) {
    showRanges({s.x.low + right, s.x.high + right}, {s.y.low + up, s.y.high + up});
  };
  switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return zoom(1.0 / kZoomStep, centre);
    case Qt::Key_Minus:
      return zoom(kZoomStep, centre);
    case Qt::Key_Home:
    case Qt::Key_0:
      return resetZoom();
    case Qt::Key_Left:
      return pan(-dx, 0);
    case Qt::Key_Right:
      return pan(dx, 0);
    case Qt::Key_Up:
      return pan(0, dy);
    case Qt::Key_Down:
      return pan(0, -dy);
    default:
      QWidget::keyPressEvent(event);
  }
}

void Plot::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton)
    return QWidget::mousePressEvent(event);
  m_state->pressed = event->position();
  m_state->dragged = event->position();
  m_state->dragging = false;
}

void Plot::mouseMoveEvent(QMouseEvent* event) {
  auto& s = *m_state;
  const QPointF at = event->position();
  if (s.pressed && (event->buttons() & Qt::LeftButton)) {
    s.dragging =
        s.dragging || (at - *s.pressed).manhattanLength() >= QApplication::startDragDistance();
    if (s.dragging) {
      const QPointF moved = frame().fromPixels(s.dragged) - frame().fromPixels(at);
      s.dragged = at;
      showRanges({s.x.low + moved.x(), s.x.high + moved.x()},
                 {s.y.low + moved.y(), s.y.high + moved.y()});
    }
    return;
  }
  hover(at);
}

void Plot::hover(QPointF pixel) {
  auto& s = *m_state;
  const PlotFrame& axes = frame();
  const Hit hit = axes.rect.contains(pixel) ? nearestPoint(s.model, axes, pixel) : Hit{};
  if (!(hit == s.hovered)) {
    s.hovered = hit;
    setCursor(hit.scatter >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    emit pointHovered(hit.scatter, hit.point);
  }
  if (axes.rect.contains(pixel))
    emit cursorMoved(axes.fromPixels(pixel));
  else
    emit cursorLeft();
}

void Plot::mouseReleaseEvent(QMouseEvent* event) {
  auto& s = *m_state;
  if (event->button() != Qt::LeftButton || !s.pressed)
    return QWidget::mouseReleaseEvent(event);
  s.pressed.reset();
  if (s.dragging) {
    s.dragging = false;
    return;
  }
  const Hit hit = nearestPoint(s.model, frame(), event->position());
  if (hit.scatter >= 0)
    emit pointClicked(hit.scatter, hit.point);
}

void Plot::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton)
    resetZoom();
}

void Plot::wheelEvent(QWheelEvent* event) {
  const double steps = event->angleDelta().y() / 120.0;
  if (steps == 0.0 || !frame().rect.contains(event->position()))
    return event->ignore();
  zoom(std::pow(kZoomStep, -steps), frame().fromPixels(event->position()));
  event->accept();
}

void Plot::leaveEvent(QEvent* event) {
  if (m_state->hovered.scatter >= 0) {
    m_state->hovered = {};
    update();
    emit pointHovered(-1, -1);
  }
  emit cursorLeft();
  QWidget::leaveEvent(event);
}

}  // namespace vitrine::widgets
