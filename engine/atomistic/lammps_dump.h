#pragma once

#include "engine/atomistic/typed_structure.h"
#include "engine/core/run_context.h"

#include <functional>
#include <string_view>

namespace vitrine::atomistic {

/// What one snapshot of a run holds.
struct DumpFrame {
  long long step = 0;  ///< of the simulation
  TypedStructure atoms;
  bool identified = true;  ///< an atom has the same place in each frame, by its id
};

/// The frames of a LAMMPS dump (style custom or atom) one after the other, with the columns `type`
/// or `element` and positions as x y z, scaled as xs ys zs, or unwrapped as xu yu zu. Velocities
/// (vx vy vz) and any other columns of numbers are kept; the atoms come by rising id, where they
/// have one. Orthogonal and triclinic boxes.
/// @throws Error (Damaged) naming the line; (InvalidInput) where there is no frame; Cancelled
void eachDumpFrame(std::string_view text, const std::function<void(DumpFrame frame)>& take,
                   const RunContext& context = RunContext());

/// The last frame; those before it are passed over unread.
/// @throws as eachDumpFrame
TypedStructure parseLastDumpFrame(std::string_view text, const RunContext& context = RunContext());

}  // namespace vitrine::atomistic
