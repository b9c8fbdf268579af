#pragma once

#include "engine/alloy/composition.h"
#include "engine/core/run_context.h"
#include "engine/diffraction/first_peak.h"
#include "engine/generation/generator.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace vitrine::app {

/// What a generator says of one alloy.
struct GeneratedPattern {
  diffraction::AxisKind axis = diffraction::AxisKind::Q;  ///< Q, or R for g(r)
  std::vector<double> positions;                          ///< 1/Å or Å
  std::vector<double> mean;                               ///< expected intensities, or g(r)
  std::vector<double> lower, upper;                       ///< 90 % band
  std::vector<std::vector<double>> draws;                 ///< as they might be measured
  std::optional<diffraction::FirstPeak> peak;  ///< of `mean`; empty where it has none, and of g(r)
  generation::Coverage coverage;

  [[nodiscard]] std::size_t bytes() const;
};

/// @param draws  how many patterns to draw
/// @throws Error (InvalidInput) for an element the generator never saw
GeneratedPattern generatedPattern(const generation::SpectrumGenerator& generator,
                                  const alloy::Composition& alloy, std::size_t draws,
                                  const RunContext& context);

}  // namespace vitrine::app
