// What a structure is described by: Voronoi cells against Voro++'s own container, on one core and
// on all.

#include "engine/atomistic/polyhedra.h"
#include "engine/atomistic/structure_file.h"
#include "engine/atomistic/voronoi.h"
#include "engine/core/error.h"
#include "engine/core/random.h"
#include "tests/bench/timing.h"
#include "tests/support/paths.h"

#include <cmath>
#include <filesystem>
#include <voro++/voro++.hh>

using namespace vitrine;
using namespace vitrine::atomistic;

namespace {

/// As dense as a Cu-Zr glass: a cubic lattice, shaken by a third of its step.
Structure shakenLattice(int side) {
  const double step = std::cbrt(17.2);
  const double edge = step * side;
  Structure structure{
      Cell({Vector3{edge, 0, 0}, Vector3{0, edge, 0}, Vector3{0, 0, edge}}), {}, {}, {}, {}};
  Random random(5);
  const auto along = [&](int k) { return step * (k + 0.66 * (random.uniform() - 0.5)); };
  for (int x = 0; x < side; ++x)
    for (int y = 0; y < side; ++y)
      for (int z = 0; z < side; ++z) {
        structure.positions.push_back({along(x), along(y), along(z)});
        structure.species.push_back(random.uniform() < 0.56 ? 29 : 40);
      }
  return structure;
}

/// The same numbers from the library as its manual has it: blocks of some eight atoms.
std::size_t rawIcosahedra(const Structure& structure) {
  const double edge = structure.cell.edges()[0][0];
  const int blocks =
      std::max(1, static_cast<int>(std::cbrt(static_cast<double>(structure.size()) / 5.0)));
  voro::container container(0, edge, 0, edge, 0, edge, blocks, blocks, blocks, true, true, true, 8);
  for (std::size_t i = 0; i < structure.size(); ++i) {
    const Vector3 at = structure.cell.wrapped(structure.positions[i]) - structure.cell.origin();
    container.put(static_cast<int>(i), at[0], at[1], at[2]);
  }
  voro::c_loop_all loop(container);
  voro::voronoicell_neighbor cell;
  std::vector<int> orders;
  std::vector<int> neighbours;
  std::vector<double> areas;
  std::vector<VoronoiCell> cells(structure.size());
  if (loop.start()) {
    do {
      if (!container.compute_cell(cell, loop))
        continue;
      VoronoiCell& each = cells[static_cast<std::size_t>(loop.pid())];
      each.volumeA3 = cell.volume();
      cell.neighbors(neighbours);
      cell.face_orders(orders);
      cell.face_areas(areas);
      for (std::size_t i = 0; i < orders.size(); ++i)
        each.faces.push_back({static_cast<std::uint32_t>(neighbours[i]),
                              static_cast<std::uint32_t>(orders[i]), areas[i]});
    } while (loop.inc());
  }
  std::size_t found = 0;
  for (const VoronoiCell& each : cells)
    found += each.index() == kIcosahedron ? 1 : 0;
  return found;
}

std::size_t ourIcosahedra(const Structure& structure, int threads) {
  std::size_t found = 0;
  for (const VoronoiCell& each : voronoiCells(structure, {}, RunContext().withThreads(threads)))
    found += each.index() == kIcosahedron ? 1 : 0;
  return found;
}

void voronoi(const char* name, const Structure& structure) {
  constexpr int kRepeats = 5;
  std::size_t raw = 0;
  std::size_t ours = 0;
  std::vector<double> ratios;
  double ourSeconds = 0.0;
  // In turns, so that a busy machine slows both.
  for (int i = 0; i < kRepeats; ++i) {
    const double rawSeconds = bench::medianSeconds(1, [&] { raw = rawIcosahedra(structure); });
    ourSeconds = bench::medianSeconds(1, [&] { ours = ourIcosahedra(structure, 1); });
    ratios.push_back(ourSeconds / rawSeconds);
  }
  std::sort(ratios.begin(), ratios.end());
  bench::report(name, "time_over_raw_voro", ratios[kRepeats / 2], 1.0 / 0.9);
  const double all = bench::medianSeconds(3, [&] { ours = ourIcosahedra(structure, 0); });
  std::printf(
      "{\"case\": \"%s, all cores\", \"s\": %.3g, \"one_core_s\": %.3g, \"atoms\": %zu, "
      "\"icosahedra\": %zu, \"raw_icosahedra\": %zu}\n",
      name, all, ourSeconds, structure.size(), ours, raw);
}

}  // namespace

int main() {
  const auto file =
      test::sharedDir() / "data/md-glass-configs/init_config_Cu64.5Zr35.5_2.8e+07.lammps";
  if (std::filesystem::exists(file))
    voronoi("cells of a slow glass, 5000 atoms", withElements(readStructure(file), {29, 40}));
  voronoi("cells of a shaken lattice, 100000 atoms", shakenLattice(46));
  return 0;
}
