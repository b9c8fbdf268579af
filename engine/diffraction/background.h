#pragma once

#include <array>
#include <span>

namespace vitrine::diffraction {

/// The background of a pattern over q: a polynomial of third order and a term E/q for the air that
/// scatters beside the beam.
class Background {
 public:
  [[nodiscard]] double at(double q) const noexcept;

 private:
  friend Background fitBackground(std::span<const double>, std::span<const double>);

  /// Of Chebyshev's polynomials over the fitted range, then of 1/q.
  std::array<double, 5> m_coefficients = {};
  double m_middle = 0.0;
  double m_halfRange = 1.0;
};

/// Fits the background of Ren et al., Sci. Adv. 4, eaaq1566 (2018), whose program takes every 20th
/// of 1000 points from the 31st to the 900th and makes the sum over them least of d^4 where the
/// pattern lies below the background or q < 1.8 1/Å, and of d^2 above it: so the background runs
/// along the feet of the peaks. Here as many points are taken over the same part of a pattern of
/// any length, and d is counted in 1/600 of the mean intensity, which was one count in their
/// patterns, so that the unit of the intensities does not matter. The sum is convex: it has one
/// minimum, and Newton's method finds it where their program searched at random.
///
/// @param q            1/Å, rising
/// @param intensities  as many
/// @throws Error (InvalidInput) for fewer than 20 points above q = 0, or none above zero intensity
Background fitBackground(std::span<const double> q, std::span<const double> intensities);

}  // namespace vitrine::diffraction
