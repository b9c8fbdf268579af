#pragma once

#include "engine/core/matrix.h"
#include "engine/core/run_context.h"
#include "engine/generation/generator.h"

#include <cstddef>
#include <vector>

namespace vitrine::generation {

/// An alloy worth measuring.
struct Suggestion {
  std::size_t candidate = 0;  ///< row of the candidates
  /// The share of all the uncertainty left over the candidates that its measurement takes away.
  double gain = 0.0;
};

/// The alloys among `candidates` (alloys × elements, e.g. a grid) whose patterns would teach a
/// generator most, the best first.
///
/// What is not known about the candidates is taken as a Gaussian process given the known alloys,
/// weighted by the width of the generator's band; each step takes the alloy that lowers the sum of
/// the variances most (active learning after Cohn, Ghahramani & Jordan, J. Artif. Intell. Res. 4,
/// 129 (1996)) and goes on as if it had been measured. Memory and time grow with the square of the
/// number of candidates: 1326, a 2 at.% grid, take 14 MB.
/// @throws Error (InvalidInput) for no candidates; Cancelled
std::vector<Suggestion> suggestMeasurements(const SpectrumGenerator& generator,
                                            const Matrix& candidates, std::size_t count,
                                            const RunContext& context);

}  // namespace vitrine::generation
