#pragma once

#include "engine/atomistic/structure.h"
#include "engine/core/run_context.h"

#include <string>
#include <string_view>

namespace vitrine::atomistic {

/// A POSCAR or CONTCAR of VASP 5 and later, which names its elements; direct or Cartesian
/// coordinates, a positive scale or a negative one for the volume, selective dynamics passed over.
/// @throws Error (Damaged) naming the line; Cancelled
Structure parsePoscar(std::string_view text, const RunContext& context = RunContext());

/// Direct coordinates, the elements by rising atomic number.
std::string poscarOf(const Structure& structure);

}  // namespace vitrine::atomistic
