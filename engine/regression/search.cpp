#include "engine/regression/search.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "engine/regression/gradient_boosting.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace vitrine::regression {

namespace {

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorCode::InvalidInput, "The search cannot start: " + what + ".");
}

void checkSplits(std::span<const IndexSplit> splits, std::size_t rows) {
  if (splits.empty())
    refuse("there is no split");
  for (const auto& split : splits)
    for (const auto* side : {&split.train, &split.test}) {
      if (side->empty())
        refuse("a side of a split is empty");
      if (std::ranges::max(*side) >= rows)
        refuse("a split names a row that does not exist");
    }
}

void checkSpace(const SearchSpace& space) {
  for (const auto& [name, from] : space) {
    if (from.scale == Distribution::Scale::Choice) {
      if (from.choices.empty())
        refuse("there is nothing to choose for " + name);
      continue;
    }
    if (!std::isfinite(from.low) || !std::isfinite(from.high) || from.low > from.high)
      refuse("the range of " + name + " is empty");
    if (from.scale == Distribution::Scale::Logarithmic && from.low <= 0.0)
      refuse("the range of " + name + " is logarithmic and does not start above 0");
  }
}

double draw(const Distribution& from, Random& random) {
  const double share = random.uniform();
  switch (from.scale) {
    case Distribution::Scale::Linear:
      return from.low + share * (from.high - from.low);
    case Distribution::Scale::Logarithmic:
      return from.low * std::exp(share * std::log(from.high / from.low));
    case Distribution::Scale::Integer:
      return from.low + std::floor(share * (std::floor(from.high - from.low) + 1.0));
    case Distribution::Scale::Choice:
      break;
  }
  return from.choices[static_cast<std::size_t>(share * static_cast<double>(from.choices.size()))];
}

std::vector<double> valuesOf(std::span<const double> y, std::span<const std::size_t> rows) {
  std::vector<double> values;
  values.reserve(rows.size());
  for (const auto i : rows)
    values.push_back(y[i]);
  return values;
}

std::vector<double> predictSide(ModelKind kind, const Hyperparameters& parameters, const Matrix& x,
                                std::span<const double> y, const IndexSplit& split,
                                const RunContext& context) {
  const auto model =
      fit(kind, parameters, x.select(split.train), valuesOf(y, split.train), context);
  return model->predict(x.select(split.test), context);
}

/// The test rows of a split, predicted with these parameters.
using PredictSplit =
    std::function<std::vector<double>(const Hyperparameters& parameters, std::size_t trial,
                                      std::size_t split, const RunContext& context)>;

SearchResult search(const Hyperparameters& start, const SearchSpace& space,
                    std::span<const double> y, std::span<const IndexSplit> splits,
                    std::size_t budget, const PredictSplit& predict, const RunContext& context) {
  SearchResult result;
  for (std::size_t t = 0; t < budget; ++t) {
    Trial trial{start, {}};
    Random random(context.seed(), t);
    if (t > 0)
      for (const auto& [name, from] : space)
        trial.parameters[name] = draw(from, random);
    result.trials.push_back(std::move(trial));
  }

  std::vector<std::vector<double>> predicted(budget * splits.size());
  const auto inner = context.silent();
  parallelFor(context, predicted.size(), [&](std::size_t item) {
    const std::size_t trial = item / splits.size();
    predicted[item] = predict(result.trials[trial].parameters, trial, item % splits.size(), inner);
  });

  std::vector<double> measured;
  for (const auto& split : splits)
    for (const auto i : split.test)
      measured.push_back(y[i]);
  for (std::size_t t = 0; t < budget; ++t) {
    std::vector<double> all;
    for (std::size_t s = 0; s < splits.size(); ++s) {
      const auto& part = predicted[t * splits.size() + s];
      all.insert(all.end(), part.begin(), part.end());
    }
    result.trials[t].scores = scores(measured, all);
    if (result.trials[t].scores.rmse < result.trials[result.best].scores.rmse)
      result.best = t;
  }
  return result;
}

void checkSearch(const SearchSpace& space, const Matrix& x, std::span<const double> y,
                 std::span<const IndexSplit> splits, std::size_t budget) {
  if (x.rows() != y.size())
    refuse("there must be one value for each row");
  if (budget == 0)
    refuse("the budget must allow at least one trial");
  checkSplits(splits, y.size());
  checkSpace(space);
}

Distribution linear(double low, double high) {
  return {Distribution::Scale::Linear, low, high, {}};
}
Distribution logarithmic(double low, double high) {
  return {Distribution::Scale::Logarithmic, low, high, {}};
}
Distribution integer(double low, double high) {
  return {Distribution::Scale::Integer, low, high, {}};
}

}  // namespace

SearchSpace defaultSearchSpace(ModelKind kind) {
  switch (kind) {
    case ModelKind::ExtraTrees:
      return {{"max_features", linear(0.2, 1.0)}, {"min_samples_leaf", integer(1, 3)}};
    case ModelKind::RandomForest:
      return {{"max_features", linear(0.2, 1.0)}, {"min_samples_leaf", integer(1, 3)}};
    case ModelKind::DecisionTree:
      return {{"max_features", linear(0.5, 1.0)}, {"min_samples_leaf", integer(1, 5)}};
    case ModelKind::GradientBoosting:
      return {{"rounds", integer(300, 1200)},        {"learning_rate", logarithmic(0.02, 0.2)},
              {"max_depth", integer(2, 7)},          {"subsample", linear(0.5, 1.0)},
              {"column_fraction", linear(0.3, 1.0)}, {"min_child_weight", integer(1, 5)},
              {"lambda", logarithmic(0.1, 10.0)}};
    case ModelKind::SupportVector:
      return {{"c", logarithmic(1.0, 300.0)},
              {"gamma", logarithmic(0.1, 10.0)},
              {"epsilon", logarithmic(0.003, 0.1)}};
    case ModelKind::NearestNeighbours:
      return {{"neighbours", integer(1, 8)},
              {"power", {Distribution::Scale::Choice, 0.0, 0.0, {1.0, 2.0}}},
              {"distance_weighted", {Distribution::Scale::Choice, 0.0, 0.0, {0.0, 1.0}}}};
  }
  return {};
}

SearchResult randomSearch(ModelKind kind, const Hyperparameters& start, const SearchSpace& space,
                          const Matrix& x, std::span<const double> y,
                          std::span<const IndexSplit> splits, std::size_t budget,
                          const RunContext& context) {
  checkSearch(space, x, y, splits, budget);
  return search(
      start, space, y, splits, budget,
      [&](const Hyperparameters& parameters, std::size_t, std::size_t split,
          const RunContext& inner) {
        return predictSide(kind, parameters, x, y, splits[split], inner);
      },
      context);
}

SearchResult earlyStoppedSearch(const Hyperparameters& start, const SearchSpace& space,
                                const Matrix& x, std::span<const double> y,
                                std::span<const IndexSplit> splits, std::size_t budget,
                                std::size_t patience, const RunContext& context) {
  checkSearch(space, x, y, splits, budget);
  std::vector<std::size_t> rounds(budget * splits.size());
  auto result = search(
      start, space, y, splits, budget,
      [&](const Hyperparameters& parameters, std::size_t trial, std::size_t split,
          const RunContext& inner) {
        const auto& [train, test] = splits[split];
        auto stopped =
            boostUntilWorse(boostingSettings(parameters), x.select(train), valuesOf(y, train),
                            x.select(test), valuesOf(y, test), patience, inner);
        rounds[trial * splits.size() + split] = stopped.rounds;
        return std::move(stopped.predictions);
      },
      context);
  for (std::size_t t = 0; t < budget; ++t) {
    double sum = 0.0;
    for (std::size_t s = 0; s < splits.size(); ++s)
      sum += static_cast<double>(rounds[t * splits.size() + s]);
    result.trials[t].parameters["rounds"] =
        std::max(1.0, std::round(sum / static_cast<double>(splits.size())));
  }
  return result;
}

std::vector<double> outOfFold(ModelKind kind, const Hyperparameters& parameters, const Matrix& x,
                              std::span<const double> y, std::span<const IndexSplit> splits,
                              const RunContext& context) {
  if (x.rows() != y.size())
    refuse("there must be one value for each row");
  checkSplits(splits, y.size());
  std::vector<std::vector<double>> predicted(splits.size());
  const auto inner = context.silent();
  parallelFor(context, splits.size(), [&](std::size_t s) {
    predicted[s] = predictSide(kind, parameters, x, y, splits[s], inner);
  });
  std::vector<double> sums(y.size(), 0.0);
  std::vector<double> times(y.size(), 0.0);
  for (std::size_t s = 0; s < splits.size(); ++s)
    for (std::size_t i = 0; i < predicted[s].size(); ++i) {
      sums[splits[s].test[i]] += predicted[s][i];
      times[splits[s].test[i]] += 1.0;
    }
  for (std::size_t i = 0; i < sums.size(); ++i)
    sums[i] = times[i] > 0.0 ? sums[i] / times[i] : std::numeric_limits<double>::quiet_NaN();
  return sums;
}

}  // namespace vitrine::regression
