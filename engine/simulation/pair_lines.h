#pragma once

#include "engine/simulation/potential.h"

#include <string_view>

namespace vitrine::simulation {

/// Begins as lines of LAMMPS that choose a potential do: with the word pair_style.
bool arePairLines(std::string_view text);

/// A potential that its user writes in the words of LAMMPS: one line "pair_style STYLE …" and one
/// or more lines "pair_coeff …", with line ends or semicolons between them. The types of atoms are
/// the elements of the run by rising atomic number.
///
/// The lines may come from a project or from a settings file of anybody, so they can do nothing but
/// choose a potential: the style is one of a list, words are made of plain letters, and a word that
/// is the name of a file in one of the folders is handed to LAMMPS as a copy of that file. Nothing
/// else of LAMMPS can be reached from them: no other command, no variable, no path.
/// @throws Error (InvalidInput) that says which word is not allowed
Potential potentialOfLines(std::string_view text,
                           const std::vector<std::filesystem::path>& folders = potentialFolders());

}  // namespace vitrine::simulation
