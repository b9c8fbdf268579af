#include "engine/prediction/cross_fit.h"
#include "engine/prediction/training.h"
#include "engine/regression/scores.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vitrine::prediction {
namespace {

constexpr double kTestFraction = 0.2;
constexpr int kInnerFolds = 5;

struct SeedResult {
  std::size_t testRows = 0;
  std::vector<regression::Scores> models;  // the recipes, then the blend
  double coverage = 0.0;
  double meanWidthK = 0.0;
};

SeedResult oneSplit(const TrainingRows& rows, const dataset::Split& split,
                    const TrainingOptions& options, const RunContext& context) {
  const TrainingRows inner = rows.select(split.train);
  const TrainingRows test = rows.select(split.test);
  const auto recipes =
      searchRecipes(standardRecipes(options.property, options.features, options.models), inner,
                    options.searchTrials, context.slice(0.0, options.searchTrials > 0 ? 0.7 : 0.0));

  const auto folds =
      dataset::folds(dataset::SplitKind::Grouped, inner.systems, kInnerFolds, context.seed());
  std::vector<std::vector<std::size_t>> parts;
  for (const auto& fold : folds)
    parts.push_back(fold.train);
  std::vector<std::size_t> all(inner.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  parts.push_back(all);
  auto models =
      fitParts(inner, recipes, parts, context.slice(options.searchTrials > 0 ? 0.7 : 0.0, 0.95));
  const auto final = std::move(models.back());
  models.pop_back();
  const auto found =
      calibrate(crossFit(inner, models, folds, context.silent()), inner.targetK, all);

  const auto said = predictBlend(final, found.weights, KnownAlloys(inner.alloys), test.alloys,
                                 Asked::AllModels, context.silent());
  SeedResult result;
  result.testRows = test.size();
  for (const auto& values : said.modelsK)
    result.models.push_back(regression::scores(test.targetK, values));
  result.models.push_back(regression::scores(test.targetK, said.blendK));
  for (std::size_t i = 0; i < test.size(); ++i) {
    const double half = found.interval.halfWidthK(said.doubts[i]);
    result.coverage += std::abs(test.targetK[i] - said.blendK[i]) <= half ? 1.0 : 0.0;
    result.meanWidthK += 2.0 * half;
  }
  const auto n = static_cast<double>(test.size());
  result.coverage /= n;
  result.meanWidthK /= n;
  context.tick(1.0);
  return result;
}

template <class Value>
Spread spreadOf(std::span<const SeedResult> results, Value value) {
  const auto n = static_cast<double>(results.size());
  Spread spread;
  for (const auto& result : results)
    spread.mean += value(result) / n;
  double square = 0.0;
  for (const auto& result : results)
    square += (value(result) - spread.mean) * (value(result) - spread.mean);
  spread.sd = std::sqrt(square / n);
  return spread;
}

}  // namespace

HoldOutReport holdOutStudy(const dataset::Table& table, const TrainingOptions& options,
                           const RunContext& context) {
  const TrainingRows rows = trainingRows(table, options.property);
  std::vector<SeedResult> results;
  for (int seed = 0; seed < options.seeds; ++seed) {
    const auto number = static_cast<std::uint64_t>(seed);
    const auto split = dataset::holdOut(options.split, rows.systems, kTestFraction, number);
    const double count = options.seeds;
    results.push_back(oneSplit(rows, split, options,
                               context.slice(seed / count, (seed + 1) / count).withSeed(number)));
  }

  HoldOutReport report;
  report.split = options.split;
  report.rows = rows.size();
  report.seeds = options.seeds;
  if (results.empty())
    return report;
  const auto recipes = standardRecipes(options.property, options.features, options.models);
  std::vector<std::string> names;
  for (const auto& recipe : recipes)
    names.emplace_back(regression::modelName(recipe.kind));
  if (names.size() > 1)
    names.emplace_back("blend");
  for (std::size_t m = 0; m < names.size(); ++m) {
    auto& score = report.models[names[m]];
    score.r2 = spreadOf(results, [m](const SeedResult& r) { return r.models[m].r2; });
    score.rmseK = spreadOf(results, [m](const SeedResult& r) { return r.models[m].rmse; });
    score.maeK = spreadOf(results, [m](const SeedResult& r) { return r.models[m].mae; });
  }
  const auto testRows =
      spreadOf(results, [](const SeedResult& r) { return static_cast<double>(r.testRows); });
  report.testRows = static_cast<std::size_t>(std::lround(testRows.mean));
  report.coverage90 = spreadOf(results, [](const SeedResult& r) { return r.coverage; });
  report.meanWidthK = spreadOf(results, [](const SeedResult& r) { return r.meanWidthK; });
  return report;
}

}  // namespace vitrine::prediction
