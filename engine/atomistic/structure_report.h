#pragma once

#include "engine/atomistic/coordination.h"
#include "engine/atomistic/icosahedral_network.h"
#include "engine/atomistic/pair_distribution.h"
#include "engine/atomistic/polyhedra.h"
#include "engine/atomistic/shells.h"
#include "engine/atomistic/structure_factor.h"
#include "engine/atomistic/voronoi.h"
#include "engine/diffraction/first_peak.h"

#include <optional>
#include <vector>

namespace vitrine::atomistic {

struct ReportSettings {
  PairSettings pairs;
  StructureFactorSettings factor;
  VoronoiSettings voronoi;
};

/// Everything that is told of one structure.
struct StructureReport {
  PairDistribution pairs;
  std::optional<ShellPositions> shells;                      ///< of the total g(r)
  std::vector<std::optional<ShellPositions>> partialShells;  ///< of pairs.partials
  /// Up to the first minimum of the total g(r); empty without one.
  std::optional<Coordination> coordination;
  StructureFactor factor;
  diffraction::Spectrum pattern;               ///< X-rays, over q
  std::optional<diffraction::FirstPeak> peak;  ///< of the pattern
  std::vector<VoronoiCell> cells;
  VoronoiStatistics voronoi;
  PolyhedralNetwork icosahedra;
};

/// @throws Error (InvalidInput) as each of the analyses; Cancelled
StructureReport reportOf(const Structure& structure, const ReportSettings& settings = {},
                         const RunContext& context = RunContext());

}  // namespace vitrine::atomistic
