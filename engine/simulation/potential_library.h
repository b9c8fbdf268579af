#pragma once

#include "engine/simulation/potential.h"

namespace vitrine::simulation {

/// The analytic potential that is always there (zhou2004.h).
inline constexpr const char* kAnalyticPotential = "zhou2004";
/// The six files Ag_u3.eam … Pt_u3.eam of lammps-data as one potential.
inline constexpr const char* kUniversalPotential = "universal3";

/// All that can be named: the analytic one, the six universal functions, and every EAM file in the
/// folders, by name. The analytic one comes without its table. Files that cannot be read are left
/// out.
std::vector<Potential> knownPotentials(
    const std::vector<std::filesystem::path>& folders = potentialFolders());

/// A potential for an alloy, ready for LAMMPS.
/// @param wish  a name of `knownPotentials`, the path of a table, or lines of LAMMPS
///              (pair_lines.h); empty takes the best that is known for these elements
/// @throws Error (InvalidInput) where there is none, or it does not describe the alloy;
///         (CannotRead, Damaged) naming the file
Potential potentialFor(const alloy::Composition& alloy, const std::string& wish = {},
                       const std::vector<std::filesystem::path>& folders = potentialFolders());

/// Why results for this alloy are to be taken with care; empty where nothing is known against it.
std::string cautionFor(const Potential& potential, const alloy::Composition& alloy);

}  // namespace vitrine::simulation
