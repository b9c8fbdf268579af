#include "engine/prediction/merge_study.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/prediction/fitted_model.h"
#include "engine/prediction/merge_facts.h"
#include "engine/prediction/merge_rows.h"
#include "engine/prediction/recipe.h"
#include "engine/regression/scores.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace vitrine::prediction {

namespace {

using dataset::SplitKind;
using dataset::Table;

constexpr double kTestFraction = 0.2;
/// Fewer test rows of a table than this say nothing.
constexpr std::size_t kLeastTestRows = 5;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Which alloys are set aside.
struct Aside {
  SplitKind kind{};
  std::uint64_t seed = 0;
  std::vector<char> isTest;  ///< by alloy
};

/// Scores of one seed; NaN where there are too few rows.
struct SeedScore {
  regression::Scores scores{kNone, kNone, kNone};
  double targetSdK = kNone;
  std::size_t rows = 0;
};

/// What one training gave.
struct TaskScores {
  SeedScore own;
  std::vector<SeedScore> parts;
};

/// Subsets by their number of tables, then in the order of the tables.
std::vector<std::vector<std::size_t>> subsetsOf(std::size_t tables) {
  std::vector<std::vector<std::size_t>> subsets;
  for (std::size_t mask = 1; mask < (std::size_t{1} << tables); ++mask) {
    auto& members = subsets.emplace_back();
    for (std::size_t t = 0; t < tables; ++t) {
      if ((mask >> t & 1U) != 0)
        members.push_back(t);
    }
  }
  std::stable_sort(subsets.begin(), subsets.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  return subsets;
}

std::vector<std::size_t> rowsOnSide(const MergedRows& merged, const Aside& aside, bool test) {
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < merged.alloy.size(); ++i) {
    if ((aside.isTest[merged.alloy[i]] != 0) == test)
      rows.push_back(i);
  }
  return rows;
}

SeedScore scoreOf(const FittedModel& model, const MergedRows& rows, const Aside& aside,
                  const RunContext& context) {
  SeedScore result;
  const auto test = rows.rows.select(rowsOnSide(rows, aside, true));
  result.rows = test.size();
  if (test.size() < kLeastTestRows)
    return result;
  const auto said = model.predict(test.alloys, context);
  result.scores = regression::scores(test.targetK, said.values);
  result.targetSdK = momentsOf(test.targetK).sd;
  return result;
}

Spread spreadOver(std::span<const double> values) {
  std::vector<double> finite;
  std::copy_if(values.begin(), values.end(), std::back_inserter(finite),
               [](double value) { return std::isfinite(value); });
  return momentsOf(finite);
}

RowScore gathered(std::span<const SeedScore> seeds) {
  RowScore result;
  std::vector<double> r2;
  std::vector<double> mae;
  std::vector<double> sd;
  double rows = 0.0;
  for (const SeedScore& seed : seeds) {
    r2.push_back(seed.scores.r2);
    result.rmseK.push_back(seed.scores.rmse);
    mae.push_back(seed.scores.mae);
    sd.push_back(seed.targetSdK);
    rows += static_cast<double>(seed.rows);
  }
  result.score = {spreadOver(r2), spreadOver(result.rmseK), spreadOver(mae)};
  result.targetSdK = spreadOver(sd);
  result.testRows = static_cast<std::size_t>(std::lround(rows / static_cast<double>(seeds.size())));
  return result;
}

void check(std::span<const Table> tables, const MergeStudyOptions& options) {
  if (tables.empty() || tables.size() > kMostStudiedTables)
    throw Error(ErrorCode::InvalidInput, "A merge study takes 1 to " +
                                             std::to_string(kMostStudiedTables) + " tables, not " +
                                             std::to_string(tables.size()) + ".");
  if (options.seeds < 1 || options.splits.empty())
    throw Error(ErrorCode::InvalidInput, "A merge study needs at least one split.");
  for (const Table& table : tables)
    static_cast<void>(trainingRows(table, options.property));
}

std::vector<Aside> asidesOf(std::span<const StudiedAlloy> alloys,
                            const MergeStudyOptions& options) {
  std::vector<Aside> asides;
  for (const SplitKind kind : options.splits)
    for (int seed = 0; seed < options.seeds; ++seed) {
      const auto number = static_cast<std::uint64_t>(seed);
      asides.push_back({kind, number, setAside(alloys, kind, kTestFraction, number)});
    }
  return asides;
}

/// @param merged  single tables first, in their order
void addFacts(MergeStudy& study, std::span<const Table> tables, std::span<const MergedRows> merged,
              const RunContext& context) {
  for (std::size_t i = 0; i < tables.size(); ++i)
    study.tables.push_back(factsOf(tables[i], merged[i], study.options.property, context.silent()));
  for (std::size_t i = 0; i < tables.size(); ++i)
    for (std::size_t j = i + 1; j < tables.size(); ++j)
      study.pairs.push_back(compared(i, merged[i], j, merged[j], context.silent()));
  context.tick(1.0);
}

}  // namespace

int RowScore::seeds() const {
  return static_cast<int>(
      std::count_if(rmseK.begin(), rmseK.end(), [](double value) { return std::isfinite(value); }));
}

MergeStudy mergeStudy(std::span<const Table> tables, const MergeStudyOptions& options,
                      const RunContext& context) {
  check(tables, options);
  MergeStudy study;
  study.options = options;
  const auto recipes = standardRecipes(options.property, options.features, options.models);
  study.options.models.clear();
  for (const auto& recipe : recipes)
    study.options.models.push_back(recipe.kind);

  const auto subsets = subsetsOf(tables.size());
  const MergedSubsets sets =
      mergeSubsets(tables, subsets, options.property, options.merge, context.slice(0.0, 0.02));
  const std::vector<Aside> asides = asidesOf(sets.alloys, options);
  const std::vector<MergedRows>& merged = sets.subsets;
  addFacts(study, tables, merged, context.slice(0.02, 0.04));

  // Tasks of one subset stand together; the largest go first, because they take longest.
  const std::size_t perSubset = recipes.size() * asides.size();
  std::vector<TaskScores> scores(subsets.size() * perSubset);
  parallelFor(context.slice(0.04, 1.0), scores.size(), [&](std::size_t i) {
    const std::size_t task = scores.size() - 1 - i;
    const std::size_t subset = task / perSubset;
    const ModelRecipe& recipe = recipes[task % perSubset / asides.size()];
    const Aside& aside = asides[task % asides.size()];
    const MergedRows& rows = merged[subset];
    const RunContext quiet = context.silent().withSeed(aside.seed);
    const auto part = rows.rows.select(rowsOnSide(rows, aside, false));
    const auto model = FittedModel::train(recipe, part.elements, part.alloys, part.targetK, quiet);
    scores[task].own = scoreOf(model, rows, aside, quiet);
    for (const std::size_t table : subsets[subset])
      scores[task].parts.push_back(scoreOf(model, merged[table], aside, quiet));
  });

  for (std::size_t s = 0; s < subsets.size(); ++s) {
    StudiedSubset& subset = study.subsets.emplace_back();
    subset.tables = subsets[s];
    subset.rows = merged[s].rows.size();
    subset.shared = merged[s].shared;
    subset.conflicts = merged[s].conflicts;
    for (std::size_t m = 0; m < recipes.size(); ++m)
      for (std::size_t k = 0; k < options.splits.size(); ++k) {
        const auto count = static_cast<std::size_t>(options.seeds);
        const std::size_t begin = s * perSubset + m * asides.size() + k * count;
        StudiedModel& model = subset.models.emplace_back();
        model.model = recipes[m].kind;
        model.split = options.splits[k];
        std::vector<SeedScore> seeds(count);
        const auto gather = [&](auto pick) {
          for (std::size_t seed = 0; seed < count; ++seed)
            seeds[seed] = pick(scores[begin + seed]);
          return gathered(seeds);
        };
        model.own = gather([](const TaskScores& task) { return task.own; });
        for (std::size_t part = 0; part < subsets[s].size(); ++part)
          model.parts.push_back(
              gather([part](const TaskScores& task) { return task.parts[part]; }));
      }
  }
  return study;
}

std::size_t subsetOf(const MergeStudy& study, std::span<const std::size_t> tables) {
  const auto found =
      std::find_if(study.subsets.begin(), study.subsets.end(), [&](const StudiedSubset& subset) {
        return std::equal(subset.tables.begin(), subset.tables.end(), tables.begin(), tables.end());
      });
  return static_cast<std::size_t>(found - study.subsets.begin());
}

const StudiedModel* scoresIn(const StudiedSubset& subset, regression::ModelKind model,
                             SplitKind split) {
  for (const StudiedModel& studied : subset.models) {
    if (studied.model == model && studied.split == split)
      return &studied;
  }
  return nullptr;
}

}  // namespace vitrine::prediction
