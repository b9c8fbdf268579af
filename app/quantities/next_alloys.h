#pragma once

#include "app/quantities/section_map.h"
#include "engine/alloy/composition.h"
#include "engine/core/run_context.h"
#include "engine/generation/generator.h"

#include <cstddef>
#include <vector>

namespace vitrine::app {

/// An alloy of a section whose measurement would teach a generator.
struct NextAlloy {
  alloy::Composition composition;
  double gain = 0.0;  ///< see generation::Suggestion
};

/// The `count` alloys of a section that are worth most, the best first; from a grid of 4 % of what
/// the corners share out.
/// @throws Error (InvalidInput) for a plane with nothing to vary, and for an element of it that the
///         generator never saw
std::vector<NextAlloy> nextAlloys(const generation::SpectrumGenerator& generator,
                                  const SectionPlane& plane, std::size_t count,
                                  const RunContext& context);

}  // namespace vitrine::app
