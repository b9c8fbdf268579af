#pragma once

#include "engine/barcode/energy_model.h"
#include "engine/core/run_context.h"
#include "engine/regression/regressor.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace vitrine::barcode {

/// How well the energy is predicted from so many environments and so many groups of glasses.
struct AccuracyPoint {
  double threshold = 0.0;
  std::size_t environments = 0;
  std::size_t groups = 0;      ///< that were learned from, e.g. quenches
  double samples = 0.0;        ///< that were learned from, mean over the repeats
  double rmseEvPerAtom = 0.0;  ///< on groups that were not, mean over the repeats
  double rmseSd = 0.0;         ///< over the repeats
};

/// @throws Error (InvalidInput) where there are too few groups for a study: fewer than five
void checkStudyGroups(std::span<const std::string> groups);

/// Error against the number of environments and of samples (C. Liu et al., Acta Mater. 259, 119281
/// (2023), appendix 1, Fig. A1): for each set of features a third, two thirds and all of the groups
/// that are not held back learn, and a fifth of the groups, drawn anew for each of five repeats, is
/// predicted.
/// @param shares      of each threshold: samples × environments
/// @param samples     energies and groups; its own shares are not looked at
/// @throws Error (InvalidInput) as checkStudyGroups; Cancelled
std::vector<AccuracyPoint> accuracyStudy(const std::vector<double>& thresholds,
                                         const std::vector<Matrix>& shares,
                                         const EnergySamples& samples, const EnergyRecipe& recipe,
                                         const RunContext& context);

}  // namespace vitrine::barcode
