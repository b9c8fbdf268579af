#include "engine/dataset/merge.h"

#include "app/cli/json_output.h"
#include "app/cli/long_run.h"
#include "app/cli/options.h"
#include "app/cli/tables.h"
#include "app/cli/text.h"
#include "app/cli/verb.h"
#include "engine/core/error.h"
#include "engine/dataset/table_io.h"
#include "engine/prediction/merge_explanation.h"
#include "engine/prediction/merge_report.h"
#include "engine/prediction/published_merges.h"

#include <ostream>
#include <span>

namespace vitrine::cli {

namespace {

using dataset::MergedTable;
using dataset::MergePolicy;
using dataset::SplitKind;
using dataset::Table;
using prediction::MergeStudy;

struct Wish {
  std::vector<std::string> files;
  std::string policy = "median";
  std::string threshold;
  std::string out;
  std::string study;
  std::string models = "extra_trees";
  std::string split = "both";
  std::string seeds = "10";
  std::string features = "percentages";
  bool json = false;
  LongRun run;
};

dataset::MergeOptions mergeOptions(const Wish& wish) {
  dataset::MergeOptions options;
  const auto policy = oneOf(wish.policy, "--policy", {"median", "first", "drop"});
  options.policy = policy == "median"  ? MergePolicy::Median
                   : policy == "first" ? MergePolicy::First
                                       : MergePolicy::DropBeyond;
  if (wish.threshold.empty())
    return options;
  if (options.policy != MergePolicy::DropBeyond)
    throw Error(ErrorCode::InvalidInput, "--threshold goes with --policy drop only.");
  options.threshold = positive(wish.threshold, "--threshold");
  return options;
}

prediction::MergeStudyOptions studyOptions(const Wish& wish) {
  prediction::MergeStudyOptions options;
  options.property = propertyOf(wish.study);
  if (wish.models != "all")
    for (const std::string& name : parts(wish.models, ','))
      options.models.push_back(regression::modelKind(name));
  options.features = prediction::featureSet(wish.features);
  const auto split = oneOf(wish.split, "--split", {"random", "grouped", "both"});
  if (split != "both")
    options.splits = {split == "random" ? SplitKind::Random : SplitKind::Grouped};
  options.seeds = wholeNumber(wish.seeds, "--seeds", 1, 10000);
  options.merge = mergeOptions(wish);
  return options;
}

Json conflictJson(const Wish& wish, std::span<const Table> tables, const MergedTable& merged,
                  const dataset::MergeConflict& conflict) {
  const auto& taken = merged.table.rows[conflict.row].values[conflict.column];
  Json json{{"formula", merged.table.rows[conflict.row].formula},
            {"column", dataset::headerOf(merged.table.columns[conflict.column])},
            {"lowest", conflict.lowest},
            {"highest", conflict.highest},
            {"taken", orNull(taken)},
            {"reports", Json::array()}};
  for (const dataset::MergeReport& report :
       dataset::reportsOf(tables, merged, conflict.row, conflict.column))
    json["reports"].push_back(
        {{"file", wish.files[report.origin.table]},
         {"row", tables[report.origin.table].rows[report.origin.row].line},
         {"source", tables[report.origin.table].rows[report.origin.row].source},
         {"value", report.value}});
  return json;
}

void print(std::ostream& out, const MergedTable& merged) {
  out << merged.table.rows.size() << " alloys, " << sharedRows(merged)
      << " of them in more than one table, " << merged.conflicts.size()
      << (merged.conflicts.size() == 1 ? " conflict\n" : " conflicts\n");
  for (const auto& conflict : merged.conflicts) {
    const auto& taken = merged.table.rows[conflict.row].values[conflict.column];
    out << "  " << padded(merged.table.rows[conflict.row].formula, 28)
        << padded(dataset::headerOf(merged.table.columns[conflict.column]), 10)
        << fixed(conflict.lowest, 1) << " to " << fixed(conflict.highest, 1) << ", taken "
        << (taken ? fixed(*taken, 1) : std::string("none")) << "\n";
  }
}

std::string namesOf(const MergeStudy& study, const prediction::StudiedSubset& subset) {
  std::string names;
  for (const std::size_t table : subset.tables)
    names += (names.empty() ? "" : " + ") + study.tables[table].name;
  return names;
}

std::string cell(const prediction::Spread& spread, int decimals) {
  return aligned(fixed(spread.mean, decimals) + " ± " + fixed(spread.sd, decimals), 17);
}

void print(std::ostream& out, const MergeStudy& study) {
  for (const SplitKind split : study.options.splits) {
    out << "\n"
        << study.options.seeds << (split == SplitKind::Random ? " random" : " grouped")
        << " splits\n"
        << padded("", 44) << aligned("R2", 17) << aligned("RMSE / K", 17) << aligned("MAE / K", 17)
        << "\n";
    for (const auto& subset : study.subsets) {
      out << namesOf(study, subset) << ": " << subset.rows << " alloys, " << subset.shared
          << " shared, " << subset.conflicts << " in conflict\n";
      const auto line = [&](const std::string& what, const prediction::RowScore& rows) {
        out << padded("  " + what, 44) << cell(rows.score.r2, 4) << cell(rows.score.rmseK, 1)
            << cell(rows.score.maeK, 1) << "\n";
      };
      for (const auto& model : subset.models) {
        if (model.split != split)
          continue;
        line(std::string(regression::modelName(model.model)), model.own);
        for (std::size_t i = 0; subset.tables.size() > 1 && i < subset.tables.size(); ++i)
          line("  on " + study.tables[subset.tables[i]].name, model.parts[i]);
      }
    }
  }
  for (std::size_t i = 0; i < study.subsets.size(); ++i) {
    const auto sentences = prediction::explanationOf(study, i);
    if (sentences.empty())
      continue;
    out << "\n" << namesOf(study, study.subsets[i]) << "\n";
    for (const auto& sentence : sentences)
      out << "  " << sentence << "\n";
  }
  if (study.options.property != prediction::Property::Tm)
    return;
  out << "\nOf its own tables Que et al. 2025 say (one random split)\n";
  for (const auto& merge : prediction::kPublishedMerges)
    out << "  " << padded(merge.tables, 28) << padded(merge.figure, 9) << padded(merge.models, 12)
        << " " << merge.words << "\n";
}

}  // namespace

void merge(const Call& call) {
  Wish wish;
  Options options("merge",
                  "One table of several: a row for each alloy, with the sources of its origins. "
                  "With --study, also how well models learn from every subset of the tables.");
  options.app()
      .add_option("FILE", wish.files,
                  "CSV, TSV or XLSX tables with formulas in at.% (path); what they are called in "
                  "the study is the name of the file")
      ->required();
  options.text("--policy", wish.policy, "median|first|drop",
               "What is taken where tables contradict each other (word; default median)");
  options.text("--threshold", wish.threshold, "X",
               "With drop: largest difference that is kept, as a fraction of the mean (number; "
               "default what is usual for the property)");
  options.text("--out", wish.out, "FILE", "The merged table (path, CSV)");
  options.text("--study", wish.study, "Tg|Tm",
               "Train on every subset of the tables (column Tg_K or, for Tm, Tl_K, in K)");
  options.text("--models", wish.models, "NAME,...|all",
               "Models of the study (names; default extra_trees)");
  options.text("--split", wish.split, "random|grouped|both",
               "Single alloys or whole alloy systems set aside (word; default both)");
  options.text("--seeds", wish.seeds, "N", "80:20 splits of each kind (count; default 10)");
  options.text("--features", wish.features, "percentages|averages",
               "What models see: at.% of each element, or element averages too (word)");
  wish.run.addTo(options);
  options.flag("--json", wish.json, "One JSON object: temperatures in K, R2 as fractions");
  options.parse(call);

  if (wish.out.empty() && wish.study.empty())
    throw Error(ErrorCode::InvalidInput,
                "Without --out and --study there is nothing to do; give one of them.");
  const dataset::MergeOptions merging = mergeOptions(wish);
  const bool studies = !wish.study.empty();
  const auto study = studies ? std::optional(studyOptions(wish)) : std::nullopt;
  const auto context = wish.run.context(call);
  std::vector<Table> tables;
  for (const std::string& file : wish.files)
    tables.push_back(tableOf(file, context.silent()));
  const MergedTable merged =
      dataset::mergeTables(tables, merging, context.slice(0.0, studies ? 0.01 : 1.0));
  if (!wish.out.empty())
    dataset::writeTable(merged.table, wish.out);
  std::optional<MergeStudy> result;
  if (study)
    result = prediction::mergeStudy(tables, *study, context.slice(0.01, 1.0));

  if (!wish.json && !wish.run.progress) {
    print(call.out, merged);
    for (const Table& table : tables) {
      if (const auto skipped = skippedRows(table); !skipped.empty())
        call.out << table.name << ": " << skipped << "\n";
    }
    if (!wish.out.empty())
      call.out << "Wrote " << wish.out << "\n";
    if (result)
      print(call.out, *result);
    return;
  }
  Json object{{"files", wish.files},
              {"policy", wish.policy},
              {"rows", merged.table.rows.size()},
              {"shared", sharedRows(merged)},
              {"conflicts", Json::array()}};
  for (const auto& conflict : merged.conflicts)
    object["conflicts"].push_back(conflictJson(wish, tables, merged, conflict));
  if (!wish.out.empty())
    object["file"] = wish.out;
  if (result)
    object["study"] = Json::parse(prediction::mergeStudyJson(*result));
  if (wish.run.progress)
    return writeLine(call.out, {{"result", object}});
  write(call.out, object);
}

}  // namespace vitrine::cli
