#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vitrine::simulation {

/// What a file of an embedded-atom potential says of itself.
struct EamFile {
  /// The pair style of LAMMPS that reads it: "eam", "eam/alloy", "eam/fs", "adp", "eam/cd" or
  /// "eam/he".
  std::string style;
  std::vector<int> elements;  ///< atomic numbers, in the order of the file
  double cutoffA = 0.0;
  std::string comment;  ///< its first line
};

/// Reads the head of a table in one of the formats of LAMMPS and counts its numbers: funcfl (one
/// element), setfl (eam/alloy, adp, eam/cd) and setfl with densities for each pair (eam/fs,
/// eam/he). These look alike but for the count; adp, eam/cd and eam/he are known by the name.
/// @param name  of the file, for its suffix
/// @throws Error (Damaged) that says what is wrong with the table, without the file's name
EamFile parseEamFile(std::string_view text, std::string_view name);

/// Ends as files of such potentials do: .eam, .alloy, .fs, .adp, .cdeam or .he.
bool looksLikeEam(std::string_view name);

}  // namespace vitrine::simulation
