#pragma once

#include "engine/atomistic/structure.h"
#include "engine/core/run_context.h"

#include <string>
#include <string_view>

namespace vitrine::atomistic {

/// The first frame of an extended XYZ text: the number of atoms, a line with Lattice="…",
/// Properties=… and pbc="…", and a line for each atom. Species by their symbols; columns of single
/// real or whole numbers are kept by their names, `vel` or `velo` as velocities.
/// @throws Error (Damaged, InvalidInput) naming the line; Cancelled
Structure parseExtendedXyz(std::string_view text, const RunContext& context = RunContext());

/// One frame that parseExtendedXyz reads back: species, positions, velocities, numbers.
std::string extendedXyzOf(const Structure& structure);

}  // namespace vitrine::atomistic
