#include "engine/atomistic/icosahedral_network.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace vitrine::atomistic {

namespace {

using Shell = std::vector<std::uint32_t>;  ///< rising, without repetition

Shell shellOf(const VoronoiCell& cell) {
  Shell shell;
  for (const VoronoiFace& face : cell.faces)
    shell.push_back(face.neighbour);
  std::sort(shell.begin(), shell.end());
  shell.erase(std::unique(shell.begin(), shell.end()), shell.end());
  return shell;
}

bool holds(const Shell& shell, std::uint32_t atom) {
  return std::binary_search(shell.begin(), shell.end(), atom);
}

int common(const Shell& a, const Shell& b) {
  return static_cast<int>(
      std::count_if(a.begin(), a.end(), [&](std::uint32_t atom) { return holds(b, atom); }));
}

Linkage linkageOf(int sharedByShells) {
  switch (sharedByShells) {
    case 1:
      return Linkage::Vertex;
    case 2:
      return Linkage::Edge;
    case 3:
      return Linkage::Face;
    default:
      return Linkage::Four;
  }
}

/// Which centres belong together, by the representative of each.
class Groups {
 public:
  explicit Groups(std::size_t count) : m_parent(count) {
    std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
  }
  std::size_t of(std::size_t i) {
    while (m_parent[i] != i)
      i = m_parent[i] = m_parent[m_parent[i]];
    return i;
  }
  /// The lower one represents both.
  void join(std::size_t a, std::size_t b) {
    a = of(a);
    b = of(b);
    m_parent[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> m_parent;
};

std::size_t atomsAround(const std::vector<std::uint32_t>& centres,
                        const std::vector<VoronoiCell>& cells) {
  std::vector<std::uint32_t> atoms(centres);
  for (const std::uint32_t centre : centres)
    for (const VoronoiFace& face : cells[centre].faces)
      atoms.push_back(face.neighbour);
  std::sort(atoms.begin(), atoms.end());
  return static_cast<std::size_t>(std::unique(atoms.begin(), atoms.end()) - atoms.begin());
}

}  // namespace

PolyhedralNetwork networkOf(const std::vector<VoronoiCell>& cells, const VoronoiIndex& index,
                            const RunContext& context) {
  PolyhedralNetwork network;
  std::vector<Shell> shells;
  /// Polyhedra that each atom is in, as centre or in the shell.
  std::vector<std::vector<std::uint32_t>> around(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    context.tick();
    if (cells[i].index() != index)
      continue;
    const auto place = static_cast<std::uint32_t>(network.centres.size());
    network.centres.push_back(static_cast<std::uint32_t>(i));
    shells.push_back(shellOf(cells[i]));
    around[i].push_back(place);
    for (const std::uint32_t atom : shells.back())
      if (atom != i)
        around[atom].push_back(place);
  }

  Groups groups(shells.size());
  std::vector<std::uint32_t> candidates;
  for (std::uint32_t a = 0; a < shells.size(); ++a) {
    context.tick(static_cast<double>(a) / static_cast<double>(shells.size()));
    const std::uint32_t centre = network.centres[a];
    candidates = around[centre];
    for (const std::uint32_t atom : shells[a])
      candidates.insert(candidates.end(), around[atom].begin(), around[atom].end());
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    for (const std::uint32_t b : candidates) {
      if (b <= a)
        continue;
      const std::uint32_t other = network.centres[b];
      const bool inside = holds(shells[a], other) && holds(shells[b], centre);
      const int byShells = common(shells[a], shells[b]);
      if (!inside && byShells == 0)
        continue;
      const Linkage kind = inside ? Linkage::Interpenetrating : linkageOf(byShells);
      network.links.push_back({centre, other, byShells + (inside ? 2 : 0), kind});
      ++network.linkages[static_cast<std::size_t>(kind)];
      if (inside)
        groups.join(a, b);
    }
  }

  std::map<std::size_t, std::vector<std::uint32_t>> clusters;
  for (std::size_t a = 0; a < shells.size(); ++a)
    clusters[groups.of(a)].push_back(network.centres[a]);
  for (auto& [representative, cluster] : clusters)
    network.clusters.push_back(std::move(cluster));
  std::stable_sort(network.clusters.begin(), network.clusters.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  network.atoms = atomsAround(network.centres, cells);
  if (!network.clusters.empty()) {
    network.atomsInLargest = atomsAround(network.clusters.front(), cells);
    network.linksPerPolyhedron =
        2.0 *
        static_cast<double>(network.linkages[static_cast<std::size_t>(Linkage::Interpenetrating)]) /
        static_cast<double>(network.centres.size());
  }
  return network;
}

}  // namespace vitrine::atomistic
