#include "engine/generation/kriging.h"

#include "engine/core/cholesky.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace vitrine::generation {

namespace {

using SmallMatrix = Eigen::MatrixXd;

/// The constant of the linear covariance. With a constant trend it changes no prediction; so far
/// above any distance of fractions it makes the matrix positive definite.
constexpr double kLinearTop = 10.0;

/// Ideal entropy of mixing over the gas constant.
double entropyOf(std::span<const double> fractions) {
  double sum = 0.0;
  for (const double x : fractions)
    sum -= x > 0.0 ? x * std::log(x) : 0.0;
  return sum;
}

Matrix trendOf(const Matrix& x, std::size_t terms) {
  Matrix trend(x.rows(), terms);
  for (std::size_t i = 0; i < x.rows(); ++i) {
    for (std::size_t k = 0; k < terms; ++k)
      trend(i, k) = trendTerm(x.row(i), k);
  }
  return trend;
}

}  // namespace

double distanceBetween(std::span<const double> a, std::span<const double> b, int along) {
  double squared = 0.0;
  for (std::size_t j = 0; j < a.size(); ++j)
    squared += (a[j] - b[j]) * (a[j] - b[j]);
  if (along != kNoElement) {
    // The part of the difference towards the element, in the plane where fractions add up to 1, at
    // half its size: the square loses three quarters of that part's.
    const double towards = a[static_cast<std::size_t>(along)] - b[static_cast<std::size_t>(along)];
    const auto elements = static_cast<double>(a.size());
    squared -= 0.75 * towards * towards * elements / (elements - 1.0);
  }
  return std::sqrt(std::max(0.0, squared));
}

double Kernel::at(double distance) const {
  switch (covariance) {
    case Covariance::Linear:
      return kLinearTop - distance;
    case Covariance::Exponential:
      return std::exp(-distance / length);
    case Covariance::Matern32: {
      const double r = std::sqrt(3.0) * distance / length;
      return (1.0 + r) * std::exp(-r);
    }
    case Covariance::SquaredExponential:
      return std::exp(-0.5 * distance * distance / (length * length));
  }
  return 0.0;
}

double Kernel::top() const {
  return at(0.0);
}

double trendTerm(std::span<const double> x, std::size_t term) {
  return term == 0 ? 1.0 : entropyOf(x);
}

Kriging krige(const Matrix& x, const Matrix& y, const std::vector<double>& trust,
              std::size_t trendTerms, const KrigingModel& model, bool wantsLeftOut,
              const RunContext& context) {
  const std::size_t n = x.rows();
  const std::size_t outputs = y.columns();
  Matrix covariance(n, n);
  for (std::size_t i = 0; i < n; ++i) {
    if (i % 16 == 0)
      context.tick();
    for (std::size_t k = 0; k < i; ++k)
      covariance(i, k) = model.kernel.at(x.row(i), x.row(k));
    covariance(i, i) = model.kernel.top() + model.noise / trust[i];
  }
  const auto factor = CholeskyFactor::of(std::move(covariance), context);
  const Matrix basis = trendOf(x, trendTerms);
  const Matrix kb = factor.solve(basis, context);
  Kriging found;
  found.coefficients = factor.solve(y, context);

  SmallMatrix inner = SmallMatrix::Zero(static_cast<Eigen::Index>(trendTerms),
                                        static_cast<Eigen::Index>(trendTerms));
  SmallMatrix right =
      SmallMatrix::Zero(static_cast<Eigen::Index>(trendTerms), static_cast<Eigen::Index>(outputs));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < trendTerms; ++k) {
      for (std::size_t l = 0; l < trendTerms; ++l)
        inner(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(l)) += basis(i, k) * kb(i, l);
      for (std::size_t j = 0; j < outputs; ++j)
        right(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(j)) += kb(i, k) * y(i, j);
    }
  }
  const Eigen::LDLT<SmallMatrix> innerFactor(inner);
  const SmallMatrix slopes = innerFactor.solve(right);
  const SmallMatrix innerInverse =
      innerFactor.solve(SmallMatrix::Identity(inner.rows(), inner.cols()));

  found.trend = Matrix(trendTerms, outputs);
  found.scales.assign(outputs, 0.0);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < outputs; ++j) {
      for (std::size_t k = 0; k < trendTerms; ++k)
        found.coefficients(i, j) -=
            kb(i, k) * slopes(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(j));
      found.scales[j] += y(i, j) * found.coefficients(i, j);
    }
  }
  const auto freedom = static_cast<double>(n - trendTerms);
  const double determinants =
      factor.logDeterminant() + innerFactor.vectorD().array().max(1e-300).log().sum();
  for (std::size_t j = 0; j < outputs; ++j) {
    for (std::size_t k = 0; k < trendTerms; ++k)
      found.trend(k, j) = slopes(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(j));
    // An output that is the same everywhere has no variance; the floor keeps it from dividing.
    found.scales[j] = std::max(found.scales[j] / freedom, 1e-300);
    found.likelihoods.push_back(-0.5 * (freedom * std::log(found.scales[j]) + determinants));
  }
  if (wantsLeftOut) {
    const auto diagonal = factor.inverseDiagonal(context);
    for (std::size_t i = 0; i < n; ++i) {
      double projected = diagonal[i];
      for (std::size_t k = 0; k < trendTerms; ++k)
        for (std::size_t l = 0; l < trendTerms; ++l)
          projected -= kb(i, k) * kb(i, l) *
                       innerInverse(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(l));
      found.leftOutFactor.push_back(1.0 / projected);
    }
  }
  return found;
}

}  // namespace vitrine::generation
