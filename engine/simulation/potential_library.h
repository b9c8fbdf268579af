#pragma once

#include "engine/simulation/potential.h"

namespace vitrine::simulation {

/// The analytic potential that is always there (zhou2004.h).
inline constexpr const char* kAnalyticPotential = "zhou2004";
/// The six files Ag_u3.eam … Pt_u3.eam of lammps-data as one potential.
inline constexpr const char* kUniversalPotential = "universal3";

/// All that can be named: the analytic one, the six universal functions, and every EAM file in the
/// folders, by name. Files that cannot be read are left out.
std::vector<Potential> knownPotentials(
    const std::vector<std::filesystem::path>& folders = potentialFolders());

/// @param wish  a name of `knownPotentials`, the path of a table, or lines of LAMMPS (pair_lines.h)
/// @throws Error (InvalidInput) where there is none; (CannotRead, Damaged) naming the file
Potential potentialNamed(const std::string& wish,
                         const std::vector<std::filesystem::path>& folders = potentialFolders());

/// The best that is known for the elements of an alloy: made for liquids and glasses of them, or
/// for their alloys, and else the analytic one.
/// @throws Error (InvalidInput) where none describes them
Potential bestPotential(const alloy::Composition& alloy, const std::vector<Potential>& known);
/// Of `knownPotentials`.
Potential bestPotential(const alloy::Composition& alloy,
                        const std::vector<std::filesystem::path>& folders = potentialFolders());

/// Why results for this alloy are to be taken with care; empty where nothing is known against it.
std::string cautionFor(const Potential& potential, const alloy::Composition& alloy);

}  // namespace vitrine::simulation
