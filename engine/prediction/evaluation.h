#pragma once

#include "engine/alloy/domain.h"
#include "engine/core/run_context.h"
#include "engine/dataset/splits.h"
#include "engine/dataset/table.h"
#include "engine/prediction/estimate.h"
#include "engine/prediction/model_card.h"
#include "engine/prediction/property_model.h"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::prediction {

/// The six models in enum order, then the blend.
inline constexpr std::size_t kPredictorCount = regression::kModelKinds.size() + 1;
inline constexpr std::size_t kBlend = kPredictorCount - 1;
/// "extra_trees" … "decision_tree", "blend".
std::string_view predictorName(std::size_t index);

/// Mean and standard deviation over the seeds of a hold-out study.
struct Spread {
  double mean = 0.0;
  double sd = 0.0;
};

struct ScoreSpread {
  Spread r2;
  Spread rmseK;
  Spread maeK;
};

/// How well models do on rows they never saw, over several 80:20 splits. Blend weights and interval
/// are found inside each training part, so no test row (grouped: no test system) has a say in them.
struct HoldOutReport {
  dataset::SplitKind split = dataset::SplitKind::Grouped;
  std::size_t rows = 0;
  std::size_t testRows = 0;  ///< mean over the seeds, rounded
  int seeds = 0;
  std::map<std::string, ScoreSpread> models;  ///< by name; "blend" only where there are several
  std::optional<Spread> coverage90;           ///< of the shown prediction's interval on test rows
  std::optional<Spread> meanWidthK;
};

/// One row that a loaded model was tried on.
struct EvaluatedRow {
  std::string formula;
  double measuredK = 0.0;
  std::array<std::optional<double>, kPredictorCount> predictedK;
  std::optional<Interval> interval90;
  alloy::Domain domain = alloy::Domain::Outside;
};

struct EvaluatedModel {
  std::size_t n = 0;
  Score score;                       ///< r2 is NaN where the measured values do not vary
  std::optional<double> coverage90;  ///< the blend only
  std::optional<double> meanWidthK;
};

/// A loaded model against a table of measured alloys.
struct Evaluation {
  std::size_t n = 0;  ///< rows used
  /// Rows that could not be read, lack the value or have unknown elements.
  std::size_t skipped = 0;
  std::map<std::string, EvaluatedModel> models;  ///< by name, "blend" among them
  std::vector<EvaluatedRow> rows;                ///< the rows used, in table order
};

/// Predicts every row of `table` that has the property and compares. Rows that were training rows
/// are predicted all the same: pass a table the model has not seen.
/// @throws Error (InvalidInput) where the table lacks the property's column.
Evaluation evaluateModel(const PropertyModel& model, const dataset::Table& table,
                         const RunContext& context);

}  // namespace vitrine::prediction
