#pragma once

#include "engine/alloy/composition.h"
#include "engine/simulation/run.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

namespace vitrine::simulation {

/// A glass to be made: which alloy, how, and where.
struct QuenchRequest {
  explicit QuenchRequest(alloy::Composition made) : alloy(std::move(made)) {}

  alloy::Composition alloy;
  Potential potential;
  MeltQuench settings;
  std::size_t atoms = 2000;
  std::uint64_t seed = 0;
  std::filesystem::path lmp;
  std::filesystem::path folder;
  std::string program;  ///< who asked, for the record: "vitrine 0.1.0"
};

/// What came of it.
struct QuenchResult {
  RunResult run;
  double volumeA3 = 0.0;            ///< for each atom, mean over the last hold
  double densityGPerCm3 = 0.0;      ///< from it
  double inherentDensityGPerCm3 = 0.0;
};

/// Melts atoms that are put on a lattice at random, quenches them at zero pressure and brings the
/// glass, and states on the way where they are asked for, to the nearest minimum of the energy. The
/// folder describes itself: run.json says what was done with what, and whether it came to its end.
/// @throws what runSimulation throws; Error (InvalidInput) where the potential does not describe
///         the alloy, or the folder holds a run already
QuenchResult quench(const QuenchRequest& request, const RunObserver& observer,
                    const RunContext& context);

/// The file of the program LAMMPS. @param name  a path, or a name on the search path
/// @throws Error (InvalidInput) that says what to install
std::filesystem::path lammpsProgram(const std::string& name = "lmp");

}  // namespace vitrine::simulation
