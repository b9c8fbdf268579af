#pragma once

#include "engine/atomistic/vector3.h"

#include <array>

namespace vitrine::atomistic {

/// The box of a simulation: a parallelepiped spanned by three vectors, periodic along some or all
/// of them. Made valid by its constructor and then unchanged.
class Cell {
 public:
  /// @param edges   the vectors a, b, c, Å
  /// @param origin  the corner they begin at, Å
  /// @throws Error (InvalidInput) for numbers that are not finite, or edges without a volume
  explicit Cell(const std::array<Vector3, 3>& edges, const Vector3& origin = {},
                const std::array<bool, 3>& periodic = {true, true, true});

  [[nodiscard]] const std::array<Vector3, 3>& edges() const noexcept { return m_edges; }
  [[nodiscard]] const Vector3& origin() const noexcept { return m_origin; }
  [[nodiscard]] const std::array<bool, 3>& periodic() const noexcept { return m_periodic; }
  /// Å^3
  [[nodiscard]] double volume() const noexcept { return m_volume; }
  /// Distances between opposite faces, Å.
  [[nodiscard]] Vector3 heights() const noexcept;

  /// Multiples of the edges, counted from the origin.
  [[nodiscard]] Vector3 toFractions(const Vector3& place) const noexcept;
  [[nodiscard]] Vector3 toPlace(const Vector3& fractions) const noexcept;
  /// The same place in the box, 0 <= fraction < 1 along periodic edges.
  [[nodiscard]] Vector3 wrapped(const Vector3& place) const noexcept;
  /// The displacement by so many edges.
  [[nodiscard]] Vector3 shift(const std::array<int, 3>& images) const noexcept;

 private:
  std::array<Vector3, 3> m_edges;
  std::array<Vector3, 3> m_reciprocal{};  ///< rows: fraction = m_reciprocal . place
  Vector3 m_origin;
  std::array<bool, 3> m_periodic;
  double m_volume = 0.0;
};

}  // namespace vitrine::atomistic
