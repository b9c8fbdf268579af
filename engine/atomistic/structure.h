#pragma once

#include "engine/alloy/composition.h"
#include "engine/atomistic/cell.h"
#include "engine/atomistic/vector3.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace vitrine::atomistic {

/// Atoms in a cell. A plain value: what a reader or a simulation gives, and what every analysis
/// takes. All vectors that are not empty hold one entry for each atom.
struct Structure {
  Cell cell;
  std::vector<int> species;         ///< atomic numbers
  std::vector<Vector3> positions;   ///< Å; not necessarily inside the cell
  std::vector<Vector3> velocities;  ///< Å/ps; may be empty
  /// Numbers of each atom by their name, e.g. "c_pe"; may be empty.
  std::map<std::string, std::vector<double>> numbers;

  [[nodiscard]] std::size_t size() const noexcept { return positions.size(); }
};

/// Atomic numbers that occur, rising.
std::vector<int> speciesOf(const Structure& structure);
/// @throws Error (InvalidInput) for a structure without atoms
alloy::Composition compositionOf(const Structure& structure);
/// g/cm^3
double densityOf(const Structure& structure);
/// K, from how fast the atoms move; 0 where no velocities are known.
double temperatureOf(const Structure& structure);

}  // namespace vitrine::atomistic
