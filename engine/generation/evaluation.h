#pragma once

#include "engine/generation/fit.h"
#include "engine/generation/generator.h"
#include "engine/generation/training_set.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vitrine::generation {

/// One measured pattern and what was generated for its alloy. q1 and Δq in 1/Å, read off the curve
/// (diffraction::DirectPeak); empty where there is no first peak, and for g(r).
struct PatternScore {
  std::string id;
  double mse = 0.0;  ///< mean over the points of (generated − measured)²
  std::optional<double> q1;
  std::optional<double> deltaQ;
  std::optional<double> q1Measured;
  std::optional<double> deltaQMeasured;
  double covered = 0.0;  ///< share of the points inside the 90 % band
};

/// Generated against measured values of a quantity.
struct Agreement {
  std::size_t n = 0;   ///< alloys with both values
  double slope = 0.0;  ///< a of generated = a · measured, by least squares
  /// 1 − Σ(generated − a measured)² / Σ generated², as for fits through the origin: near 1 for any
  /// positive quantity that varies little.
  double r2Origin = 0.0;
  double r2 = 0.0;  ///< 1 − Σ(generated − measured)² / Σ(measured − their mean)²
};

struct Evaluation {
  double mseMean = 0.0;
  double mseMedian = 0.0;
  double mseQ90 = 0.0;
  double coverage90 = 0.0;  ///< share of all points inside the 90 % band
  Agreement q1;
  Agreement deltaQ;
  std::vector<PatternScore> patterns;  ///< in the order of the set
};

/// Numbers that do not exist (no alloy with both values, no spread) are NaN. @pre equal sizes
Agreement agreement(std::span<const double> generated, std::span<const double> measured);

/// Holds a generator against measured patterns on its own axis and elements.
/// @throws Error (InvalidInput) where the axis differs, or an element was never seen
Evaluation evaluate(const SpectrumGenerator& generator, const TrainingSet& set,
                    const RunContext& context);

/// Mean squared error over the number of training patterns.
struct LearningPoint {
  std::size_t patterns = 0;
  double mseMean = 0.0;
  double mseMedian = 0.0;
};

/// Trains on the first 20, 50, … of `split.training` and tests on `split.test`. Counts that are
/// more than there are are left out.
std::vector<LearningPoint> learningCurve(GeneratorKind kind, const TrainingSet& set,
                                         const RandomSplit& split,
                                         std::span<const std::size_t> counts,
                                         const RunContext& context);

}  // namespace vitrine::generation
