#pragma once

#include <optional>
#include <vector>

namespace vitrine::atomistic {

/// A maximum or minimum of a curve.
struct TurningPoint {
  double rA = 0.0;
  double value = 0.0;
};

/// Where the shells of neighbours stand.
struct ShellPositions {
  /// The first maximum at least half as high as the highest: the mean distance d of neighbours.
  TurningPoint firstPeak;
  /// The lowest point between it and the next maximum: the end of the first shell. The middle of
  /// the gap, where there is one.
  TurningPoint firstMinimum;
  std::vector<TurningPoint> maxima;  ///< all, the first peak among them
};

/// Finds the shells in a g(r) smoothed by a Gaussian of 0.05 Å (standard deviation), so that steps
/// of 0.02 Å with a few hundred counts do not decide. A maximum counts where the curve falls by
/// 0.03, for the end of the first shell by a tenth of the first peak, before it rises higher.
/// @return empty where there is no first peak followed by a minimum
/// @throws Error (InvalidInput) for curves of different length
std::optional<ShellPositions> shellsOf(const std::vector<double>& r, const std::vector<double>& g);

}  // namespace vitrine::atomistic
