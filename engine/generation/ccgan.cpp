#include "engine/generation/ccgan.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "engine/files/safetensors.h"
#include "engine/generation/ccgan_network.h"

#include <algorithm>
#include <cmath>

namespace vitrine::generation {

namespace {

constexpr std::size_t kUsualDraws = 8;
constexpr std::size_t kMostDraws = 1024;
/// Maps that go through the network together: some 10 ms of work at full width.
constexpr std::size_t kBatch = 8;
/// 90 % of a normal distribution lie within so many standard deviations.
constexpr double kNormal90 = 1.6448536269514722;
/// Stream of the random numbers that every mean is made with.
constexpr std::uint64_t kNoiseSeed = 1;

std::vector<float> normalNumbers(std::size_t count, Random& random) {
  std::vector<float> numbers(count);
  for (float& number : numbers)
    number = static_cast<float>(random.normal());
  return numbers;
}

std::size_t drawsOf(const GeneratorCard& card) {
  const auto found = card.settings.find("draws");
  if (found == card.settings.end())
    return kUsualDraws;
  if (!(found->second >= 1.0) || found->second > static_cast<double>(kMostDraws))
    throw Error(ErrorCode::Damaged,
                "The card of the network asks for an impossible number of "
                "noise draws; install the file again.");
  return static_cast<std::size_t>(found->second);
}

/// Noise and composition enter side by side, so that a card with other elements would fit as well,
/// had it not the number of noises, too.
bool fitsCard(const CcGanShape& shape, const GeneratorCard& card, const Matrix& known) {
  const auto noise = card.settings.find("noise");
  return known.columns() == shape.elements &&
         (noise == card.settings.end() || noise->second == static_cast<double>(shape.noise));
}

class CcGan : public SpectrumGenerator {
 public:
  CcGan(GeneratorCard card, Matrix knownFractions, files::TensorFile tensors)
      : SpectrumGenerator(std::move(card), std::move(knownFractions)),
        m_tensors(std::move(tensors)),
        m_network(m_tensors, this->card().elements.size()),
        m_residual(m_tensors.numbers("residual")),
        m_draws(drawsOf(this->card())) {
    if (m_residual.size() != CcGanShape::points() ||
        this->card().axis.points != CcGanShape::points() ||
        !fitsCard(m_network.shape(), this->card(), this->knownFractions()))
      throw Error(ErrorCode::Damaged, "The network makes patterns of " +
                                          std::to_string(CcGanShape::points()) + " points for " +
                                          std::to_string(this->card().elements.size()) +
                                          " elements, and its card, alloys or residual say "
                                          "otherwise; install the file again.");
    Random random(kNoiseSeed);
    m_noise = normalNumbers(m_draws * m_network.shape().noise, random);
  }

  Matrix means(const Matrix& fractions, const RunContext& context) const override {
    Matrix result(fractions.rows(), CcGanShape::points());
    forEachAlloy(fractions, context, [&](std::size_t alloy, const Moments& moments) {
      std::ranges::copy(moments.mean, result.row(alloy).begin());
    });
    return result;
  }

  Band band(const Matrix& fractions, const RunContext& context) const override {
    Band band{Matrix(fractions.rows(), CcGanShape::points()),
              Matrix(fractions.rows(), CcGanShape::points())};
    forEachAlloy(fractions, context, [&](std::size_t alloy, const Moments& moments) {
      for (std::size_t p = 0; p < CcGanShape::points(); ++p) {
        const double half =
            kNormal90 * std::sqrt(moments.variance[p] + m_residual[p] * m_residual[p]);
        band.lower(alloy, p) = moments.mean[p] - half;
        band.upper(alloy, p) = moments.mean[p] + half;
      }
    });
    return band;
  }

  Matrix draws(std::span<const double> fractions, std::size_t count,
               const RunContext& context) const override {
    Matrix result(count, CcGanShape::points());
    parallelFor(context, (count + kBatch - 1) / kBatch, [&](std::size_t batch) {
      const std::size_t first = batch * kBatch;
      const std::size_t maps = std::min(kBatch, count - first);
      Random random(context.seed(), batch);
      const auto noise = normalNumbers(maps * m_network.shape().noise, random);
      const auto patterns = m_network.patterns(noise, repeated(fractions, maps), maps);
      for (std::size_t i = 0; i < maps; ++i)
        std::copy_n(patterns.begin() + static_cast<std::ptrdiff_t>(i * CcGanShape::points()),
                    CcGanShape::points(), result.row(first + i).begin());
    });
    return result;
  }

  files::TensorFile tensors() const override { return m_tensors; }

 private:
  /// Of the draws at one alloy, point by point.
  struct Moments {
    std::vector<double> mean;
    std::vector<double> variance;
  };

  static std::vector<float> repeated(std::span<const double> fractions, std::size_t maps) {
    std::vector<float> rows;
    for (std::size_t map = 0; map < maps; ++map)
      for (const double fraction : fractions)
        rows.push_back(static_cast<float>(fraction));
    return rows;
  }

  Moments moments(std::span<const double> fractions, const RunContext& context) const {
    constexpr std::size_t kPoints = CcGanShape::points();
    Moments moments{std::vector<double>(kPoints), std::vector<double>(kPoints)};
    const auto count = static_cast<double>(m_draws);
    for (std::size_t first = 0; first < m_draws; first += kBatch) {
      context.tick();
      const std::size_t maps = std::min(kBatch, m_draws - first);
      const std::size_t noise = m_network.shape().noise;
      const auto patterns = m_network.patterns(
          std::span(m_noise).subspan(first * noise, maps * noise), repeated(fractions, maps), maps);
      for (std::size_t map = 0; map < maps; ++map)
        for (std::size_t p = 0; p < kPoints; ++p) {
          const double value = patterns[map * kPoints + p];
          moments.mean[p] += value / count;
          moments.variance[p] += value * value / count;
        }
    }
    for (std::size_t p = 0; p < kPoints; ++p)
      moments.variance[p] = std::max(0.0, moments.variance[p] - moments.mean[p] * moments.mean[p]);
    return moments;
  }

  template <class Body>
  void forEachAlloy(const Matrix& fractions, const RunContext& context, const Body& body) const {
    parallelFor(context, fractions.rows(),
                [&](std::size_t alloy) { body(alloy, moments(fractions.row(alloy), context)); });
  }

  files::TensorFile m_tensors;
  CcGanNetwork m_network;
  std::vector<double> m_residual;
  std::size_t m_draws;
  std::vector<float> m_noise;
};

}  // namespace

std::shared_ptr<const SpectrumGenerator> makeCcGan(GeneratorCard card, Matrix knownFractions,
                                                   files::TensorFile tensors) {
  return std::make_shared<CcGan>(std::move(card), std::move(knownFractions), std::move(tensors));
}

}  // namespace vitrine::generation
