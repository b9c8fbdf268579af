#include "engine/prediction/cross_fit.h"

#include "engine/core/parallel.h"
#include "engine/regression/blend.h"
#include "engine/regression/search.h"

#include <cmath>
#include <optional>

namespace vitrine::prediction {
namespace {

constexpr int kSearchFolds = 5;

/// What an interval is found on.
struct Misses {
  std::vector<double> residualsK;
  std::vector<Doubt> doubts;
};

Misses missesOf(const CrossFit& fit, std::span<const double> targetK,
                std::span<const std::size_t> rows, std::span<const double> weights) {
  Misses misses;
  for (const std::size_t row : rows) {
    misses.residualsK.push_back(targetK[row] - blendOf(fit, row, weights));
    misses.doubts.push_back(doubtOf(fit, row, weights));
  }
  return misses;
}

}  // namespace

std::vector<std::vector<FittedModel>> fitParts(const TrainingRows& rows,
                                               std::span<const ModelRecipe> recipes,
                                               std::span<const std::vector<std::size_t>> parts,
                                               const RunContext& context) {
  std::vector<std::optional<FittedModel>> fitted(parts.size() * recipes.size());
  parallelFor(context, fitted.size(), [&](std::size_t task) {
    const TrainingRows part = rows.select(parts[task % parts.size()]);
    fitted[task] = FittedModel::train(recipes[task / parts.size()], rows.elements, part.alloys,
                                      part.targetK, context.silent());
  });
  std::vector<std::vector<FittedModel>> result(parts.size());
  for (std::size_t task = 0; task < fitted.size(); ++task)
    result[task % parts.size()].push_back(std::move(*fitted[task]));
  return result;
}

CrossFit crossFit(const TrainingRows& rows, std::span<const std::vector<FittedModel>> models,
                  std::span<const dataset::Split> folds, const RunContext& context) {
  const std::size_t modelCount = models.front().size();
  CrossFit fit;
  fit.modelsK.assign(modelCount, std::vector<double>(rows.size()));
  fit.doubts.resize(rows.size());
  const std::vector<double> equalWeights(modelCount, 1.0 / static_cast<double>(modelCount));
  for (std::size_t f = 0; f < folds.size(); ++f) {
    const KnownAlloys known(rows.select(folds[f].train).alloys);
    const auto said =
        predictBlend(models[f], equalWeights, known, rows.select(folds[f].test).alloys,
                     Asked::AllModels, context.silent());
    for (std::size_t k = 0; k < folds[f].test.size(); ++k) {
      const std::size_t row = folds[f].test[k];
      for (std::size_t m = 0; m < modelCount; ++m)
        fit.modelsK[m][row] = said.modelsK[m][k];
      fit.doubts[row] = said.doubts[k];
    }
    context.tick(static_cast<double>(f + 1) / static_cast<double>(folds.size()));
  }
  return fit;
}

double blendOf(const CrossFit& fit, std::size_t row, std::span<const double> weights) {
  double sum = 0.0;
  for (std::size_t m = 0; m < weights.size(); ++m)
    sum += weights[m] * fit.modelsK[m][row];
  return sum;
}

Doubt doubtOf(const CrossFit& fit, std::size_t row, std::span<const double> weights) {
  const double blend = blendOf(fit, row, weights);
  double variance = 0.0;
  for (std::size_t m = 0; m < weights.size(); ++m)
    variance += weights[m] * (fit.modelsK[m][row] - blend) * (fit.modelsK[m][row] - blend);
  Doubt doubt = fit.doubts[row];
  doubt.disagreementK = std::sqrt(variance);
  return doubt;
}

Calibration calibrate(const CrossFit& fit, std::span<const double> targetK,
                      std::span<const std::size_t> rows) {
  Matrix predictions(rows.size(), fit.modelsK.size());
  std::vector<double> measured(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    measured[i] = targetK[rows[i]];
    for (std::size_t m = 0; m < fit.modelsK.size(); ++m)
      predictions(i, m) = fit.modelsK[m][rows[i]];
  }
  const auto weights = regression::blendWeights(predictions, measured);
  const Misses misses = missesOf(fit, targetK, rows, weights);
  return {weights, IntervalRule::calibrate(misses.residualsK, misses.doubts)};
}

std::vector<IntervalRule> intervalsAt(std::span<const double> coverages, const CrossFit& fit,
                                      std::span<const double> targetK,
                                      std::span<const std::size_t> rows,
                                      std::span<const double> weights, const RunContext& context) {
  const Misses misses = missesOf(fit, targetK, rows, weights);
  std::vector<IntervalRule> rules;
  for (const double coverage : coverages) {
    context.tick();
    rules.push_back(IntervalRule::calibrate(misses.residualsK, misses.doubts, coverage));
  }
  return rules;
}

std::vector<ModelRecipe> searchRecipes(std::vector<ModelRecipe> recipes, const TrainingRows& rows,
                                       int trials, const RunContext& context) {
  if (trials <= 0)
    return recipes;
  std::vector<regression::IndexSplit> splits;
  for (auto& split :
       dataset::folds(dataset::SplitKind::Grouped, rows.systems, kSearchFolds, context.seed()))
    splits.push_back({std::move(split.train), std::move(split.test)});
  for (std::size_t i = 0; i < recipes.size(); ++i) {
    auto& recipe = recipes[i];
    const auto count = static_cast<double>(recipes.size());
    const auto map = FeatureMap::create(recipe.features, rows.elements, rows.alloys);
    // What the model will learn, above the rule of mixtures or not, is scored by the same errors.
    const auto target = learnedPart(recipe, map, rows.alloys, rows.targetK).restK;
    const auto found = regression::randomSearch(
        recipe.kind, recipe.parameters, regression::defaultSearchSpace(recipe.kind),
        map.apply(rows.alloys), target, splits, static_cast<std::size_t>(trials),
        context.slice(static_cast<double>(i) / count, static_cast<double>(i + 1) / count));
    recipe.parameters = found.trials[found.best].parameters;
  }
  return recipes;
}

}  // namespace vitrine::prediction
