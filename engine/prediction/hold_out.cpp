#include "engine/alloy/element.h"
#include "engine/core/error.h"
#include "engine/prediction/interval_rule.h"
#include "engine/prediction/recipe.h"
#include "engine/prediction/split_judgement.h"
#include "engine/prediction/training.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrine::prediction {
namespace {

constexpr double kTestFraction = 0.2;

using Judgements = std::vector<SplitJudgement>;

Judgements judgeSeeds(const TrainingRows& rows, const TrainingOptions& options,
                      const RunContext& context) {
  Judgements results;
  for (int seed = 0; seed < options.seeds; ++seed) {
    const auto number = static_cast<std::uint64_t>(seed);
    const auto split = dataset::holdOut(options.split, rows.systems, kTestFraction, number);
    const double count = options.seeds;
    results.push_back(judgeSplit(rows, split, options,
                                 context.slice(seed / count, (seed + 1) / count).withSeed(number)));
  }
  return results;
}

[[noreturn]] void refuseElements(const dataset::ElementSplits& elements) {
  const auto& most = *std::ranges::max_element(elements.kept, {}, &dataset::KeptElement::rows);
  throw Error(ErrorCode::InvalidInput,
              "No element can be left out: without " +
                  std::string(alloy::element(most.atomicNumber).symbol) + ", which " +
                  std::to_string(most.rows) + " rows contain, " + std::to_string(most.otherRows) +
                  " rows of " + std::to_string(most.otherSystems) +
                  " alloy systems stay; at least " + std::to_string(kFewestRows) + " of " +
                  std::to_string(kFewestSystems) + " are needed, and 10 rows with the element.");
}

Judgements judgeElements(const TrainingRows& rows, const dataset::ElementSplits& elements,
                         const TrainingOptions& options, const RunContext& context) {
  Judgements results;
  const auto count = static_cast<double>(elements.splits.size());
  for (std::size_t i = 0; i < elements.splits.size(); ++i) {
    const auto done = static_cast<double>(i);
    results.push_back(judgeSplit(rows, elements.splits[i].split, options,
                                 context.slice(done / count, (done + 1.0) / count)));
  }
  return results;
}

ScoreSpread scoresOf(const std::vector<const regression::Scores*>& all) {
  const auto values = [&](double regression::Scores::*field) {
    std::vector<double> numbers;
    for (const auto* scores : all)
      numbers.push_back(scores->*field);
    return spreadOf(numbers);
  };
  return {values(&regression::Scores::r2), values(&regression::Scores::rmse),
          values(&regression::Scores::mae)};
}

/// The name and place of each predictor of a judgement.
struct Predictor {
  std::string name;
  std::size_t place = 0;  ///< in HeldOutRow::predictedK
  std::size_t index = 0;  ///< in SplitJudgement::predictedK
};

std::vector<Predictor> predictorsOf(const TrainingOptions& options) {
  std::vector<Predictor> predictors;
  for (const auto& recipe : standardRecipes(options.property, options.features, options.models))
    predictors.push_back({std::string(regression::modelName(recipe.kind)),
                          static_cast<std::size_t>(recipe.kind), predictors.size()});
  if (predictors.size() > 1)
    predictors.push_back({std::string(predictorName(kBlend)), kBlend, predictors.size()});
  return predictors;
}

std::vector<HeldOutRow> heldOutRows(const TrainingRows& rows, const Judgements& results,
                                    const std::vector<Predictor>& predictors) {
  std::vector<HeldOutRow> sums(rows.size());
  for (const auto& result : results)
    for (std::size_t i = 0; i < result.test.size(); ++i) {
      HeldOutRow& row = sums[result.test[i]];
      ++row.times;
      for (const auto& predictor : predictors)
        row.predictedK[predictor.place] += result.predictedK[predictor.index][i];
      row.linearK += result.linearK[i];
      row.interval90.lo += result.predictedK.back()[i] - result.halfWidthK[i];
      row.interval90.hi += result.predictedK.back()[i] + result.halfWidthK[i];
    }
  std::vector<HeldOutRow> tested;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    HeldOutRow& row = sums[i];
    if (row.times == 0)
      continue;
    std::array<double, kPredictorCount> predictedK;
    predictedK.fill(std::numeric_limits<double>::quiet_NaN());
    for (const auto& predictor : predictors)
      predictedK[predictor.place] = row.predictedK[predictor.place] / row.times;
    tested.push_back({rows.tableRows[i],
                      rows.alloys[i].formula(),
                      rows.targetK[i],
                      row.times,
                      predictedK,
                      row.linearK / row.times,
                      {row.interval90.lo / row.times, row.interval90.hi / row.times}});
  }
  return tested;
}

std::vector<ElementScores> elementScores(const dataset::ElementSplits& elements,
                                         const Judgements& results,
                                         const std::vector<Predictor>& predictors) {
  std::vector<ElementScores> scores;
  for (std::size_t i = 0; i < results.size(); ++i) {
    auto& element = scores.emplace_back();
    element.atomicNumber = elements.splits[i].atomicNumber;
    element.rows = results[i].test.size();
    for (const auto& predictor : predictors)
      element.models[predictor.name] = scoresOf({&results[i].models[predictor.index]});
    element.linear = scoresOf({&results[i].linear});
  }
  return scores;
}

template <class Value>
Spread spreadOver(const Judgements& results, Value value) {
  std::vector<double> values;
  for (const auto& result : results)
    values.push_back(value(result));
  return spreadOf(values);
}

double meanWidth(const SplitJudgement& result) {
  double sum = 0.0;
  for (const double half : result.halfWidthK)
    sum += 2.0 * half;
  return sum / static_cast<double>(result.halfWidthK.size());
}

}  // namespace

std::string_view predictorName(std::size_t index) {
  return index < regression::kModelKinds.size()
             ? regression::modelName(regression::kModelKinds.at(index))
             : std::string_view("blend");
}

Spread spreadOf(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  Spread spread;
  for (const double value : values)
    spread.mean += value / n;
  double square = 0.0;
  for (const double value : values)
    square += (value - spread.mean) * (value - spread.mean);
  spread.sd = values.empty() ? 0.0 : std::sqrt(square / n);
  return spread;
}

HoldOutReport holdOutStudy(const dataset::Table& table, const TrainingOptions& options,
                           const RunContext& context) {
  const TrainingRows rows = trainingRows(table, options.property, options.column);
  const bool leavesElements = options.split == dataset::SplitKind::LeaveOneElementOut;
  dataset::ElementSplits elements;
  Judgements results;
  if (leavesElements) {
    elements = dataset::leaveOneElementOut(rows.alloys, {10, kFewestRows, kFewestSystems});
    if (elements.splits.empty())
      refuseElements(elements);
    results = judgeElements(rows, elements, options, context);
  } else {
    results = judgeSeeds(rows, options, context);
  }

  HoldOutReport report;
  report.split = options.split;
  report.rows = rows.size();
  report.seeds = static_cast<int>(results.size());
  if (results.empty())
    return report;
  const auto predictors = predictorsOf(options);
  for (const auto& predictor : predictors) {
    std::vector<const regression::Scores*> scores;
    for (const auto& result : results)
      scores.push_back(&result.models[predictor.index]);
    report.models[predictor.name] = scoresOf(scores);
  }
  std::vector<const regression::Scores*> linear;
  for (const auto& result : results)
    linear.push_back(&result.linear);
  report.linear = scoresOf(linear);
  report.testRows =
      static_cast<std::size_t>(std::lround(spreadOver(results, [](const SplitJudgement& result) {
                                             return static_cast<double>(result.test.size());
                                           }).mean));
  for (std::size_t level = 0; level < kNominalCoverages.size(); ++level)
    report.calibration.push_back(
        {kNominalCoverages[level], spreadOver(results, [level](const SplitJudgement& result) {
           return result.coverage[level];
         })});
  constexpr std::size_t kNinety = 8;
  static_assert(kNominalCoverages[kNinety] == IntervalRule::kCoverage);
  report.coverage90 = report.calibration[kNinety].actual;
  report.meanWidthK = spreadOver(results, meanWidth);
  report.heldOut = heldOutRows(rows, results, predictors);
  if (leavesElements) {
    report.elements = elementScores(elements, results, predictors);
    report.notLeft = std::move(elements.kept);
  }
  return report;
}

}  // namespace vitrine::prediction
