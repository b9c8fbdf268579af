#pragma once

#include "engine/prediction/estimate.h"
#include "engine/prediction/features.h"
#include "engine/prediction/training.h"
#include "engine/regression/regressor.h"

#include <vector>

namespace vitrine::prediction {

/// How one model of a blend is made: what it sees, what it learns and with which settings.
struct ModelRecipe {
  regression::ModelKind kind = regression::ModelKind::ExtraTrees;
  FeatureOptions features;
  /// Learn what is left of the temperature after k · <T_m> is taken off, <T_m> being the mean
  /// melting temperature of the elements and k the least-squares slope over the training alloys.
  bool aboveRuleOfMixtures = false;
  regression::Hyperparameters parameters;
};

/// The documented settings: the source paper's percentages with the settings that suit them, or
/// those of the shipped models. `kinds` empty stands for all six.
std::vector<ModelRecipe> standardRecipes(Property property, FeatureSet features,
                                         std::vector<regression::ModelKind> kinds);

/// One sentence on the features, for the model card.
std::string describe(const FeatureOptions& options);

}  // namespace vitrine::prediction
