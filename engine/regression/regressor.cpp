#include "engine/regression/regressor.h"

#include "engine/core/error.h"

namespace vitrine::regression {

std::string_view modelName(ModelKind kind) {
  switch (kind) {
    case ModelKind::ExtraTrees:
      return "extra_trees";
    case ModelKind::RandomForest:
      return "random_forest";
    case ModelKind::GradientBoosting:
      return "gradient_boosting";
    case ModelKind::SupportVector:
      return "support_vector";
    case ModelKind::NearestNeighbours:
      return "nearest_neighbours";
    case ModelKind::DecisionTree:
      return "decision_tree";
  }
  return {};
}

ModelKind modelKind(std::string_view name) {
  std::string known;
  for (const auto kind : kModelKinds) {
    if (modelName(kind) == name)
      return kind;
    known += (known.empty() ? "" : ", ") + std::string(modelName(kind));
  }
  throw Error(ErrorCode::InvalidInput,
              "\"" + std::string(name) + "\" is not a model; choose one of " + known + ".");
}

}  // namespace vitrine::regression
