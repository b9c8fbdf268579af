#pragma once

#include "engine/alloy/composition.h"
#include "engine/atomistic/soap.h"
#include "engine/atomistic/structure.h"
#include "engine/atomistic/voronoi.h"
#include "engine/barcode/barcode_model.h"
#include "engine/barcode/unique_environments.h"
#include "engine/core/matrix.h"
#include "engine/core/run_context.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace vitrine::barcode {

/// Gives structure `i` of a series; may be asked for it more than once.
using LoadGlass = std::function<atomistic::Structure(std::size_t i, const RunContext& context)>;

/// Collects the unique environments of a series, once for each threshold; the structures are
/// described one time. Only one structure is in memory.
/// @throws Error (InvalidInput) for an empty series and what `load` throws; Cancelled
std::vector<UniqueEnvironments> collectSeries(const LoadGlass& load, std::size_t count,
                                              const EnvironmentSettings& settings,
                                              const std::vector<double>& thresholds,
                                              const RunContext& context);

/// Feature rows of a series for each of some sets that differ in threshold alone.
struct SeriesCounts {
  std::vector<Matrix> shares;                    ///< of each set: structures × environments
  std::vector<alloy::Composition> compositions;  ///< those that occur, each once
  std::vector<atomistic::VoronoiIndex> kernels;  ///< of the first set's environments
  std::vector<EnvironmentAtoms> origins;         ///< the same: their atoms
};

/// Counts the environments of the sets in the very series they were collected from, by the width of
/// each set, and looks at where those of the first set come from. Kernels are plain Voronoi cells.
/// @throws as collectSeries
SeriesCounts countSeries(const LoadGlass& load, std::size_t count,
                         const std::vector<UniqueEnvironments>& sets, const RunContext& context);

}  // namespace vitrine::barcode
