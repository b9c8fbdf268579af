#include "engine/core/error.h"
#include "engine/regression/feature_scale.h"
#include "engine/regression/gradient_boosting.h"
#include "engine/regression/nearest_neighbours.h"
#include "engine/regression/parameter_reader.h"
#include "engine/regression/regressor.h"
#include "engine/regression/support_vector.h"
#include "engine/regression/tree_builder.h"

#include <algorithm>
#include <cmath>

namespace vitrine::regression {

namespace {

void checkData(const Matrix& x, std::span<const double> y) {
  const auto refuse = [](const std::string& what) {
    throw Error(ErrorCode::InvalidInput, "A model cannot be trained on these data: " + what + ".");
  };
  // Trees compare in single precision.
  const auto finite = [](double value) { return std::isfinite(static_cast<float>(value)); };
  if (x.rows() != y.size())
    refuse("there are " + std::to_string(x.rows()) + " rows but " + std::to_string(y.size()) +
           " values");
  if (x.rows() < 2)
    refuse("there must be at least two rows");
  if (x.rows() > INT32_MAX / 2)
    refuse("there are too many rows");
  if (x.columns() == 0)
    refuse("there are no features");
  if (!std::ranges::all_of(x.values(), finite))
    refuse("a feature is not a finite number");
  if (!std::ranges::all_of(y, finite))
    refuse("a value is not a finite number");
}

TreeSettings treeSettings(ModelKind kind, ParameterReader& reader) {
  const bool single = kind == ModelKind::DecisionTree;
  const bool extra = kind == ModelKind::ExtraTrees;
  TreeSettings settings;
  settings.splits = extra ? TreeSettings::Splits::Random : TreeSettings::Splits::Best;
  settings.bootstrap = kind == ModelKind::RandomForest;
  settings.trees = single ? 1 : reader.count("trees", 400, 1, 100'000);
  settings.maxFeatures = reader.number("max_features",
                                       single  ? 1.0
                                       : extra ? 0.5
                                               : 0.33,
                                       1e-6, 1.0);
  settings.minSamplesLeaf = reader.count("min_samples_leaf", single ? 2 : 1, 1, 1'000'000);
  settings.maxDepth = reader.count("max_depth", 0, 0, 1'000'000);
  return settings;
}

SupportVectorSettings supportVectorSettings(ParameterReader& reader) {
  SupportVectorSettings settings;
  settings.c = reader.number("c", 30.0, 1e-6, 1e6);
  settings.gamma = reader.number("gamma", 2.0, 1e-9, 1e9);
  settings.epsilon = reader.number("epsilon", 0.02, 0.0, 10.0);
  settings.standardise = reader.flag("standardise", false);
  return settings;
}

}  // namespace

std::shared_ptr<const Regressor> fit(ModelKind kind, const Hyperparameters& parameters,
                                     const Matrix& x, std::span<const double> y,
                                     const RunContext& context) {
  checkData(x, y);
  ParameterReader reader(kind, parameters);
  switch (kind) {
    case ModelKind::ExtraTrees:
    case ModelKind::RandomForest:
    case ModelKind::DecisionTree: {
      const auto settings = treeSettings(kind, reader);
      reader.finish();
      return growTrees(kind, settings, x, y, context);
    }
    case ModelKind::GradientBoosting:
      return boostTrees(boostingSettings(parameters), x, y, context);
    case ModelKind::SupportVector: {
      const auto settings = supportVectorSettings(reader);
      reader.finish();
      return trainSupportVector(settings, x, y, context);
    }
    case ModelKind::NearestNeighbours: {
      NearestNeighbours::Settings settings;
      settings.neighbours = reader.count("neighbours", 3, 1, 1'000'000);
      settings.euclidean = reader.count("power", 1, 1, 2) == 2;
      settings.distanceWeighted = reader.flag("distance_weighted", true);
      const bool standardise = reader.flag("standardise", false);
      reader.finish();
      return NearestNeighbours::create(settings, x, y, featureScale(x, standardise));
    }
  }
  throw Error(ErrorCode::InvalidInput, "There is no such model.");
}

}  // namespace vitrine::regression
