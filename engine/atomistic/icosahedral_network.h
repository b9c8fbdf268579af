#pragma once

#include "engine/atomistic/voronoi.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace vitrine::atomistic {

/// How two polyhedra hang together: by the atoms that the shells of neighbours of their centres
/// have in common (1-, 2-, 3- and 4-atom connections of J. Ding, E. Ma, M. Asta, R. O. Ritchie,
/// Sci. Rep. 5, 17429 (2015)), or by standing inside each other: each centre is a neighbour of the
/// other, so that ideal icosahedra share seven atoms, a pentagonal bipyramid (M. Shimono,
/// H. Onodera, Metals 5, 1163 (2015)).
enum class Linkage : std::uint8_t { Vertex, Edge, Face, Four, Interpenetrating };
inline constexpr std::size_t kLinkages = 5;

/// Two polyhedra that share atoms.
struct PolyhedronLink {
  std::uint32_t first = 0;  ///< atoms at the centres, first < second
  std::uint32_t second = 0;
  int shared = 0;  ///< atoms of the first polyhedron, its centre included, that are in the second
  Linkage kind{};
};

/// Medium-range order as the network of polyhedra of one kind.
struct PolyhedralNetwork {
  std::vector<std::uint32_t> centres;  ///< rising
  std::vector<PolyhedronLink> links;   ///< by first, then second
  std::array<std::size_t, kLinkages> linkages{};
  /// Centres that interpenetrating links join; the largest first, then by the lowest centre. A
  /// centre without such a link is a cluster of one.
  std::vector<std::vector<std::uint32_t>> clusters;
  std::size_t atoms = 0;            ///< in any of the polyhedra, shells included
  std::size_t atomsInLargest = 0;   ///< in those of the largest cluster
  double linksPerPolyhedron = 0.0;  ///< interpenetrating ones
};

/// The network of all atoms with this index; of icosahedra with kIcosahedron.
/// @param cells  of voronoiCells, from a structure of some ten atomic distances or more: an atom
///               and its images are taken for one
/// @throws Cancelled
PolyhedralNetwork networkOf(const std::vector<VoronoiCell>& cells, const VoronoiIndex& index,
                            const RunContext& context = RunContext());

}  // namespace vitrine::atomistic
