#pragma once

#include "engine/alloy/composition.h"

#include <filesystem>
#include <string>
#include <vector>

namespace vitrine::simulation {

/// A file that LAMMPS reads for a potential.
struct PotentialTable {
  std::string name;  ///< in the folder of the run: one plain word
  /// What it is a copy of. Empty for the analytic potential (zhou2004.h), which is tabulated for
  /// the elements of the run.
  std::filesystem::path source;
};

/// An interatomic potential as LAMMPS is told of it.
struct Potential {
  std::string name;           ///< "CuZr_mm.eam.fs", "zhou2004"
  std::string style;          ///< pair style of LAMMPS with its arguments, e.g. "eam/fs"
  std::vector<int> elements;  ///< atomic numbers it describes; empty where only its author knows
  double cutoffA = 0.0;       ///< 0 where only its author knows
  std::string comment;        ///< what its file says of itself
  std::string reference;      ///< a key of resources/references.json; empty where none is known
  std::string caution;        ///< what results made with it are not good for; may be empty
  /// With one table for all elements in their order, with one for each, or with what the author's
  /// lines name.
  std::vector<PotentialTable> tables;
  std::vector<std::string> coefficients;  ///< arguments of pair_coeff, where the author gave them
};

/// Folders to look for potentials in: $LAMMPS_POTENTIALS where it is set, and that of the Debian
/// package lammps-data.
std::vector<std::filesystem::path> potentialFolders();

/// A potential from a file of the user's.
/// @throws Error (CannotRead, Damaged) naming the file
Potential potentialOfFile(const std::filesystem::path& file);

/// The commands of LAMMPS that choose a potential for atoms of these types (atomic numbers), a line
/// each.
std::string pairCommands(const Potential& potential, const std::vector<int>& types);

/// Lines of an author's own that name elements "* * FILE EL EL…" must name those of the types, in
/// their order. What else such lines may name is left to LAMMPS.
/// @throws Error (InvalidInput) that gives the right order
void requireOrder(const Potential& potential, const std::vector<int>& types);

/// @throws Error (InvalidInput) naming the elements that it does not describe
void requireCovered(const Potential& potential, const alloy::Composition& alloy);
/// Describes all elements of the alloy, as far as one can know.
bool covers(const Potential& potential, const alloy::Composition& alloy);

}  // namespace vitrine::simulation
