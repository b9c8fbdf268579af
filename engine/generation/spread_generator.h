#pragma once

#include "engine/generation/generator.h"
#include "engine/generation/residual_spread.h"

#include <utility>
#include <vector>

namespace vitrine::generation {

/// A generator whose band and draws are its means with one spread for all alloys.
class SpreadGenerator : public SpectrumGenerator {
 public:
  [[nodiscard]] Band band(const Matrix& fractions, const RunContext& context) const final;
  [[nodiscard]] Matrix draws(std::span<const double> fractions, std::size_t count,
                             const RunContext& context) const final;
  [[nodiscard]] std::vector<double> uncertainty(const Matrix& fractions,
                                                const RunContext& context) const final;

 protected:
  SpreadGenerator(GeneratorCard card, Matrix knownFractions, ResidualSpread spread)
      : SpectrumGenerator(std::move(card), std::move(knownFractions)),
        m_spread(std::move(spread)) {}
  [[nodiscard]] const ResidualSpread& spread() const noexcept { return m_spread; }

 private:
  ResidualSpread m_spread;
};

}  // namespace vitrine::generation
