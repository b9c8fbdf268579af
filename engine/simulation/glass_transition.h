#pragma once

#include "engine/alloy/composition.h"

#include <optional>
#include <vector>

namespace vitrine::simulation {

/// Volume of a melt that is cooled, at one temperature.
struct VolumePoint {
  double temperatureK = 0.0;
  double volumeA3 = 0.0;  ///< for each atom
};

struct TemperatureWindow {
  double fromK = 0.0;
  double toK = 0.0;
};

/// Two straight lines through V(T), one of the glass and one of the liquid, and where they meet.
struct TransitionFit {
  TemperatureWindow glass;
  TemperatureWindow liquid;
  double temperatureK = 0.0;        ///< where they meet
  double glassExpansionPerK = 0.0;  ///< dV/dT divided by the volume in the middle of the window
  double liquidExpansionPerK = 0.0;
};

/// Least squares in each window. Empty where a window has fewer than three points, the lines are
/// parallel, or they do not meet at a temperature above zero.
std::optional<TransitionFit> fitTransition(const std::vector<VolumePoint>& points,
                                           const TemperatureWindow& glass,
                                           const TemperatureWindow& liquid);

/// The kink of V(T) with the windows it was read in, and how far it moves with other windows. At
/// the rates of simulations this spread is large, and says more than the digits of any single fit.
struct TransitionEstimate {
  TransitionFit fit;                  ///< glass up to 0.65, liquid from 1.2 to 1.8 expected Tg
  std::vector<TransitionFit> others;  ///< narrower and wider windows
  double lowestK = 0.0;               ///< over all of them
  double highestK = 0.0;
};

/// A rough Tg for the windows: half of the mean melting temperature of the elements; those whose
/// melting point is not known do not count. 0 where none is.
double expectedTransitionK(const alloy::Composition& alloy);

/// Empty where there is no kink to be found: the run ended early, or its glass is too warm.
/// @param expectedK  what the windows are multiples of. It is not taken from the points, so that
///                   windows cannot follow the answer they give
std::optional<TransitionEstimate> estimateTransition(const std::vector<VolumePoint>& points,
                                                     double expectedK);

}  // namespace vitrine::simulation
