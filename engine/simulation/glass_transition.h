#pragma once

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
  double temperatureK = 0.0;          ///< where they meet
  double glassExpansionPerK = 0.0;    ///< dV/dT divided by the volume in the middle of the window
  double liquidExpansionPerK = 0.0;
};

/// Least squares in each window. Empty where a window has fewer than three points, the lines are
/// parallel, or they do not meet at a temperature above zero.
std::optional<TransitionFit> fitTransition(const std::vector<VolumePoint>& points,
                                           const TemperatureWindow& glass,
                                           const TemperatureWindow& liquid);

/// The kink of V(T) with the windows it was read in, and how far it moves with other windows. At the
/// rates of simulations this spread is large, and says more than the digits of any single fit.
struct TransitionEstimate {
  TransitionFit fit;                  ///< glass up to 0.65 Tg, liquid from 1.2 to 1.8 Tg
  std::vector<TransitionFit> others;  ///< narrower and wider windows
  double lowestK = 0.0;               ///< over all of them
  double highestK = 0.0;
};

/// Windows are multiples of Tg, so they are found in turns: beginning with the lower and the upper
/// part of the range, until the windows stay. The points are averaged in groups first, since the
/// temperature of a small system fluctuates.
/// @param points  in the order in time, from the melt to the glass
/// Empty where there is no kink to be found, e.g. of a run that ended early.
std::optional<TransitionEstimate> estimateTransition(const std::vector<VolumePoint>& points);

}  // namespace vitrine::simulation
