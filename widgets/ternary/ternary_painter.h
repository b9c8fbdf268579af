#pragma once

#include "widgets/ternary/contours.h"
#include "widgets/ternary/ternary_layout.h"
#include "widgets/ternary/ternary_model.h"

#include <QFont>
#include <QImage>
#include <QPointF>
#include <QSizeF>

#include <cstdint>
#include <vector>

class QPainter;

namespace vitrine::widgets {

struct Theme;

/// Draws a composition triangle. Two storeys: what only a new model changes, and what the pointer
/// and the edited alloy change all the time.
class TernaryPainter {
 public:
  TernaryPainter(const TernaryMapModel& model, const Theme& theme, const QFont& font, QSizeF size);

  [[nodiscard]] const TernaryLayout& layout() const noexcept { return m_layout; }
  [[nodiscard]] ValueRange range() const noexcept { return m_range; }

  /// The map on a ground of its own: colours, contour lines, sides, scales, colour bar, title, key
  /// and the alloys of the markers. `canvas` has 32 bits a pixel and the device pixel ratio it is
  /// shown with.
  void drawMap(QImage& canvas) const;
  /// The same with vectors, save for the colours.
  void drawMap(QPainter& painter) const;

  /// The cross of the edited alloy.
  void drawCurrent(QPainter& painter, const Weights& weights, bool inPlane) const;
  /// The ring round an alloy the pointer is on.
  void drawHovered(QPainter& painter, const TernaryMarker& marker) const;
  /// What stands in the upper right corner about one composition.
  void drawReadout(QPainter& painter, const Weights& weights, const QString& head) const;

 private:
  void fillHeat(QImage& canvas, QPointF origin, double ratio) const;
  void drawOverHeat(QPainter& painter, double contourWidth) const;
  void drawContours(QPainter& painter, double width) const;
  void drawSides(QPainter& painter) const;
  void drawCorners(QPainter& painter) const;
  void drawBar(QPainter& painter) const;
  void drawCategories(QPainter& painter) const;
  void drawTitle(QPainter& painter) const;
  void drawKey(QPainter& painter) const;
  void drawShadeSwatch(QPainter& painter, const QRectF& box, alloy::Domain domain) const;
  void drawMarkers(QPainter& painter) const;
  void drawMarker(QPainter& painter, QPointF at, MarkerKind kind) const;
  [[nodiscard]] QColor inkOn(double value) const;
  [[nodiscard]] QColor paint(double value) const;

  const TernaryMapModel& m_model;
  const Theme& m_theme;
  QSizeF m_size;
  QFont m_font;
  QFont m_small;
  QFont m_bold;
  ValueRange m_range;
  std::vector<std::uint32_t> m_palette;
  std::vector<double> m_scaleTicks;
  TernaryLayout m_layout;
};

}  // namespace vitrine::widgets
