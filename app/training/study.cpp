#include "app/training/study.h"

#include "app/cli/command_line.h"
#include "app/cli/text.h"
#include "engine/prediction/training_rows.h"

namespace vitrine::app {

namespace {

/// The rest of the way goes to training on all rows.
constexpr double kJudgingShare = 0.7;
constexpr double kTrained = 0.95;
/// Alloys that contributions are the mean of: each takes milliseconds.
constexpr std::size_t kExplainedAlloys = 150;

StudyTable studyTable(const StudyInput& input, const RunContext& context) {
  StudyTable result;
  if (input.tables.size() == 1) {
    result.table = input.tables.front();
    for (std::size_t row = 0; row < result.table->rows.size(); ++row)
      result.origins.push_back({{input.request.tables.front(), row}});
    return result;
  }
  std::vector<dataset::Table> tables;
  for (const auto& table : input.tables)
    tables.push_back(*table);
  auto merged = dataset::mergeTables(tables, {}, context);
  for (const auto& origins : merged.origins) {
    auto& rows = result.origins.emplace_back();
    for (const auto& origin : origins)
      rows.push_back({input.request.tables[origin.table], origin.row});
  }
  result.conflicts = merged.conflicts.size();
  result.table = std::make_shared<const dataset::Table>(std::move(merged.table));
  return result;
}

prediction::TrainingOptions optionsOf(const StudyInput& input, const dataset::Table& table) {
  const StudyRequest& request = input.request;
  prediction::TrainingOptions options;
  options.property = request.property;
  options.column = request.column;
  options.models = request.models;
  options.features = request.features;
  options.searchTrials = request.searchTrials;
  options.seeds = request.seeds;
  if (!request.splits.empty())
    options.split = request.splits.front();
  for (const auto& each : input.tables)
    options.dataName += (options.dataName.empty() ? "" : " + ") + each->name;
  if (options.dataName.empty())
    options.dataName = table.name;
  options.trainedDate = cli::today();
  options.program = "vitrine " + std::string(cli::version());
  return options;
}

}  // namespace

StudyResult runStudy(const StudyInput& input, const RunContext& context) {
  StudyResult result;
  result.request = input.request;
  result.data = studyTable(input, context.silent());
  const dataset::Table& table = *result.data.table;
  auto options = optionsOf(input, table);
  const auto count = static_cast<double>(input.request.splits.size());
  for (std::size_t i = 0; i < input.request.splits.size(); ++i) {
    options.split = input.request.splits[i];
    const double done = kJudgingShare * static_cast<double>(i) / count;
    result.reports.push_back(prediction::holdOutStudy(
        table, options, context.slice(done, done + kJudgingShare / count)));
  }
  result.model =
      prediction::trainPropertyModel(table, options, context.slice(kJudgingShare, kTrained));
  const auto rows = prediction::trainingRows(table, options.property, options.column);
  result.contributions = prediction::meanContributions(*result.model, rows.alloys, kExplainedAlloys,
                                                       context.slice(kTrained, 1.0));
  context.tick(1.0);
  return result;
}

StudyLearning learn(const StudyInput& input, const RunContext& context) {
  const StudyTable data = studyTable(input, context.silent());
  return {input.request,
          prediction::learningCurve(*data.table, optionsOf(input, *data.table), context)};
}

}  // namespace vitrine::app
