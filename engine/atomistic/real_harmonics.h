#pragma once

#include "engine/atomistic/vector3.h"

#include <cstddef>
#include <vector>

namespace vitrine::atomistic {

/// Real spherical harmonics, orthonormal on the sphere: sqrt(2) cos(m phi) for m > 0, sqrt(2)
/// sin(|m| phi) for m < 0, without the Condon-Shortley phase.
class RealHarmonics {
 public:
  explicit RealHarmonics(int highestDegree);

  /// (l_max + 1)^2
  [[nodiscard]] std::size_t size() const noexcept { return m_size; }
  /// Writes Y_lm at [l^2 + l + m]. @param direction  of length one
  void at(const Vector3& direction, double* values) const;

 private:
  int m_highest;
  std::size_t m_size;
  /// Of the recursion P_lm = rise (z P_(l-1)m - fall P_(l-2)m), at [l^2 + l + m], m >= 0.
  std::vector<double> m_rise;
  std::vector<double> m_fall;
};

}  // namespace vitrine::atomistic
