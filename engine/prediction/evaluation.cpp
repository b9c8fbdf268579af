#include "engine/prediction/evaluation.h"

#include "engine/prediction/training_rows.h"
#include "engine/regression/scores.h"

#include <cmath>
#include <limits>

namespace vitrine::prediction {

Evaluation evaluateModel(const PropertyModel& model, const dataset::Table& table,
                         const RunContext& context) {
  const std::size_t column = propertyColumnIndex(table, model.card().property);
  Evaluation result;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    context.tick(static_cast<double>(i) / static_cast<double>(table.rows.size()));
    const auto& row = table.rows[i];
    const auto& measured = row.values.at(column);
    if (!measured || !std::isfinite(*measured)) {
      ++result.skipped;
      continue;
    }
    const auto estimate = model.estimate(row.composition, context.silent());
    if (!estimate.valueK) {
      ++result.skipped;
      continue;
    }
    EvaluatedRow evaluated;
    evaluated.formula = row.formula;
    evaluated.measuredK = *measured;
    for (std::size_t m = 0; m < estimate.modelsK.size(); ++m)
      evaluated.predictedK[m] = estimate.modelsK[m];
    evaluated.predictedK[kBlend] = estimate.valueK;
    evaluated.interval90 = estimate.interval90;
    evaluated.domain = estimate.domain;
    result.rows.push_back(std::move(evaluated));
  }
  result.skipped += table.skippedRows;
  result.n = result.rows.size();

  for (std::size_t m = 0; m < kPredictorCount; ++m) {
    std::vector<double> measured, predicted;
    for (const auto& row : result.rows)
      if (row.predictedK[m]) {
        measured.push_back(row.measuredK);
        predicted.push_back(*row.predictedK[m]);
      }
    if (measured.empty())
      continue;
    auto& scored = result.models[std::string(predictorName(m))];
    const auto scores = regression::scores(measured, predicted);
    scored.n = measured.size();
    scored.score = {scores.r2, scores.rmse, scores.mae};
  }
  if (const auto blend = result.models.find("blend"); blend != result.models.end()) {
    double inside = 0.0, width = 0.0;
    for (const auto& row : result.rows) {
      inside += row.measuredK >= row.interval90->lo && row.measuredK <= row.interval90->hi ? 1 : 0;
      width += row.interval90->hi - row.interval90->lo;
    }
    const auto n = static_cast<double>(result.n);
    blend->second.coverage90 = inside / n;
    blend->second.meanWidthK = width / n;
  }
  context.tick(1.0);
  return result;
}

}  // namespace vitrine::prediction
