#pragma once

#include "engine/alloy/composition.h"
#include "engine/alloy/domain.h"
#include "engine/core/matrix.h"
#include "engine/core/run_context.h"
#include "engine/generation/generator_card.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace vitrine::files {
struct TensorFile;
}

namespace vitrine::generation {

struct Coverage {
  alloy::Domain domain = alloy::Domain::Outside;
  std::string reason;  ///< one sentence, why the domain is not "inside"; empty inside
};

/// 90 % prediction band: alloys × points, in the unit of the patterns.
struct Band {
  Matrix lower;
  Matrix upper;
};

/// Composition in, diffraction pattern or radial distribution function out. Immutable and safe to
/// share between threads.
///
/// `fractions` are atomic fractions, alloys × elements, in the order of `card().elements`, rows
/// adding up to 1 (see `fractionsOf`). Patterns come in the unit of the training patterns; they are
/// not rescaled. The same input and seed give the same result for any number of threads.
class SpectrumGenerator {
 public:
  virtual ~SpectrumGenerator() = default;
  SpectrumGenerator(const SpectrumGenerator&) = delete;
  SpectrumGenerator& operator=(const SpectrumGenerator&) = delete;

  [[nodiscard]] const GeneratorCard& card() const noexcept { return m_card; }
  [[nodiscard]] GeneratorKind kind() const noexcept { return m_card.kind; }
  /// Alloys it learned from × elements.
  [[nodiscard]] const Matrix& knownFractions() const noexcept { return m_known; }

  /// The expected pattern of each alloy: alloys × points.
  [[nodiscard]] virtual Matrix means(const Matrix& fractions, const RunContext& context) const = 0;
  /// The band in which 90 % of measured intensities are expected to lie, point by point.
  [[nodiscard]] virtual Band band(const Matrix& fractions, const RunContext& context) const = 0;
  /// `count` patterns of one alloy as they might be measured: count × points. The random numbers
  /// follow the context's seed.
  [[nodiscard]] virtual Matrix draws(std::span<const double> fractions, std::size_t count,
                                     const RunContext& context) const = 0;
  /// One number for each alloy, for maps: the root mean square over the points of half the width of
  /// the band. The default takes it from `band`.
  [[nodiscard]] virtual std::vector<double> uncertainty(const Matrix& fractions,
                                                        const RunContext& context) const;
  /// The numbers of the model, without card and known alloys, which `saveGenerator` adds.
  [[nodiscard]] virtual files::TensorFile tensors() const = 0;

  /// Inside: an alloy as near to a known one as the known ones are to each other. Outside: more
  /// than twice as far, or an element that was never seen.
  [[nodiscard]] Coverage domain(const alloy::Composition& alloy) const;
  /// The row of `fractions` for an alloy. @throws Error (InvalidInput) for an element never seen
  [[nodiscard]] std::vector<double> fractionsOf(const alloy::Composition& alloy) const;
  /// Known alloys by rising distance from `alloy`, as rows of `knownFractions()`.
  [[nodiscard]] std::vector<std::size_t> nearestKnown(std::span<const double> fractions,
                                                      std::size_t count) const;

 protected:
  SpectrumGenerator(GeneratorCard card, Matrix knownFractions);

 private:
  GeneratorCard m_card;
  Matrix m_known;
  double m_reachPercent;  // at.%: how far "inside" goes
};

}  // namespace vitrine::generation
