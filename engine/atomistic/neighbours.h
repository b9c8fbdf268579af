#pragma once

#include "engine/atomistic/structure.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vitrine::atomistic {

/// An atom seen from another one.
struct Neighbour {
  std::size_t atom = 0;
  Vector3 to{};  ///< displacement from the centre, periodic images resolved, Å
  double distance = 0.0;
};

/// Finds the neighbours of any atom within a distance, in a time that does not grow with the
/// structure: atoms are sorted into boxes. Small cells are seen with all their images, so that the
/// distance may be larger than the cell. Unchanging; shared by threads. Holds no reference to the
/// structure.
class NeighbourSearch {
 public:
  /// @param cutoff  Å
  /// @throws Error (InvalidInput) for a cutoff that is not positive, or one so large that images
  ///         of the cell would have to be counted by thousands; for an atom whose place in the cell
  ///         is no number
  NeighbourSearch(const Structure& structure, double cutoff);

  [[nodiscard]] double cutoff() const noexcept { return m_cutoff; }
  /// All atoms closer than the cutoff, the centre itself left out (its images are not), in an order
  /// that depends on the structure alone. Replaces what was in `found`.
  /// @throws Error (InvalidInput) where another atom is at the same place
  void neighboursOf(std::size_t atom, std::vector<Neighbour>& found) const;

 private:
  [[nodiscard]] std::array<int, 3> boxOf(const Vector3& fractions) const noexcept;

  double m_cutoff;
  Cell m_cell;
  std::array<int, 3> m_boxes{};        ///< along each edge
  std::array<int, 3> m_reach{};        ///< boxes to look at on either side
  std::vector<Vector3> m_wrapped;      ///< of each atom
  std::vector<Vector3> m_sorted;       ///< the same in the order of m_atoms
  std::vector<std::uint32_t> m_first;  ///< of each box in m_atoms, and one behind the last
  std::vector<std::uint32_t> m_atoms;  ///< sorted by box
};

}  // namespace vitrine::atomistic
