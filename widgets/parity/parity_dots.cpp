#include "widgets/parity/parity_dots.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

namespace {

bool drawable(QPointF point) {
  return std::isfinite(point.x()) && std::isfinite(point.y());
}

/// What shows through the discs, one value for each pixel.
class Transmission {
 public:
  Transmission(int width, int height)
      : m_width(width),
        m_height(height),
        m_values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 1.0F) {}

  void add(QPointF centre, double radius, double opacity) {
    const int left = std::max(0, static_cast<int>(std::floor(centre.x() - radius - 0.5)));
    const int right = std::min(m_width - 1, static_cast<int>(std::ceil(centre.x() + radius)));
    const int top = std::max(0, static_cast<int>(std::floor(centre.y() - radius - 0.5)));
    const int bottom = std::min(m_height - 1, static_cast<int>(std::ceil(centre.y() + radius)));
    for (int y = top; y <= bottom; ++y)
      for (int x = left; x <= right; ++x) {
        // The edge fades over one pixel.
        const double away = std::hypot(x + 0.5 - centre.x(), y + 0.5 - centre.y());
        const double covered = std::clamp(radius + 0.5 - away, 0.0, 1.0);
        at(x, y) *= static_cast<float>(1.0 - opacity * covered);
      }
  }

  [[nodiscard]] QImage image(const QColor& colour) const {
    QImage picture(m_width, m_height, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < m_height; ++y) {
      auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
      for (int x = 0; x < m_width; ++x) {
        const float value = m_values[index(x, y)];
        line[x] = qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(),
                                     static_cast<int>(std::lround(255.0F * (1.0F - value)))));
      }
    }
    return picture;
  }

 private:
  [[nodiscard]] std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) +
           static_cast<std::size_t>(x);
  }
  float& at(int x, int y) { return m_values[index(x, y)]; }

  int m_width;
  int m_height;
  std::vector<float> m_values;
};

}  // namespace

void drawDots(QPainter& painter, const std::vector<QPointF>& centres, double radius,
              const QColor& colour, const QRectF& area) {
  painter.save();
  painter.setClipRect(area, Qt::IntersectClip);
  if (painter.paintEngine()->type() != QPaintEngine::Raster) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const QPointF& centre : centres)
      if (drawable(centre))
        painter.drawEllipse(centre, radius, radius);
    painter.restore();
    return;
  }
  const QTransform toDevice = painter.deviceTransform();
  const double scale = toDevice.m11();
  const QRect pixels = toDevice.mapRect(area).toAlignedRect();
  if (!pixels.isEmpty()) {
    Transmission discs(pixels.width(), pixels.height());
    for (const QPointF& centre : centres)
      if (drawable(centre))
        discs.add(toDevice.map(centre) - pixels.topLeft(), radius * scale, colour.alphaF());
    painter.drawImage(toDevice.inverted().mapRect(QRectF(pixels)), discs.image(colour));
  }
  painter.restore();
}

}  // namespace vitrine::widgets
