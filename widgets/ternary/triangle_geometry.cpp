#include "widgets/ternary/triangle_geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vitrine::widgets {

namespace {
constexpr double kHeightOfSide = std::numbers::sqrt3 / 2.0;

/// Nearest point of the segment a-b.
PlanePoint nearestOn(PlanePoint a, PlanePoint b, PlanePoint p) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length2 = dx * dx + dy * dy;
  const double t =
      length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0.0;
  return {a.x + t * dx, a.y + t * dy};
}

double distance2(PlanePoint a, PlanePoint b) {
  return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}
}  // namespace

TriangleGeometry::TriangleGeometry(PlanePoint apex, double side) : m_apex(apex), m_side(side) {}

double TriangleGeometry::height() const noexcept {
  return m_side * kHeightOfSide;
}

PlanePoint TriangleGeometry::corner(int index) const {
  if (index == 0)
    return m_apex;
  const double half = m_side / 2;
  return {index == 1 ? m_apex.x - half : m_apex.x + half, m_apex.y + height()};
}

PlanePoint TriangleGeometry::toPlane(const Weights& weights) const {
  return {m_apex.x + (weights[2] - weights[1]) * m_side / 2,
          m_apex.y + (weights[1] + weights[2]) * height()};
}

Weights TriangleGeometry::fromPlane(PlanePoint point) const {
  const double below = (point.y - m_apex.y) / height();
  const double right = (point.x - m_apex.x) / (m_side / 2);
  return {1.0 - below, (below - right) / 2, (below + right) / 2};
}

bool TriangleGeometry::contains(PlanePoint point) const {
  const auto weights = fromPlane(point);
  return weights[0] >= 0 && weights[1] >= 0 && weights[2] >= 0;
}

Weights TriangleGeometry::nearestWeights(PlanePoint point) const {
  if (!contains(point)) {
    const std::array candidates{nearestOn(corner(0), corner(1), point),
                                nearestOn(corner(1), corner(2), point),
                                nearestOn(corner(2), corner(0), point)};
    point = *std::min_element(candidates.begin(), candidates.end(), [&](auto a, auto b) {
      return distance2(a, point) < distance2(b, point);
    });
  }
  auto weights = fromPlane(point);
  double sum = 0.0;
  for (auto& w : weights) {
    w = std::max(0.0, w);
    sum += w;
  }
  for (auto& w : weights)
    w /= sum;
  return weights;
}

Weights snapWeights(const Weights& weights, double variablePercent, double stepPercent) {
  const double total = variablePercent / stepPercent;
  const double whole = std::floor(total + 1e-9);
  std::array<double, 3> steps{};
  std::array<double, 3> remainder{};
  double used = 0.0;
  for (std::size_t i = 0; i < 3; ++i) {
    const double exact = std::max(0.0, weights[i]) * total;
    steps[i] = std::floor(exact + 1e-9);
    remainder[i] = exact - steps[i];
    used += steps[i];
  }
  while (used + 0.5 < whole) {
    const auto largest = std::max_element(remainder.begin(), remainder.end()) - remainder.begin();
    steps[largest] += 1.0;
    remainder[largest] -= 1.0;
    used += 1.0;
  }
  *std::max_element(steps.begin(), steps.end()) += total - used;
  return {steps[0] / total, steps[1] / total, steps[2] / total};
}

}  // namespace vitrine::widgets
