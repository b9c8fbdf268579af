#pragma once

#include "engine/core/run_context.h"
#include "engine/prediction/estimate.h"
#include "engine/relaxation/curve.h"
#include "engine/relaxation/solver.h"

#include <optional>
#include <vector>

namespace vitrine::app {

/// The relaxation curve of a glass transition temperature, as the plot needs it.
struct RelaxationCurves {
  double tgK = 0.0;
  prediction::Interval theoryK;
  double fragility = 0.0;
  relaxation::Curve curve;
  std::vector<relaxation::BandPoint> band;
};

/// `interval` is that of Tg; the band is left out where it is empty.
RelaxationCurves relaxationCurves(double tgK, std::optional<prediction::Interval> interval,
                                  const RunContext& context);

/// The dynamic free energy at one packing fraction, with all numbers of the theory there.
struct FreeEnergy {
  double phi = 0.0;
  relaxation::FreeEnergyCurve curve;
  relaxation::Solution solution;
};
FreeEnergy freeEnergyAt(double phi, const RunContext& context);

}  // namespace vitrine::app
