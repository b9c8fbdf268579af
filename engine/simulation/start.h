#pragma once

#include "engine/alloy/composition.h"
#include "engine/atomistic/structure.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vitrine::simulation {

/// How many atoms of each share, in the order of `alloy.shares()`: largest remainders, so that they
/// add up to `atoms`. @throws Error (InvalidInput) where an element would be left without an atom
std::vector<std::size_t> atomCounts(const alloy::Composition& alloy, std::size_t atoms);

/// A crystal to be molten: atoms of the alloy at random on the sites of a body-centred cubic
/// lattice, in a cube as large as the elements' molar volumes add up to (17 Å^3 an atom where one
/// is not known). Sites that are too many stay empty, spread at random. No two atoms overlap.
atomistic::Structure randomLattice(const alloy::Composition& alloy, std::size_t atoms,
                                   std::uint64_t seed);

}  // namespace vitrine::simulation
