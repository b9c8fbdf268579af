#include "engine/relaxation/percus_yevick.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <numeric>

namespace vitrine::relaxation {

namespace {

constexpr double kSeriesBelow = 1.5;
constexpr int kSeriesTerms = 14;

Moments momentsBySeries(double q) {
  const double q2 = q * q;
  Moments sum;
  double term = 1.0;  // (-1)^k q^2k / (2k+1)!
  for (int k = 0; k < kSeriesTerms; ++k) {
    sum.first += term / (2 * k + 3);
    sum.second += term / (2 * k + 4);
    sum.fourth += term / (2 * k + 6);
    term *= -q2 / ((2 * k + 2) * (2 * k + 3));
  }
  return sum;
}

using Complex = std::complex<double>;

/// x g(x) in the first shell is the sum over the roots t of S of the residues of
/// t L(t) exp(t (x - 1)) / (12 phi S(t)), with Wertheim's polynomials L and S.
struct Shell {
  std::array<Complex, 3> roots;
  std::array<Complex, 3> residues;

  explicit Shell(double phi) {
    const double v = 1.0 - phi;
    const double c3 = v * v;
    const double c2 = 6.0 * phi * v;
    const double c1 = 18.0 * phi * phi;
    const double c0 = -12.0 * phi * (1.0 + 2.0 * phi);
    // S rises through its single real root; Newton from the right converges.
    double real = 10.0 / v;
    for (int i = 0; i < 200; ++i) {
      const double value = ((c3 * real + c2) * real + c1) * real + c0;
      const double slope = (3.0 * c3 * real + 2.0 * c2) * real + c1;
      const double next = real - value / slope;
      if (!(next < real))
        break;
      real = next;
    }
    // What is left after dividing it out: t^2 + b t + c with complex roots.
    const double b = c2 / c3 + real;
    const double c = c1 / c3 + b * real;
    const double imaginary = std::sqrt(std::max(0.0, c - b * b / 4.0));
    roots = {Complex(real), Complex(-b / 2.0, imaginary), Complex(-b / 2.0, -imaginary)};
    for (std::size_t i = 0; i < roots.size(); ++i) {
      const Complex t = roots[i];
      const Complex l = 12.0 * phi * ((1.0 + phi / 2.0) * t + 1.0 + 2.0 * phi);
      const Complex slope = (3.0 * c3 * t + 2.0 * c2) * t + c1;
      residues[i] = t * l / (12.0 * phi * slope);
    }
  }

  [[nodiscard]] double pair(double r) const {
    double sum = 0.0;
    for (std::size_t i = 0; i < roots.size(); ++i)
      sum += (residues[i] * std::exp(roots[i] * (r - 1.0))).real();
    return sum / r;
  }
  [[nodiscard]] double slope(double r) const {
    double sum = 0.0;
    for (std::size_t i = 0; i < roots.size(); ++i)
      sum += (residues[i] * (roots[i] - 1.0 / r) * std::exp(roots[i] * (r - 1.0))).real();
    return sum / r;
  }
};

}  // namespace

double contactValue(double phi) {
  return (1.0 + phi / 2.0) / ((1.0 - phi) * (1.0 - phi));
}

double structureFactorAtZero(double phi) {
  const double ratio = (1.0 - phi) * (1.0 - phi) / (1.0 + 2.0 * phi);
  return ratio * ratio;
}

Moments moments(double q) {
  if (q < kSeriesBelow)
    return momentsBySeries(q);
  const double s = std::sin(q);
  const double c = std::cos(q);
  const double q2 = q * q;
  const double q4 = q2 * q2;
  return {(s - q * c) / (q2 * q), (2.0 * q * s - (q2 - 2.0) * c - 2.0) / q4,
          ((4.0 * q2 - 24.0) * q * s - (q4 - 12.0 * q2 + 24.0) * c + 24.0) / (q4 * q2)};
}

Moments directCorrelationCoefficients(double phi) {
  const double v2 = (1.0 - phi) * (1.0 - phi);
  const double v4 = v2 * v2;
  const double l1 = (1.0 + 2.0 * phi) * (1.0 + 2.0 * phi) / v4;
  const double l2 = -(1.0 + phi / 2.0) * (1.0 + phi / 2.0) / v4;
  return {-24.0 * phi * l1, -144.0 * phi * phi * l2, -12.0 * phi * phi * l1};
}

double directCorrelation(double q, double phi) {
  const Moments m = moments(q);
  const Moments k = directCorrelationCoefficients(phi);
  return k.first * m.first + k.second * m.second + k.fourth * m.fourth;
}

double structureFactor(double q, double phi) {
  return 1.0 / (1.0 - directCorrelation(q, phi));
}

double pairDistribution(double r, double phi) {
  return Shell(phi).pair(r);
}

std::optional<double> firstMinimum(double phi) {
  const Shell shell(phi);
  double low = 1.0;
  double high = 2.0;
  if (shell.slope(low) >= 0.0 || shell.slope(high) <= 0.0)
    return std::nullopt;
  while (high - low > 1e-13) {
    const double middle = std::midpoint(low, high);
    (shell.slope(middle) < 0.0 ? low : high) = middle;
  }
  return std::midpoint(low, high);
}

}  // namespace vitrine::relaxation
