#include "engine/generation/shape_generator.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "engine/files/safetensors.h"
#include "engine/generation/gaussian_field.h"
#include "engine/generation/pattern_basis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

namespace vitrine::generation {

namespace {

constexpr std::size_t kComponents = 12;
/// Intensities are lifted to this share of the highest before logarithms are taken. Counts as
/// measured lie above it; patterns without their background do not.
constexpr double kLeastShare = 0.02;
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
constexpr double kCoverage = 0.9;
/// Beyond this a band says nothing.
constexpr double kMostStretch = 20.0;
constexpr double kNormal90 = 1.6448536269514722;
/// Points of each pattern that the band is checked at.
constexpr std::size_t kCheckedPoints = 150;
/// Points, at least, that the uncertainty of a pattern is taken from.
constexpr std::size_t kUncertaintyPoints = 400;

FieldSettings fieldSettings() {
  return {.covariances = {Covariance::Exponential, Covariance::Matern32},
          .lengths = {0.1, 0.2, 0.4, 0.8},
          .noises = {1e-3, 3e-3, 0.01, 0.03, 0.1},
          .entropyTrend = false,
          .directional = false,
          .averages = true,
          .robust = true};
}

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

double logistic(double z) {
  return 1.0 / (1.0 + std::exp(-z));
}

/// Mean of the logistic of a normal variable.
double meanLogistic(double mean, double variance) {
  const double deviation = std::sqrt(std::max(0.0, variance));
  double sum = 0.0;
  for (const auto& [node, weight] : kQuadrature)
    sum += weight * logistic(mean + deviation * node);
  return sum;
}

/// A normal variable.
struct Normal {
  double mean = 0.0;
  double variance = 0.0;
};

struct Parts {
  PatternBasis basis;    // of log shapes
  GaussianField scale;   // of logit(t / ceiling)
  GaussianField shape;   // of the scores in the basis
  double offset = 0.0;   // added to intensities before logarithms
  double top = 0.0;      // highest intensity
  double ceiling = 0.0;  // that no mean intensity reaches, with the offset
  double stretch = 1.0;  // standard deviations of half the band
};

/// What is expected of one alloy: scale, and scores of the shape with their variances.
struct Expectation {
  Normal scale;
  std::vector<double> scores;
  std::vector<double> variances;
};

/// Half widths of the band in logarithms, below and above.
std::pair<double, double> scaleReach(const Normal& scale, double stretch) {
  const double expected = std::log(meanLogistic(scale.mean, scale.variance));
  const double step = stretch * std::sqrt(scale.variance);
  return {std::max(0.0, expected - std::log(logistic(scale.mean - step))),
          std::max(0.0, std::log(logistic(scale.mean + step)) - expected)};
}

/// Mean pattern, still lifted by the offset.
void liftedMean(const Parts& parts, double scale, std::span<const double> scores,
                std::span<double> pattern) {
  parts.basis.compose(scores, pattern);
  double sum = 0.0;
  for (double& value : pattern) {
    value = std::exp(value);
    sum += value;
  }
  const double factor = scale * static_cast<double>(pattern.size()) / sum;
  for (double& value : pattern)
    value *= factor;
}

class ShapeGenerator final : public SpectrumGenerator {
 public:
  ShapeGenerator(GeneratorCard card, Matrix known, Parts parts)
      : SpectrumGenerator(std::move(card), std::move(known)), m_parts(std::move(parts)) {}

  [[nodiscard]] Matrix means(const Matrix& fractions, const RunContext& context) const override {
    Matrix result(fractions.rows(), card().axis.points);
    parallelFor(context, fractions.rows(), [&](std::size_t i) {
      std::vector<double> scores(m_parts.basis.components());
      m_parts.shape.mean(fractions.row(i), scores);
      const Normal scale = scaleAt(fractions.row(i));
      const auto row = result.row(i);
      liftedMean(m_parts, m_parts.ceiling * meanLogistic(scale.mean, scale.variance), scores, row);
      for (double& value : row)
        value -= m_parts.offset;
    });
    return result;
  }

  [[nodiscard]] Band band(const Matrix& fractions, const RunContext& context) const override {
    const std::size_t points = card().axis.points;
    Band result{Matrix(fractions.rows(), points), Matrix(fractions.rows(), points)};
    parallelFor(context, fractions.rows(), [&](std::size_t i) {
      const auto limits = limitsAt(fractions.row(i), 1);
      for (std::size_t p = 0; p < points; ++p)
        std::tie(result.lower(i, p), result.upper(i, p)) = limits[p];
    });
    return result;
  }

  /// From some of the points: bands are smooth.
  [[nodiscard]] std::vector<double> uncertainty(const Matrix& fractions,
                                                const RunContext& context) const override {
    const std::size_t stride = std::max<std::size_t>(1, card().axis.points / kUncertaintyPoints);
    std::vector<double> result(fractions.rows());
    parallelFor(context, fractions.rows(), [&](std::size_t i) {
      const auto limits = limitsAt(fractions.row(i), stride);
      double sum = 0.0;
      for (const auto& [lower, upper] : limits)
        sum += 0.25 * (upper - lower) * (upper - lower);
      result[i] = std::sqrt(sum / static_cast<double>(limits.size()));
    });
    return result;
  }

  [[nodiscard]] Matrix draws(std::span<const double> fractions, std::size_t count,
                             const RunContext& context) const override {
    const auto e = expectationAt(fractions);
    const double stretch = m_parts.stretch / kNormal90;
    Matrix result(count, card().axis.points);
    std::vector<double> scores(e.scores.size());
    for (std::size_t d = 0; d < count; ++d) {
      context.tick();
      Random random(context.seed(), d);
      const double z = e.scale.mean + stretch * std::sqrt(e.scale.variance) * random.normal();
      for (std::size_t k = 0; k < scores.size(); ++k)
        scores[k] = e.scores[k] + stretch * std::sqrt(e.variances[k]) * random.normal();
      const auto row = result.row(d);
      liftedMean(m_parts, m_parts.ceiling * logistic(z), scores, row);
      for (double& value : row)
        value = std::min(m_parts.top, value - m_parts.offset);
    }
    return result;
  }

  [[nodiscard]] files::TensorFile tensors() const override {
    files::TensorFile file;
    m_parts.basis.store(file, "shape");
    m_parts.scale.store(file, "scale_field");
    m_parts.shape.store(file, "shape_field");
    file.tensors["numbers"] =
        files::Tensor::of({m_parts.offset, m_parts.top, m_parts.ceiling, m_parts.stretch});
    return file;
  }

 private:
  [[nodiscard]] Normal scaleAt(std::span<const double> x) const {
    Normal normal;
    m_parts.scale.mean(x, {&normal.mean, 1});
    m_parts.scale.variance(x, {&normal.variance, 1});
    return normal;
  }

  [[nodiscard]] Expectation expectationAt(std::span<const double> x) const {
    Expectation e{scaleAt(x), std::vector<double>(m_parts.basis.components()),
                  std::vector<double>(m_parts.basis.components())};
    m_parts.shape.mean(x, e.scores);
    m_parts.shape.variance(x, e.variances);
    return e;
  }

  /// Lower and upper limit of the band at every `stride`-th point.
  [[nodiscard]] std::vector<std::pair<double, double>> limitsAt(std::span<const double> x,
                                                                std::size_t stride) const {
    const auto e = expectationAt(x);
    std::vector<double> mean(card().axis.points);
    liftedMean(m_parts, m_parts.ceiling * meanLogistic(e.scale.mean, e.scale.variance), e.scores,
               mean);
    const auto [below, above] = scaleReach(e.scale, m_parts.stretch);
    std::vector<std::pair<double, double>> limits;
    for (std::size_t p = 0; p < mean.size(); p += stride) {
      const double shape = m_parts.stretch * m_parts.stretch * shapeVariance(e.variances, p);
      const double lower = mean[p] * std::exp(-std::sqrt(below * below + shape));
      const double highest = std::min(m_parts.top + m_parts.offset,
                                      mean[p] * std::exp(std::sqrt(above * above + shape)));
      limits.emplace_back(lower - m_parts.offset, std::max(mean[p], highest) - m_parts.offset);
    }
    return limits;
  }

  [[nodiscard]] double shapeVariance(std::span<const double> variances, std::size_t p) const {
    double sum = m_parts.basis.residual()[p] * m_parts.basis.residual()[p];
    for (std::size_t k = 0; k < variances.size(); ++k)
      sum += variances[k] * m_parts.basis.directions()(k, p) * m_parts.basis.directions()(k, p);
    return sum;
  }

  Parts m_parts;
};

/// Logarithms of the lifted patterns over their means, and those means.
struct Split {
  Matrix shapes;
  std::vector<double> scales;
};

Split split(const TrainingSet& set, double offset, const RunContext& context) {
  Split result{set.intensities(), {}};
  for (std::size_t i = 0; i < set.size(); ++i) {
    context.tick();
    const auto row = result.shapes.row(i);
    double sum = 0.0;
    for (double& value : row) {
      value += offset;
      sum += value;
    }
    result.scales.push_back(sum / static_cast<double>(row.size()));
    for (double& value : row)
      value = std::log(value / result.scales.back());
  }
  return result;
}

/// A field of mean intensities below a ceiling.
struct ScaleFit {
  double ceiling = 0.0;
  GaussianField::Fit field;
  double missed = 0.0;  // by left-out patterns: Σ |expected − measured|^kLoss, and the handicap
};

ScaleFit fitScale(const Matrix& fractions, std::span<const double> scales, double ceiling,
                  const Landscape& landscape, const RunContext& context) {
  Matrix logits(scales.size(), 1);
  for (std::size_t i = 0; i < scales.size(); ++i)
    logits(i, 0) = std::log(scales[i] / (ceiling - scales[i]));
  auto settings = fieldSettings();
  settings.entropyTrend = true;
  settings.directional = landscape.directional;
  ScaleFit made{ceiling, GaussianField::fit(fractions, logits, settings, context), 0.0};
  const auto& [means, variances] = made.field.leftOut;
  for (std::size_t i = 0; i < scales.size(); ++i)
    made.missed +=
        std::pow(std::abs(ceiling * meanLogistic(means(i, 0), variances(i, 0)) - scales[i]), kLoss);
  made.missed *= landscape.handicap;
  return made;
}

/// In the landscape in which left-out patterns are missed least.
ScaleFit fitBestScale(const Matrix& fractions, std::span<const double> scales, double top,
                      const RunContext& context) {
  const double highest = std::ranges::max(scales);
  ScaleFit best;
  for (std::size_t i = 0; i < kLandscapes.size(); ++i) {
    const double ceiling = std::lerp(highest, kHeadroom * top, kLandscapes[i].ceiling);
    const auto part = context.slice(static_cast<double>(i) / kLandscapes.size(),
                                    static_cast<double>(i + 1) / kLandscapes.size());
    auto made = fitScale(fractions, scales, ceiling, kLandscapes[i], part);
    if (i == 0 || made.missed < best.missed)
      best = std::move(made);
  }
  return best;
}

/// How many standard deviations half the band must have for nine of ten points of left-out patterns
/// to lie inside.
double stretchFor(const TrainingSet& set, const Parts& parts, const FieldEstimate& scale,
                  const FieldEstimate& shape, const RunContext& context) {
  const std::size_t points = set.axis().points;
  const std::size_t stride = std::max<std::size_t>(1, points / kCheckedPoints);
  struct Check {
    double missed;    // log(measured / expected)
    double variance;  // of the shape there
  };
  std::vector<Normal> scales;
  std::vector<std::vector<Check>> checks(set.size());
  std::vector<double> pattern(points);
  for (std::size_t i = 0; i < set.size(); ++i) {
    context.tick();
    scales.push_back({scale.means(i, 0), scale.variances(i, 0)});
    liftedMean(parts, parts.ceiling * meanLogistic(scales.back().mean, scales.back().variance),
               shape.means.row(i), pattern);
    for (std::size_t p = 0; p < points; p += stride) {
      double variance = parts.basis.residual()[p] * parts.basis.residual()[p];
      for (std::size_t k = 0; k < parts.basis.components(); ++k)
        variance +=
            shape.variances(i, k) * parts.basis.directions()(k, p) * parts.basis.directions()(k, p);
      checks[i].push_back(
          {std::log((set.intensities()(i, p) + parts.offset) / pattern[p]), variance});
    }
  }
  const auto coverage = [&](double stretch) {
    std::size_t inside = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i < checks.size(); ++i) {
      const auto [below, above] = scaleReach(scales[i], stretch);
      for (const auto& check : checks[i]) {
        const double side = check.missed < 0.0 ? below : above;
        inside += check.missed * check.missed <= side * side + stretch * stretch * check.variance;
        ++all;
      }
    }
    return static_cast<double>(inside) / static_cast<double>(all);
  };
  // As split conformal quantiles, see regression/conformal.h: a little more for few patterns.
  const auto n = static_cast<double>(set.size());
  const double wanted = std::min(1.0, kCoverage * (n + 1.0) / n);
  double low = 0.0;
  double high = kMostStretch;
  for (int i = 0; i < 30; ++i) {
    context.tick();
    const double middle = 0.5 * (low + high);
    (coverage(middle) >= wanted ? high : low) = middle;
  }
  return high;
}

}  // namespace

std::shared_ptr<const SpectrumGenerator> fitShape(GeneratorCard card, const TrainingSet& set,
                                                  const RunContext& context) {
  const auto values = set.intensities().values();
  const auto [lowest, highest] = std::ranges::minmax(values);
  if (!(highest > lowest))
    throw Error(ErrorCode::InvalidInput,
                "The patterns are all flat, so there is no shape to learn.");
  // The lift also holds where all intensities are negative.
  const double offset = std::max(0.0, kLeastShare * (highest - lowest) - lowest);
  Parts parts;
  parts.offset = offset;
  parts.top = highest;
  auto parted = split(set, offset, context);

  auto basis = PatternBasis::fit(parted.shapes, kComponents, context.slice(0.0, 0.2));
  parts.basis = std::move(basis.basis);
  auto shape =
      GaussianField::fit(set.fractions(), basis.scores, fieldSettings(), context.slice(0.2, 0.5));
  parts.shape = std::move(shape.field);
  auto scale =
      fitBestScale(set.fractions(), parted.scales, highest + offset, context.slice(0.5, 0.95));
  parts.ceiling = scale.ceiling;
  parts.scale = std::move(scale.field.field);
  parts.stretch = stretchFor(set, parts, scale.field.leftOut, shape.leftOut, context);
  card.settings["components"] = static_cast<double>(parts.basis.components());
  card.settings["mean_ceiling"] = parts.ceiling - parts.offset;
  card.settings["band_stretch"] = parts.stretch;
  context.tick(1.0);
  return std::make_shared<ShapeGenerator>(std::move(card), set.fractions(), std::move(parts));
}

std::shared_ptr<const SpectrumGenerator> makeShape(GeneratorCard card, Matrix known,
                                                   const files::TensorFile& tensors) {
  const auto numbers = tensors.numbers("numbers");
  auto basis = PatternBasis::restore(tensors, "shape", card.axis.points);
  auto scale = GaussianField::restore(tensors, "scale_field", known);
  auto shape = GaussianField::restore(tensors, "shape_field", known);
  const bool sane = numbers.size() == 4 && numbers[0] >= 0.0 && numbers[0] + numbers[1] > 0.0 &&
                    numbers[2] > 0.0 && numbers[3] >= 0.0 && numbers[3] <= kMostStretch;
  if (!sane || scale.outputs() != 1 || shape.outputs() != basis.components())
    throw Error(ErrorCode::Damaged,
                "The generator is damaged: its fields do not fit its components.");
  Parts parts{std::move(basis), std::move(scale), std::move(shape), numbers[0],
              numbers[1],       numbers[2],       numbers[3]};
  return std::make_shared<ShapeGenerator>(std::move(card), std::move(known), std::move(parts));
}

}  // namespace vitrine::generation
