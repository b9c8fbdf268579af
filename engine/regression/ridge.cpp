#include "engine/regression/ridge.h"

#include "engine/core/cholesky.h"
#include "engine/core/error.h"

#include <numeric>

namespace vitrine::regression {

namespace {

double dot(std::span<const double> a, std::span<const double> b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

std::vector<double> columnMeans(const Matrix& x) {
  std::vector<double> means(x.columns());
  for (std::size_t i = 0; i < x.rows(); ++i)
    for (std::size_t k = 0; k < means.size(); ++k)
      means[k] += x(i, k) / static_cast<double>(x.rows());
  return means;
}

}  // namespace

LinearFit ridge(const Matrix& x, std::span<const double> y, double penalty,
                const RunContext& context) {
  if (y.empty() || x.rows() != y.size())
    throw Error(ErrorCode::InvalidInput,
                "A line needs as many values as rows, and at least one of them.");
  if (!(penalty > 0.0))
    throw Error(ErrorCode::InvalidInput, "The penalty of a line must be above 0.");
  const std::size_t rows = x.rows();
  const auto meanX = columnMeans(x);
  const double meanY = std::accumulate(y.begin(), y.end(), 0.0) / static_cast<double>(rows);
  Matrix centred = x;
  for (std::size_t i = 0; i < rows; ++i)
    for (std::size_t k = 0; k < meanX.size(); ++k)
      centred(i, k) -= meanX[k];

  // b = Xᵀ (X Xᵀ + penalty m)⁻¹ y
  Matrix kernel(rows, rows);
  double trace = 0.0;
  for (std::size_t i = 0; i < rows; ++i) {
    context.tick();
    for (std::size_t j = 0; j <= i; ++j)
      kernel(i, j) = dot(centred.row(i), centred.row(j));
    trace += kernel(i, i);
  }
  LinearFit fit{meanY, std::vector<double>(x.columns())};
  if (trace == 0.0)
    return fit;
  Matrix right(rows, 1);
  for (std::size_t i = 0; i < rows; ++i) {
    kernel(i, i) += penalty * trace / static_cast<double>(rows);
    right(i, 0) = y[i] - meanY;
  }
  const auto weights = CholeskyFactor::of(std::move(kernel), context).solve(right, context);
  for (std::size_t i = 0; i < rows; ++i)
    for (std::size_t k = 0; k < fit.coefficients.size(); ++k)
      fit.coefficients[k] += weights(i, 0) * centred(i, k);
  fit.intercept -= dot(meanX, fit.coefficients);
  return fit;
}

}  // namespace vitrine::regression
