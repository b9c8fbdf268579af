#pragma once

#include "engine/alloy/domain.h"
#include "engine/core/run_context.h"
#include "engine/dataset/table.h"
#include "engine/prediction/estimate.h"
#include "engine/prediction/hold_out_report.h"
#include "engine/prediction/model_card.h"
#include "engine/prediction/property_model.h"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vitrine::prediction {

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
