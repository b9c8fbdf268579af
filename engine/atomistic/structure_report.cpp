#include "engine/atomistic/structure_report.h"

#include <utility>

namespace vitrine::atomistic {

DistanceReport distancesOf(const Structure& structure, const PairSettings& pairs,
                           const StructureFactorSettings& factor, const RunContext& context) {
  auto distribution = pairDistribution(structure, pairs, context.slice(0.0, 0.8));
  auto factors = structureFactor(distribution, factor, context.slice(0.8, 1.0));
  auto pattern = xrayPattern(factors);
  DistanceReport report{std::move(distribution), {}, {}, {}, std::move(factors),
                        std::move(pattern),      {}};
  report.shells = shellsOf(report.pairs.r, report.pairs.total);
  for (const PartialDistribution& partial : report.pairs.partials)
    report.partialShells.push_back(shellsOf(report.pairs.r, partial.g));
  if (report.shells)
    report.coordination = coordinationWithin(report.pairs, report.shells->firstMinimum.rA);
  report.peak =
      diffraction::analyseFirstPeak(report.pattern.positions(), report.pattern.intensities());
  return report;
}

CellReport cellsOf(const Structure& structure, const VoronoiSettings& settings,
                   const RunContext& context) {
  CellReport report;
  report.cells = voronoiCells(structure, settings, context.slice(0.0, 0.9));
  report.voronoi = statisticsOf(structure, report.cells, context);
  report.icosahedra = networkOf(report.cells, kIcosahedron, context.slice(0.9, 1.0));
  return report;
}

StructureReport reportOf(const Structure& structure, const ReportSettings& settings,
                         const RunContext& context) {
  // What refuses more structures comes first.
  CellReport cells = cellsOf(structure, settings.voronoi, context.slice(0.0, 0.4));
  return {distancesOf(structure, settings.pairs, settings.factor, context.slice(0.4, 1.0)),
          std::move(cells)};
}

}  // namespace vitrine::atomistic
