#pragma once

#include "engine/atomistic/typed_structure.h"
#include "engine/core/run_context.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::cli {

/// "Cu,Zr": atomic numbers of the types of atoms, in their order; none for an empty text.
/// @param option  that it was given to, for the error
/// @throws Error (InvalidInput)
std::vector<int> elementsOfTypes(const std::string& text, std::string_view option);

/// Atoms with their elements: those that their file names, or `elements` where it numbers its kinds
/// of atoms and does not name them.
/// @throws Error (InvalidInput) without the name of the file
atomistic::Structure structureOf(atomistic::TypedStructure typed, const std::vector<int>& elements);

/// The same of a file.
/// @throws Error naming the file; Cancelled
atomistic::Structure glassFrom(const std::filesystem::path& file, const std::vector<int>& elements,
                               const RunContext& context = RunContext());

}  // namespace vitrine::cli
