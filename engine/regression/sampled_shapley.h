#pragma once

#include "engine/regression/regressor.h"
#include "engine/regression/tree_shap.h"

#include <cstddef>
#include <functional>
#include <span>

namespace vitrine::regression {

/// Predicts many rows at once.
using BatchPredictor = std::function<std::vector<double>(const Matrix&)>;

/// Shapley values of any model by sampled orders of features (Castro et al. 2009; Štrumbelj &
/// Kononenko 2014): features join one by one, the others stand at the values of a background row
/// drawn anew for each order. Each order adds up to prediction − background prediction, so the sum
/// of the contributions is exact, and `base` is the mean over the background rows drawn. Features
/// equal in row and background row cost nothing.
///
/// @param background  rows that stand for "feature unknown", e.g. a sample of the training rows
/// @param orders      the standard error falls with its square root
Attribution sampledShapley(const BatchPredictor& predict, std::span<const double> x,
                           const Matrix& background, std::size_t orders, const RunContext& context);

}  // namespace vitrine::regression
