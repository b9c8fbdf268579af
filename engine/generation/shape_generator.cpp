#include "engine/generation/shape_generator.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "engine/files/safetensors.h"
#include "engine/generation/gaussian_field.h"
#include "engine/generation/pattern_basis.h"
#include "engine/generation/scale_field.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace vitrine::generation {

namespace {

constexpr std::size_t kComponents = 12;
/// Intensities are lifted to this share of the highest before logarithms are taken. Counts as
/// measured lie above it; patterns without their background do not.
constexpr double kLeastShare = 0.02;
constexpr double kCoverage = 0.9;
/// Beyond this a band says nothing.
constexpr double kMostStretch = 20.0;
constexpr double kNormal90 = 1.6448536269514722;
/// Points of each pattern that the band is checked at.
constexpr std::size_t kCheckedPoints = 150;
/// Points, at least, that the uncertainty of a pattern is taken from.
constexpr std::size_t kUncertaintyPoints = 400;
/// From so many patterns on, faulty ones have neighbours like them, and left-out patterns tell
/// whether to trust all alike. Of fewer, a handful decides the squares.
constexpr std::size_t kEnoughToTell = 200;

FieldSettings fieldSettings(bool robust) {
  return {.covariances = {Covariance::Exponential, Covariance::Matern32},
          .lengths = {0.1, 0.2, 0.4, 0.8},
          .noises = {1e-3, 3e-3, 0.01, 0.03, 0.1},
          .entropyTrend = false,
          .directional = false,
          .averages = true,
          .robust = robust};
}

struct Parts {
  PatternBasis basis;    // of log shapes
  ScaleField scale;      // of lifted patterns
  GaussianField shape;   // of the scores in the basis
  double offset = 0.0;   // added to intensities before logarithms
  double top = 0.0;      // highest intensity
  double stretch = 1.0;  // standard deviations of half the band
};

/// What is expected of one alloy: scale, and scores of the shape with their variances.
struct Expectation {
  Normal scale;  // as a logit
  std::vector<double> scores;
  std::vector<double> variances;
};

/// Of log shape at one point, from those of the scores.
double shapeVariance(const PatternBasis& basis, std::span<const double> variances, std::size_t p) {
  double sum = basis.residual()[p] * basis.residual()[p];
  for (std::size_t k = 0; k < variances.size(); ++k)
    sum += variances[k] * basis.directions()(k, p) * basis.directions()(k, p);
  return sum;
}

/// Mean pattern, still lifted by the offset.
void liftedMean(const PatternBasis& basis, double scale, std::span<const double> scores,
                std::span<double> pattern) {
  basis.compose(scores, pattern);
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
      const auto& scale = m_parts.scale;
      const auto row = result.row(i);
      liftedMean(m_parts.basis, scale.mean(scale.logitAt(fractions.row(i))), scores, row);
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
      liftedMean(m_parts.basis, m_parts.scale.at(z), scores, row);
      for (double& value : row)
        value = std::min(m_parts.top, value - m_parts.offset);
    }
    return result;
  }

  [[nodiscard]] files::TensorFile tensors() const override {
    files::TensorFile file;
    m_parts.basis.store(file, "shape");
    m_parts.scale.logits().store(file, "scale_field");
    m_parts.shape.store(file, "shape_field");
    file.tensors["numbers"] =
        files::Tensor::of({m_parts.offset, m_parts.top, m_parts.scale.ceiling(), m_parts.stretch});
    return file;
  }

 private:
  [[nodiscard]] Expectation expectationAt(std::span<const double> x) const {
    Expectation e{m_parts.scale.logitAt(x), std::vector<double>(m_parts.basis.components()),
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
    liftedMean(m_parts.basis, m_parts.scale.mean(e.scale), e.scores, mean);
    const auto [below, above] = m_parts.scale.reach(e.scale, m_parts.stretch);
    std::vector<std::pair<double, double>> limits;
    for (std::size_t p = 0; p < mean.size(); p += stride) {
      const double shape =
          m_parts.stretch * m_parts.stretch * shapeVariance(m_parts.basis, e.variances, p);
      const double lower = mean[p] * std::exp(-std::sqrt(below * below + shape));
      const double highest = std::min(m_parts.top + m_parts.offset,
                                      mean[p] * std::exp(std::sqrt(above * above + shape)));
      limits.emplace_back(lower - m_parts.offset, std::max(mean[p], highest) - m_parts.offset);
    }
    return limits;
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

/// Fields of scale and shape.
struct Fields {
  ScaleField::Fit scale;
  GaussianField::Fit shape;
};

/// What the fields say about a pattern of the set from all others, still lifted.
void leftOutPattern(const Fields& fields, const PatternBasis& basis, std::size_t i,
                    std::span<double> pattern) {
  const Normal scale{fields.scale.leftOut.means(i, 0), fields.scale.leftOut.variances(i, 0)};
  liftedMean(basis, fields.scale.field.mean(scale), fields.shape.leftOut.means.row(i), pattern);
}

/// Sum of squares over left-out patterns.
double missed(const Fields& fields, const PatternBasis& basis, const TrainingSet& set,
              double offset, const RunContext& context) {
  std::vector<double> pattern(set.axis().points);
  double sum = 0.0;
  for (std::size_t i = 0; i < set.size(); ++i) {
    context.tick();
    leftOutPattern(fields, basis, i, pattern);
    const auto measured = set.intensities().row(i);
    for (std::size_t p = 0; p < pattern.size(); ++p)
      sum += std::pow(pattern[p] - offset - measured[p], 2);
  }
  return sum;
}

/// Robust, or with equal trust in all patterns where that misses left-out ones less.
Fields fitFields(const TrainingSet& set, const Split& parted, const PatternBasis::Fit& basis,
                 double offset, double top, const RunContext& context) {
  const auto fit = [&](bool robust, const RunContext& part) {
    const auto settings = fieldSettings(robust);
    return Fields{
        ScaleField::fit(set.fractions(), parted.scales, top, settings, part.slice(0.0, 0.6)),
        GaussianField::fit(set.fractions(), basis.scores, settings, part.slice(0.6, 1.0))};
  };
  if (set.size() < kEnoughToTell)
    return fit(true, context);
  auto robust = fit(true, context.slice(0.0, 0.5));
  auto equal = fit(false, context.slice(0.5, 1.0));
  const auto missedBy = [&](const Fields& fields) {
    return missed(fields, basis.basis, set, offset, context);
  };
  return missedBy(equal) < missedBy(robust) ? std::move(equal) : std::move(robust);
}

/// How many standard deviations half the band must have for nine of ten points of left-out patterns
/// to lie inside.
double stretchFor(const TrainingSet& set, const Fields& fields, const PatternBasis& basis,
                  double offset, const RunContext& context) {
  const std::size_t points = set.axis().points;
  const std::size_t stride = std::max<std::size_t>(1, points / kCheckedPoints);
  const FieldEstimate& scales = fields.scale.leftOut;
  const FieldEstimate& shapes = fields.shape.leftOut;
  struct Check {
    double missed;    // log(measured / expected)
    double variance;  // of the shape there
  };
  std::vector<std::vector<Check>> checks(set.size());
  std::vector<double> pattern(points);
  for (std::size_t i = 0; i < set.size(); ++i) {
    context.tick();
    leftOutPattern(fields, basis, i, pattern);
    for (std::size_t p = 0; p < points; p += stride) {
      checks[i].push_back({std::log((set.intensities()(i, p) + offset) / pattern[p]),
                           shapeVariance(basis, shapes.variances.row(i), p)});
    }
  }
  const auto coverage = [&](double stretch) {
    std::size_t inside = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i < checks.size(); ++i) {
      const auto [below, above] =
          fields.scale.field.reach({scales.means(i, 0), scales.variances(i, 0)}, stretch);
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
  const auto parted = split(set, offset, context);
  auto basis = PatternBasis::fit(parted.shapes, kComponents, context.slice(0.0, 0.2));
  auto fields = fitFields(set, parted, basis, offset, highest + offset, context.slice(0.2, 0.95));
  const double stretch = stretchFor(set, fields, basis.basis, offset, context);
  Parts parts{std::move(basis.basis),
              std::move(fields.scale.field),
              std::move(fields.shape.field),
              offset,
              highest,
              stretch};
  card.settings["components"] = static_cast<double>(parts.basis.components());
  card.settings["mean_ceiling"] = parts.scale.ceiling() - parts.offset;
  card.settings["band_stretch"] = parts.stretch;
  context.tick(1.0);
  return std::make_shared<ShapeGenerator>(std::move(card), set.fractions(), std::move(parts));
}

std::shared_ptr<const SpectrumGenerator> makeShape(GeneratorCard card, Matrix known,
                                                   const files::TensorFile& tensors) {
  const auto numbers = tensors.numbers("numbers");
  auto basis = PatternBasis::restore(tensors, "shape", card.axis.points);
  auto logits = GaussianField::restore(tensors, "scale_field", known);
  auto shape = GaussianField::restore(tensors, "shape_field", known);
  const bool sane = numbers.size() == 4 && numbers[0] >= 0.0 && numbers[0] + numbers[1] > 0.0 &&
                    numbers[2] > 0.0 && numbers[3] >= 0.0 && numbers[3] <= kMostStretch;
  if (!sane || logits.outputs() != 1 || shape.outputs() != basis.components())
    throw Error(ErrorCode::Damaged,
                "The generator is damaged: its fields do not fit its components.");
  Parts parts{std::move(basis), {std::move(logits), numbers[2]},
              std::move(shape), numbers[0],
              numbers[1],       numbers[3]};
  return std::make_shared<ShapeGenerator>(std::move(card), std::move(known), std::move(parts));
}

}  // namespace vitrine::generation
