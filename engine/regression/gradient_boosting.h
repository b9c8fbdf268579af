#pragma once

#include "engine/regression/tree_ensemble.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace vitrine::regression {

struct BoostingSettings {
  std::size_t rounds = 800;
  double learningRate = 0.05;
  std::size_t maxDepth = 4;
  double subsample = 0.8;       ///< share of the rows each tree sees
  double columnFraction = 1.0;  ///< share of the features each tree sees
  double minChildWeight = 1.0;  ///< rows a leaf must keep
  double lambda = 1.0;          ///< L2 penalty of leaf values
  double gamma = 0.0;           ///< loss that a split must save, in squares of the target's unit
};

/// The settings that the hyperparameters of `fit` name.
/// @throws Error (InvalidInput) for one that is unknown or out of range
BoostingSettings boostingSettings(const Hyperparameters& parameters);

/// Gradient boosting by XGBoost (Chen & Guestrin 2016), squared error, one thread. XGBoost only
/// trains: its trees become a TreeEnsemble whose predictions agree with its own to the rounding of
/// its single-precision sums. Ticks after every round.
std::shared_ptr<const TreeEnsemble> boostTrees(const BoostingSettings& settings, const Matrix& x,
                                               std::span<const double> y,
                                               const RunContext& context);

/// Where early stopping ended.
struct StoppedBoosting {
  std::size_t rounds = 0;           ///< the number that predicted the watched rows best
  std::vector<double> predictions;  ///< of the watched rows, by so many rounds
};

/// Adds rounds until the squared error of the watched rows has not fallen for `patience` of them,
/// or all of `settings.rounds` are done.
StoppedBoosting boostUntilWorse(const BoostingSettings& settings, const Matrix& x,
                                std::span<const double> y, const Matrix& watchedX,
                                std::span<const double> watchedY, std::size_t patience,
                                const RunContext& context);

}  // namespace vitrine::regression
