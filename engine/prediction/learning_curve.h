#pragma once

#include "engine/core/run_context.h"
#include "engine/dataset/table.h"
#include "engine/prediction/hold_out_report.h"
#include "engine/prediction/training.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace vitrine::prediction {

/// How well models do that learned from so many rows.
struct LearningPoint {
  std::size_t rows = 0;                 ///< mean over the splits, rounded
  std::size_t systems = 0;              ///< alloy systems of those; mean, rounded
  std::map<std::string, Spread> rmseK;  ///< by model, without blend
  Spread linearRmseK;                   ///< plain linear regression
};

/// The error over the number of training rows; the test parts are the same for all points.
struct LearningCurve {
  dataset::SplitKind split = dataset::SplitKind::Grouped;
  int seeds = 0;
  std::size_t testRows = 0;  ///< mean over the splits, rounded
  std::vector<LearningPoint> points;
};

/// The 80:20 splits of holdOutStudy; of their training parts a tenth, a fifth, two fifths, seven
/// tenths and all are learned from, each amount containing the smaller ones. Random splits take
/// single rows, grouped ones (and LeaveOneElementOut, which has no such parts) whole systems. The
/// settings are the documented ones. Deterministic for any number of threads.
/// @throws Error (InvalidInput) as holdOutStudy; Cancelled
LearningCurve learningCurve(const dataset::Table& table, const TrainingOptions& options,
                            const RunContext& context);

}  // namespace vitrine::prediction
