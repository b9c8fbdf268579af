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
  std::string citation;  ///< of the potential, for the record
  MeltQuench settings;
  std::size_t atoms = 2000;
  std::uint64_t seed = 0;  ///< of the crystal that is molten, and of the velocities
  std::filesystem::path lmp;
  std::filesystem::path folder;
  std::string program;  ///< who asked, for the record: "vitrine 0.1.0"
  bool resume = false;  ///< goes on with the same run in that folder, where there is one
};

/// Melts atoms that are put on a lattice at random, quenches them at zero pressure and brings the
/// glass, and states on the way where they are asked for, to the nearest minimum of the energy.
/// @throws what runSimulation throws
RunResult quench(const QuenchRequest& request, const RunObserver& observer,
                 const RunContext& context);

}  // namespace vitrine::simulation
