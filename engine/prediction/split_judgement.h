#pragma once

#include "engine/core/run_context.h"
#include "engine/dataset/splits.h"
#include "engine/prediction/training.h"
#include "engine/prediction/training_rows.h"
#include "engine/regression/scores.h"

#include <array>
#include <vector>

namespace vitrine::prediction {

/// Coverages that intervals are tried at.
inline constexpr std::array kNominalCoverages{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95};

/// What models trained on one side of a split say about the other side.
struct SplitJudgement {
  std::vector<std::size_t> test;                ///< rows, as in the split
  std::vector<std::vector<double>> predictedK;  ///< the recipes in order, then the blend × test
  std::vector<double> linearK;                  ///< × test
  std::vector<double> halfWidthK;               ///< of the 90 % interval × test
  std::array<double, kNominalCoverages.size()> coverage{};
  std::vector<regression::Scores> models;  ///< as `predictedK`
  regression::Scores linear;
};

/// Trains on the one side, with settings, blend weights and intervals found there by grouped folds,
/// and asks about the other.
SplitJudgement judgeSplit(const TrainingRows& rows, const dataset::Split& split,
                          const TrainingOptions& options, const RunContext& context);

/// Plain linear regression on the percentages: learns from `training`, says what `asked` has.
std::vector<double> linearBaseline(const TrainingRows& training, const TrainingRows& asked,
                                   const RunContext& context);

}  // namespace vitrine::prediction
