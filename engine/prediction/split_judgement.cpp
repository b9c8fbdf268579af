#include "engine/prediction/split_judgement.h"

#include "engine/prediction/cross_fit.h"
#include "engine/regression/least_squares.h"

#include <cmath>
#include <numeric>

namespace vitrine::prediction {
namespace {

constexpr int kInnerFolds = 5;

struct Fitted {
  std::vector<FittedModel> models;
  Calibration found;
  std::vector<IntervalRule> levels;  ///< at kNominalCoverages
};

Fitted fitBlend(const TrainingRows& rows, const std::vector<ModelRecipe>& recipes,
                const RunContext& context) {
  const auto folds =
      dataset::folds(dataset::SplitKind::Grouped, rows.systems, kInnerFolds, context.seed());
  std::vector<std::vector<std::size_t>> parts;
  for (const auto& fold : folds)
    parts.push_back(fold.train);
  std::vector<std::size_t> all(rows.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  parts.push_back(all);
  auto models = fitParts(rows, recipes, parts, context);
  Fitted fitted;
  fitted.models = std::move(models.back());
  models.pop_back();
  const auto outside = crossFit(rows, models, folds, context.silent());
  fitted.found = calibrate(outside, rows.targetK, all);
  fitted.levels = intervalsAt(kNominalCoverages, outside, rows.targetK, all, fitted.found.weights,
                              context.silent());
  return fitted;
}

}  // namespace

std::vector<double> linearBaseline(const TrainingRows& training, const TrainingRows& asked,
                                   const RunContext& context) {
  const auto percentages = FeatureMap::create({}, training.elements, training.alloys);
  return regression::leastSquares(percentages.apply(training.alloys), training.targetK, context)
      .predict(percentages.apply(asked.alloys));
}

SplitJudgement judgeSplit(const TrainingRows& rows, const dataset::Split& split,
                          const TrainingOptions& options, const RunContext& context) {
  const TrainingRows inner = rows.select(split.train);
  const TrainingRows test = rows.select(split.test);
  const double searched = options.searchTrials > 0 ? 0.7 : 0.0;
  const auto recipes =
      searchRecipes(standardRecipes(options.property, options.features, options.models), inner,
                    options.searchTrials, context.slice(0.0, searched));
  const Fitted fitted = fitBlend(inner, recipes, context.slice(searched, 0.95));
  auto said = predictBlend(fitted.models, fitted.found.weights, KnownAlloys(inner.alloys),
                           test.alloys, Asked::AllModels, context.silent());

  SplitJudgement result;
  result.test = split.test;
  result.predictedK = std::move(said.modelsK);
  result.predictedK.push_back(std::move(said.blendK));
  for (const auto& values : result.predictedK)
    result.models.push_back(regression::scores(test.targetK, values));
  result.linearK = linearBaseline(inner, test, context.silent());
  result.linear = regression::scores(test.targetK, result.linearK);
  const auto& blend = result.predictedK.back();
  const double one = 1.0 / static_cast<double>(test.size());
  for (std::size_t i = 0; i < test.size(); ++i) {
    const double miss = std::abs(test.targetK[i] - blend[i]);
    result.halfWidthK.push_back(fitted.found.interval.halfWidthK(said.doubts[i]));
    for (std::size_t level = 0; level < fitted.levels.size(); ++level)
      result.coverage[level] += miss <= fitted.levels[level].halfWidthK(said.doubts[i]) ? one : 0.0;
  }
  context.tick(1.0);
  return result;
}

}  // namespace vitrine::prediction
