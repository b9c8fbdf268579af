#include "engine/atomistic/voronoi.h"

#include "engine/atomistic/neighbours.h"
#include "engine/atomistic/packing_radius.h"
#include "engine/core/error.h"
#include "engine/core/parallel.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string>
#include <voro++/voro++.hh>

namespace vitrine::atomistic {

namespace {

/// Where neighbours are looked for at first, in mean distances of atoms; what is not closed then
/// is tried again further out. 2.2 closes nearly all cells of a metallic glass.
constexpr double kFirstReach = 2.2;
constexpr double kNextReach = 1.5;
constexpr std::size_t kAtomsPerItem = 32;

/// Radii squared of the atoms in a radical division; all zero in a plain one.
struct Sizes {
  std::vector<double> squares;
  double largest = 0.0;
};

Sizes sizesOf(const Structure& structure, bool radical) {
  Sizes sizes{std::vector<double>(structure.size(), 0.0), 0.0};
  if (!radical)
    return sizes;
  std::map<int, double> squares;
  for (const int species : speciesOf(structure)) {
    const double radius = packingRadiusA(species);
    squares[species] = radius * radius;
    sizes.largest = std::max(sizes.largest, radius * radius);
  }
  for (std::size_t i = 0; i < structure.size(); ++i)
    sizes.squares[i] = squares[structure.species[i]];
  return sizes;
}

/// Cuts the cells of atoms one after the other; what it holds is kept for the next.
class Cutter {
 public:
  Cutter(const NeighbourSearch& search, const Sizes& sizes, const VoronoiSettings& settings)
      : m_search(search), m_sizes(sizes), m_settings(settings) {}

  /// False where atoms farther away than the search reaches may still cut it.
  bool cut(std::size_t atom, VoronoiCell& cell) {
    const double reach = m_search.cutoff();
    m_search.neighboursOf(atom, m_neighbours);
    m_order.clear();
    for (std::size_t i = 0; i < m_neighbours.size(); ++i)
      m_order.emplace_back(m_neighbours[i].distance, i);
    std::sort(m_order.begin(), m_order.end());
    // A plane at distance d cuts no cell whose farthest corner is nearer: twice the least distance
    // of a plane from the atom, for any atom at d or beyond.
    const double own = m_sizes.squares[atom];
    const auto planesBeyond = [&](double d) { return d + (own - m_sizes.largest) / d; };
    const auto closedBefore = [&](double d) {
      const double beyond = planesBeyond(d);
      return beyond > 0.0 && m_cell.max_radius_squared() < beyond * beyond;
    };
    const double half = 0.5 * reach;
    m_cell.init(-half, half, -half, half, -half, half);
    constexpr std::size_t kFewestFaces = 4;
    bool closed = false;
    for (std::size_t k = 0; k < m_order.size() && !closed; ++k) {
      const auto& [distance, which] = m_order[k];
      const Neighbour& each = m_neighbours[which];
      if (k >= kFewestFaces && closedBefore(distance)) {
        closed = true;
        break;
      }
      const double square = distance * distance + own - m_sizes.squares[each.atom];
      if (!m_cell.nplane(each.to[0], each.to[1], each.to[2], square, static_cast<int>(which)))
        throw Error(ErrorCode::InvalidInput, "Atom " + std::to_string(atom + 1) +
                                                 " has no cell of its own between larger atoms: "
                                                 "divide space without radii.");
    }
    if (!closed && !closedBefore(reach))
      return false;
    store(cell);
    return true;
  }

 private:
  void store(VoronoiCell& cell) {
    cell.volumeA3 = m_cell.volume();
    m_cell.neighbors(m_ids);
    m_cell.face_areas(m_areas);
    m_cell.face_orders(m_edges);
    if (m_settings.shortestEdgeA > 0.0)
      countLongEdges();
    const double mean =
        std::accumulate(m_areas.begin(), m_areas.end(), 0.0) / static_cast<double>(m_areas.size());
    cell.faces.reserve(m_ids.size());
    for (std::size_t i = 0; i < m_ids.size(); ++i) {
      if (m_areas[i] < m_settings.smallestFace * mean)
        continue;
      const auto which = static_cast<std::size_t>(m_ids[i]);
      cell.faces.push_back({static_cast<std::uint32_t>(m_neighbours[which].atom),
                            static_cast<std::uint32_t>(m_edges[i]), m_areas[i]});
    }
  }

  void countLongEdges() {
    m_cell.vertices(m_corners);
    m_cell.face_vertices(m_faceCorners);
    const auto corner = [&](int i) {
      const auto at = 3 * static_cast<std::size_t>(i);
      return Vector3{m_corners[at], m_corners[at + 1], m_corners[at + 2]};
    };
    std::size_t at = 0;
    for (int& edges : m_edges) {
      const auto count = static_cast<std::size_t>(m_faceCorners[at]);
      edges = 0;
      for (std::size_t k = 0; k < count; ++k) {
        const Vector3 edge =
            corner(m_faceCorners[at + 1 + (k + 1) % count]) - corner(m_faceCorners[at + 1 + k]);
        if (length(edge) >= m_settings.shortestEdgeA)
          ++edges;
      }
      at += count + 1;
    }
  }

  const NeighbourSearch& m_search;
  const Sizes& m_sizes;
  const VoronoiSettings& m_settings;
  voro::voronoicell_neighbor m_cell;
  std::vector<Neighbour> m_neighbours;
  std::vector<std::pair<double, std::size_t>> m_order;  ///< by rising distance
  std::vector<int> m_ids;
  std::vector<int> m_edges;
  std::vector<double> m_areas;
  std::vector<double> m_corners;
  std::vector<int> m_faceCorners;
};

void check(const Structure& structure, const VoronoiSettings& settings) {
  const auto& periodic = structure.cell.periodic();
  if (structure.size() == 0 || structure.species.size() != structure.size())
    throw Error(ErrorCode::InvalidInput, "There are no atoms to divide space among.");
  if (!(periodic[0] && periodic[1] && periodic[2]))
    throw Error(ErrorCode::InvalidInput,
                "Voronoi cells at the surface of an open cell have no end: take a structure that "
                "is periodic along all three edges.");
  if (!(settings.smallestFace >= 0.0 && settings.smallestFace < 1.0))
    throw Error(ErrorCode::InvalidInput,
                "The smallest face is a share of the mean one, from 0 to less than 1.");
  if (!(settings.shortestEdgeA >= 0.0) || !std::isfinite(settings.shortestEdgeA))
    throw Error(ErrorCode::InvalidInput, "The shortest edge is a length from 0 Å on.");
}

}  // namespace

VoronoiIndex VoronoiCell::index() const noexcept {
  VoronoiIndex index{};
  for (const VoronoiFace& face : faces)
    if (face.edges >= 3 && face.edges < 3 + index.size())
      ++index[face.edges - 3];
  return index;
}

std::vector<VoronoiCell> voronoiCells(const Structure& structure, const VoronoiSettings& settings,
                                      const RunContext& context) {
  check(structure, settings);
  const Sizes sizes = sizesOf(structure, settings.radical);
  std::vector<VoronoiCell> cells(structure.size());
  std::vector<std::size_t> open(structure.size());
  std::iota(open.begin(), open.end(), std::size_t{0});
  const auto count = static_cast<double>(structure.size());
  double reach = kFirstReach * std::cbrt(structure.cell.volume() / count);
  while (!open.empty()) {
    const RunContext part = context.slice(1.0 - static_cast<double>(open.size()) / count, 1.0);
    const NeighbourSearch search(structure, reach);
    std::vector<char> isClosed(open.size(), 0);
    parallelFor(part, (open.size() + kAtomsPerItem - 1) / kAtomsPerItem, [&](std::size_t item) {
      Cutter cutter(search, sizes, settings);
      const std::size_t end = std::min(open.size(), (item + 1) * kAtomsPerItem);
      for (std::size_t i = item * kAtomsPerItem; i < end; ++i) {
        part.tick();
        isClosed[i] = cutter.cut(open[i], cells[open[i]]) ? 1 : 0;
      }
    });
    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < open.size(); ++i)
      if (isClosed[i] == 0)
        rest.push_back(open[i]);
    open = std::move(rest);
    reach *= kNextReach;
  }
  return cells;
}

}  // namespace vitrine::atomistic
