#include "engine/regression/feature_scale.h"

#include "engine/core/error.h"

#include <cmath>
#include <string>

namespace vitrine::regression {

std::vector<double> featureScale(const Matrix& x, bool standardise) {
  std::vector<double> scale(x.columns(), 1.0);
  if (!standardise)
    return scale;
  const auto n = static_cast<double>(x.rows());
  for (std::size_t f = 0; f < x.columns(); ++f) {
    double mean = 0.0;
    for (std::size_t i = 0; i < x.rows(); ++i)
      mean += x(i, f) / n;
    double variance = 0.0;
    for (std::size_t i = 0; i < x.rows(); ++i)
      variance += (x(i, f) - mean) * (x(i, f) - mean) / n;
    const double deviation = std::sqrt(variance);
    // Rounding of the mean alone is no variation.
    if (deviation > 1e-12 * std::abs(mean))
      scale[f] = 1.0 / deviation;
  }
  return scale;
}

std::vector<double> scaledColumns(const Matrix& x, std::span<const double> scale) {
  std::vector<double> columns(x.rows() * x.columns());
  for (std::size_t i = 0; i < x.rows(); ++i)
    for (std::size_t f = 0; f < x.columns(); ++f)
      columns[f * x.rows() + i] = x(i, f) * scale[f];
  return columns;
}

void requireColumns(const Matrix& x, std::size_t trained) {
  if (x.columns() != trained)
    throw Error(ErrorCode::InvalidInput, "This model was trained on " + std::to_string(trained) +
                                             " features and cannot predict from " +
                                             std::to_string(x.columns()) + ".");
}

}  // namespace vitrine::regression
