#include "engine/generation/scale_field.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace vitrine::generation {

namespace {

/// Room over the highest intensity, for patterns that are flat.
constexpr double kHeadroom = 1.001;
/// How mean intensities may lie over the compositions.
struct Landscape {
  double ceiling;    // from the highest mean (0) to the highest intensity (1)
  bool directional;  // see FieldSettings
  double handicap;   // its error counts so much more
};
/// Glasses on a plateau with crystals in patches below; slopes; slopes with phase boundaries
/// across, which are believed where they show clearly.
constexpr std::array kLandscapes{Landscape{0.2, false, 1.0}, Landscape{1.0, false, 1.0},
                                 Landscape{1.0, true, 1.08}};
/// Between mean and mean squared errors: a few faulty patterns shall not choose the landscape.
constexpr double kLoss = 1.5;

/// Nodes and weights of Gauss–Hermite quadrature over a standard normal distribution, seven points;
/// Abramowitz & Stegun, table 25.10, abscissas times √2 and weights over √π.
constexpr std::array<std::pair<double, double>, 7> kQuadrature{{
    {-3.750439717725742, 5.482688559722e-4},
    {-2.366759410734541, 3.075712396759e-2},
    {-1.154405394739968, 0.2401231786050127},
    {0.0, 0.4571428571428571},
    {1.154405394739968, 0.2401231786050127},
    {2.366759410734541, 3.075712396759e-2},
    {3.750439717725742, 5.482688559722e-4},
}};

ScaleField::Fit fitOne(const Matrix& fractions, std::span<const double> scales, double ceiling,
                       const FieldSettings& settings, const RunContext& context) {
  Matrix logits(scales.size(), 1);
  for (std::size_t i = 0; i < scales.size(); ++i)
    logits(i, 0) = std::log(scales[i] / (ceiling - scales[i]));
  auto made = GaussianField::fit(fractions, logits, settings, context);
  return {{std::move(made.field), ceiling}, std::move(made.leftOut)};
}

/// Σ |expected − measured|^power over the left-out patterns.
double missed(const ScaleField::Fit& fit, std::span<const double> scales, double power) {
  double sum = 0.0;
  for (std::size_t i = 0; i < scales.size(); ++i) {
    const Normal logit{fit.leftOut.means(i, 0), fit.leftOut.variances(i, 0)};
    sum += std::pow(std::abs(fit.field.mean(logit) - scales[i]), power);
  }
  return sum;
}

}  // namespace

ScaleField::Fit ScaleField::fit(const Matrix& fractions, std::span<const double> scales, double top,
                                FieldSettings settings, const RunContext& context) {
  const double highest = std::ranges::max(scales);
  settings.entropyTrend = true;
  Fit best;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < kLandscapes.size(); ++i) {
    const auto& landscape = kLandscapes[i];
    settings.directional = landscape.directional;
    const auto part = context.slice(static_cast<double>(i) / kLandscapes.size(),
                                    static_cast<double>(i + 1) / kLandscapes.size());
    auto made = fitOne(fractions, scales, std::lerp(highest, kHeadroom * top, landscape.ceiling),
                       settings, part);
    const double loss = landscape.handicap * missed(made, scales, kLoss);
    if (loss < least) {
      least = loss;
      best = std::move(made);
    }
  }
  return best;
}

Normal ScaleField::logitAt(std::span<const double> x) const {
  Normal logit;
  m_logits.mean(x, {&logit.mean, 1});
  m_logits.variance(x, {&logit.variance, 1});
  return logit;
}

double ScaleField::at(double logit) const {
  return m_ceiling / (1.0 + std::exp(-logit));
}

double ScaleField::mean(const Normal& logit) const {
  const double deviation = std::sqrt(std::max(0.0, logit.variance));
  double sum = 0.0;
  for (const auto& [node, weight] : kQuadrature)
    sum += weight * at(logit.mean + deviation * node);
  return sum;
}

std::pair<double, double> ScaleField::reach(const Normal& logit, double deviations) const {
  const double expected = std::log(mean(logit));
  const double step = deviations * std::sqrt(logit.variance);
  return {std::max(0.0, expected - std::log(at(logit.mean - step))),
          std::max(0.0, std::log(at(logit.mean + step)) - expected)};
}

}  // namespace vitrine::generation
