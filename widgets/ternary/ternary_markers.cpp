// The alloys marked on a composition triangle.

#include "widgets/ternary/ternary_painter.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace vitrine::widgets {

namespace {

constexpr double kKnownRadius = 3.2;
/// Small, for there are many and the colours below them count.
constexpr double kMeasuredRadius = 1.3;
constexpr double kNextRadius = 5.5;
constexpr double kRowRadius = 1.8;
constexpr double kSelectedRadius = 4.0;

}  // namespace

/// The few lie over the many.
void TernaryPainter::drawMarkers(QPainter& painter) const {
  for (const auto kind : {MarkerKind::MeasuredPattern, MarkerKind::TableRow, MarkerKind::KnownAlloy,
                          MarkerKind::NextMeasurement, MarkerKind::SelectedRow}) {
    for (const auto& marker : m_model.markers) {
      if (marker.kind != kind)
        continue;
      const PlanePoint at = m_layout.triangle.toPlane(marker.weights);
      drawMarker(painter, {at.x, at.y}, kind);
    }
  }
}

void TernaryPainter::drawMarker(QPainter& painter, QPointF at, MarkerKind kind) const {
  const QColor rim = m_theme.dark ? QColor(0, 0, 0, 220) : QColor(30, 30, 30, 220);
  painter.setPen(QPen(rim, 1.2));
  painter.setBrush(QColor(255, 255, 255, 230));
  switch (kind) {
    case MarkerKind::KnownAlloy:
      painter.drawEllipse(at, kKnownRadius, kKnownRadius);
      break;
    case MarkerKind::MeasuredPattern:
      painter.setPen(QPen(rim, 0.5));
      painter.drawEllipse(at, kMeasuredRadius, kMeasuredRadius);
      break;
    case MarkerKind::TableRow:
      painter.setPen(QPen(rim, 0.8));
      painter.drawRect(
          QRectF(at.x() - kRowRadius, at.y() - kRowRadius, 2 * kRowRadius, 2 * kRowRadius));
      break;
    case MarkerKind::SelectedRow:
      painter.setPen(QPen(m_theme.accent, 2.0));
      painter.drawRect(QRectF(at.x() - kSelectedRadius, at.y() - kSelectedRadius,
                              2 * kSelectedRadius, 2 * kSelectedRadius));
      break;
    case MarkerKind::NextMeasurement: {
      const double r = kNextRadius;
      painter.drawPolygon(QPolygonF(
          {at + QPointF(0, -r), at + QPointF(r, 0), at + QPointF(0, r), at + QPointF(-r, 0)}));
      break;
    }
  }
  painter.setBrush(Qt::NoBrush);
}

void TernaryPainter::drawHovered(QPainter& painter, const TernaryMarker& marker) const {
  const PlanePoint at = m_layout.triangle.toPlane(marker.weights);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::white);
  painter.setPen(QPen(m_theme.accent, 2.2));
  painter.drawEllipse(QPointF(at.x, at.y), 5.0, 5.0);
  painter.restore();
}

}  // namespace vitrine::widgets
