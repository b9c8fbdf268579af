#pragma once

#include "engine/core/run_context.h"
#include "engine/dataset/audit.h"
#include "engine/dataset/merge.h"
#include "engine/dataset/splits.h"
#include "engine/dataset/table.h"
#include "engine/prediction/estimate.h"
#include "engine/prediction/evaluation.h"
#include "engine/prediction/training.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vitrine::prediction {

/// More tables than this would make more subsets than anybody can read.
inline constexpr std::size_t kMostStudiedTables = 4;

struct MergeStudyOptions {
  Property property = Property::Tm;
  std::vector<regression::ModelKind> models;  ///< empty stands for all six
  FeatureSet features = FeatureSet::Percentages;
  std::vector<dataset::SplitKind> splits = {dataset::SplitKind::Random,
                                            dataset::SplitKind::Grouped};
  int seeds = 10;  ///< 80:20 splits of each kind
  dataset::MergeOptions merge;
};

/// How well a model does on one set of test rows, over the seeds that put some there.
struct RowScore {
  ScoreSpread score;
  Spread targetSdK;                 ///< how far the measured values of the test rows spread
  std::size_t testRows = 0;         ///< mean over the seeds, rounded
  std::vector<double> rmseK;        ///< of each seed; NaN where too few test rows
  [[nodiscard]] int seeds() const;  ///< that count
};

/// One model on one kind of split. `parts` are the test rows of the single tables, with the values
/// those give: the same rows whatever the table is merged with, hence comparable; `own` are the
/// test rows of the merged set, whose target spreads as no other does.
struct StudiedModel {
  regression::ModelKind model{};
  dataset::SplitKind split{};
  RowScore own;
  std::vector<RowScore> parts;  ///< in the order of StudiedSubset::tables
};

/// Some of the tables, merged.
struct StudiedSubset {
  std::vector<std::size_t> tables;   ///< indices, rising
  std::size_t rows = 0;              ///< alloys with a value
  std::size_t shared = 0;            ///< of these, in more than one table
  std::size_t conflicts = 0;         ///< of these, with reports further apart than is usual
  std::vector<StudiedModel> models;  ///< models × splits, models outside
};

/// One of the tables by itself.
struct StudiedTable {
  std::string name;
  std::size_t rows = 0;  ///< alloys with a value
  double meanK = 0.0;
  double sdK = 0.0;
  /// Said by the audit where its values are a linear form of the composition.
  std::optional<dataset::Flaw> linear;
};

/// What two tables say of the same alloys, and of nearly the same.
struct TablePair {
  std::size_t first = 0;
  std::size_t second = 0;
  std::size_t shared = 0;
  double sharedMedianK = 0.0;  ///< second minus first, over the shared alloys
  double sharedMedianAbsK = 0.0;
  /// Alloys of the second with one of the first within kNearPercent, shared ones among them.
  std::size_t near = 0;
  double nearMedianK = 0.0;
  double nearMedianAbsK = 0.0;
  double largestK = 0.0;  ///< of the differences of near alloys, by size; signed
  std::string largestAt;  ///< formula in the second table; empty without near alloys
};
/// Alloys this close, at.%, melt within some ten kelvin of each other.
inline constexpr double kNearPercent = 2.0;

struct MergeStudy {
  MergeStudyOptions options;  ///< models filled in
  std::vector<StudiedTable> tables;
  std::vector<TablePair> pairs;        ///< first < second
  std::vector<StudiedSubset> subsets;  ///< single tables first, then pairs, …
};

/// Trains every model on every subset of the tables, merged, and tries it on alloys that were set
/// aside: the same alloys (or alloy systems) for every subset, a fifth of those of each table, so
/// that nothing learned from one table has seen the test alloys of another. Parallel; deterministic
/// for any number of threads. @throws Error (InvalidInput) for no or too many tables, no seeds, a
/// table without the property's column or with too few rows (see trainingRows); Cancelled
MergeStudy mergeStudy(std::span<const dataset::Table> tables, const MergeStudyOptions& options,
                      const RunContext& context);

/// Index of the subset that holds exactly these tables (rising). @pre there is one
std::size_t subsetOf(const MergeStudy& study, std::span<const std::size_t> tables);

/// The scores of one model on one kind of split; null where it was not studied.
const StudiedModel* scoresIn(const StudiedSubset& subset, regression::ModelKind model,
                             dataset::SplitKind split);

}  // namespace vitrine::prediction
