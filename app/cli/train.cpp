#include "app/cli/json_output.h"
#include "app/cli/long_run.h"
#include "app/cli/options.h"
#include "app/cli/study_output.h"
#include "app/cli/tables.h"
#include "app/cli/text.h"
#include "app/cli/verb.h"
#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/files/folder.h"
#include "engine/prediction/training.h"

#include <ostream>

namespace vitrine::cli {

namespace {

using prediction::TrainingOptions;

struct Wish {
  std::string property;
  std::string column;
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
  options.column = wish.column;
  options.models = modelsOf(wish.model);
  options.features = prediction::featureSet(wish.features);
  options.searchTrials = wholeNumber(wish.search, "--search", 0, 100000);
  options.seeds = wholeNumber(wish.seeds, "--seeds", 0, 10000);
  options.split = splitOf(wish.split);
  options.dataName = std::filesystem::path(wish.data).filename().string();
  options.dataSources = wish.sources;
  options.trainedDate = today();
  options.program = "vitrine " + std::string(version());
  return options;
}

}  // namespace

void train(const Call& call) {
  Wish wish;
  Options options(
      "train",
      "Trains on a table and tells how good the models are on alloys they never saw: R2 "
      "and coverage (fractions), RMSE, MAE and interval width (K), mean and standard "
      "deviation over 80:20 splits or over elements left out. Plain linear regression on the "
      "percentages stands beside them.");
  options.text("--property", wish.property, "Tg|Tm", "Column Tg_K or, for Tm, Tl_K (both in K)")
      ->required();
  options.text("--column", wish.column, "NAME",
               "Column that holds the property instead, in K (name as in the file)");
  options.text("--model", wish.model, "NAME|all",
               "extra_trees, random_forest, gradient_boosting, support_vector, "
               "nearest_neighbours, decision_tree, or all with their blend (name)");
  options
      .text("--data", wish.data, "FILE",
            "CSV, TSV or XLSX table with formulas in at.% and temperatures in K (path)")
      ->required();
  options.text("--split", wish.split, "random|grouped|leave-one-element-out",
               "Set aside single rows, whole alloy systems, or all alloys of one element after "
               "the other (word; default grouped)");
  options.text("--seeds", wish.seeds, "N",
               "Splits of the study (count; default 10, 0 for no study; leaving elements out takes "
               "one for each element)");
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

  Json object{
      {"property", prediction::propertyName(training.property)},
      {"data", wish.data},
      {"column", wish.column.empty() ? std::string(prediction::propertyColumn(training.property))
                                     : wish.column},
      {"features", prediction::featureSetName(training.features)},
      {"search", training.searchTrials},
      {"split", wish.split},
      {"seeds", training.seeds}};
  const double share = wish.out.empty() ? 1.0 : training.seeds == 0 ? 0.0 : 0.7;
  std::optional<prediction::HoldOutReport> study;
  if (training.seeds > 0) {
    study = prediction::holdOutStudy(table, training, context.slice(0.0, share));
    object.update(studyJson(*study));
  }
  std::string file;
  if (!wish.out.empty()) {
    files::makeFolder(wish.out);
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
