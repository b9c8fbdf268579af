// What a structure is described by: Voronoi cells against Voro++'s own container, on one core and
// on all.

#include "engine/atomistic/pair_distribution.h"
#include "engine/atomistic/polyhedra.h"
#include "engine/atomistic/structure_file.h"
#include "engine/atomistic/voronoi.h"
#include "engine/core/error.h"
#include "engine/core/random.h"
#include "tests/bench/timing.h"
#include "tests/support/paths.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <sys/resource.h>
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

/// As LAMMPS writes it, in no order of ids.
void writeDump(const std::filesystem::path& file, const Structure& structure, bool velocities) {
  std::ofstream out(file);
  const double edge = structure.cell.edges()[0][0];
  out << "ITEM: TIMESTEP\n1000\nITEM: NUMBER OF ATOMS\n"
      << structure.size() << "\nITEM: BOX BOUNDS pp pp pp\n";
  for (int i = 0; i < 3; ++i)
    out << "0 " << edge << "\n";
  out << "ITEM: ATOMS id type x y z" << (velocities ? " vx vy vz" : "") << "\n";
  for (std::size_t k = 0; k < structure.size(); ++k) {
    const std::size_t i = k * 7919 % structure.size();
    const Vector3& at = structure.positions[i];
    out << i + 1 << ' ' << (structure.species[i] == 29 ? 1 : 2) << ' ' << at[0] << ' ' << at[1]
        << ' ' << at[2];
    if (velocities)
      out << ' ' << 0.01 * at[0] << ' ' << -0.02 * at[1] << ' ' << 0.03 * at[2];
    out << '\n';
  }
}

void openDump() {
  const auto file = std::filesystem::temp_directory_path() / "vitrine-bench-million.dump";
  for (const bool velocities : {false, true}) {
    writeDump(file, shakenLattice(100), velocities);
    std::size_t atoms = 0;
    const double seconds =
        bench::medianSeconds(3, [&] { atoms = readStructure(file).types.size(); });
    bench::report(velocities ? "open a dump of a million atoms with velocities"
                             : "open a dump of a million atoms",
                  "s", seconds, 10.0);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    bench::report("memory of the program so far", "GB",
                  static_cast<double>(usage.ru_maxrss) * 1024e-9, 2.0);
    std::printf("{\"case\": \"the file\", \"MB\": %.3g, \"atoms\": %zu}\n",
                static_cast<double>(std::filesystem::file_size(file)) * 1e-6, atoms);
  }
  std::filesystem::remove(file);
}

void pairs(const Structure& structure) {
  const double seconds = bench::medianSeconds(3, [&] {
    pairDistribution(structure, {12.0, 0.02}, RunContext().withThreads(1));
  });
  std::printf("{\"case\": \"g(r) up to 12 A, one core\", \"s\": %.3g, \"atoms\": %zu}\n", seconds,
              structure.size());
}

}  // namespace

int main() {
  openDump();
  const auto file =
      test::sharedDir() / "data/md-glass-configs/init_config_Cu64.5Zr35.5_2.8e+07.lammps";
  if (std::filesystem::exists(file))
    voronoi("cells of a slow glass, 5000 atoms", withElements(readStructure(file), {29, 40}));
  const Structure large = shakenLattice(46);
  voronoi("cells of a shaken lattice, 100000 atoms", large);
  pairs(large);
  return 0;
}
