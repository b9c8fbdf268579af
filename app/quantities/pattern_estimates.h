#pragma once

#include "engine/alloy/composition.h"
#include "engine/alloy/domain.h"
#include "engine/core/run_context.h"
#include "engine/generation/generator.h"

#include <cstddef>
#include <span>
#include <vector>

namespace vitrine::app {

/// What maps show of the generated diffraction patterns of many alloys, one entry for each.
struct PatternEstimates {
  std::vector<double> q1;           ///< 1/Å; NaN where a pattern has no first peak, and for g(r)
  std::vector<double> deltaQ;       ///< 1/Å; likewise
  std::vector<double> uncertainty;  ///< SpectrumGenerator::uncertainty
  std::vector<alloy::Domain> domain;

  [[nodiscard]] std::size_t bytes() const;
};

/// @throws Error (InvalidInput) for an element the generator never saw
PatternEstimates patternEstimates(const generation::SpectrumGenerator& generator,
                                  std::span<const alloy::Composition> alloys,
                                  const RunContext& context);

}  // namespace vitrine::app
