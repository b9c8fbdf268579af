#pragma once

#include "engine/atomistic/voronoi.h"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::atomistic {

/// "<0,0,12,0>".
std::string indexText(const VoronoiIndex& index);

inline constexpr VoronoiIndex kIcosahedron{0, 0, 12, 0};

/// What the coordination polyhedron of an index is called: the Frank-Kasper polyhedra Z12, the
/// icosahedron, to Z16 (F. C. Frank, J. S. Kasper, Acta Crystallogr. 11, 184 (1958)), those of
/// smaller atoms in metallic glasses (H. W. Sheng et al., Nature 439, 419 (2006)), and the cells of
/// the cubic crystals. Empty for any other.
std::string_view polyhedronName(const VoronoiIndex& index);

/// Kasper polyhedra in the wide sense, 2 n4 + n5 = 12 without triangles: those with the fewest
/// disclinations for their number of neighbours (C. Liu et al., Acta Mater. (2023)).
bool isKasper(const VoronoiIndex& index) noexcept;

/// Atoms that share an index.
struct IndexCount {
  VoronoiIndex index{};
  std::size_t atoms = 0;
  std::map<int, std::size_t> ofSpecies;  ///< by atomic number
};

/// What the cells of a structure are like on the whole.
struct VoronoiStatistics {
  double volumeA3 = 0.0;  ///< of all cells
  double meanCoordination = 0.0;
  std::map<int, double> coordination;  ///< mean of each species, by atomic number
  std::map<int, double> meanVolumeA3;  ///< the same
  /// Mean over the atoms of n_i / (number of faces), i = 3, 4, 5, 6: the third one is the local
  /// five-fold symmetry (Y. C. Hu et al., Nat. Commun. 6, 8310 (2015)).
  std::array<double, 4> symmetry{};
  double kasperShare = 0.0;         ///< of the atoms, 0 to 1
  std::vector<IndexCount> indices;  ///< by falling number of atoms, then by index
};

/// @param cells  of voronoiCells
/// @throws Cancelled
VoronoiStatistics statisticsOf(const Structure& structure, const std::vector<VoronoiCell>& cells,
                               const RunContext& context = RunContext());

}  // namespace vitrine::atomistic
