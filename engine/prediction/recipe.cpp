#include "engine/prediction/recipe.h"

#include "engine/core/error.h"

#include <algorithm>

namespace vitrine::prediction {
namespace {

using regression::Hyperparameters;
using regression::ModelKind;

/// What did well on the percentages: nearly scikit-learn's defaults.
Hyperparameters percentageSettings(ModelKind kind) {
  switch (kind) {
    case ModelKind::ExtraTrees:
      return {{"trees", 400}, {"max_features", 0.5}, {"min_samples_leaf", 1}};
    case ModelKind::RandomForest:
      return {{"trees", 400}, {"max_features", 0.33}, {"min_samples_leaf", 1}};
    case ModelKind::GradientBoosting:
      return {{"rounds", 800}, {"learning_rate", 0.05}, {"max_depth", 4}, {"subsample", 0.8}};
    case ModelKind::SupportVector:
      return {{"c", 30}, {"gamma", 2}, {"epsilon", 0.02}};
    case ModelKind::NearestNeighbours:
      return {{"neighbours", 3}, {"power", 1}, {"distance_weighted", 1}};
    case ModelKind::DecisionTree:
      return {{"max_features", 1}, {"min_samples_leaf", 2}};
  }
  return {};
}

/// The facts that lower the grouped error of the models that measure distances, found by leaving
/// out one after the other.
FeatureOptions distanceFeatures(Property property) {
  FeatureOptions features;
  features.squareRoots = true;
  features.fractionScale = 0.4;
  features.mixing = true;
  if (property == Property::Tg) {
    features.averages = {
        Fact::Period,       Fact::Group,           Fact::LogMeltingPoint,   Fact::BoilingPoint,
        Fact::AtomicRadius, Fact::CovalentRadius,  Fact::Electronegativity, Fact::IonizationEnergy,
        Fact::Density,      Fact::MendeleevNumber, Fact::ValenceElectrons,  Fact::Metalloid};
    features.spreads = {Fact::MeltingPoint,   Fact::BoilingPoint, Fact::AtomicRadius,
                        Fact::CovalentRadius, Fact::Density,      Fact::ValenceElectrons,
                        Fact::Metalloid};
  } else {
    features.averages = {Fact::Mass,
                         Fact::Period,
                         Fact::Group,
                         Fact::CovalentRadius,
                         Fact::Electronegativity,
                         Fact::IonizationEnergy,
                         Fact::Density,
                         Fact::MendeleevNumber,
                         Fact::Lanthanide,
                         Fact::Metalloid};
    features.spreads = {Fact::Mass, Fact::BoilingPoint, Fact::CovalentRadius, Fact::Metalloid};
  }
  return features;
}

/// The shipped models: features and settings of small grouped out-of-fold error. Trees are fewer
/// than a study would take: more of them make the files larger and the error no smaller.
ModelRecipe averagesRecipe(Property property, ModelKind kind) {
  ModelRecipe recipe;
  recipe.kind = kind;
  recipe.features.averages = {kFacts.begin(), kFacts.end()};
  // Taking the rule of mixtures off first helps support vectors, which know no linear trend, and
  // trees with Tg; trees with the liquidus and nearest neighbours do better with the whole.
  const bool trees = kind != ModelKind::SupportVector && kind != ModelKind::NearestNeighbours;
  recipe.aboveRuleOfMixtures =
      kind == ModelKind::SupportVector || (trees && property == Property::Tg);
  recipe.features.mixing = property == Property::Tm;
  switch (kind) {
    case ModelKind::ExtraTrees:
      recipe.parameters = {{"trees", 150},
                           {"max_features", property == Property::Tg ? 0.7 : 1.0},
                           {"min_samples_leaf", 1}};
      break;
    case ModelKind::RandomForest:
      recipe.parameters = {{"trees", 100}, {"max_features", 0.6}, {"min_samples_leaf", 1}};
      break;
    case ModelKind::GradientBoosting:
      recipe.parameters = {
          {"rounds", 250}, {"learning_rate", 0.1}, {"max_depth", 4}, {"subsample", 0.8}};
      break;
    case ModelKind::SupportVector:
      recipe.features = distanceFeatures(property);
      recipe.features.averageScale = 0.14;
      recipe.features.spreadScale = property == Property::Tg ? 0.06 : 0.08;
      recipe.parameters = {{"c", 8}, {"gamma", 1}, {"epsilon", 0.05}};
      break;
    case ModelKind::NearestNeighbours:
      recipe.features = distanceFeatures(property);
      recipe.features.averageScale = 0.06;
      recipe.features.spreadScale = 0.06;
      recipe.parameters = {{"neighbours", 4}, {"power", 1}, {"distance_weighted", 1}};
      break;
    case ModelKind::DecisionTree:
      recipe.parameters = {{"max_features", 1}, {"min_samples_leaf", 2}};
      break;
  }
  return recipe;
}

}  // namespace

std::vector<ModelRecipe> standardRecipes(Property property, FeatureSet features,
                                         std::vector<ModelKind> kinds) {
  if (kinds.empty())
    kinds.assign(regression::kModelKinds.begin(), regression::kModelKinds.end());
  std::ranges::sort(kinds);
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  std::vector<ModelRecipe> recipes;
  for (const ModelKind kind : kinds)
    recipes.push_back(features == FeatureSet::Averages
                          ? averagesRecipe(property, kind)
                          : ModelRecipe{kind, {}, false, percentageSettings(kind)});
  return recipes;
}

std::string describe(const FeatureOptions& options) {
  std::string text = options.squareRoots ? "square roots of the atomic fractions"
                                         : "atomic fractions of the elements";
  const auto list = [&text](const char* what, const std::vector<Fact>& facts) {
    if (facts.empty())
      return;
    text += what;
    for (std::size_t i = 0; i < facts.size(); ++i)
      text += (i == 0 ? "" : ", ") + std::string(factName(facts[i]));
  };
  list("; averages over the atoms of: ", options.averages);
  list("; spreads over the atoms of: ", options.spreads);
  if (options.mixing)
    text += "; size mismatch, entropy of mixing, number of elements, largest fraction";
  return text;
}

std::string_view featureSetName(FeatureSet set) {
  return set == FeatureSet::Percentages ? "percentages" : "averages";
}

FeatureSet featureSet(std::string_view name) {
  for (const FeatureSet set : {FeatureSet::Percentages, FeatureSet::Averages})
    if (featureSetName(set) == name)
      return set;
  throw Error(ErrorCode::InvalidInput, "There are no features called \"" + std::string(name) +
                                           "\": use percentages or averages.");
}

}  // namespace vitrine::prediction
