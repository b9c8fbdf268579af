#include "widgets/cards/card_face_view.h"

#include "widgets/cards/card_face.h"
#include "widgets/cards/card_text.h"
#include "widgets/cards/model_strip.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace vitrine::widgets {

CardFaceView::CardFaceView(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CardFaceView::setCard(const PropertyCard& card, TemperatureUnit unit) {
  const bool resized = card.brief != m_card.brief;
  m_card = card;
  m_unit = unit;
  if (resized)
    updateGeometry();
  if (m_chosen && *m_chosen >= card.models.size())
    m_chosen.reset();
  QString name = withoutMarks(card.title);
  if (!card.caption.isEmpty())
    name += QStringLiteral(", ") + card.caption;
  setAccessibleName(name);
  setAccessibleDescription(cardSpoken(card, unit));
  update();
}

QRectF CardFaceView::inner() const {
  const double em = fontMetrics().height();
  return QRectF(rect()).adjusted(0.5 * em, 0.25 * em, -0.5 * em, 0);
}

QRectF CardFaceView::stripArea() const {
  return CardFaceLayout(inner(), font(), m_card.brief).body;
}

std::optional<QPointF> CardFaceView::dot(std::size_t model) const {
  return ModelStrip(m_card, stripArea(), m_unit).dot(model);
}

QSize CardFaceView::sizeHint() const {
  const int em = fontMetrics().height();
  return {17 * em,
          static_cast<int>(std::ceil(CardFaceLayout::height(font(), m_card.brief) + 0.3 * em))};
}

QSize CardFaceView::minimumSizeHint() const {
  return {10 * fontMetrics().height(), sizeHint().height()};
}

void CardFaceView::choose(std::optional<std::size_t> model) {
  if (model == m_chosen)
    return;
  m_chosen = model;
  if (model && m_card.models[*model].value) {
    const CardModelValue& chosen = m_card.models[*model];
    setAccessibleDescription(chosen.name + QLatin1Char(' ') +
                             cardValue(m_card, *chosen.value, m_unit));
  } else {
    setAccessibleDescription(cardSpoken(m_card, m_unit));
  }
  update();
}

void CardFaceView::stepModel(int direction) {
  const int count = static_cast<int>(m_card.models.size());
  int at = m_chosen ? static_cast<int>(*m_chosen) : (direction > 0 ? -1 : count);
  do {
    at += direction;
  } while (at >= 0 && at < count && !m_card.models[static_cast<std::size_t>(at)].value);
  if (at >= 0 && at < count)
    choose(static_cast<std::size_t>(at));
}

bool CardFaceView::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto model = ModelStrip(m_card, stripArea(), m_unit).modelAt(help->pos());
    if (model) {
      const CardModelValue& under = m_card.models[*model];
      QToolTip::showText(help->globalPos(),
                         under.name + QLatin1Char(' ') + cardValue(m_card, *under.value, m_unit),
                         this);
    } else {
      QToolTip::showText(help->globalPos(), cardToolTip(m_card), this);
    }
    return true;
  }
  return QWidget::event(event);
}

void CardFaceView::mouseMoveEvent(QMouseEvent* event) {
  choose(ModelStrip(m_card, stripArea(), m_unit).modelAt(event->position()));
}

void CardFaceView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
    emit activated();
}

void CardFaceView::leaveEvent(QEvent* event) {
  choose(std::nullopt);
  QWidget::leaveEvent(event);
}

void CardFaceView::focusOutEvent(QFocusEvent* event) {
  choose(std::nullopt);
  QWidget::focusOutEvent(event);
}

void CardFaceView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
      emit activated();
      break;
    case Qt::Key_Left:
      stepModel(-1);
      break;
    case Qt::Key_Right:
      stepModel(+1);
      break;
    default:
      QWidget::keyPressEvent(event);
  }
}

void CardFaceView::paintEvent(QPaintEvent*) {
  const Theme& colours = themeOf(*this);
  QPainter painter(this);
  paintCardFace(painter, inner(), m_card, m_unit, colours, font(), m_chosen);
  if (hasFocus()) {
    const double em = fontMetrics().height();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.accent, 1.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 0.35 * em, 0.35 * em);
  }
}

}  // namespace vitrine::widgets
