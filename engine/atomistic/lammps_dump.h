#pragma once

#include "engine/atomistic/typed_structure.h"
#include "engine/core/run_context.h"

#include <cstddef>
#include <string_view>

namespace vitrine::atomistic {

/// One frame of a LAMMPS dump (style custom or atom) with the columns `type` or `element` and
/// positions as x y z, scaled as xs ys zs, or unwrapped as xu yu zu. Velocities (vx vy vz) and any
/// other columns of numbers are kept; the atoms come by rising id, where they have one. Orthogonal
/// and triclinic boxes.
/// @param frame  0 for the first
/// @throws Error (Damaged) naming the line; (InvalidInput) where there are not so many frames;
///         Cancelled
TypedStructure parseLammpsDump(std::string_view text, std::size_t frame = 0,
                               const RunContext& context = RunContext());

/// Frames of a dump.
std::size_t dumpFrames(std::string_view text, const RunContext& context = RunContext());

}  // namespace vitrine::atomistic
