#pragma once

#include "engine/atomistic/lammps_dump.h"
#include "engine/atomistic/typed_structure.h"
#include "engine/core/run_context.h"

#include <filesystem>
#include <functional>
#include <string_view>

namespace vitrine::atomistic {

/// A file of atoms: LAMMPS data or dump, extended XYZ, POSCAR, plain or packed with gzip; known by
/// its content. Of a dump the last frame.
/// @throws Error (CannotRead, Damaged, InvalidInput) naming the file; Cancelled
TypedStructure readStructure(const std::filesystem::path& file,
                             const RunContext& context = RunContext());

/// The same from the text of a file.
TypedStructure parseStructure(std::string_view text, const RunContext& context = RunContext());

/// The frames of a dump one after the other, so that no more than one is kept; any other file is
/// one frame. @throws as readStructure, and what `take` throws
void readFrames(const std::filesystem::path& file, const std::function<void(DumpFrame frame)>& take,
                const RunContext& context = RunContext());

/// Writes LAMMPS data (.data, .lmp), extended XYZ (.xyz, .extxyz) or POSCAR (.vasp, .poscar), by
/// the suffix, atomically. @throws Error (InvalidInput) for another suffix; (CannotWrite)
void writeStructure(const Structure& structure, const std::filesystem::path& file);

}  // namespace vitrine::atomistic
