#include "engine/regression/least_squares.h"

#include "engine/core/error.h"

#include <Eigen/Core>
#include <Eigen/Eigenvalues>

#include <cmath>
#include <cstddef>

namespace vitrine::regression {

namespace {

constexpr std::size_t kRowsPerTick = 256;
/// Directions that carry less than this share of the largest variance are rounding.
constexpr double kLeastVariance = 1e-13;

Eigen::Map<const Eigen::VectorXd> vectorOf(std::span<const double> values) {
  return {values.data(), static_cast<Eigen::Index>(values.size())};
}

}  // namespace

std::vector<double> LinearFit::predict(const Matrix& x) const {
  std::vector<double> values(x.rows());
  for (std::size_t i = 0; i < x.rows(); ++i)
    values[i] = intercept + vectorOf(x.row(i)).dot(vectorOf(coefficients));
  return values;
}

LinearFit leastSquares(const Matrix& x, std::span<const double> y, const RunContext& context) {
  if (y.empty() || x.rows() != y.size())
    throw Error(ErrorCode::InvalidInput,
                "A line needs as many values as rows, and at least one of them.");
  const auto columns = static_cast<Eigen::Index>(x.columns());
  const auto n = static_cast<double>(y.size());
  Eigen::VectorXd meanX = Eigen::VectorXd::Zero(columns);
  double meanY = 0.0;
  for (std::size_t i = 0; i < y.size(); ++i) {
    if (i % kRowsPerTick == 0)
      context.tick();
    meanX += vectorOf(x.row(i)) / n;
    meanY += y[i] / n;
  }
  Eigen::MatrixXd square = Eigen::MatrixXd::Zero(columns, columns);
  Eigen::VectorXd right = Eigen::VectorXd::Zero(columns);
  for (std::size_t i = 0; i < y.size(); ++i) {
    if (i % kRowsPerTick == 0)
      context.tick();
    const Eigen::VectorXd off = vectorOf(x.row(i)) - meanX;
    square.selfadjointView<Eigen::Lower>().rankUpdate(off);
    right += off * (y[i] - meanY);
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> directions(square);
  Eigen::VectorXd solution = Eigen::VectorXd::Zero(columns);
  const auto& variances = directions.eigenvalues();
  const double least = columns > 0 ? kLeastVariance * variances.maxCoeff() : 0.0;
  for (Eigen::Index k = 0; k < columns; ++k) {
    const auto direction = directions.eigenvectors().col(k);
    if (variances[k] > least)
      solution += direction * (direction.dot(right) / variances[k]);
  }
  LinearFit fit;
  fit.coefficients.assign(solution.begin(), solution.end());
  fit.intercept = meanY - meanX.dot(solution);
  return fit;
}

}  // namespace vitrine::regression
