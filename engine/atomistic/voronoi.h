#pragma once

#include "engine/atomistic/structure.h"
#include "engine/core/run_context.h"

#include <array>
#include <cstdint>
#include <vector>

namespace vitrine::atomistic {

/// How space is divided among the atoms.
struct VoronoiSettings {
  /// The plane between two atoms stands where their power distances d^2 - R^2 are equal
  /// (B. J. Gellatly, J. L. Finney, J. Non-Cryst. Solids 50, 313 (1982)), with R from
  /// packingRadiusA; otherwise halfway.
  bool radical = false;
  /// Faces smaller than this share of the mean face of their cell are left out; 0 keeps all.
  double smallestFace = 0.0;
  /// Edges shorter than this do not count as edges of their face, Å; 0 counts all.
  double shortestEdgeA = 0.0;
};

/// Where two cells meet.
struct VoronoiFace {
  std::uint32_t neighbour = 0;  ///< the atom on the other side; may come more than once
  std::uint32_t edges = 0;
  double areaA2 = 0.0;
};

/// Faces of a cell with 3, 4, 5 and 6 edges: <n3,n4,n5,n6>.
using VoronoiIndex = std::array<int, 4>;

/// The part of space that belongs to one atom. A face that was left out still bounds the volume.
struct VoronoiCell {
  double volumeA3 = 0.0;
  std::vector<VoronoiFace> faces;

  /// Neighbours, an atom and its image counted apart.
  [[nodiscard]] int coordination() const noexcept { return static_cast<int>(faces.size()); }
  [[nodiscard]] VoronoiIndex index() const noexcept;
};

/// The cells of all atoms, in a periodic cell of any shape. The polyhedra are cut by Voro++
/// (C. H. Rycroft, Chaos 19, 041111 (2009)) from neighbours of our own search, atom by atom on all
/// threads, so that one cell depends on no other.
/// @throws Error (InvalidInput) for a cell that is not periodic along all three edges, atoms at one
///         place, an atom whose cell vanishes between larger ones, settings out of range; Cancelled
std::vector<VoronoiCell> voronoiCells(const Structure& structure, const VoronoiSettings& settings,
                                      const RunContext& context = RunContext());

}  // namespace vitrine::atomistic
