#include "app/cli/json_output.h"
#include "app/cli/long_run.h"
#include "app/cli/options.h"
#include "app/cli/tables.h"
#include "app/cli/text.h"
#include "app/cli/verb.h"
#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/prediction/training.h"

#include <ostream>

namespace vitrine::cli {

namespace {

using prediction::HoldOutReport;
using prediction::TrainingOptions;

struct Wish {
  std::string property;
  std::string model = "all";
  std::string data;
  std::string split = "grouped";
  std::string seeds = "10";
  std::string search = "0";
  std::string features = "percentages";
  std::string sources;
  std::string out;
  bool json = false;
  LongRun run;
};

TrainingOptions trainingOptions(const Wish& wish) {
  TrainingOptions options;
  options.property = propertyOf(wish.property);
  options.models = modelsOf(wish.model);
  options.features = prediction::featureSet(wish.features);
  options.searchTrials = wholeNumber(wish.search, "--search", 0, 100000);
  options.seeds = wholeNumber(wish.seeds, "--seeds", 0, 10000);
  options.split = oneOf(wish.split, "--split", {"random", "grouped"}) == "random"
                      ? dataset::SplitKind::Random
                      : dataset::SplitKind::Grouped;
  options.dataName = std::filesystem::path(wish.data).filename().string();
  options.dataSources = wish.sources;
  options.trainedDate = today();
  options.program = "vitrine " + std::string(version());
  return options;
}

/// The model whose interval the study reports: the blend, or the only model.
std::string shownModel(const HoldOutReport& study) {
  return study.models.contains("blend") ? "blend" : study.models.begin()->first;
}

Json studyJson(const HoldOutReport& study) {
  Json models = Json::object();
  for (std::size_t i = 0; i < prediction::kPredictorCount; ++i) {
    const std::string name(prediction::predictorName(i));
    const auto found = study.models.find(name);
    if (found == study.models.end())
      continue;
    const auto& [r2, rmse, mae] = found->second;
    models[name] = {{"r2", r2.mean},        {"r2_sd", r2.sd},    {"rmse_K", rmse.mean},
                    {"rmse_K_sd", rmse.sd}, {"mae_K", mae.mean}, {"mae_K_sd", mae.sd}};
    if (name == shownModel(study) && study.coverage90 && study.meanWidthK) {
      models[name]["coverage90"] = study.coverage90->mean;
      models[name]["coverage90_sd"] = study.coverage90->sd;
      models[name]["mean_width_K"] = study.meanWidthK->mean;
      models[name]["mean_width_K_sd"] = study.meanWidthK->sd;
    }
  }
  return models;
}

void print(std::ostream& out, const HoldOutReport& study) {
  out << study.seeds << (study.split == dataset::SplitKind::Random ? " random" : " grouped")
      << " splits of " << study.rows << " rows, about " << study.testRows << " of them for tests\n"
      << "                              R2           RMSE / K            MAE / K\n";
  for (std::size_t i = 0; i < prediction::kPredictorCount; ++i) {
    const std::string name(prediction::predictorName(i));
    const auto found = study.models.find(name);
    if (found == study.models.end())
      continue;
    const auto cell = [&](const prediction::Spread& spread, int decimals) {
      return aligned(fixed(spread.mean, decimals) + " ± " + fixed(spread.sd, decimals), 19);
    };
    out << padded(name, 20) << aligned(fixed(found->second.r2.mean, 4), 12)
        << cell(found->second.rmseK, 2) << cell(found->second.maeK, 2) << "\n";
  }
  if (study.coverage90 && study.meanWidthK)
    out << "90 % interval of " << shownModel(study) << ": coverage "
        << fixed(100.0 * study.coverage90->mean, 1) << " %, mean width "
        << fixed(study.meanWidthK->mean, 1) << " K\n";
}

}  // namespace

void train(const Call& call) {
  Wish wish;
  Options options(
      "train",
      "Trains on a table and tells how good the models are on alloys they never saw: R2 "
      "and coverage (fractions), RMSE, MAE and interval width (K), mean and standard "
      "deviation over 80:20 splits.");
  options.text("--property", wish.property, "Tg|Tm", "Column Tg_K or, for Tm, Tl_K (both in K)")
      ->required();
  options.text("--model", wish.model, "NAME|all",
               "extra_trees, random_forest, gradient_boosting, support_vector, "
               "nearest_neighbours, decision_tree, or all with their blend (name)");
  options
      .text("--data", wish.data, "FILE",
            "CSV, TSV or XLSX table with formulas in at.% and temperatures in K (path)")
      ->required();
  options.text("--split", wish.split, "random|grouped",
               "Single rows or whole alloy systems set aside (word; default grouped)");
  options.text("--seeds", wish.seeds, "N", "Splits of the study (count; default 10, 0 for none)");
  options.text("--search", wish.search, "N",
               "Random-search trials for each model (count; default 0: documented settings)");
  options.text("--features", wish.features, "percentages|averages",
               "What models see: at.% of each element, or element averages too (word)");
  options.text("--out", wish.out, "DIR", "Folder for the trained model and the study (path)");
  options.text("--sources", wish.sources, "TEXT",
               "Where the data come from, for the model card (text)");
  wish.run.addTo(options);
  options.flag("--json", wish.json,
               "One JSON object: temperatures in K, r2 and coverage as fractions");
  options.parse(call);

  const TrainingOptions training = trainingOptions(wish);
  if (training.seeds == 0 && wish.out.empty())
    throw Error(ErrorCode::InvalidInput,
                "With --seeds 0 and no --out there is nothing to do; give one of them.");
  const auto context = wish.run.context(call);
  const auto table = tableOf(wish.data, context.silent());

  Json object{{"property", prediction::propertyName(training.property)},
              {"data", wish.data},
              {"features", prediction::featureSetName(training.features)},
              {"search", training.searchTrials},
              {"split", wish.split},
              {"seeds", training.seeds}};
  const double share = wish.out.empty() ? 1.0 : training.seeds == 0 ? 0.0 : 0.7;
  std::optional<HoldOutReport> study;
  if (training.seeds > 0) {
    study = prediction::holdOutStudy(table, training, context.slice(0.0, share));
    object["n"] = study->rows;
    object["test_rows"] = study->testRows;
    object["models"] = studyJson(*study);
  }
  std::string file;
  if (!wish.out.empty()) {
    std::error_code failure;
    std::filesystem::create_directories(wish.out, failure);
    if (failure)
      throw Error(ErrorCode::CannotWrite,
                  "The folder " + wish.out + " could not be made: " + failure.message() + ".");
    const auto model = prediction::trainPropertyModel(table, training, context.slice(share, 1.0));
    const auto path =
        std::filesystem::path(wish.out) / prediction::modelFileName(training.property);
    prediction::savePropertyModel(*model, path);
    file = path.string();
    object["file"] = file;
    object["card"] = Json::parse(prediction::cardJson(model->card()));
    files::writeAtomically(std::filesystem::path(wish.out) / (wish.property + ".study.json"),
                           object.dump(2) + "\n");
  }

  if (wish.run.progress)
    return writeLine(call.out, {{"result", object}});
  if (wish.json)
    return write(call.out, object);
  if (study)
    print(call.out, *study);
  if (const auto skipped = skippedRows(table); !skipped.empty())
    call.out << skipped << "\n";
  if (!file.empty())
    call.out << "Wrote " << file << "\n";
}

}  // namespace vitrine::cli
