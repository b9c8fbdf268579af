#pragma once

#include "engine/atomistic/typed_structure.h"
#include "engine/core/run_context.h"

#include <string>
#include <string_view>

namespace vitrine::atomistic {

/// A LAMMPS data file (read_data, write_data) with atoms of style atomic, charge, molecular or
/// full; without a word on the style, lines of five or eight fields are atomic. Elements come from
/// the Masses section: from a symbol behind "#", else from the mass. Orthogonal and triclinic
/// boxes; velocities; other sections are passed over.
/// @throws Error (Damaged) naming the line; Cancelled
TypedStructure parseLammpsData(std::string_view text, const RunContext& context = RunContext());

/// A data file of style atomic with masses and, where there are any, velocities. Types are the
/// elements by rising atomic number. The cell is turned so that a lies along x and b in the xy
/// plane, as LAMMPS wants it. @throws Error (InvalidInput) for a left-handed cell
std::string lammpsDataOf(const Structure& structure);

}  // namespace vitrine::atomistic
