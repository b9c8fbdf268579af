#pragma once

#include "engine/core/run_context.h"
#include "engine/dataset/splits.h"
#include "engine/prediction/blend_model.h"
#include "engine/prediction/recipe.h"
#include "engine/prediction/training_rows.h"

#include <span>
#include <vector>

namespace vitrine::prediction {

/// Predictions for rows by models that did not see them.
struct CrossFit {
  std::vector<std::vector<double>> modelsK;  ///< models × rows
  std::vector<Doubt> doubts;                 ///< disagreement not filled in: it needs weights
};

/// What is found on out-of-fold predictions.
struct Calibration {
  std::vector<double> weights;
  IntervalRule interval;
};

/// Trains every recipe on every one of `parts` (indices of rows); parts × recipes.
std::vector<std::vector<FittedModel>> fitParts(const TrainingRows& rows,
                                               std::span<const ModelRecipe> recipes,
                                               std::span<const std::vector<std::size_t>> parts,
                                               const RunContext& context);

/// Out-of-fold predictions over `folds`, whose test sides cover each row once.
/// `models` are those of fitParts for the folds' training sides.
CrossFit crossFit(const TrainingRows& rows, std::span<const std::vector<FittedModel>> models,
                  std::span<const dataset::Split> folds, const RunContext& context);

/// Weights of the blend and its interval from the given rows of a grouped cross fit.
Calibration calibrate(const CrossFit& fit, std::span<const double> targetK,
                      std::span<const std::size_t> rows);

/// Intervals of these coverages in (0, 1) from the same rows.
std::vector<IntervalRule> intervalsAt(std::span<const double> coverages, const CrossFit& fit,
                                      std::span<const double> targetK,
                                      std::span<const std::size_t> rows,
                                      std::span<const double> weights, const RunContext& context);

/// The blend of a row's out-of-fold predictions and its doubt under these weights.
double blendOf(const CrossFit& fit, std::size_t row, std::span<const double> weights);
Doubt doubtOf(const CrossFit& fit, std::size_t row, std::span<const double> weights);

/// The recipes with hyperparameters found by random search on grouped folds of `rows`.
std::vector<ModelRecipe> searchRecipes(std::vector<ModelRecipe> recipes, const TrainingRows& rows,
                                       int trials, const RunContext& context);

}  // namespace vitrine::prediction
