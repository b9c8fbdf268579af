#include "app/quantities/generated_pattern.h"

#include "app/quantities/copy_of.h"

#include <algorithm>

namespace vitrine::app {

std::size_t GeneratedPattern::bytes() const {
  return sizeof(GeneratedPattern) + (4 + draws.size()) * positions.size() * sizeof(double);
}

GeneratedPattern generatedPattern(const generation::SpectrumGenerator& generator,
                                  const alloy::Composition& alloy, std::size_t draws,
                                  const RunContext& context) {
  const auto row = generator.fractionsOf(alloy);
  Matrix fractions(1, row.size());
  std::copy(row.begin(), row.end(), fractions.row(0).begin());
  const Matrix mean = generator.means(fractions, context);
  const generation::Band band = generator.band(fractions, context);
  GeneratedPattern pattern;
  pattern.axis = generator.card().axis.kind;
  pattern.positions = generator.card().axis.positions();
  pattern.mean = copyOf(mean.row(0));
  pattern.lower = copyOf(band.lower.row(0));
  pattern.upper = copyOf(band.upper.row(0));
  if (draws > 0) {
    const Matrix drawn = generator.draws(row, draws, context);
    for (std::size_t i = 0; i < drawn.rows(); ++i)
      pattern.draws.push_back(copyOf(drawn.row(i)));
  }
  pattern.coverage = generator.domain(alloy);
  if (!generation::isRadial(generator.card()))
    pattern.peak = diffraction::analyseFirstPeak(pattern.positions, pattern.mean);
  return pattern;
}

}  // namespace vitrine::app
