#include "engine/barcode/energy_model.h"

#include "engine/barcode/energy_folds.h"
#include "engine/core/error.h"
#include "engine/core/parallel.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace vitrine::barcode {

namespace {

using regression::Hyperparameters;
using regression::IndexSplit;

/// Training rows of the paper: four of five folds of 10 000 samples.
constexpr double kRowsOfPaper = 8000.0;
constexpr std::size_t kFewestSamples = 10;

/// The best set of the paper, for as many training rows as there are.
Hyperparameters paperParameters(std::size_t trainingRows, std::size_t mostRounds) {
  return {{"max_depth", 20.0},
          {"learning_rate", 0.0271589},
          {"gamma", 0.01878},
          {"min_child_weight", 82.011109 * static_cast<double>(trainingRows) / kRowsOfPaper},
          {"subsample", 0.767066},
          {"column_fraction", 0.623959},
          {"rounds", static_cast<double>(mostRounds)}};
}

std::vector<double> select(std::span<const double> values, std::span<const std::size_t> rows) {
  std::vector<double> chosen;
  chosen.reserve(rows.size());
  for (const std::size_t i : rows)
    chosen.push_back(values[i]);
  return chosen;
}

/// The `count` most important environments, the most important first.
std::vector<std::size_t> mostImportant(std::span<const double> importance, std::size_t count) {
  std::vector<std::size_t> order(importance.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return importance[a] > importance[b]; });
  order.resize(std::min(count, order.size()));
  return order;
}

/// A model over all environments, and one over the bars that it finds.
struct Pair {
  EnergyPredictor all;
  EnergyPredictor bars;
  std::vector<double> importance;
  std::vector<std::size_t> barEnvironments;
};

struct Recipes {
  EnergyRecipe all;
  EnergyRecipe bars;
};

Pair trainPair(const Recipes& recipes, const Matrix& shares, std::span<const double> energies,
               std::size_t bars, const RunContext& context) {
  auto all = EnergyPredictor::fit(recipes.all, shares, energies, context.slice(0.0, 0.5));
  auto importance = all.importance(shares, context.slice(0.5, 0.7));
  auto chosen = mostImportant(importance, bars);
  auto few = EnergyPredictor::fit(recipes.bars, barcodeRows(shares, chosen), energies,
                                  context.slice(0.7, 1.0));
  return {std::move(all), std::move(few), std::move(importance), std::move(chosen)};
}

/// Recipes, and what their models say about samples they did not see.
struct Candidate {
  Recipes recipes;
  std::vector<double> all;
  std::vector<double> bars;
  regression::Scores allScores;
  regression::Scores barScores;
};

Candidate judged(Recipes recipes, const EnergySamples& samples, std::size_t bars,
                 const std::vector<IndexSplit>& folds, const RunContext& context) {
  Candidate result{std::move(recipes),
                   std::vector<double>(samples.size()),
                   std::vector<double>(samples.size()),
                   {},
                   {}};
  const auto inner = context.silent();
  parallelFor(context, folds.size(), [&](std::size_t f) {
    const auto& [training, test] = folds[f];
    const auto pair = trainPair(result.recipes, samples.shares.select(training),
                                select(samples.energyEvPerAtom, training), bars, inner);
    const Matrix unseen = samples.shares.select(test);
    const auto all = pair.all.predict(unseen, inner);
    const auto few = pair.bars.predict(barcodeRows(unseen, pair.barEnvironments), inner);
    for (std::size_t i = 0; i < test.size(); ++i) {
      result.all[test[i]] = all[i];
      result.bars[test[i]] = few[i];
    }
  });
  result.allScores = regression::scores(samples.energyEvPerAtom, result.all);
  result.barScores = regression::scores(samples.energyEvPerAtom, result.bars);
  return result;
}

Candidate bestTrees(const EnergySamples& samples, const EnergyModelSettings& settings,
                    const std::vector<IndexSplit>& folds, const RunContext& context) {
  // The paper's hyperparameters count in the energy of its 2000 atoms.
  const auto target = EnergyPredictor::targetOf(samples.energyEvPerAtom);
  const std::size_t rows = folds.front().train.size();
  const auto found = regression::earlyStoppedSearch(
      paperParameters(rows, settings.mostRounds), paperSearchSpace(rows), samples.shares, target,
      folds, settings.budget, settings.patience, context.slice(0.0, 0.8));
  const EnergyRecipe recipe{EnergyMethod::BoostedTrees, found.trials[found.best].parameters};
  return judged({recipe, recipe}, samples, settings.bars, folds, context.slice(0.8, 1.0));
}

/// The penalty over all environments first, then the one over the bars.
Candidate bestLine(const EnergySamples& samples, const EnergyModelSettings& settings,
                   const std::vector<IndexSplit>& folds, const RunContext& context) {
  constexpr std::array kPenalties{1e-4, 1e-3, 1e-2, 0.1, 1.0, 10.0};
  const auto recipe = [](double penalty) {
    return EnergyRecipe{EnergyMethod::Line, {{"penalty", penalty}}};
  };
  std::vector<Candidate> tried;
  const auto tryOne = [&](Recipes recipes) {
    const double done = static_cast<double>(tried.size()) / (2.0 * kPenalties.size());
    const double next = static_cast<double>(tried.size() + 1) / (2.0 * kPenalties.size());
    tried.push_back(
        judged(std::move(recipes), samples, settings.bars, folds, context.slice(done, next)));
  };
  for (const double penalty : kPenalties)
    tryOne({recipe(penalty), recipe(penalty)});
  const auto all = std::ranges::min_element(tried, {}, [](const Candidate& each) {
                     return each.allScores.rmse;
                   })->recipes.all;
  for (const double penalty : kPenalties)
    tryOne({all, recipe(penalty)});
  return *std::min_element(
      tried.end() - kPenalties.size(), tried.end(),
      [](const Candidate& a, const Candidate& b) { return a.barScores.rmse < b.barScores.rmse; });
}

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorCode::InvalidInput, "An energy model cannot be trained: " + what + ".");
}

}  // namespace

void checkEnergies(std::span<const double> energyEvPerAtom, std::span<const std::string> groups) {
  if (groups.size() != energyEvPerAtom.size())
    refuse("there must be one group for each energy");
  if (energyEvPerAtom.size() < kFewestSamples)
    refuse("there are " + std::to_string(energyEvPerAtom.size()) +
           " samples, and ten are the least");
  const auto [low, high] = std::ranges::minmax(energyEvPerAtom);
  if (!(low < high))
    refuse("all energies are the same");
}

regression::SearchSpace paperSearchSpace(std::size_t trainingRows) {
  using Scale = regression::Distribution::Scale;
  return {{"max_depth", {Scale::Integer, 20.0, 40.0, {}}},
          {"learning_rate", {Scale::Linear, 0.01, 0.05, {}}},
          {"gamma", {Scale::Logarithmic, 0.001, 10.0, {}}},
          {"min_child_weight",
           {Scale::Linear, 0.0, 2000.0 * static_cast<double>(trainingRows) / kRowsOfPaper, {}}},
          {"subsample", {Scale::Linear, 0.4, 1.0, {}}},
          {"column_fraction", {Scale::Linear, 0.4, 1.0, {}}}};
}

Matrix barcodeRows(const Matrix& shares, std::span<const std::size_t> environments) {
  Matrix rows(shares.rows(), environments.size());
  for (std::size_t i = 0; i < shares.rows(); ++i) {
    double sum = 0.0;
    for (const std::size_t k : environments)
      sum += shares(i, k);
    for (std::size_t bar = 0; bar < environments.size() && sum > 0.0; ++bar)
      rows(i, bar) = shares(i, environments[bar]) / sum;
  }
  return rows;
}

EnergyModel trainEnergyModel(const EnergySamples& samples, const EnergyModelSettings& settings,
                             const RunContext& context) {
  checkEnergies(samples.energyEvPerAtom, samples.groups);
  if (samples.shares.rows() != samples.size())
    refuse("there must be one row of shares for each energy");
  const auto folds = energyFolds(samples.groups, settings.folds, context.seed());
  auto trees = bestTrees(samples, settings, folds, context.slice(0.0, 0.8));
  auto line = bestLine(samples, settings, folds, context.slice(0.8, 0.9));
  const std::map<EnergyMethod, double> barRmse{{EnergyMethod::BoostedTrees, trees.barScores.rmse},
                                               {EnergyMethod::Line, line.barScores.rmse}};
  auto best = std::move(line.barScores.rmse < trees.barScores.rmse ? line : trees);
  auto pair = trainPair(best.recipes, samples.shares, samples.energyEvPerAtom, settings.bars,
                        context.slice(0.9, 1.0));
  return {.all = std::move(pair.all),
          .bars = std::move(pair.bars),
          .barEnvironments = std::move(pair.barEnvironments),
          .importance = std::move(pair.importance),
          .allRecipe = std::move(best.recipes.all),
          .barRecipe = std::move(best.recipes.bars),
          .folds = folds.size(),
          .foldsAreGroups = energyGroupCount(samples.groups) >= 2,
          .outOfFoldAll = std::move(best.all),
          .outOfFoldBars = std::move(best.bars),
          .allScores = best.allScores,
          .barScores = best.barScores,
          .barRmse = barRmse};
}

}  // namespace vitrine::barcode
