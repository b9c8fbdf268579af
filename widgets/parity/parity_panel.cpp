#include "widgets/parity/parity_panel.h"

#include "widgets/parity/parity_dots.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QFocusEvent>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

namespace {

constexpr double kHitRadius = 6.0;
constexpr double kRing = 4.0;
constexpr double kSwatch = 7.0;  // the coloured dot before the name
constexpr double kPad = 4.0;
constexpr double kFromDiagonal = 0.1;  // of the width, clear of words
constexpr double kTitleFont = 0.84;
constexpr double kLineFont = 0.84;

PlotFrame frameOf(const ParityPanelModel& model, const ParityCell& cell) {
  return {cell.plot, model.range, model.range};
}

void drawGround(QPainter& painter, const ParityPanelModel& model, const PlotFrame& frame,
                const Theme& theme) {
  const QRectF& rect = frame.rect;
  painter.setPen(QPen(theme.grid, 1));
  for (const double tick : model.ticks) {
    const QPointF at = frame.toPixels({tick, tick});
    painter.drawLine(QPointF(at.x(), rect.top()), QPointF(at.x(), rect.bottom()));
    painter.drawLine(QPointF(rect.left(), at.y()), QPointF(rect.right(), at.y()));
  }
  const auto [low, high] = model.range;
  if (model.rmse) {
    QPainterPath band;
    band.addPolygon(QPolygonF(
        {frame.toPixels({low, low - *model.rmse}), frame.toPixels({high, high - *model.rmse}),
         frame.toPixels({high, high + *model.rmse}), frame.toPixels({low, low + *model.rmse})}));
    painter.fillPath(band, theme.band);
  }
  painter.setPen(QPen(theme.axis, 1, Qt::DashLine));
  painter.drawLine(frame.toPixels({low, low}), frame.toPixels({high, high}));
}

void drawPoints(QPainter& painter, const ParityPanelModel& model, const PlotFrame& frame,
                const Theme& theme) {
  const bool crowded = model.points.size() > 400;
  const double radius =
      std::clamp(frame.rect.width() / (crowded ? 90.0 : 50.0), 1.0, crowded ? 2.25 : 3.0);
  QColor fill = model.stale ? theme.staleText : model.colour;
  fill.setAlphaF(crowded ? 0.45F : 0.6F);
  std::vector<QPointF> centres;
  centres.reserve(model.points.size());
  for (const QPointF& point : model.points)
    centres.push_back(frame.toPixels(point));
  drawDots(painter, centres, radius, fill, frame.rect);
}

/// The longest wording that fits; empty where none does.
QString fitting(const QStringList& wordings, const QFont& font, double room) {
  const QFontMetricsF metrics(font);
  for (const QString& text : wordings)
    if (metrics.horizontalAdvance(text) <= room)
      return text;
  return {};
}

/// Lines in a corner off the diagonal. Each has less room than its neighbour nearer to the edge;
/// without the first one the others would mean nothing.
void drawCorner(QPainter& painter, const CornerLines& lines, const QRectF& plot, bool upper,
                const QColor& colour, const QFont& font) {
  const double fromDiagonal = kFromDiagonal * plot.width();
  painter.setPen(colour);
  double depth = 1.0;  // from the edge
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const QFont face = scaledFont(font, kLineFont, i == 0);
    const double height = QFontMetricsF(face).height();
    const QString text =
        fitting(lines[i], face, plot.width() - depth - height - kPad - fromDiagonal);
    if (text.isEmpty() && i == 0)
      return;
    if (text.isEmpty())
      continue;
    const double top = upper ? plot.top() + depth : plot.bottom() - depth - height;
    painter.setFont(face);
    painter.drawText(
        QRectF(plot.left() + kPad, top, plot.width() - 2 * kPad, height),
        (upper ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::TextSingleLine, text);
    depth += height;
  }
}

}  // namespace

void drawPanel(QPainter& painter, const ParityPanelModel& model, const ParityCell& cell,
               const Theme& theme, const QFont& font) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const PlotFrame frame = frameOf(model, cell);
  painter.save();
  painter.setClipRect(cell.plot);
  drawGround(painter, model, frame, theme);
  drawPoints(painter, model, frame, theme);
  painter.restore();
  painter.setPen(QPen(theme.border, 1));
  painter.drawRect(cell.plot);

  const QColor ink = model.stale ? theme.staleText : theme.text;
  painter.setPen(Qt::NoPen);
  painter.setBrush(model.stale ? theme.staleText : model.colour);
  painter.drawEllipse(
      QRectF(cell.title.left(), cell.title.center().y() - kSwatch / 2, kSwatch, kSwatch));
  painter.setBrush(Qt::NoBrush);
  const QRectF name = cell.title.adjusted(kSwatch + kPad, 0, 0, 0);
  const QFont titleFont = scaledFont(font, kTitleFont, true);
  QString title = fitting({model.title, model.shortTitle}, titleFont, name.width());
  if (title.isEmpty())
    title = QFontMetricsF(titleFont).elidedText(model.shortTitle, Qt::ElideRight, name.width());
  painter.setFont(titleFont);
  painter.setPen(ink);
  painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, title);
  drawCorner(painter, model.ours, cell.plot, true, ink, font);
  drawCorner(painter, model.paper, cell.plot, false,
             model.stale ? theme.staleText : theme.mutedText, font);
  painter.restore();
}

void drawPanelRing(QPainter& painter, const ParityPanelModel& model, const ParityCell& cell,
                   QPointF point, const Theme& theme) {
  if (!std::isfinite(point.x()) || !std::isfinite(point.y()))
    return;
  const QPointF at = frameOf(model, cell).toPixels(point);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme.surface, 4.0));
  painter.drawEllipse(at, kRing, kRing);
  painter.setPen(QPen(theme.accent, 2.0));
  painter.drawEllipse(at, kRing, kRing);
  painter.restore();
}

ParityPanel::ParityPanel(QWidget* parent) : QAbstractButton(parent) {
  setMouseTracking(true);
  setAttribute(Qt::WA_Hover);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
}

void ParityPanel::setModel(const ParityPanelModel& model) {
  m_model = model;
  m_selected = m_hovered = m_near = -1;
  redraw();
}

void ParityPanel::setCell(const ParityCell& cell) {
  // A little more than the parts, so that the frame of the focus has room.
  const QRect place = cell.whole().adjusted(-2, -1, 2, 2).toAlignedRect();
  setGeometry(place);
  ParityCell own = cell;
  own.title.translate(-place.topLeft());
  own.plot.translate(-place.topLeft());
  if (own.plot == m_cell.plot && own.title == m_cell.title)
    return;
  m_cell = own;
  redraw();
}

void ParityPanel::setMarks(int selected, int hovered) {
  if (selected == m_selected && hovered == m_hovered)
    return;
  m_selected = selected;
  m_hovered = hovered;
  update();
}

QPointF ParityPanel::toPixels(QPointF point) const {
  return frameOf(m_model, m_cell).toPixels(point);
}

void ParityPanel::redraw() {
  m_dirty = true;
  update();
}

bool ParityPanel::event(QEvent* event) {
  switch (event->type()) {
    case QEvent::FocusIn: {
      const auto reason = static_cast<QFocusEvent*>(event)->reason();
      m_keyboardFocus = reason != Qt::MouseFocusReason && reason != Qt::ActiveWindowFocusReason;
      break;
    }
    case QEvent::PaletteChange:
    case QEvent::FontChange:
      redraw();
      break;
    default:
      break;
  }
  return QAbstractButton::event(event);
}

void ParityPanel::paintEvent(QPaintEvent* /*event*/) {
  const Theme& colours = themeOf(*this);
  const double ratio = devicePixelRatioF();
  const QSize pixels = size() * ratio;
  if (m_dirty || m_pixels.size() != pixels) {
    m_dirty = false;
    m_pixels = QPixmap(pixels);
    m_pixels.setDevicePixelRatio(ratio);
    m_pixels.fill(colours.surface);
    QPainter painter(&m_pixels);
    drawPanel(painter, m_model, m_cell, colours, font());
  }
  QPainter painter(this);
  painter.drawPixmap(QPointF(), m_pixels);
  for (const int mark : {m_hovered, m_selected})
    if (mark >= 0 && mark < static_cast<int>(m_model.points.size()))
      drawPanelRing(painter, m_model, m_cell, m_model.points[mark], colours);
  if (!hasFocus() && !underMouse())
    return;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  if (underMouse()) {
    painter.setPen(QPen(colours.accent, 1));
    painter.drawRect(m_cell.plot);
  }
  if (hasFocus() && m_keyboardFocus) {
    painter.setPen(QPen(colours.accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
  }
}

void ParityPanel::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    return click();
  m_keyboardFocus = true;
  QAbstractButton::keyPressEvent(event);
}

void ParityPanel::mouseMoveEvent(QMouseEvent* event) {
  const PlotFrame frame = frameOf(m_model, m_cell);
  int near = -1;
  double best = kHitRadius * kHitRadius;
  for (std::size_t i = 0; i < m_model.points.size(); ++i) {
    const QPointF away = frame.toPixels(m_model.points[i]) - event->position();
    const double distance = QPointF::dotProduct(away, away);
    if (distance < best) {
      best = distance;
      near = static_cast<int>(i);
    }
  }
  hover(near);
  QAbstractButton::mouseMoveEvent(event);
}

void ParityPanel::leaveEvent(QEvent* event) {
  hover(-1);
  QAbstractButton::leaveEvent(event);
}

void ParityPanel::hover(int point) {
  if (point == m_near)
    return;
  m_near = point;
  emit pointHovered(point);
}

}  // namespace vitrine::widgets
