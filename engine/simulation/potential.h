#pragma once

#include "engine/alloy/composition.h"

#include <filesystem>
#include <string>
#include <vector>

namespace vitrine::simulation {

/// An interatomic potential as LAMMPS is told of it.
struct Potential {
  std::string name;                  ///< "CuZr_mm.eam.fs"
  std::string style;                 ///< pair style of LAMMPS, e.g. "eam/fs"
  std::vector<std::filesystem::path> files;  ///< tables it reads
  std::vector<int> elements;         ///< atomic numbers it describes, in the order of its file
  double cutoffA = 0.0;
  std::string comment;               ///< what its file says of itself
};

/// Folders to look for potentials in: $LAMMPS_POTENTIALS where it is set, and that of the Debian
/// package lammps-data.
std::vector<std::filesystem::path> potentialFolders();

/// The EAM potentials of these folders, by name. Files that cannot be read are left out.
std::vector<Potential> installedPotentials(
    const std::vector<std::filesystem::path>& folders = potentialFolders());

/// A potential from a file of the user's.
/// @throws Error (CannotRead, Damaged) naming the file
Potential potentialOfFile(const std::filesystem::path& file);

/// The potential of a name (a file in one of the folders) or of a path.
/// @throws Error (InvalidInput) where there is none; (CannotRead, Damaged)
Potential potentialNamed(const std::string& nameOrFile,
                         const std::vector<std::filesystem::path>& folders = potentialFolders());

/// @throws Error (InvalidInput) naming the elements that it does not describe
void requireCovered(const Potential& potential, const alloy::Composition& alloy);

}  // namespace vitrine::simulation
