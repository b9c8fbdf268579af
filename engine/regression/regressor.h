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
    ModelKind::ExtraTrees,        ModelKind::RandomForest, ModelKind::GradientBoosting,
    ModelKind::SupportVector,     ModelKind::NearestNeighbours, ModelKind::DecisionTree,
};

/// "extra_trees", "random_forest", …: the names of the command line and of model files.
std::string_view modelName(ModelKind kind);
/// @throws Error (InvalidInput) naming the six that exist.
ModelKind modelKind(std::string_view name);

/// Hyperparameters by name. What each model understands, with defaults, stands at its fit function;
/// an unknown name or a value out of range is an Error.
using Hyperparameters = std::map<std::string, double>;

/// A trained model: numbers in, one number out. Immutable and safe to share between threads.
class Regressor {
 public:
  virtual ~Regressor() = default;
  [[nodiscard]] virtual ModelKind kind() const noexcept = 0;
  [[nodiscard]] virtual std::size_t featureCount() const noexcept = 0;

  /// One prediction for each row of `x` (samples × features).
  [[nodiscard]] virtual std::vector<double> predict(const Matrix& x,
                                                    const RunContext& context) const = 0;
};

/// Trains one model on `x` (samples × features) and `y`. Deterministic in the context's seed for any
/// number of threads.
std::shared_ptr<const Regressor> fit(ModelKind kind, const Hyperparameters& parameters,
                                     const Matrix& x, std::span<const double> y,
                                     const RunContext& context);

}  // namespace vitrine::regression
