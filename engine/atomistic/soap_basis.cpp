#include "engine/atomistic/soap_basis.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vitrine::atomistic {

namespace {

constexpr double kPi = std::numbers::pi;
/// Gaussian type orbitals have fallen to this at radii spread evenly from 1 Å to the cutoff.
constexpr double kOrbitalEdge = 1e-3;
constexpr double kFirstRadiusA = 1.0;
constexpr std::size_t kQuadratureNodes = 400;

/// Overlaps of many smooth functions are nearly singular: double has too few digits.
using Precise = Eigen::Matrix<long double, Eigen::Dynamic, Eigen::Dynamic>;

/// S^(-1/2) of a symmetric positive matrix (Löwdin).
Precise inverseRoot(const Precise& overlap) {
  const Eigen::SelfAdjointEigenSolver<Precise> solved(overlap);
  return solved.eigenvectors() * solved.eigenvalues().cwiseSqrt().cwiseInverse().asDiagonal() *
         solved.eigenvectors().transpose();
}

std::vector<double> rowsOf(const Precise& matrix) {
  std::vector<double> rows;
  for (Eigen::Index i = 0; i < matrix.rows(); ++i)
    for (Eigen::Index j = 0; j < matrix.cols(); ++j)
      rows.push_back(static_cast<double>(matrix(i, j)));
  return rows;
}

/// Nodes and weights of Gauss-Legendre quadrature on [0, end], from the Jacobi matrix (Golub and
/// Welsch, Math. Comp. 23, 221 (1969)).
void gaussLegendre(std::size_t count, double end, std::vector<double>& nodes,
                   std::vector<double>& weights) {
  const auto n = static_cast<Eigen::Index>(count);
  Eigen::VectorXd beside(n - 1);
  for (Eigen::Index i = 1; i < n; ++i) {
    const auto k = static_cast<double>(i);
    beside[i - 1] = k / std::sqrt(4.0 * k * k - 1.0);
  }
  Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solved;
  solved.computeFromTridiagonal(Eigen::VectorXd::Zero(n), beside);
  for (Eigen::Index i = 0; i < n; ++i) {
    nodes.push_back(0.5 * end * (solved.eigenvalues()[i] + 1.0));
    const double first = solved.eigenvectors()(0, i);
    weights.push_back(end * first * first);
  }
}

/// exp(-x) i_l(x) for l = 0 … highest by downward recursion (Miller), which is stable.
std::vector<double> scaledBessel(int highest, double x) {
  std::vector<double> values(static_cast<std::size_t>(highest) + 1);
  if (x < 1e-8) {
    values[0] = 1.0;
    if (highest >= 1)
      values[1] = x / 3.0;
    return values;
  }
  const int start = highest + 20 + static_cast<int>(std::sqrt(60.0 * x));
  double above = 0.0;
  double here = 1e-290;
  for (int l = start; l >= 0; --l) {
    if (l <= highest)
      values[static_cast<std::size_t>(l)] = here;
    const double below = above + (2.0 * l + 1.0) / x * here;
    above = here;
    here = below;
    if (here > 1e250) {
      for (double& value : values)
        value *= 1e-250;
      above *= 1e-250;
      here *= 1e-250;
    }
  }
  // exp(-x) i_0(x) = (1 - exp(-2x)) / 2x
  const double factor = -std::expm1(-2.0 * x) / (2.0 * x) / values[0];
  for (double& value : values)
    value *= factor;
  return values;
}

}  // namespace

SoapExpansion::SoapExpansion(const SoapSettings& settings)
    : m_settings(settings), m_eta(0.5 / (settings.sigmaA * settings.sigmaA)) {
  if (settings.basis == SoapBasis::Gto)
    makeGto();
  else
    makePolynomial();
}

RadialValues SoapExpansion::at(double distance) const {
  return m_settings.basis == SoapBasis::Gto ? gtoAt(distance) : polynomialAt(distance);
}

/// phi_nl(r) = r^l exp(-a r^2); their overlap is Gamma(l + 3/2) (a + a')^(-l - 3/2) / 2.
void SoapExpansion::makeGto() {
  const int count = m_settings.radial;
  for (int l = 0; l <= m_settings.angular; ++l) {
    std::vector<double> decays;
    for (int n = 0; n < count; ++n) {
      const double share = count == 1 ? 0.0 : static_cast<double>(n) / (count - 1);
      const double radius = kFirstRadiusA + share * (m_settings.cutoffA - kFirstRadiusA);
      decays.push_back(-std::log(kOrbitalEdge / std::pow(radius, l)) / (radius * radius));
    }
    Precise overlap(count, count);
    for (int i = 0; i < count; ++i)
      for (int j = 0; j < count; ++j)
        overlap(i, j) = 0.5L * std::tgamma(l + 1.5L) *
                        std::pow(static_cast<long double>(decays[static_cast<std::size_t>(i)] +
                                                          decays[static_cast<std::size_t>(j)]),
                                 -l - 1.5L);
    m_decays.push_back(std::move(decays));
    m_mixing.push_back(rowsOf(inverseRoot(overlap)));
  }
}

/// The integral of an orbital is pi^(3/2) (eta d)^l (a + eta)^(-l - 3/2) exp(-k d^2) with
/// k = a eta / (a + eta).
RadialValues SoapExpansion::gtoAt(double distance) const {
  const auto count = static_cast<std::size_t>(m_settings.radial);
  RadialValues result;
  for (int l = 0; l <= m_settings.angular; ++l) {
    const auto& decays = m_decays[static_cast<std::size_t>(l)];
    std::vector<double> plain(count);
    std::vector<double> slopes(count);
    for (std::size_t n = 0; n < count; ++n) {
      const double sum = decays[n] + m_eta;
      const double k = decays[n] * m_eta / sum;
      const double scale = std::pow(kPi, 1.5) * std::pow(sum, -l - 1.5) * std::pow(m_eta, l) *
                           std::exp(-k * distance * distance);
      plain[n] = scale * std::pow(distance, l);
      const double rising = l == 0 ? 0.0 : l * std::pow(distance, l - 1);
      slopes[n] = scale * (rising - 2.0 * k * std::pow(distance, l + 1));
    }
    const auto& mixing = m_mixing[static_cast<std::size_t>(l)];
    for (std::size_t n = 0; n < count; ++n) {
      double value = 0.0;
      double slope = 0.0;
      for (std::size_t m = 0; m < count; ++m) {
        value += mixing[n * count + m] * plain[m];
        slope += mixing[n * count + m] * slopes[m];
      }
      result.values.push_back(value);
      result.slopes.push_back(slope);
    }
  }
  return result;
}

/// phi_n(r) = (r_cut - r)^(n + 2), n = 1 … n_max (Bartók et al., Phys. Rev. B 87, 184115 (2013),
/// eq. 25), each normalised and then all made orthonormal for the weight r^2 dr.
void SoapExpansion::makePolynomial() {
  const int count = m_settings.radial;
  const double end = m_settings.cutoffA;
  std::vector<double> weights;
  gaussLegendre(kQuadratureNodes, end, m_nodes, weights);
  // With u = 1 - r/r_cut: the integral of u^(n+2) u^(n'+2) (1 - u)^2 du from 0 to 1.
  const auto integral = [](int i, int j) {
    const long double power = i + j + 6.0L;
    return 2.0L / ((power + 1.0L) * (power + 2.0L) * (power + 3.0L));
  };
  Precise overlap(count, count);
  for (int i = 0; i < count; ++i)
    for (int j = 0; j < count; ++j)
      overlap(i, j) = integral(i, j) / std::sqrt(integral(i, i) * integral(j, j));
  const Precise mixing = inverseRoot(overlap) / std::pow(static_cast<long double>(end), 1.5L);
  for (int n = 0; n < count; ++n) {
    std::vector<double> weighted;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
      const long double u = 1.0L - static_cast<long double>(m_nodes[i] / end);
      long double value = 0.0L;
      for (int m = 0; m < count; ++m)
        value += mixing(n, m) * std::pow(u, m + 3) / std::sqrt(integral(m, m));
      weighted.push_back(static_cast<double>(value) * m_nodes[i] * m_nodes[i] * weights[i]);
    }
    m_weighted.push_back(std::move(weighted));
  }
}

/// By quadrature; the slope from i_l' = i_(l+1) + l i_l / x.
RadialValues SoapExpansion::polynomialAt(double distance) const {
  const auto count = static_cast<std::size_t>(m_settings.radial);
  const auto degrees = static_cast<std::size_t>(m_settings.angular) + 1;
  RadialValues result;
  result.values.assign(count * degrees, 0.0);
  result.slopes.assign(count * degrees, 0.0);
  for (std::size_t i = 0; i < m_nodes.size(); ++i) {
    const double r = m_nodes[i];
    const double x = 2.0 * m_eta * r * distance;
    const auto bessel = scaledBessel(m_settings.angular + 1, x);
    const double gauss = 4.0 * kPi * std::exp(-m_eta * (r - distance) * (r - distance));
    for (std::size_t l = 0; l < degrees; ++l) {
      const double value = gauss * bessel[l];
      // At the centre only the first degree has a slope.
      const double lower =
          x > 1e-8 ? static_cast<double>(l) * bessel[l] / x : (l == 1 ? 1.0 / 3.0 : 0.0);
      const double slope =
          gauss * (2.0 * m_eta * r * (bessel[l + 1] + lower) - 2.0 * m_eta * distance * bessel[l]);
      for (std::size_t n = 0; n < count; ++n) {
        result.values[l * count + n] += m_weighted[n][i] * value;
        result.slopes[l * count + n] += m_weighted[n][i] * slope;
      }
    }
  }
  return result;
}

}  // namespace vitrine::atomistic
