#pragma once

#include "engine/regression/least_squares.h"

namespace vitrine::regression {

/// The line that makes |y - line|^2 + penalty · m · |coefficients|^2 smallest, for where there are
/// about as many features as rows, or more (Hoerl & Kennard, Technometrics 12, 55 (1970)). The
/// intercept is free. m is the mean squared length of the rows from their middle, so that a penalty
/// means the same in any unit and for any number of features.
/// @param penalty  above 0; small ones trust the rows, large ones give their mean
/// @throws Error (InvalidInput) for another penalty, no rows or unequal lengths; Cancelled
LinearFit ridge(const Matrix& x, std::span<const double> y, double penalty,
                const RunContext& context);

}  // namespace vitrine::regression
