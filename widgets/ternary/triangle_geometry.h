#pragma once

#include <array>

namespace vitrine::widgets {

/// Barycentric coordinates in a composition triangle: shares of the three corners, sum 1.
using Weights = std::array<double, 3>;

/// A place or a direction in the plane of the picture, y downwards.
struct PlanePoint {
  double x = 0.0;
  double y = 0.0;
};

/// An upright equilateral triangle: corner 0 on top, 1 at the lower left, 2 at the lower right.
class TriangleGeometry {
 public:
  TriangleGeometry() = default;
  /// @param apex place of corner 0
  TriangleGeometry(PlanePoint apex, double side);

  [[nodiscard]] double side() const noexcept { return m_side; }
  [[nodiscard]] double height() const noexcept;
  [[nodiscard]] PlanePoint apex() const noexcept { return m_apex; }
  [[nodiscard]] PlanePoint corner(int index) const;

  [[nodiscard]] PlanePoint toPlane(const Weights& weights) const;
  /// Sum 1 everywhere; negative shares outside the triangle.
  [[nodiscard]] Weights fromPlane(PlanePoint point) const;
  [[nodiscard]] bool contains(PlanePoint point) const;
  /// The same for places outside the triangle, where the nearest place of the triangle counts.
  [[nodiscard]] Weights nearestWeights(PlanePoint point) const;

 private:
  PlanePoint m_apex;
  double m_side = 1.0;
};

/// Rounds shares of `variablePercent` at.% to multiples of `stepPercent`, so that they still add
/// up: the largest remainders are rounded up. What is left of a `variablePercent` that is no
/// multiple of the step goes to the largest share.
Weights snapWeights(const Weights& weights, double variablePercent, double stepPercent);

}  // namespace vitrine::widgets
