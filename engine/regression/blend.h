#pragma once

#include "engine/core/matrix.h"

#include <span>
#include <vector>

namespace vitrine::regression {

/// Weights of a blend: w ≥ 0, sum w = 1, minimising the squared error of `predictions` · w.
///
/// @param predictions  out-of-fold predictions, samples × models
/// @return one weight for each model. Found by the active-set method of Lawson & Hanson (1974) on
/// the constrained problem, so it is exact and not iterated to a tolerance. Of models that are
/// combinations of others, only as many get a weight as are needed.
/// @throws Error (InvalidInput) for no rows or models, unequal lengths, numbers that are not finite
std::vector<double> blendWeights(const Matrix& predictions, std::span<const double> measured);

}  // namespace vitrine::regression
