#pragma once

#include "engine/atomistic/structure.h"
#include "engine/core/run_context.h"
#include "engine/simulation/potential.h"
#include "engine/simulation/schedule.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace vitrine::simulation {

/// A simulation in a folder of its own.
struct RunRequest {
  Schedule schedule;
  Potential potential;
  atomistic::Structure start;
  std::uint64_t seed = 0;       ///< of the velocities
  std::filesystem::path lmp;    ///< the program LAMMPS
  std::filesystem::path folder;
};

/// Where a running simulation is; energy (potential) and volume for each atom.
struct Thermo {
  std::string stage;
  double timePs = 0.0;
  double temperatureK = 0.0;
  double energyEV = 0.0;
  double volumeA3 = 0.0;
  double pressureGPa = 0.0;
};

/// A frame that was written as a whole.
struct Frame {
  std::string file;  ///< in the folder of the run
  std::string stage;
  double timePs = 0.0;
  double temperatureK = 0.0;  ///< of the thermostat
};

/// A structure in the nearest minimum of its energy at zero pressure.
struct InherentStructure {
  std::string file;           ///< in the folder of the run
  double timePs = 0.0;        ///< when the state before it was met
  double temperatureK = 0.0;  ///< of the thermostat then
  double energyEV = 0.0;      ///< for each atom
  double volumeA3 = 0.0;      ///< for each atom
  double pressureGPa = 0.0;   ///< what is left of it
};

/// What is told of a run while it goes on, on the calling thread. Each may be empty.
struct RunObserver {
  std::function<void(const Thermo&)> thermo;
  std::function<void(const Frame&)> frame;
};

struct RunResult {
  std::vector<Thermo> thermo;
  InherentStructure inherent;                ///< of the structure at the end
  std::vector<InherentStructure> snapshots;  ///< by rising time
  std::string lammpsVersion;
};

/// Runs a simulation through LAMMPS. The folder holds afterwards: the input and the log of LAMMPS
/// with all that the input reads, so that `lmp -in in.lammps` does the same again; thermo.csv;
/// frames/; glass.data; inherent.data; snapshots/ and snapshots.csv.
/// @throws Error (Failed) with what LAMMPS had to say, (CannotWrite, CannotRead); Cancelled. What
///         was written until then stays
RunResult runSimulation(const RunRequest& request, const RunObserver& observer,
                        const RunContext& context);

}  // namespace vitrine::simulation
