#pragma once

#include <cstddef>
#include <vector>

namespace vitrine::atomistic {

/// Radial functions that a density around an atom is expanded in.
enum class SoapBasis {
  Gto,         ///< orthonormalised Gaussian type orbitals
  Polynomial,  ///< orthonormalised (r_cut - r)^(n+2), Bartók et al. 2013
};

/// How sharp and how far an environment is described.
struct SoapSettings {
  double cutoffA = 5.0;  ///< r_cut
  int radial = 11;       ///< n_max: radial functions
  int angular = 12;      ///< l_max: highest degree of the spherical harmonics
  double sigmaA = 0.5;   ///< width of the Gaussian that stands for an atom
  SoapBasis basis = SoapBasis::Gto;
  bool operator==(const SoapSettings&) const = default;
};

/// The radial part of the expansion of a Gaussian at distance d from the centre,
///   R_nl(d) = integral of g_nl(r) 4 pi exp(-(r^2 + d^2) / 2 sigma^2) i_l(r d / sigma^2) r^2 dr,
/// with the orthonormal radial functions g and the modified spherical Bessel functions i: the
/// coefficient of an atom is R_nl(d) Y_lm. Tabulated, and read by cubic interpolation with an error
/// below 1e-9 of the largest value.
///
/// Definitions as in L. Himanen et al., Comput. Phys. Commun. 247, 106949 (2020).
class SoapRadial {
 public:
  /// @throws Error (InvalidInput) for settings out of range: cutoff above 1 Å, 1 to 30 radial
  ///         functions, degrees 0 to 20, sigma 0.05 to 2 Å
  explicit SoapRadial(const SoapSettings& settings);

  /// Atoms further away are not seen, Å: r_cut and the reach of a Gaussian.
  [[nodiscard]] double reachA() const noexcept { return m_reach; }
  /// Values of one distance: `stride()` for each degree, of which the first n_max count and the
  /// others are zero.
  [[nodiscard]] std::size_t stride() const noexcept { return m_stride; }
  [[nodiscard]] std::size_t size() const noexcept { return m_size; }
  /// Writes `size()` numbers: R_nl at [l * stride + n].
  void at(double distance, double* values) const;

 private:
  double m_reach;
  std::size_t m_stride;
  std::size_t m_size;
  double m_step = 0.0;
  std::size_t m_intervals = 0;
  /// For each interval the four coefficients of its cubics: size() each, one after the other.
  std::vector<double> m_cubics;
};

}  // namespace vitrine::atomistic
