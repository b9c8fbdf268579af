#pragma once

#include "engine/atomistic/structure.h"

#include <map>
#include <optional>
#include <vector>

namespace vitrine::atomistic {

/// How far the atoms have gone since the first frame.
struct Displacement {
  long long step = 0;             ///< of the simulation
  double meanSquareA2 = 0.0;      ///< of all atoms
  std::map<int, double> species;  ///< the same of each species, by atomic number, Å^2
};

/// Mean-square displacements, frame by frame; keeps the first and the last frame only. From frame
/// to frame each atom is taken to its nearest image, so that it does not matter whether the file
/// wraps atoms into the cell, as long as none moves by half the cell in between. Moves are counted
/// in fractions of the cell and laid out in that of the frame, so that a cell that breathes or
/// leans moves no atom; it may lean by less than half an edge from frame to frame, and be leaned
/// back by whole edges. The drift of the centre of mass stays in.
class DisplacementTrack {
 public:
  /// The next frame, with the same atoms in the same order.
  /// @throws Error (InvalidInput) for another number or kinds of atoms
  const Displacement& add(long long step, const Structure& frame);

  [[nodiscard]] const std::vector<Displacement>& displacements() const noexcept {
    return m_displacements;
  }

 private:
  std::vector<int> m_species;
  std::optional<Cell> m_cell;    ///< of the last frame
  std::vector<Vector3> m_last;   ///< fractions
  std::vector<Vector3> m_moved;  ///< fractions since the first frame
  std::vector<Displacement> m_displacements;
};

}  // namespace vitrine::atomistic
