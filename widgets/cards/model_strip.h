#pragma once

#include "widgets/cards/property_cards_model.h"

#include <QRectF>

#include <optional>
#include <vector>

class QFont;
class QPainter;

namespace vitrine::widgets {

struct Theme;

/// Where the single models of a card stand on one axis, with the blend and its interval.
class ModelStrip {
 public:
  ModelStrip(const PropertyCard& card, const QRectF& area, TemperatureUnit unit);

  /// True where there is nothing to be placed.
  [[nodiscard]] bool isEmpty() const { return m_low >= m_high; }
  /// Ends of the axis, in the unit shown.
  [[nodiscard]] double low() const { return m_low; }
  [[nodiscard]] double high() const { return m_high; }
  /// Middle of the dot of one of the card's models; empty where that has no value.
  [[nodiscard]] std::optional<QPointF> dot(std::size_t model) const;
  /// The model whose dot is nearest to a point, within reach of a pointer.
  [[nodiscard]] std::optional<std::size_t> modelAt(QPointF point) const;

  /// Draws it; `chosen` is ringed.
  void paint(QPainter& painter, const Theme& colours, const QFont& font,
             std::optional<std::size_t> chosen) const;

 private:
  [[nodiscard]] double shown(double value) const;
  [[nodiscard]] double xOf(double value) const;
  [[nodiscard]] double radius() const;

  const PropertyCard& m_card;
  QRectF m_area;
  TemperatureUnit m_unit;
  double m_low = 0.0;
  double m_high = 0.0;
};

/// A number with which the ends of the axis are round: 1, 2 or 5 times a power of ten.
double roundStep(double span);

}  // namespace vitrine::widgets
