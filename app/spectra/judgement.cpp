#include "app/spectra/judgement.h"

#include "app/quantities/copy_of.h"
#include "engine/core/error.h"
#include "engine/generation/fit.h"
#include "engine/generation/generator_file.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace vitrine::app {

using generation::GeneratorKind;
using generation::SpectrumGenerator;
using generation::TrainingSet;

namespace {

constexpr std::array<std::size_t, 5> kCounts{20, 50, 100, 200, 500};

/// What a generator is held against: a plain one that needs no settings; the plainest where that
/// is what is judged.
GeneratorKind plainKindFor(GeneratorKind kind) {
  return kind == GeneratorKind::RadialBasis ? GeneratorKind::Nearest : GeneratorKind::RadialBasis;
}

std::vector<Judgement::Example> examplesOf(const SpectrumGenerator& generator,
                                           const TrainingSet& test,
                                           const std::vector<std::size_t>& rows,
                                           const RunContext& context) {
  Matrix fractions(rows.size(), generator.card().elements.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    std::ranges::copy(generator.fractionsOf(test.composition(rows[i])), fractions.row(i).begin());
  const Matrix means = generator.means(fractions, context);
  const generation::Band band = generator.band(fractions, context);
  std::vector<Judgement::Example> examples;
  for (std::size_t i = 0; i < rows.size(); ++i)
    examples.push_back({rows[i], copyOf(test.intensities().row(rows[i])), copyOf(means.row(i)),
                        copyOf(band.lower.row(i)), copyOf(band.upper.row(i))});
  return examples;
}

}  // namespace

Judgement judge(const TrainingRequest& request, const std::filesystem::path& file, int examples,
                const RunContext& context) {
  const auto rows = rowsOf(request);
  if (rows.test.empty())
    throw Error(ErrorCode::InvalidInput,
                "It learned from every pattern, so none is left to judge it by: train with fewer "
                "patterns.");
  const TrainingSet& all = *request.patterns->prepared;
  const TrainingSet test = all.select(rows.test);
  Judgement judgement;
  judgement.request = request;
  judgement.generator = generation::loadGenerator(file);
  const SpectrumGenerator& generator = *judgement.generator;
  judgement.scores = generation::evaluate(generator, test, context.slice(0.05, 0.5));

  judgement.plainKind = plainKindFor(request.kind);
  const TrainingSet learned = all.select(rows.training);
  const auto plain = generation::fitGenerator(generation::cardFor(judgement.plainKind, learned),
                                              learned, context.slice(0.5, 0.7));
  judgement.plainScores = generation::evaluate(*plain, test, context.slice(0.7, 0.95));

  for (std::size_t i = 0; i < test.size(); ++i)
    judgement.formulas.push_back(test.composition(i).formula(1));
  std::vector<std::size_t> order(test.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {},
                           [&](std::size_t i) { return judgement.scores.patterns[i].mse; });
  const auto few = std::min(static_cast<std::ptrdiff_t>(examples), std::ssize(order));
  judgement.best =
      examplesOf(generator, test, {order.begin(), order.begin() + few}, context.silent());
  judgement.worst =
      examplesOf(generator, test, {order.rbegin(), order.rbegin() + few}, context.silent());
  context.tick(1.0);
  return judgement;
}

LearningResult learn(const TrainingRequest& request, const RunContext& context) {
  const TrainingSet& all = *request.patterns->prepared;
  const auto order =
      generation::randomSplit(all.size(), 0.0, static_cast<std::uint64_t>(request.seed)).training;
  // A fifth of all is kept back at least.
  const std::size_t free = order.size() - order.size() / 5;
  const auto most = std::ranges::upper_bound(kCounts, free);
  if (most == kCounts.begin())
    throw Error(ErrorCode::InvalidInput,
                "A learning curve needs at least 25 patterns, and there are " +
                    std::to_string(all.size()) + ".");
  const auto learned = order.begin() + static_cast<std::ptrdiff_t>(*(most - 1));
  const generation::RandomSplit split{{order.begin(), learned}, {learned, order.end()}};
  return {generation::learningCurve(request.kind, all, split, kCounts, context), split.test.size()};
}

}  // namespace vitrine::app
