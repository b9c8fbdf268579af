#include "engine/prediction/learning_curve.h"

#include "engine/core/random.h"
#include "engine/prediction/cross_fit.h"
#include "engine/prediction/split_judgement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>

namespace vitrine::prediction {
namespace {

using dataset::SplitKind;

constexpr double kTestFraction = 0.2;
constexpr std::array kShares{0.1, 0.2, 0.4, 0.7, 1.0};
constexpr std::uint64_t kOrderStream = 0x6c6561726e;

/// What goes into the amounts one after the other: rows, or the rows of a system.
std::vector<std::vector<std::size_t>> unitsOf(const TrainingRows& rows,
                                              const std::vector<std::size_t>& training,
                                              SplitKind split) {
  std::vector<std::vector<std::size_t>> units;
  std::map<std::string, std::size_t> places;
  for (const std::size_t row : training) {
    const auto place = split == SplitKind::Random
                           ? units.size()
                           : places.try_emplace(rows.systems[row], units.size()).first->second;
    if (place == units.size())
      units.emplace_back();
    units[place].push_back(row);
  }
  return units;
}

std::vector<std::vector<std::size_t>> amountsOf(std::vector<std::vector<std::size_t>> units,
                                                std::size_t rows, std::uint64_t seed) {
  Random(seed, kOrderStream).shuffle(units);
  std::vector<std::vector<std::size_t>> amounts;
  std::vector<std::size_t> taken;
  auto next = units.begin();
  for (const double share : kShares) {
    const auto wanted = static_cast<std::size_t>(std::ceil(share * static_cast<double>(rows)));
    for (; next != units.end() && taken.size() < wanted; ++next)
      taken.insert(taken.end(), next->begin(), next->end());
    amounts.push_back(taken);
    std::ranges::sort(amounts.back());
  }
  return amounts;
}

/// Of one split.
struct Errors {
  std::vector<std::size_t> rows;             ///< by amount
  std::vector<std::size_t> systems;          ///< the same
  std::vector<std::vector<double>> modelsK;  ///< amounts × recipes
  std::vector<double> linearK;
  std::size_t testRows = 0;
};

Errors oneSplit(const TrainingRows& rows, const std::vector<ModelRecipe>& recipes, SplitKind kind,
                const RunContext& context) {
  const auto split = dataset::holdOut(kind, rows.systems, kTestFraction, context.seed());
  const TrainingRows test = rows.select(split.test);
  const auto amounts =
      amountsOf(unitsOf(rows, split.train, kind), split.train.size(), context.seed());
  const auto fitted = fitParts(rows, recipes, amounts, context.slice(0.0, 0.95));
  Errors errors;
  errors.testRows = test.size();
  for (std::size_t a = 0; a < amounts.size(); ++a) {
    const TrainingRows part = rows.select(amounts[a]);
    errors.rows.push_back(part.size());
    errors.systems.push_back(std::set(part.systems.begin(), part.systems.end()).size());
    auto& models = errors.modelsK.emplace_back();
    for (const auto& model : fitted[a])
      models.push_back(
          regression::scores(test.targetK, model.predict(test.alloys, context.silent()).values)
              .rmse);
    errors.linearK.push_back(
        regression::scores(test.targetK, linearBaseline(part, test, context.silent())).rmse);
  }
  context.tick(1.0);
  return errors;
}

template <class Value>
Spread spreadOver(const std::vector<Errors>& all, Value value) {
  std::vector<double> values;
  for (const auto& errors : all)
    values.push_back(static_cast<double>(value(errors)));
  return spreadOf(values);
}

std::size_t rounded(const Spread& spread) {
  return static_cast<std::size_t>(std::lround(spread.mean));
}

}  // namespace

LearningCurve learningCurve(const dataset::Table& table, const TrainingOptions& options,
                            const RunContext& context) {
  const TrainingRows rows = trainingRows(table, options.property, options.column);
  const auto recipes = standardRecipes(options.property, options.features, options.models);
  LearningCurve curve;
  curve.split = options.split == SplitKind::Random ? SplitKind::Random : SplitKind::Grouped;
  curve.seeds = std::max(1, options.seeds);
  std::vector<Errors> all;
  for (int seed = 0; seed < curve.seeds; ++seed) {
    const double count = curve.seeds;
    all.push_back(oneSplit(rows, recipes, curve.split,
                           context.slice(seed / count, (seed + 1) / count)
                               .withSeed(static_cast<std::uint64_t>(seed))));
  }
  curve.testRows = rounded(spreadOver(all, [](const Errors& e) { return e.testRows; }));
  for (std::size_t a = 0; a < kShares.size(); ++a) {
    LearningPoint point;
    point.rows = rounded(spreadOver(all, [a](const Errors& e) { return e.rows[a]; }));
    point.systems = rounded(spreadOver(all, [a](const Errors& e) { return e.systems[a]; }));
    for (std::size_t m = 0; m < recipes.size(); ++m)
      point.rmseK[std::string(regression::modelName(recipes[m].kind))] =
          spreadOver(all, [a, m](const Errors& e) { return e.modelsK[a][m]; });
    point.linearRmseK = spreadOver(all, [a](const Errors& e) { return e.linearK[a]; });
    curve.points.push_back(std::move(point));
  }
  return curve;
}

}  // namespace vitrine::prediction
