#include "app/quantities/pattern_estimates.h"

#include "engine/core/parallel.h"
#include "engine/diffraction/first_peak.h"

#include <algorithm>
#include <limits>

namespace vitrine::app {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
/// Patterns generated at once: enough to keep the generator busy, few enough to be cancelled soon.
constexpr std::size_t kBatch = 256;

}  // namespace

std::size_t PatternEstimates::bytes() const {
  return domain.size() * (3 * sizeof(double) + sizeof(alloy::Domain));
}

PatternEstimates patternEstimates(const generation::SpectrumGenerator& generator,
                                  std::span<const alloy::Composition> alloys,
                                  const RunContext& context) {
  const std::size_t count = alloys.size();
  PatternEstimates estimates{std::vector<double>(count, kNone), std::vector<double>(count, kNone),
                             std::vector<double>(count, kNone), std::vector<alloy::Domain>(count)};
  const auto q = generator.card().axis.positions();
  const bool hasPeak = !generation::isRadial(generator.card());
  for (std::size_t begin = 0; begin < count; begin += kBatch) {
    context.tick(static_cast<double>(begin) / static_cast<double>(count));
    const std::size_t size = std::min(kBatch, count - begin);
    Matrix fractions(size, generator.card().elements.size());
    const auto silent = context.silent();
    parallelFor(silent, size, [&](std::size_t i) {
      std::ranges::copy(generator.fractionsOf(alloys[begin + i]), fractions.row(i).begin());
      estimates.domain[begin + i] = generator.domain(alloys[begin + i]).domain;
    });
    const Matrix patterns = generator.means(fractions, silent);
    const auto uncertainty = generator.uncertainty(fractions, silent);
    parallelFor(silent, size, [&](std::size_t i) {
      estimates.uncertainty[begin + i] = uncertainty[i];
      if (!hasPeak)
        return;
      if (const auto peak = diffraction::analyseFirstPeak(q, patterns.row(i), {.fits = false})) {
        estimates.q1[begin + i] = peak->direct.shape.q1;
        estimates.deltaQ[begin + i] = peak->direct.shape.deltaQ;
      }
    });
  }
  return estimates;
}

}  // namespace vitrine::app
