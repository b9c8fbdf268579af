#include "engine/prediction/training.h"

#include "engine/prediction/cross_fit.h"
#include "engine/regression/scores.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vitrine::prediction {
namespace {

constexpr int kFolds = 8;

std::vector<std::vector<std::size_t>> trainSides(std::span<const dataset::Split> folds) {
  std::vector<std::vector<std::size_t>> parts;
  for (const auto& fold : folds)
    parts.push_back(fold.train);
  return parts;
}

Score scoreOf(std::span<const double> measured, std::span<const double> predicted) {
  const auto scores = regression::scores(measured, predicted);
  return {scores.r2, scores.rmse, scores.mae};
}

std::map<std::string, Score> scoresOf(const CrossFit& fit, std::span<const double> blendK,
                                      std::span<const ModelRecipe> recipes,
                                      std::span<const double> targetK) {
  std::map<std::string, Score> scores;
  for (std::size_t m = 0; m < recipes.size(); ++m)
    scores[std::string(regression::modelName(recipes[m].kind))] = scoreOf(targetK, fit.modelsK[m]);
  scores[std::string(predictorName(kBlend))] = scoreOf(targetK, blendK);
  return scores;
}

/// Blend and interval of each row with weights and interval found on the rows of the other folds.
/// (The hold-out study goes one step further: there nothing at all has seen the test systems.)
struct CrossCalibrated {
  std::vector<double> blendK;
  double coverage = 0.0;
  double meanWidthK = 0.0;
};

CrossCalibrated crossCalibrate(const CrossFit& fit, std::span<const double> targetK,
                               std::span<const dataset::Split> folds) {
  CrossCalibrated result;
  result.blendK.resize(targetK.size());
  for (const auto& fold : folds) {
    const auto others = calibrate(fit, targetK, fold.train);
    for (const std::size_t row : fold.test) {
      result.blendK[row] = blendOf(fit, row, others.weights);
      const double half = others.interval.halfWidthK(doubtOf(fit, row, others.weights));
      result.coverage += std::abs(targetK[row] - result.blendK[row]) <= half ? 1.0 : 0.0;
      result.meanWidthK += 2.0 * half;
    }
  }
  result.coverage /= static_cast<double>(targetK.size());
  result.meanWidthK /= static_cast<double>(targetK.size());
  return result;
}

std::string featuresText(std::span<const ModelRecipe> recipes) {
  std::string text;
  for (std::size_t i = 0; i < recipes.size(); ++i) {
    // Models that see the same are named together.
    const auto sees = [&](const ModelRecipe& recipe) {
      return recipe.features == recipes[i].features &&
             recipe.aboveRuleOfMixtures == recipes[i].aboveRuleOfMixtures;
    };
    if (std::any_of(recipes.begin(), recipes.begin() + static_cast<std::ptrdiff_t>(i), sees))
      continue;
    std::string names;
    for (const auto& recipe : recipes)
      if (sees(recipe))
        names += (names.empty() ? "" : ", ") + std::string(regression::modelName(recipe.kind));
    text += (text.empty() ? "" : ". ") + names + ": " + describe(recipes[i].features);
    if (recipes[i].aboveRuleOfMixtures)
      text += "; the target is what the mean melting temperature times a fitted constant leaves";
  }
  return text + ".";
}

std::vector<OutOfFoldRow> outOfFoldRows(const TrainingRows& rows,
                                        std::span<const ModelRecipe> recipes,
                                        const CrossFit& random, const CrossFit& grouped,
                                        std::span<const double> randomBlendK,
                                        std::span<const double> groupedBlendK) {
  std::vector<OutOfFoldRow> result(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto& row = result[i];
    row.formula = rows.alloys[i].formula();
    row.source = rows.sources[i];
    row.measuredK = rows.targetK[i];
    row.randomK.fill(std::nan(""));
    row.groupedK.fill(std::nan(""));
    for (std::size_t m = 0; m < recipes.size(); ++m) {
      const auto place = static_cast<std::size_t>(recipes[m].kind);
      row.randomK[place] = random.modelsK[m][i];
      row.groupedK[place] = grouped.modelsK[m][i];
    }
    row.randomK[kBlend] = randomBlendK[i];
    row.groupedK[kBlend] = groupedBlendK[i];
  }
  return result;
}

ModelCard cardOf(const dataset::Table& table, const TrainingOptions& options,
                 std::span<const ModelRecipe> recipes, std::span<const double> weights) {
  ModelCard card;
  card.property = options.property;
  card.dataName = options.dataName.empty() ? table.name : options.dataName;
  card.dataSources = options.dataSources;
  card.column = options.column;
  card.features = featuresText(recipes);
  card.split = "out of fold, " + std::to_string(kFolds) +
               " folds, by single rows (random) and by whole alloy systems (grouped)";
  card.trained = options.trainedDate;
  card.program = options.program;
  for (std::size_t m = 0; m < recipes.size(); ++m) {
    const std::string name(regression::modelName(recipes[m].kind));
    card.blendWeights[name] = weights[m];
    card.settings[name] = recipes[m].parameters;
  }
  return card;
}

}  // namespace

std::shared_ptr<const PropertyModel> trainPropertyModel(const dataset::Table& table,
                                                        const TrainingOptions& options,
                                                        const RunContext& context) {
  const TrainingRows rows = trainingRows(table, options.property, options.column);
  const double searched = options.searchTrials > 0 ? 0.6 : 0.0;
  const auto recipes =
      searchRecipes(standardRecipes(options.property, options.features, options.models), rows,
                    options.searchTrials, context.slice(0.0, searched));

  const auto grouped =
      dataset::folds(dataset::SplitKind::Grouped, rows.systems, kFolds, context.seed());
  const auto random =
      dataset::folds(dataset::SplitKind::Random, rows.systems, kFolds, context.seed());
  std::vector<std::size_t> all(rows.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  auto parts = trainSides(grouped);
  for (auto& part : trainSides(random))
    parts.push_back(std::move(part));
  parts.push_back(all);
  auto models = fitParts(rows, recipes, parts, context.slice(searched, 0.95));

  const std::span fitted(models);
  const CrossFit groupedFit =
      crossFit(rows, fitted.subspan(0, kFolds), grouped, context.slice(0.95, 0.97));
  const CrossFit randomFit =
      crossFit(rows, fitted.subspan(kFolds, kFolds), random, context.slice(0.97, 0.99));
  const auto found = calibrate(groupedFit, rows.targetK, all);
  const auto cross = crossCalibrate(groupedFit, rows.targetK, grouped);
  std::vector<double> randomBlendK(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    randomBlendK[i] = blendOf(randomFit, i, found.weights);

  ModelParts result;
  result.models = std::move(models.back());
  result.weights = found.weights;
  result.interval = found.interval;
  result.alloys = rows.alloys;
  result.rows = outOfFoldRows(rows, recipes, randomFit, groupedFit, randomBlendK, cross.blendK);
  result.card = cardOf(table, options, recipes, found.weights);
  result.card.rows = rows.size();
  result.card.randomScores = scoresOf(randomFit, randomBlendK, recipes, rows.targetK);
  result.card.groupedScores = scoresOf(groupedFit, cross.blendK, recipes, rows.targetK);
  result.card.coverage90 = cross.coverage;
  result.card.meanWidthK = cross.meanWidthK;
  context.tick(1.0);
  return std::make_shared<BlendModel>(std::move(result));
}

std::string modelFileName(Property property) {
  return std::string(propertyName(property)) + ".vitrine-model";
}

}  // namespace vitrine::prediction
