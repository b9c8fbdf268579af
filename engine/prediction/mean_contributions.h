#pragma once

#include "engine/core/run_context.h"
#include "engine/prediction/property_model.h"

#include <cstddef>
#include <span>
#include <vector>

namespace vitrine::prediction {

/// How much an element moves predictions of alloys that contain it.
struct MeanContribution {
  int atomicNumber = 0;
  double meanAbsoluteK = 0.0;
  double meanK = 0.0;      ///< with its sign: does the element raise or lower the temperature?
  std::size_t alloys = 0;  ///< that contain it, of those looked at
};

/// PropertyModel::contributions over at most `most` of the alloys, taken at equal distances,
/// largest mean first. @throws Cancelled
std::vector<MeanContribution> meanContributions(const PropertyModel& model,
                                                std::span<const alloy::Composition> alloys,
                                                std::size_t most, const RunContext& context);

}  // namespace vitrine::prediction
