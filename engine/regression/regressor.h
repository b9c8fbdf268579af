#pragma once

#include "engine/core/matrix.h"
#include "engine/core/run_context.h"

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::regression {

enum class ModelKind {
  ExtraTrees,
  RandomForest,
  GradientBoosting,
  SupportVector,
  NearestNeighbours,
  DecisionTree,
};

inline constexpr std::array kModelKinds{
    ModelKind::ExtraTrees,    ModelKind::RandomForest,      ModelKind::GradientBoosting,
    ModelKind::SupportVector, ModelKind::NearestNeighbours, ModelKind::DecisionTree,
};

/// "extra_trees", "random_forest", …: the names of the command line and of model files.
std::string_view modelName(ModelKind kind);
/// @throws Error (InvalidInput) naming the six that exist.
ModelKind modelKind(std::string_view name);

/// Hyperparameters by name. What each model understands, with defaults, stands at `fit`; an unknown
/// name or a value out of range is an Error.
using Hyperparameters = std::map<std::string, double>;

/// What a model says about some rows: one number each and, where its parts can disagree, by how
/// much.
struct Predictions {
  std::vector<double> values;
  std::vector<double> spread;  ///< as `values`, in the target's unit; empty where there is none
};

/// A trained model: numbers in, one number out. Immutable and safe to share between threads.
class Regressor {
 public:
  virtual ~Regressor() = default;
  [[nodiscard]] virtual ModelKind kind() const noexcept = 0;
  [[nodiscard]] virtual std::size_t featureCount() const noexcept = 0;

  /// One prediction for each row of `x` (samples × features).
  [[nodiscard]] virtual std::vector<double> predict(const Matrix& x,
                                                    const RunContext& context) const = 0;

  /// As `predict`, with the standard deviation over the trees for models that average trees; it
  /// costs no second pass. Other models leave `spread` empty.
  [[nodiscard]] virtual Predictions predictWithSpread(const Matrix& x,
                                                      const RunContext& context) const {
    return {predict(x, context), {}};
  }
};

/// Trains one model on `x` (samples × features) and `y`. Deterministic in the context's seed for
/// any number of threads. Cancel reaches it within 100 ms, the foreign solvers included.
///
/// Hyperparameters and their defaults:
///  - extra_trees: trees 400, max_features 0.5, min_samples_leaf 1, max_depth 0
///  - random_forest: trees 400, max_features 0.33, min_samples_leaf 1, max_depth 0
///  - decision_tree: max_features 1, min_samples_leaf 2, max_depth 0
///  - gradient_boosting: rounds 800, learning_rate 0.05, max_depth 4, subsample 0.8,
///    column_fraction 1, min_child_weight 1, lambda 1, gamma 0
///  - support_vector: c 30, gamma 2, epsilon 0.02, standardise 0
///  - nearest_neighbours: neighbours 3, power 1 (Manhattan; 2 Euclid), distance_weighted 1,
///    standardise 0
///
/// `max_features` is the share of the features tried at a node; `max_depth` 0 stands for no limit.
/// `standardise` 1 divides each feature by its standard deviation. The support vector model always
/// standardises the target, so `c` and `epsilon` count standard deviations; the default `gamma`
/// suits features between 0 and 1, such as atomic fractions.
/// @throws Error (InvalidInput) for a parameter that is unknown or out of range, for fewer than two
/// rows, no features, unequal lengths, and numbers that are not finite.
std::shared_ptr<const Regressor> fit(ModelKind kind, const Hyperparameters& parameters,
                                     const Matrix& x, std::span<const double> y,
                                     const RunContext& context);

}  // namespace vitrine::regression
