#pragma once

#include "engine/atomistic/structure.h"

#include <vector>

namespace vitrine::atomistic {

/// Atoms of a file that numbers its kinds of atoms and may not say which elements they are.
struct TypedStructure {
  Structure structure;        ///< its species are empty
  std::vector<int> types;     ///< of each atom, from 1
  std::vector<int> elements;  ///< atomic number of each type; 0 where the file does not say

  [[nodiscard]] bool knowsElements() const;
};

/// The structure with its species. @param elements  atomic number of each type; empty takes those
/// of the file
/// @throws Error (InvalidInput) that names the type whose element is not known
Structure withElements(TypedStructure typed, const std::vector<int>& elements = {});

/// The element whose standard mass is closest, if it is within 0.3 u and 1 %; 0 otherwise.
int elementOfMass(double massU);

}  // namespace vitrine::atomistic
