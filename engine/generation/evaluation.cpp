#include "engine/generation/evaluation.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/diffraction/first_peak.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace vitrine::generation {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
/// Alloys at a time, so that maps of patterns and their bands stay small.
constexpr std::size_t kChunk = 128;

/// Linear interpolation between order statistics, as most programs do.
double quantile(std::vector<double> values, double share) {
  if (values.empty())
    return kNaN;
  std::ranges::sort(values);
  const double place = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const auto above = std::min(below + 1, values.size() - 1);
  return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

double mean(std::span<const double> values) {
  return values.empty() ? kNaN
                        : std::accumulate(values.begin(), values.end(), 0.0) /
                              static_cast<double>(values.size());
}

double meanSquaredError(std::span<const double> a, std::span<const double> b) {
  double sum = 0.0;
  for (std::size_t p = 0; p < a.size(); ++p)
    sum += (a[p] - b[p]) * (a[p] - b[p]);
  return sum / static_cast<double>(a.size());
}

Agreement agreementOf(const std::vector<PatternScore>& patterns,
                      std::optional<double> PatternScore::*generated,
                      std::optional<double> PatternScore::*measured) {
  std::vector<double> ours;
  std::vector<double> theirs;
  for (const auto& pattern : patterns) {
    if (pattern.*generated && pattern.*measured) {
      ours.push_back(*(pattern.*generated));
      theirs.push_back(*(pattern.*measured));
    }
  }
  return agreement(ours, theirs);
}

/// The columns of `set` in the order of the generator's elements.
Matrix fractionsFor(const SpectrumGenerator& generator, const TrainingSet& set) {
  if (generator.card().axis != set.axis())
    throw Error(ErrorCode::InvalidInput,
                "The generator makes patterns on another axis than the measured ones: prepare them "
                "as its card says.");
  Matrix fractions(set.size(), generator.card().elements.size());
  for (std::size_t i = 0; i < set.size(); ++i)
    std::ranges::copy(generator.fractionsOf(set.composition(i)), fractions.row(i).begin());
  return fractions;
}

}  // namespace

Agreement agreement(std::span<const double> generated, std::span<const double> measured) {
  Agreement result{generated.size(), kNaN, kNaN, kNaN};
  double product = 0.0;
  double measuredSquares = 0.0;
  double generatedSquares = 0.0;
  double errors = 0.0;
  for (std::size_t i = 0; i < generated.size(); ++i) {
    product += generated[i] * measured[i];
    measuredSquares += measured[i] * measured[i];
    generatedSquares += generated[i] * generated[i];
    errors += (generated[i] - measured[i]) * (generated[i] - measured[i]);
  }
  if (measuredSquares > 0.0 && generatedSquares > 0.0) {
    result.slope = product / measuredSquares;
    // Σ(g − a m)² = Σg² − a Σgm at the best a.
    result.r2Origin = result.slope * product / generatedSquares;
  }
  const double centre = mean(measured);
  double spread = 0.0;
  for (const double value : measured)
    spread += (value - centre) * (value - centre);
  if (spread > 0.0)
    result.r2 = 1.0 - errors / spread;
  return result;
}

Evaluation evaluate(const SpectrumGenerator& generator, const TrainingSet& set,
                    const RunContext& context) {
  const Matrix fractions = fractionsFor(generator, set);
  const auto q = set.axis().positions();
  diffraction::FirstPeakOptions peakOptions;
  peakOptions.fits = false;
  const bool hasPeak = !isRadial(generator.card());

  Evaluation result;
  result.patterns.resize(set.size());
  for (std::size_t first = 0; first < set.size(); first += kChunk) {
    context.tick(static_cast<double>(first) / static_cast<double>(set.size()));
    std::vector<std::size_t> rows(std::min(kChunk, set.size() - first));
    std::iota(rows.begin(), rows.end(), first);
    const Matrix chunk = fractions.select(rows);
    const Matrix means = generator.means(chunk, context.silent());
    const Band band = generator.band(chunk, context.silent());
    parallelFor(context.silent(), rows.size(), [&](std::size_t i) {
      auto& score = result.patterns[rows[i]];
      const auto measured = set.intensities().row(rows[i]);
      score.id = set.ids()[rows[i]];
      score.mse = meanSquaredError(means.row(i), measured);
      std::size_t inside = 0;
      for (std::size_t p = 0; p < measured.size(); ++p)
        inside += band.lower(i, p) <= measured[p] && measured[p] <= band.upper(i, p);
      score.covered = static_cast<double>(inside) / static_cast<double>(measured.size());
      if (!hasPeak)
        return;
      if (const auto peak = diffraction::analyseFirstPeak(q, means.row(i), peakOptions)) {
        score.q1 = peak->direct.shape.q1;
        score.deltaQ = peak->direct.shape.deltaQ;
      }
      if (const auto peak = diffraction::analyseFirstPeak(q, measured, peakOptions)) {
        score.q1Measured = peak->direct.shape.q1;
        score.deltaQMeasured = peak->direct.shape.deltaQ;
      }
    });
  }

  std::vector<double> errors;
  std::vector<double> covered;
  for (const auto& pattern : result.patterns) {
    errors.push_back(pattern.mse);
    covered.push_back(pattern.covered);
  }
  result.mseMean = mean(errors);
  result.mseMedian = quantile(errors, 0.5);
  result.mseQ90 = quantile(errors, 0.9);
  result.coverage90 = mean(covered);
  result.q1 = agreementOf(result.patterns, &PatternScore::q1, &PatternScore::q1Measured);
  result.deltaQ =
      agreementOf(result.patterns, &PatternScore::deltaQ, &PatternScore::deltaQMeasured);
  context.tick(1.0);
  return result;
}

std::vector<LearningPoint> learningCurve(GeneratorKind kind, const TrainingSet& set,
                                         const RandomSplit& split,
                                         std::span<const std::size_t> counts,
                                         const RunContext& context) {
  const TrainingSet test = set.select(split.test);
  std::vector<LearningPoint> curve;
  for (std::size_t c = 0; c < counts.size(); ++c) {
    if (counts[c] > split.training.size())
      continue;
    const auto part =
        context.slice(static_cast<double>(c) / static_cast<double>(counts.size()),
                      static_cast<double>(c + 1) / static_cast<double>(counts.size()));
    const TrainingSet training = set.select(std::span(split.training).first(counts[c]));
    const auto generator = fitGenerator(cardFor(kind, training), training, part.slice(0.0, 0.7));
    const auto scores = evaluate(*generator, test, part.slice(0.7, 1.0));
    curve.push_back({counts[c], scores.mseMean, scores.mseMedian});
  }
  return curve;
}

}  // namespace vitrine::generation
