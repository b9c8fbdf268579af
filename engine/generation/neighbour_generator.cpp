#include "engine/generation/neighbour_generator.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/files/safetensors.h"
#include "engine/generation/spread_generator.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrine::generation {

namespace {

/// Alloys nearer than this are the same.
constexpr double kSame = 1e-9;

/// Weights of the known alloys at `x`, adding up to 1; `without` is left out.
std::vector<double> weightsAt(GeneratorKind kind, const Matrix& known, std::span<const double> x,
                              std::size_t without) {
  std::vector<double> weights(known.rows(), 0.0);
  double least = std::numeric_limits<double>::infinity();
  std::size_t nearest = 0;
  double sum = 0.0;
  for (std::size_t i = 0; i < known.rows(); ++i) {
    if (i == without)
      continue;
    const auto row = known.row(i);
    double squared = 0.0;
    for (std::size_t j = 0; j < row.size(); ++j)
      squared += (x[j] - row[j]) * (x[j] - row[j]);
    if (squared < least) {
      least = squared;
      nearest = i;
    }
    const double distance = std::sqrt(squared) + kSame;
    weights[i] = 1.0 / (distance * distance * distance);
    sum += weights[i];
  }
  if (kind == GeneratorKind::Nearest) {
    std::ranges::fill(weights, 0.0);
    weights[nearest] = 1.0;
  } else {
    for (double& weight : weights)
      weight /= sum;
  }
  return weights;
}

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

Matrix combine(GeneratorKind kind, const Matrix& known, const std::vector<float>& patterns,
               std::size_t points, const Matrix& x, bool leavesOut, const RunContext& context) {
  Matrix result(x.rows(), points);
  parallelFor(context, x.rows(), [&](std::size_t i) {
    const auto weights = weightsAt(kind, known, x.row(i), leavesOut ? i : kNone);
    const auto row = result.row(i);
    for (std::size_t k = 0; k < weights.size(); ++k) {
      if (weights[k] == 0.0)
        continue;
      const float* pattern = patterns.data() + k * points;
      for (std::size_t p = 0; p < points; ++p)
        row[p] += weights[k] * static_cast<double>(pattern[p]);
    }
  });
  return result;
}

class NeighbourGenerator final : public SpreadGenerator {
 public:
  NeighbourGenerator(GeneratorCard card, Matrix known, std::vector<float> patterns,
                     ResidualSpread spread)
      : SpreadGenerator(std::move(card), std::move(known), std::move(spread)),
        m_patterns(std::move(patterns)) {}

  [[nodiscard]] Matrix means(const Matrix& fractions, const RunContext& context) const override {
    return combine(kind(), knownFractions(), m_patterns, card().axis.points, fractions, false,
                   context);
  }
  [[nodiscard]] files::TensorFile tensors() const override {
    files::TensorFile file;
    file.tensors["patterns"] =
        files::Tensor::of(m_patterns, {knownFractions().rows(), card().axis.points});
    spread().store(file);
    return file;
  }

 private:
  std::vector<float> m_patterns;
};

}  // namespace

std::shared_ptr<const SpectrumGenerator> fitNeighbours(GeneratorCard card, const TrainingSet& set,
                                                       const RunContext& context) {
  const auto values = set.intensities().values();
  std::vector<float> patterns(values.begin(), values.end());
  Matrix residuals = combine(card.kind, set.fractions(), patterns, set.axis().points,
                             set.fractions(), true, context.slice(0.0, 0.7));
  for (std::size_t i = 0; i < residuals.rows(); ++i) {
    for (std::size_t p = 0; p < residuals.columns(); ++p)
      residuals(i, p) = set.intensities()(i, p) - residuals(i, p);
  }
  auto spread = ResidualSpread::fit(residuals, context.slice(0.7, 1.0));
  return std::make_shared<NeighbourGenerator>(std::move(card), set.fractions(), std::move(patterns),
                                              std::move(spread));
}

std::shared_ptr<const SpectrumGenerator> makeNeighbours(GeneratorCard card, Matrix known,
                                                        const files::TensorFile& tensors) {
  auto patterns = tensors.floats("patterns", {known.rows(), card.axis.points});
  auto spread = ResidualSpread::restore(tensors, card.axis.points);
  return std::make_shared<NeighbourGenerator>(std::move(card), std::move(known),
                                              std::move(patterns), std::move(spread));
}

}  // namespace vitrine::generation
