#include "engine/atomistic/structure_report.h"

#include <utility>

namespace vitrine::atomistic {

StructureReport reportOf(const Structure& structure, const ReportSettings& settings,
                         const RunContext& context) {
  auto cells = voronoiCells(structure, settings.voronoi, context.slice(0.0, 0.4));
  auto pairs = pairDistribution(structure, settings.pairs, context.slice(0.4, 0.9));
  auto factor = structureFactor(pairs, settings.factor, context.slice(0.9, 0.98));
  auto pattern = xrayPattern(factor);
  StructureReport report{std::move(pairs), {}, {}, {}, std::move(factor), std::move(pattern), {},
                         std::move(cells), {}, {}};
  report.shells = shellsOf(report.pairs.r, report.pairs.total);
  for (const PartialDistribution& partial : report.pairs.partials)
    report.partialShells.push_back(shellsOf(report.pairs.r, partial.g));
  if (report.shells)
    report.coordination = coordinationWithin(report.pairs, report.shells->firstMinimum.rA);
  report.peak =
      diffraction::analyseFirstPeak(report.pattern.positions(), report.pattern.intensities());
  report.voronoi = statisticsOf(structure, report.cells, context);
  report.icosahedra = networkOf(report.cells, kIcosahedron, context.slice(0.98, 1.0));
  return report;
}

}  // namespace vitrine::atomistic
