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

/// What the distances between the atoms say.
struct DistanceReport {
  PairDistribution pairs;
  std::optional<ShellPositions> shells;                      ///< of the total g(r)
  std::vector<std::optional<ShellPositions>> partialShells;  ///< of pairs.partials
  /// Up to the first minimum of the total g(r); empty without one.
  std::optional<Coordination> coordination;
  StructureFactor factor;
  diffraction::Spectrum pattern;               ///< X-rays, over q
  std::optional<diffraction::FirstPeak> peak;  ///< of the pattern
};

/// What the cells around the atoms say.
struct CellReport {
  std::vector<VoronoiCell> cells;
  VoronoiStatistics voronoi;
  PolyhedralNetwork icosahedra;
};

/// Everything that is told of one structure.
struct StructureReport : DistanceReport, CellReport {};

/// @throws Error (InvalidInput) as each of the analyses; Cancelled
DistanceReport distancesOf(const Structure& structure, const PairSettings& pairs = {},
                           const StructureFactorSettings& factor = {},
                           const RunContext& context = RunContext());
CellReport cellsOf(const Structure& structure, const VoronoiSettings& settings = {},
                   const RunContext& context = RunContext());
StructureReport reportOf(const Structure& structure, const ReportSettings& settings = {},
                         const RunContext& context = RunContext());

}  // namespace vitrine::atomistic
