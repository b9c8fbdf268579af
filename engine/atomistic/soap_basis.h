#pragma once

#include "engine/atomistic/soap_radial.h"

#include <vector>

namespace vitrine::atomistic {

/// R_nl and its derivative, n_max numbers for each degree.
struct RadialValues {
  std::vector<double> values;
  std::vector<double> slopes;  ///< 1/Å
};

/// The exact radial expansion behind SoapRadial: closed form for Gaussian type orbitals, Gauss
/// quadrature for polynomials. Slow; the table is made from it.
class SoapExpansion {
 public:
  explicit SoapExpansion(const SoapSettings& settings);

  [[nodiscard]] RadialValues at(double distance) const;

 private:
  [[nodiscard]] RadialValues gtoAt(double distance) const;
  [[nodiscard]] RadialValues polynomialAt(double distance) const;
  void makeGto();
  void makePolynomial();

  SoapSettings m_settings;
  double m_eta;  ///< 1 / 2 sigma^2, 1/Å^2
  /// Gaussian type orbitals: decay of each function of each degree, and what makes them
  /// orthonormal, n_max x n_max by rows, for each degree.
  std::vector<std::vector<double>> m_decays;
  std::vector<std::vector<double>> m_mixing;
  /// Polynomials: nodes of the quadrature, Å, and g_n(r) r^2 times the weight, by n.
  std::vector<double> m_nodes;
  std::vector<std::vector<double>> m_weighted;
};

}  // namespace vitrine::atomistic
