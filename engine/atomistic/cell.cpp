#include "engine/atomistic/cell.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>

namespace vitrine::atomistic {

namespace {

bool isFinite(const Vector3& vector) {
  return std::all_of(vector.begin(), vector.end(), [](double x) { return std::isfinite(x); });
}

}  // namespace

Cell::Cell(const std::array<Vector3, 3>& edges, const Vector3& origin,
           const std::array<bool, 3>& periodic)
    : m_edges(edges), m_origin(origin), m_periodic(periodic) {
  if (!isFinite(origin) || !std::all_of(edges.begin(), edges.end(), isFinite))
    throw Error(ErrorCode::InvalidInput, "The cell has an edge that is no number.");
  const double signedVolume = dot(edges[0], cross(edges[1], edges[2]));
  m_volume = std::abs(signedVolume);
  const double largest = length(edges[0]) * length(edges[1]) * length(edges[2]);
  // Nearly parallel edges leave nothing to compute with.
  constexpr double kFlattest = 1e-9;
  if (!(m_volume > kFlattest * largest) || !std::isfinite(largest))
    throw Error(ErrorCode::InvalidInput, "The cell has no volume.");
  for (std::size_t i = 0; i < 3; ++i)
    m_reciprocal[i] = 1.0 / signedVolume * cross(edges[(i + 1) % 3], edges[(i + 2) % 3]);
}

Vector3 Cell::heights() const noexcept {
  return {1.0 / length(m_reciprocal[0]), 1.0 / length(m_reciprocal[1]),
          1.0 / length(m_reciprocal[2])};
}

Vector3 Cell::toFractions(const Vector3& place) const noexcept {
  const Vector3 from = place - m_origin;
  return {dot(m_reciprocal[0], from), dot(m_reciprocal[1], from), dot(m_reciprocal[2], from)};
}

Vector3 Cell::toPlace(const Vector3& fractions) const noexcept {
  return m_origin + fractions[0] * m_edges[0] + fractions[1] * m_edges[1] +
         fractions[2] * m_edges[2];
}

Vector3 Cell::wrapped(const Vector3& place) const noexcept {
  Vector3 fractions = toFractions(place);
  for (std::size_t i = 0; i < 3; ++i) {
    if (!m_periodic[i])
      continue;
    fractions[i] -= std::floor(fractions[i]);
    // A tiny negative fraction rounds up to one.
    if (fractions[i] >= 1.0)
      fractions[i] = 0.0;
  }
  return toPlace(fractions);
}

Vector3 Cell::shift(const std::array<int, 3>& images) const noexcept {
  return static_cast<double>(images[0]) * m_edges[0] + static_cast<double>(images[1]) * m_edges[1] +
         static_cast<double>(images[2]) * m_edges[2];
}

}  // namespace vitrine::atomistic
