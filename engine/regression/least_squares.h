#pragma once

#include "engine/core/matrix.h"
#include "engine/core/run_context.h"

#include <span>
#include <vector>

namespace vitrine::regression {

/// A straight line through everything: intercept + sum of coefficient × feature.
struct LinearFit {
  double intercept = 0.0;
  std::vector<double> coefficients;  ///< one for each column

  /// One value for each row. @pre as many columns as coefficients
  [[nodiscard]] std::vector<double> predict(const Matrix& x) const;
};

/// Ordinary least squares with an intercept. Of all the fits that are equally good (features that
/// always add up to one make many) it takes the one with the smallest coefficients; a feature that
/// never varies gets 0.
/// @throws Error (InvalidInput) for no rows or unequal lengths; Cancelled
LinearFit leastSquares(const Matrix& x, std::span<const double> y, const RunContext& context);

}  // namespace vitrine::regression
