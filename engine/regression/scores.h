#pragma once

#include <span>

namespace vitrine::regression {

/// How well predictions meet measured values.
struct Scores {
  double r2 = 0.0;  ///< 1 − squared error / variance; NaN where the measured values are all equal
  double rmse = 0.0;  ///< in the target's unit
  double mae = 0.0;   ///< in the target's unit
};

/// @throws Error (InvalidInput) for no values or unequal lengths
Scores scores(std::span<const double> measured, std::span<const double> predicted);

}  // namespace vitrine::regression
