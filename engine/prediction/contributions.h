#pragma once

#include "engine/prediction/blend_model.h"

namespace vitrine::prediction {

/// What each element adds to the blend's prediction for `alloy`; base + deltas + others is that
/// prediction to rounding.
///
/// - Tree models: exact TreeSHAP (regression::treeShap). The value of an element's own column goes
///   to the element, to "others" where the alloy does not contain it; that of an average or spread
///   is shared by FeatureMap::elementShares.
/// - Support vectors and nearest neighbours: Shapley values of the game in which the atoms of the
///   elements outside a coalition are replaced by a training alloy, averaged over a fixed sample of
///   training alloys; over all coalitions up to seven elements, over sampled orders beyond.
/// - The rule of mixtures is linear: an element adds k x (T_m − mean <T_m>).
///
/// @param meanAlloy  the mean of the training alloys
Contributions elementContributions(const ModelParts& parts, const alloy::Composition& meanAlloy,
                                   const alloy::Composition& alloy, const RunContext& context);

}  // namespace vitrine::prediction
