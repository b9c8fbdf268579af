#include "engine/barcode/energy_model.h"

#include "engine/barcode/energy_folds.h"
#include "engine/core/error.h"
#include "engine/core/parallel.h"

#include <algorithm>
#include <array>
#include <limits>
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

/// The environments that are left when the least important ones have gone, bit by bit.
std::vector<std::size_t> notEliminated(const EnergyRecipe& recipe, const Matrix& shares,
                                       std::span<const double> energies, std::size_t count,
                                       const RunContext& context) {
  constexpr std::size_t kPart = 5;
  std::vector<std::size_t> left(shares.columns());
  std::iota(left.begin(), left.end(), std::size_t{0});
  while (left.size() > count) {
    const Matrix rows = sharesOf(shares, left);
    const auto line = EnergyPredictor::fit(recipe, rows, energies, context);
    const std::size_t kept = std::max(count, left.size() - (left.size() + kPart - 1) / kPart);
    auto order = mostImportant(line.importance(rows, context), kept);
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < kept; ++i)
      left[i] = left[order[i]];
    left.resize(kept);
  }
  return left;
}

/// The environments that are to be bars.
std::vector<std::size_t> chooseBars(const EnergyRecipe& recipe, const Matrix& shares,
                                    std::span<const double> energies, std::size_t count,
                                    const RunContext& context) {
  if (recipe.method == EnergyMethod::Line)
    return notEliminated(recipe, shares, energies, count, context);
  const auto trees = EnergyPredictor::fit(recipe, shares, energies, context.slice(0.0, 0.7));
  return mostImportant(trees.importance(shares, context.slice(0.7, 1.0)), count);
}

/// Samples that are left out in turn.
class Folds {
 public:
  Folds(const EnergySamples& samples, const std::vector<IndexSplit>& folds)
      : m_samples(samples), m_folds(folds) {}

  /// What models over all environments say of those they did not see.
  [[nodiscard]] std::vector<double> predict(const EnergyRecipe& recipe,
                                            const RunContext& context) const {
    return predict(recipe, std::vector<std::vector<std::size_t>>(m_folds.size(), everything()),
                   context);
  }
  /// The same of models over the bars of each fold.
  [[nodiscard]] std::vector<double> predict(const EnergyRecipe& recipe,
                                            const std::vector<std::vector<std::size_t>>& bars,
                                            const RunContext& context) const {
    std::vector<double> predicted(m_samples.size());
    parallelFor(context, m_folds.size(), [&](std::size_t f) {
      const auto& [training, test] = m_folds[f];
      const auto inner = context.silent();
      const auto model =
          EnergyPredictor::fit(recipe, sharesOf(m_samples.shares.select(training), bars[f]),
                               select(m_samples.energyEvPerAtom, training), inner);
      const auto unseen = model.predict(sharesOf(m_samples.shares.select(test), bars[f]), inner);
      for (std::size_t i = 0; i < test.size(); ++i)
        predicted[test[i]] = unseen[i];
    });
    return predicted;
  }
  /// Bars of each fold, chosen by its training samples.
  [[nodiscard]] std::vector<std::vector<std::size_t>> bars(const EnergyRecipe& recipe,
                                                           std::size_t count,
                                                           const RunContext& context) const {
    std::vector<std::vector<std::size_t>> chosen(m_folds.size());
    parallelFor(context, m_folds.size(), [&](std::size_t f) {
      const auto& training = m_folds[f].train;
      chosen[f] = chooseBars(recipe, m_samples.shares.select(training),
                             select(m_samples.energyEvPerAtom, training), count, context.silent());
    });
    return chosen;
  }
  [[nodiscard]] regression::Scores scores(std::span<const double> predicted) const {
    return regression::scores(m_samples.energyEvPerAtom, predicted);
  }

 private:
  [[nodiscard]] std::vector<std::size_t> everything() const {
    std::vector<std::size_t> all(m_samples.shares.columns());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
  }

  const EnergySamples& m_samples;
  const std::vector<IndexSplit>& m_folds;
};

/// Recipes, and what their models say about samples they did not see.
struct Candidate {
  EnergyRecipe allRecipe;
  EnergyRecipe barRecipe;
  std::vector<double> all;
  std::vector<double> bars;
};

Candidate bestTrees(const EnergySamples& samples, const EnergyModelSettings& settings,
                    const std::vector<IndexSplit>& folds, const RunContext& context) {
  // The paper's hyperparameters count in the energy of its 2000 atoms.
  const auto target = EnergyPredictor::targetOf(samples.energyEvPerAtom);
  const std::size_t rows = folds.front().train.size();
  const auto found = regression::earlyStoppedSearch(
      paperParameters(rows, settings.mostRounds), paperSearchSpace(rows), samples.shares, target,
      folds, settings.budget, settings.patience, context.slice(0.0, 0.8));
  const EnergyRecipe recipe{EnergyMethod::BoostedTrees, found.trials[found.best].parameters};
  const Folds leftOut(samples, folds);
  const auto bars = leftOut.bars(recipe, settings.bars, context.slice(0.8, 0.9));
  return {recipe, recipe, leftOut.predict(recipe, context.slice(0.9, 0.95)),
          leftOut.predict(recipe, bars, context.slice(0.95, 1.0))};
}

/// The penalty over all environments first, then the one over the bars.
Candidate bestLine(const EnergySamples& samples, const EnergyModelSettings& settings,
                   const std::vector<IndexSplit>& folds, const RunContext& context) {
  constexpr std::array kPenalties{1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1.0, 10.0};
  const Folds leftOut(samples, folds);
  /// Tries all penalties and keeps the best recipe with its predictions.
  const auto best = [&](const auto& predict, const RunContext& part) {
    std::pair<EnergyRecipe, std::vector<double>> kept;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < kPenalties.size(); ++i) {
      const EnergyRecipe recipe{EnergyMethod::Line, {{"penalty", kPenalties[i]}}};
      const auto each = static_cast<double>(kPenalties.size());
      auto predicted = predict(
          recipe, part.slice(static_cast<double>(i) / each, static_cast<double>(i + 1) / each));
      if (const double rmse = leftOut.scores(predicted).rmse; rmse < least) {
        least = rmse;
        kept = {recipe, std::move(predicted)};
      }
    }
    return kept;
  };
  auto [allRecipe, all] =
      best([&](const EnergyRecipe& recipe,
               const RunContext& part) { return leftOut.predict(recipe, part); },
           context.slice(0.0, 0.4));
  const auto chosen = leftOut.bars(allRecipe, settings.bars, context.slice(0.4, 0.8));
  auto [barRecipe, bars] =
      best([&](const EnergyRecipe& recipe,
               const RunContext& part) { return leftOut.predict(recipe, chosen, part); },
           context.slice(0.8, 1.0));
  return {std::move(allRecipe), std::move(barRecipe), std::move(all), std::move(bars)};
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

Matrix sharesOf(const Matrix& shares, std::span<const std::size_t> environments) {
  Matrix rows(shares.rows(), environments.size());
  for (std::size_t i = 0; i < shares.rows(); ++i)
    for (std::size_t bar = 0; bar < environments.size(); ++bar)
      rows(i, bar) = shares(i, environments[bar]);
  return rows;
}

Matrix barcodeRows(const Matrix& shares, std::span<const std::size_t> environments) {
  Matrix rows = sharesOf(shares, environments);
  for (std::size_t i = 0; i < rows.rows(); ++i) {
    const auto row = rows.row(i);
    const double sum = std::accumulate(row.begin(), row.end(), 0.0);
    for (double& share : row)
      share /= sum > 0.0 ? sum : 1.0;
  }
  return rows;
}

EnergyModel trainEnergyModel(const EnergySamples& samples, const EnergyModelSettings& settings,
                             const RunContext& context) {
  checkEnergies(samples.energyEvPerAtom, samples.groups);
  if (samples.shares.rows() != samples.size())
    refuse("there must be one row of shares for each energy");
  const auto folds = energyFolds(samples.groups, settings.folds, context.seed());
  const Folds leftOut(samples, folds);
  auto trees = bestTrees(samples, settings, folds, context.slice(0.0, 0.75));
  auto line = bestLine(samples, settings, folds, context.slice(0.75, 0.9));
  const std::map<EnergyMethod, double> barRmse{
      {EnergyMethod::BoostedTrees, leftOut.scores(trees.bars).rmse},
      {EnergyMethod::Line, leftOut.scores(line.bars).rmse}};
  const bool lineIsBetter = barRmse.at(EnergyMethod::Line) < barRmse.at(EnergyMethod::BoostedTrees);
  auto best = std::move(lineIsBetter ? line : trees);

  const RunContext last = context.slice(0.9, 1.0);
  const auto& energies = samples.energyEvPerAtom;
  auto all = EnergyPredictor::fit(best.allRecipe, samples.shares, energies, last.slice(0.0, 0.4));
  auto chosen =
      chooseBars(best.allRecipe, samples.shares, energies, settings.bars, last.slice(0.4, 0.8));
  // Once to rank them, and once in that order.
  const Matrix unranked = sharesOf(samples.shares, chosen);
  const auto importances = EnergyPredictor::fit(best.barRecipe, unranked, energies, last.silent())
                               .importance(unranked, last.silent());
  std::vector<std::size_t> ranked;
  std::vector<double> barImportance;
  for (const std::size_t i : mostImportant(importances, chosen.size())) {
    ranked.push_back(chosen[i]);
    barImportance.push_back(importances[i]);
  }
  chosen = std::move(ranked);
  auto few = EnergyPredictor::fit(best.barRecipe, sharesOf(samples.shares, chosen), energies,
                                  last.silent());
  auto importance = all.importance(samples.shares, last.slice(0.8, 1.0));
  return {.all = std::move(all),
          .bars = std::move(few),
          .barEnvironments = std::move(chosen),
          .barImportance = std::move(barImportance),
          .importance = std::move(importance),
          .allRecipe = std::move(best.allRecipe),
          .barRecipe = std::move(best.barRecipe),
          .folds = folds.size(),
          .foldsAreGroups = energyGroupCount(samples.groups) >= 2,
          .outOfFoldAll = best.all,
          .outOfFoldBars = best.bars,
          .allScores = leftOut.scores(best.all),
          .barScores = leftOut.scores(best.bars),
          .barRmse = barRmse};
}

}  // namespace vitrine::barcode
