#include "widgets/ternary/ternary_map.h"

#include "widgets/export/export_actions.h"
#include "widgets/ternary/heat_raster.h"
#include "widgets/ternary/ternary_painter.h"
#include "widgets/ternary/ternary_text.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QHelpEvent>
#include <QImage>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace vitrine::widgets {

namespace {

/// Pixels around a marker that belong to it; fewer where markers lie close.
constexpr double kMarkerRadius = 8.0;
constexpr double kMeasuredMarkerRadius = 3.0;
constexpr double kDragStepPercent = 1.0;
constexpr double kFineStepPercent = 0.1;  // with Alt
constexpr double kLeapPercent = 5.0;      // an arrow key with Shift

bool isOneOfMany(MarkerKind kind) {
  return kind == MarkerKind::MeasuredPattern || kind == MarkerKind::TableRow;
}

}  // namespace

struct TernaryMap::State {
  TernaryMapModel model;
  std::unique_ptr<TernaryPainter> painter;  ///< refers to `model`
  QSize painterSize;
  QImage map;  ///< everything that stays while the pointer and the cross move
  bool mapDirty = true;
  std::optional<Weights> hovered;
  int hoveredMarker = -1;
  QPointF pressedAt;  ///< where a click on a marker, or a drag from it, began
  bool pressedMarker = false;
  bool dragging = false;
  double dragStep = kDragStepPercent;
  bool stepping = false;  ///< an arrow key is held
  bool keyboardFocus = false;

  const TernaryPainter& painterFor(const QWidget& widget) {
    if (!painter || painterSize != widget.size()) {
      painter = std::make_unique<TernaryPainter>(model, themeOf(widget), widget.font(),
                                                 QSizeF(widget.size()));
      painterSize = widget.size();
      mapDirty = true;
    }
    return *painter;
  }

  void forget() {
    painter.reset();
    mapDirty = true;
  }
};

TernaryMap::TernaryMap(QWidget* parent)
    : QWidget(parent), m_state(std::make_unique<State>()), m_lock(new QToolButton(this)) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAccessibleName(tr("Ternary map"));
  m_lock->setCheckable(true);
  m_lock->setAutoRaise(true);
  m_lock->setIconSize({14, 14});
  m_lock->setAccessibleName(tr("Lock the colour range"));
  m_lock->setToolTip(tr("Keep the ends of the colour scale while the map changes"));
  m_lock->setIcon(icon(Icon::Unlock));
  m_lock->hide();
  connect(m_lock, &QToolButton::clicked, this, &TernaryMap::rangeLockToggled);
  connect(m_lock, &QToolButton::toggled, this,
          [this](bool locked) { m_lock->setIcon(icon(locked ? Icon::Lock : Icon::Unlock)); });
  new ExportActions(this, *this);
}

TernaryMap::~TernaryMap() = default;

void TernaryMap::setModel(const TernaryMapModel& model) {
  m_state->model = model;
  m_state->forget();
  m_state->hoveredMarker = -1;
  m_state->pressedMarker = false;
  m_lock->setVisible(!model.values.empty() && model.categories.empty());
  m_lock->setChecked(model.rangeLocked);
  placeLock();
  describe();
  update();
}

void TernaryMap::setCurrent(std::optional<Weights> current, bool inPlane) {
  m_state->model.current = current;
  m_state->model.currentInPlane = inPlane;
  describe();
  update();
}

const TernaryMapModel& TernaryMap::model() const {
  return m_state->model;
}

QPointF TernaryMap::toPixels(const Weights& weights) const {
  const auto p = m_state->painterFor(*this).layout().triangle.toPlane(weights);
  return {p.x, p.y};
}

Weights TernaryMap::fromPixels(QPointF pixel) const {
  return m_state->painterFor(*this).layout().triangle.nearestWeights({pixel.x(), pixel.y()});
}

double TernaryMap::valueAt(const Weights& weights) const {
  const auto& model = m_state->model;
  return interpolate(model.values, model.divisions, weights);
}

QSize TernaryMap::sizeHint() const {
  return {400, 340};
}
QSize TernaryMap::minimumSizeHint() const {
  return {220, 190};
}

void TernaryMap::placeLock() {
  const auto& box = m_state->painterFor(*this).layout().lock;
  m_lock->setGeometry(QRectF(box.left, box.top, box.width, box.height).toRect());
}

void TernaryMap::describe() {
  const auto& model = m_state->model;
  QString text = QStringLiteral("%1, %2–%3–%4")
                     .arg(model.quantity, model.corners[0], model.corners[1], model.corners[2]);
  if (!model.fixedText.isEmpty())
    text += QStringLiteral(" + ") + model.fixedText;
  if (model.current) {
    text += QStringLiteral("; ") + contentText(model, *model.current);
    if (!model.values.empty())
      text += QStringLiteral(": ") + valueText(model, valueAt(*model.current));
  }
  setAccessibleDescription(text);
}

bool TernaryMap::event(QEvent* event) {
  auto& s = *m_state;
  if (event->type() == QEvent::FocusIn) {
    const auto reason = static_cast<QFocusEvent*>(event)->reason();
    s.keyboardFocus = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                      reason == Qt::ShortcutFocusReason;
  }
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    QString hint = toolTip();
    if (s.hoveredMarker >= 0) {
      const auto& marker = s.model.markers[s.hoveredMarker];
      hint = marker.label.isEmpty() ? marker.formula : marker.label;
      if (!marker.source.isEmpty())
        hint += u'\n' + marker.source;
    }
    QToolTip::showText(help->globalPos(), hint, this);
    return true;
  }
  return QWidget::event(event);
}

void TernaryMap::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
    m_state->forget();
    m_lock->setIcon(icon(m_lock->isChecked() ? Icon::Lock : Icon::Unlock));
    placeLock();
    update();
  }
  QWidget::changeEvent(event);
}

void TernaryMap::resizeEvent(QResizeEvent* event) {
  placeLock();
  QWidget::resizeEvent(event);
}

void TernaryMap::paintEvent(QPaintEvent* /*event*/) {
  auto& s = *m_state;
  const auto& drawing = s.painterFor(*this);
  const Theme& colours = themeOf(*this);
  const double ratio = devicePixelRatioF();
  const QSize pixels = size() * ratio;
  if (s.mapDirty || s.map.size() != pixels) {
    s.mapDirty = false;
    if (s.map.size() != pixels)
      s.map = QImage(pixels, QImage::Format_RGB32);
    s.map.setDevicePixelRatio(ratio);
    drawing.drawMap(s.map);
  }
  QPainter painter(this);
  painter.drawImage(QPointF(), s.map);
  if (s.model.current)
    drawing.drawCurrent(painter, *s.model.current, s.model.currentInPlane);
  if (s.hoveredMarker >= 0) {
    const auto& marker = s.model.markers[s.hoveredMarker];
    drawing.drawHovered(painter, marker);
    drawing.drawReadout(painter, marker.weights, marker.formula);
  } else if (s.hovered) {
    drawing.drawReadout(painter, *s.hovered, contentText(s.model, *s.hovered));
  } else if (s.model.current) {
    drawing.drawReadout(painter, *s.model.current, contentText(s.model, *s.model.current));
  }
  if (hasFocus() && s.keyboardFocus) {
    painter.setPen(QPen(colours.accent, 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
  }
}

void TernaryMap::choose(const Weights& weights, bool finished) {
  // The cross follows at once; the model that comes back says the same.
  setCurrent(weights);
  emit pointChosen(weights, finished);
}

void TernaryMap::hover(QPointF pixel) {
  auto& s = *m_state;
  const auto& triangle = s.painterFor(*this).layout().triangle;
  int marker = -1;
  double best = 1.0;
  for (std::size_t i = 0; i < s.model.markers.size(); ++i) {
    const auto& each = s.model.markers[i];
    const auto at = triangle.toPlane(each.weights);
    const double reach = isOneOfMany(each.kind) ? kMeasuredMarkerRadius : kMarkerRadius;
    const double distance = std::hypot(at.x - pixel.x(), at.y - pixel.y()) / reach;
    if (distance <= best) {
      best = distance;
      marker = static_cast<int>(i);
    }
  }
  const bool was = s.hovered.has_value();
  s.hoveredMarker = marker;
  if (triangle.contains({pixel.x(), pixel.y()}))
    s.hovered = triangle.fromPlane({pixel.x(), pixel.y()});
  else
    s.hovered.reset();
  setCursor(marker >= 0 ? Qt::PointingHandCursor : s.hovered ? Qt::CrossCursor : Qt::ArrowCursor);
  update();
  if (s.hovered)
    emit pointHovered(*s.hovered);
  else if (was)
    emit hoverLeft();
}

void TernaryMap::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton)
    return QWidget::mousePressEvent(event);
  auto& s = *m_state;
  hover(event->position());
  s.dragStep = event->modifiers() & Qt::AltModifier ? kFineStepPercent : kDragStepPercent;
  // A marker is chosen on release: a drag may begin on it.
  s.pressedMarker = s.hoveredMarker >= 0;
  s.pressedAt = event->position();
  if (s.pressedMarker || !s.hovered)
    return;
  s.dragging = true;
  choose(snapWeights(*s.hovered, s.model.variablePercent, s.dragStep), false);
}

void TernaryMap::mouseMoveEvent(QMouseEvent* event) {
  auto& s = *m_state;
  if (s.pressedMarker) {
    const QPointF moved = event->position() - s.pressedAt;
    if (moved.manhattanLength() < QApplication::startDragDistance())
      return;
    s.pressedMarker = false;
    s.dragging = true;
  }
  if (!s.dragging)
    return hover(event->position());
  s.hovered.reset();
  s.hoveredMarker = -1;
  const auto weights =
      snapWeights(fromPixels(event->position()), s.model.variablePercent, s.dragStep);
  if (!s.model.current || *s.model.current != weights)
    choose(weights, false);
}

void TernaryMap::mouseReleaseEvent(QMouseEvent* event) {
  auto& s = *m_state;
  if (event->button() != Qt::LeftButton)
    return QWidget::mouseReleaseEvent(event);
  if (std::exchange(s.pressedMarker, false) && s.hoveredMarker >= 0)
    emit markerChosen(s.model.markers[s.hoveredMarker].formula);
  if (!std::exchange(s.dragging, false))
    return;
  choose(snapWeights(fromPixels(event->position()), s.model.variablePercent, s.dragStep), true);
}

void TernaryMap::leaveEvent(QEvent* event) {
  m_state->hovered.reset();
  m_state->hoveredMarker = -1;
  update();
  emit hoverLeft();
  QWidget::leaveEvent(event);
}

void TernaryMap::keyPressEvent(QKeyEvent* event) {
  auto& s = *m_state;
  if (!s.model.current)
    return QWidget::keyPressEvent(event);
  const Weights from = *s.model.current;
  int gains = -1;
  int gives = -1;
  // Sideways along the base; up and down between the apex and the richer one of the lower corners.
  const int richer = from[1] >= from[2] ? 1 : 2;
  switch (event->key()) {
    case Qt::Key_Left:
      gains = 1;
      gives = 2;
      break;
    case Qt::Key_Right:
      gains = 2;
      gives = 1;
      break;
    case Qt::Key_Up:
      gains = 0;
      gives = richer;
      break;
    case Qt::Key_Down:
      gains = 3 - richer;
      gives = 0;
      break;
    default:
      return QWidget::keyPressEvent(event);
  }
  const double percent = event->modifiers() & Qt::ShiftModifier ? kLeapPercent : kDragStepPercent;
  const double step = std::min(percent / s.model.variablePercent, from[gives]);
  if (step <= 0)
    return;
  Weights to = from;
  to[gains] += step;
  to[gives] -= step;
  if (to[gives] < 1e-12)
    to[gives] = 0.0;
  s.stepping = true;
  choose(to, false);
}

void TernaryMap::keyReleaseEvent(QKeyEvent* event) {
  auto& s = *m_state;
  if (event->isAutoRepeat() || !s.stepping || !s.model.current)
    return QWidget::keyReleaseEvent(event);
  s.stepping = false;
  choose(*s.model.current, true);
}

}  // namespace vitrine::widgets
