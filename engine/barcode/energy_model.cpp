#include "engine/barcode/energy_model.h"

#include "engine/barcode/energy_folds.h"
#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/regression/tree_ensemble.h"
#include "engine/regression/tree_shap.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace vitrine::barcode {

namespace {

using regression::Hyperparameters;
using regression::IndexSplit;
using regression::ModelKind;
using regression::Regressor;

/// The trees learn the energy of so many atoms.
constexpr double kAtomsOfTarget = 2000.0;
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

std::vector<double> targetOf(std::span<const double> energyEvPerAtom) {
  std::vector<double> target;
  target.reserve(energyEvPerAtom.size());
  for (const double energy : energyEvPerAtom)
    target.push_back(kAtomsOfTarget * energy);
  return target;
}

/// Mean |SHAP value| of each environment over the rows, eV/atom.
std::vector<double> importanceOf(const Regressor& model, const Matrix& shares,
                                 const RunContext& context) {
  const auto& trees = *regression::asTrees(model);
  Matrix absolute(shares.rows(), shares.columns());
  parallelFor(context, shares.rows(), [&](std::size_t i) {
    const auto why = regression::treeShap(trees, shares.row(i), context.silent());
    for (std::size_t k = 0; k < why.contributions.size(); ++k)
      absolute(i, k) = std::abs(why.contributions[k]);
  });
  std::vector<double> mean(shares.columns());
  for (std::size_t i = 0; i < absolute.rows(); ++i)
    for (std::size_t k = 0; k < mean.size(); ++k)
      mean[k] += absolute(i, k) / (kAtomsOfTarget * static_cast<double>(absolute.rows()));
  return mean;
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
  std::shared_ptr<const Regressor> all;
  std::shared_ptr<const Regressor> bars;
  std::vector<double> importance;
  std::vector<std::size_t> barEnvironments;
};

Pair trainPair(const Hyperparameters& parameters, const Matrix& shares,
               std::span<const double> energies, std::size_t bars, const RunContext& context) {
  Pair pair;
  pair.all = fitEnergy(parameters, shares, energies, context.slice(0.0, 0.5));
  pair.importance = importanceOf(*pair.all, shares, context.slice(0.5, 0.7));
  pair.barEnvironments = mostImportant(pair.importance, bars);
  pair.bars = fitEnergy(parameters, barcodeRows(shares, pair.barEnvironments), energies,
                        context.slice(0.7, 1.0));
  return pair;
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
  const auto target = targetOf(samples.energyEvPerAtom);
  EnergyModel model;
  model.folds = folds.size();
  model.foldsAreGroups = energyGroupCount(samples.groups) >= 2;
  const std::size_t trainingRows = folds.front().train.size();
  const auto found = regression::earlyStoppedSearch(
      paperParameters(trainingRows, settings.mostRounds), paperSearchSpace(trainingRows),
      samples.shares, target, folds, settings.budget, settings.patience, context.slice(0.0, 0.7));
  model.parameters = found.trials[found.best].parameters;

  model.outOfFoldAll.resize(samples.size());
  model.outOfFoldBars.resize(samples.size());
  const auto inner = context.silent();
  parallelFor(context.slice(0.7, 0.9), folds.size(), [&](std::size_t f) {
    const auto& [training, test] = folds[f];
    const auto pair = trainPair(model.parameters, samples.shares.select(training),
                                select(samples.energyEvPerAtom, training), settings.bars, inner);
    const Matrix unseen = samples.shares.select(test);
    const auto all = predictEnergy(*pair.all, unseen, inner);
    const auto bars = predictEnergy(*pair.bars, barcodeRows(unseen, pair.barEnvironments), inner);
    for (std::size_t i = 0; i < test.size(); ++i) {
      model.outOfFoldAll[test[i]] = all[i];
      model.outOfFoldBars[test[i]] = bars[i];
    }
  });
  model.allScores = regression::scores(samples.energyEvPerAtom, model.outOfFoldAll);
  model.barScores = regression::scores(samples.energyEvPerAtom, model.outOfFoldBars);

  auto pair = trainPair(model.parameters, samples.shares, samples.energyEvPerAtom, settings.bars,
                        context.slice(0.9, 1.0));
  model.all = std::move(pair.all);
  model.bars = std::move(pair.bars);
  model.importance = std::move(pair.importance);
  model.barEnvironments = std::move(pair.barEnvironments);
  return model;
}

std::shared_ptr<const Regressor> fitEnergy(const Hyperparameters& parameters, const Matrix& rows,
                                           std::span<const double> energyEvPerAtom,
                                           const RunContext& context) {
  return regression::fit(ModelKind::GradientBoosting, parameters, rows, targetOf(energyEvPerAtom),
                         context);
}

std::vector<double> predictEnergy(const Regressor& model, const Matrix& rows,
                                  const RunContext& context) {
  auto energies = model.predict(rows, context);
  for (double& energy : energies)
    energy /= kAtomsOfTarget;
  return energies;
}

}  // namespace vitrine::barcode
