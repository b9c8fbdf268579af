#pragma once

#include "engine/calphad/database.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace vitrine::calphad {

/// Reads a thermodynamic database in the TDB format: ELEMENT, SPECIES, PHASE, CONSTITUENT,
/// FUNCTION, PARAMETER (G and L, TC, BM), TYPE_DEFINITION (MAGNETIC, DIS_PART) and DEFAULT_COMMAND
/// (REJECT_PHASE), in full or shortened. What it does not know is left out and named in the notes.
/// Source: Lukas, Fries & Sundman, Computational Thermodynamics, Cambridge 2007, and the formats of
/// the assessments themselves.
/// @param name  stands for the file in messages
/// @throws Error (Damaged) "NAME, line N: …" where a statement cannot be understood
Database parseTdb(std::string_view text, const std::string& name);

/// @throws Error (CannotRead, Damaged) naming the file
Database readTdb(const std::filesystem::path& file);

}  // namespace vitrine::calphad
