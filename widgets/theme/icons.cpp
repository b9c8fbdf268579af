#include "widgets/theme/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace vitrine::widgets {

namespace {

// All drawings live in a square of 16 units.
constexpr double kGrid = 16.0;
constexpr double kStroke = 1.5;

void polyline(QPainter& painter, std::initializer_list<QPointF> points) {
  painter.drawPolyline(points.begin(), static_cast<int>(points.size()));
}

void paintPadlock(QPainter& painter, bool closed, const QColor& colour) {
  QPainterPath shackle;
  if (closed) {
    shackle.moveTo(4.9, 7.5);
    shackle.lineTo(4.9, 5.4);
    shackle.arcTo(QRectF(4.9, 2.3, 6.2, 6.2), 180, -180);
    shackle.lineTo(11.1, 7.5);
  } else {
    shackle.moveTo(4.9, 7.5);
    shackle.lineTo(4.9, 4.6);
    shackle.arcTo(QRectF(4.9, 1.5, 6.2, 6.2), 180, -180);
    shackle.lineTo(11.1, 5.2);
  }
  painter.drawPath(shackle);
  const QRectF body(3.2, 7.5, 9.6, 6.3);
  if (closed)
    painter.setBrush(colour);
  painter.drawRoundedRect(body, 1.2, 1.2);
}

void paintCross(QPainter& painter, double margin) {
  painter.drawLine(QPointF(margin, margin), QPointF(kGrid - margin, kGrid - margin));
  painter.drawLine(QPointF(kGrid - margin, margin), QPointF(margin, kGrid - margin));
}

void paintTurn(QPainter& painter, bool mirrored) {
  if (mirrored) {
    painter.translate(kGrid, 0);
    painter.scale(-1, 1);
  }
  QPainterPath turn(QPointF(3.0, 6.0));
  turn.lineTo(9.5, 6.0);
  turn.arcTo(QRectF(6.0, 6.0, 7.0, 7.0), 90, -180);
  turn.lineTo(6.0, 13.0);
  painter.drawPath(turn);
  polyline(painter, {{6.0, 3.0}, {3.0, 6.0}, {6.0, 9.0}});
}

/// A full shape with the sign cut out of it in the ground's colour, whatever that is.
void paintFlag(QPainter& painter, Icon which, const QColor& colour) {
  QPainterPath shape;
  QPainterPath sign;
  if (which == Icon::Edge) {
    shape.addPolygon(QPolygonF(QList<QPointF>{{8.0, 1.6}, {15.2, 14.2}, {0.8, 14.2}, {8.0, 1.6}}));
    sign.addRoundedRect(QRectF(7.2, 6.0, 1.6, 4.2), 0.6, 0.6);
    sign.addEllipse(QPointF(8.0, 12.0), 0.95, 0.95);
  } else if (which == Icon::Failed) {
    shape.addPolygon(QPolygonF(QList<QPointF>{
        {5, 1}, {11, 1}, {15, 5}, {15, 11}, {11, 15}, {5, 15}, {1, 11}, {1, 5}, {5, 1}}));
    sign.addRoundedRect(QRectF(7.1, 4.0, 1.8, 5.2), 0.6, 0.6);
    sign.addEllipse(QPointF(8.0, 11.6), 1.1, 1.1);
  } else {
    shape.addEllipse(QRectF(1.2, 1.2, 13.6, 13.6));
    QPainterPath line;
    if (which == Icon::Inside) {
      line.moveTo(4.8, 8.3);
      line.lineTo(7.1, 10.6);
      line.lineTo(11.3, 5.8);
    } else {
      line.moveTo(4.8, 8.0);
      line.lineTo(11.2, 8.0);
    }
    QPainterPathStroker stroker;
    stroker.setWidth(which == Icon::Inside ? 1.7 : 2.2);
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    sign = stroker.createStroke(line);
  }
  painter.fillPath(shape.subtracted(sign), colour);
}

void paintInGrid(QPainter& painter, Icon which, const QColor& colour) {
  switch (which) {
    case Icon::Lock:
    case Icon::Unlock:
      paintPadlock(painter, which == Icon::Lock, colour);
      break;
    case Icon::Remove:
    case Icon::Cancel:
      paintCross(painter, 4.0);
      break;
    case Icon::Add:
      painter.drawLine(QPointF(8, 3), QPointF(8, 13));
      painter.drawLine(QPointF(3, 8), QPointF(13, 8));
      break;
    case Icon::Copy:
      painter.drawRoundedRect(QRectF(5.5, 5.5, 8, 8.5), 1, 1);
      polyline(painter, {{3.5, 10.5}, {2.5, 10.5}, {2.5, 2.0}, {10.5, 2.0}, {10.5, 3.0}});
      break;
    case Icon::Export:
      polyline(painter, {{2.5, 10.0}, {2.5, 13.5}, {13.5, 13.5}, {13.5, 10.0}});
      painter.drawLine(QPointF(8, 10), QPointF(8, 2.5));
      polyline(painter, {{5, 5.5}, {8, 2.5}, {11, 5.5}});
      break;
    case Icon::Expand:
      polyline(painter, {{4, 6}, {8, 10}, {12, 6}});
      break;
    case Icon::Collapse:
      polyline(painter, {{4, 10}, {8, 6}, {12, 10}});
      break;
    case Icon::Undo:
    case Icon::Redo:
      paintTurn(painter, which == Icon::Redo);
      break;
    case Icon::Inside:
    case Icon::Edge:
    case Icon::Outside:
    case Icon::Failed:
      paintFlag(painter, which, colour);
      break;
  }
}

class PaintedIcon : public QIconEngine {
 public:
  explicit PaintedIcon(Icon which) : m_which(which) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
    const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText;
    paintIcon(*painter, m_which, rect, QGuiApplication::palette().color(group, role));
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap drawn(size);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return drawn;
  }

  [[nodiscard]] QIconEngine* clone() const override { return new PaintedIcon(m_which); }

 private:
  Icon m_which;
};

/// A button that is checked shows another drawing.
class PaintedSwitch : public QIconEngine {
 public:
  PaintedSwitch(Icon off, Icon on) : m_off(off), m_on(on) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    PaintedIcon(state == QIcon::On ? m_on : m_off).paint(painter, rect, mode, state);
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    return PaintedIcon(state == QIcon::On ? m_on : m_off).pixmap(size, mode, state);
  }
  [[nodiscard]] QIconEngine* clone() const override { return new PaintedSwitch(m_off, m_on); }

 private:
  Icon m_off;
  Icon m_on;
};

}  // namespace

QIcon icon(Icon which) {
  return QIcon(new PaintedIcon(which));
}

QIcon switchIcon(Icon off, Icon on) {
  return QIcon(new PaintedSwitch(off, on));
}

void paintIcon(QPainter& painter, Icon which, const QRectF& area, const QColor& colour) {
  const double side = std::min(area.width(), area.height());
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(area.center() - QPointF(side / 2, side / 2));
  painter.scale(side / kGrid, side / kGrid);
  painter.setPen(QPen(colour, kStroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  paintInGrid(painter, which, colour);
  painter.restore();
}

Icon domainIcon(alloy::Domain domain) {
  switch (domain) {
    case alloy::Domain::Inside:
      return Icon::Inside;
    case alloy::Domain::Edge:
      return Icon::Edge;
    case alloy::Domain::Outside:
      break;
  }
  return Icon::Outside;
}

}  // namespace vitrine::widgets
