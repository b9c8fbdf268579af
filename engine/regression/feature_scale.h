#pragma once

#include "engine/core/matrix.h"

#include <cstddef>
#include <span>
#include <vector>

namespace vitrine::regression {

/// What each feature is multiplied by: 1 over its standard deviation (1 where it never varies), or
/// 1 throughout where `standardise` is false. Distances need no shift.
std::vector<double> featureScale(const Matrix& x, bool standardise);

/// The scaled values of `x`, feature after feature.
std::vector<double> scaledColumns(const Matrix& x, std::span<const double> scale);

/// @throws Error (InvalidInput) where `x` has not as many columns as the model was trained on
void requireColumns(const Matrix& x, std::size_t trained);

}  // namespace vitrine::regression
