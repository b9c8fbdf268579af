#include "app/cli/json_output.h"
#include "app/cli/models.h"
#include "app/cli/options.h"
#include "app/cli/tables.h"
#include "app/cli/text.h"
#include "app/cli/verb.h"
#include "engine/alloy/domain.h"
#include "engine/prediction/evaluation.h"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace vitrine::cli {

namespace {

using prediction::Evaluation;
using prediction::kPredictorCount;

/// Indices of the predictors asked for; the blend is shown with any of them.
std::vector<std::size_t> predictorsOf(const std::string& model) {
  std::vector<std::size_t> indices;
  const auto kinds = modelsOf(model);
  for (std::size_t i = 0; i + 1 < kPredictorCount; ++i) {
    if (model == "all" || (!kinds.empty() && kinds.front() == regression::kModelKinds.at(i)))
      indices.push_back(i);
  }
  indices.push_back(prediction::kBlend);
  return indices;
}

Json scoresJson(const prediction::EvaluatedModel& model) {
  Json json{{"n", model.n},
            {"r2", model.score.r2},
            {"rmse_K", model.score.rmseK},
            {"mae_K", model.score.maeK}};
  json["coverage90"] = orNull(model.coverage90);
  json["mean_width_K"] = orNull(model.meanWidthK);
  return json;
}

Json toJson(const Evaluation& evaluation, const std::vector<std::size_t>& predictors) {
  Json models = Json::object();
  for (const std::size_t index : predictors) {
    const std::string name(prediction::predictorName(index));
    if (const auto found = evaluation.models.find(name); found != evaluation.models.end())
      models[name] = scoresJson(found->second);
  }
  Json rows = Json::array();
  for (const auto& row : evaluation.rows) {
    Json predicted = Json::object();
    for (const std::size_t index : predictors)
      predicted[std::string(prediction::predictorName(index))] = orNull(row.predictedK[index]);
    rows.push_back({{"formula", row.formula},
                    {"measured_K", row.measuredK},
                    {"predicted_K", std::move(predicted)},
                    {"interval90_K", orNull(row.interval90)},
                    {"domain", alloy::domainName(row.domain)}});
  }
  return {{"n", evaluation.n},
          {"skipped", evaluation.skipped},
          {"models", std::move(models)},
          {"rows", std::move(rows)}};
}

void print(std::ostream& out, const Evaluation& evaluation,
           const std::vector<std::size_t>& predictors) {
  out << "                        n      R2   RMSE / K    MAE / K\n";
  for (const std::size_t index : predictors) {
    const std::string name(prediction::predictorName(index));
    const auto found = evaluation.models.find(name);
    if (found == evaluation.models.end())
      continue;
    const auto& [n, score, coverage, width] = found->second;
    out << padded(name, 20) << aligned(std::to_string(n), 5) << aligned(fixed(score.r2, 4), 8)
        << aligned(fixed(score.rmseK, 2), 11) << aligned(fixed(score.maeK, 2), 11) << "\n";
    if (coverage)
      out << "  " << fixed(100.0 * *coverage, 1) << " % of the measured values lie inside the 90 % "
          << "interval, whose mean width is " << fixed(width, 1) << " K\n";
  }
  out << evaluation.n << " rows used, " << evaluation.skipped << " skipped\n";
}

}  // namespace

void evaluate(const Call& call) {
  std::string property;
  std::string model = "all";
  std::string data;
  std::string threads = "0";
  bool json = false;
  Options options("evaluate",
                  "The shipped models against a table of measured alloys: R2 (fraction), RMSE and "
                  "MAE (K), coverage (fraction) and mean width (K) of the 90 % interval.");
  options.text("--property", property, "Tg|Tm", "Column Tg_K or, for Tm, Tl_K (both in K)")
      ->required();
  options.text("--model", model, "NAME|all",
               "extra_trees, random_forest, gradient_boosting, support_vector, "
               "nearest_neighbours, decision_tree, blend or all (name)");
  options
      .text("--data", data, "FILE",
            "CSV, TSV or XLSX table with formulas in at.% and temperatures in K (path)")
      ->required();
  options.text("--threads", threads, "N", "Threads to use (count; 0 for all)");
  options.flag("--json", json, "One JSON object: temperatures in K, r2 and coverage as fractions");
  options.parse(call);

  const auto wanted = propertyOf(property);
  const auto predictors = predictorsOf(model);
  const auto context = RunContext().withThreads(wholeNumber(threads, "--threads", 0, 4096));
  const auto table = tableOf(data, context);
  const auto trained = loadModel(options.resources(call), wanted);
  const auto evaluation = prediction::evaluateModel(*trained, table, context);
  if (json) {
    Json object{{"property", prediction::propertyName(wanted)}, {"data", data}};
    object.update(toJson(evaluation, predictors));
    write(call.out, object);
    return;
  }
  print(call.out, evaluation, predictors);
  if (const auto skipped = skippedRows(table); !skipped.empty())
    call.out << skipped << "\n";
}

}  // namespace vitrine::cli
