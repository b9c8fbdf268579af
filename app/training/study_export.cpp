#include "app/training/study_export.h"

#include "app/cli/study_output.h"
#include "app/training/study_views.h"
#include "engine/core/error.h"
#include "engine/files/atomic_file.h"

namespace vitrine::app {

namespace {

std::string jsonOf(const StudyResult& result) {
  using cli::Json;
  Json splits = Json::object();
  for (const auto& report : result.reports)
    splits[std::string(cli::splitWord(report.split))] = cli::studyJson(report);
  const Json study{{"property", prediction::propertyName(result.request.property)},
                   {"data", result.model->card().dataName},
                   {"column", result.request.column.empty()
                                  ? std::string(prediction::propertyColumn(result.request.property))
                                  : result.request.column},
                   {"features", prediction::featureSetName(result.request.features)},
                   {"search", result.request.searchTrials},
                   {"seeds", result.request.seeds},
                   {"splits", std::move(splits)},
                   {"card", Json::parse(prediction::cardJson(result.model->card()))}};
  return study.dump(2) + "\n";
}

std::string csvOf(const StudyResult& result) {
  widgets::DataTable table;
  table.headers = {QStringLiteral("split"), QStringLiteral("formula"), QStringLiteral("source"),
                   QStringLiteral("measured_K"), QStringLiteral("times_tested")};
  const auto predictors = predictorsOf(result.reports.front());
  for (const std::size_t predictor : predictors)
    table.headers << studyPredictorKey(predictor) + QStringLiteral("_K");
  table.headers << QStringLiteral("interval90_low_K") << QStringLiteral("interval90_high_K");
  for (const auto& report : result.reports)
    for (const auto& row : report.heldOut) {
      const auto word = cli::splitWord(report.split);
      std::vector<widgets::DataCell> cells{
          QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())),
          QString::fromStdString(row.formula),
          QString::fromStdString(result.data.table->rows[row.tableRow].source), row.measuredK,
          static_cast<double>(row.times)};
      for (const std::size_t predictor : predictors)
        cells.emplace_back(predictedK(row, predictor));
      cells.emplace_back(row.interval90.lo);
      cells.emplace_back(row.interval90.hi);
      table.rows.push_back(std::move(cells));
    }
  return widgets::toCsv(table).toStdString();
}

}  // namespace

void writeStudy(const StudyResult& result, const std::filesystem::path& file) {
  const auto suffix = file.extension();
  if (suffix != ".json" && suffix != ".csv")
    throw Error(ErrorCode::InvalidInput,
                "A study is written as .json or .csv, not as " + file.filename().string() + ".");
  files::writeAtomically(file, suffix == ".json" ? jsonOf(result) : csvOf(result));
}

}  // namespace vitrine::app
