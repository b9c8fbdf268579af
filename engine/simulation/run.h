#pragma once

#include "engine/atomistic/structure.h"
#include "engine/core/run_context.h"
#include "engine/simulation/glass_transition.h"
#include "engine/simulation/potential.h"
#include "engine/simulation/schedule.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vitrine::simulation {

/// A simulation in a folder of its own.
struct RunRequest {
  explicit RunRequest(atomistic::Structure from) : start(std::move(from)) {}

  std::string kind;  ///< "quench", "anneal", "heat", "shear", "minimise"
  /// What was wished for, for the record; units stand in the names, e.g. "rate_K_per_s".
  std::vector<std::pair<std::string, double>> settings;
  Schedule schedule;
  Potential potential;
  std::string citation;  ///< of the potential, for the record
  atomistic::Structure start;
  std::string origin;      ///< where the start comes from, for the record
  std::uint64_t seed = 0;  ///< of the velocities
  std::filesystem::path lmp;
  std::filesystem::path folder;
  std::string program;  ///< who asked, for the record: "vitrine 0.1.0"
  bool resume = false;  ///< goes on with the same run in that folder, where there is one
};

/// Where a running simulation is; energy (potential) and volume for each atom.
struct Thermo {
  std::string stage;
  double timePs = 0.0;
  double temperatureK = 0.0;
  double energyEV = 0.0;
  double volumeA3 = 0.0;
  double pressureGPa = 0.0;
  double shearStressGPa = 0.0;  ///< xy; grows with the strain of a shear
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
  double temperatureK = 0.0;  ///< of the thermostat then; 0 where there was none
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
  /// For each atom: the mean over a last stage of constant temperature, else the value at the end;
  /// 0 where there is no stage.
  double volumeA3 = 0.0;
  double densityGPerCm3 = 0.0;  ///< from it
  double inherentDensityGPerCm3 = 0.0;
  std::optional<TransitionEstimate> transition;  ///< of a quench
  std::string lammpsVersion;
};

/// Runs a simulation through LAMMPS. The folder holds afterwards: run.json, which says what was
/// done with what and whether it came to its end; the input and the log of LAMMPS with all that the
/// input reads, so that `lmp -in in.lammps` does the same again; thermo.csv; frames/; glass.data,
/// the structure at the end; inherent.data, the same minimised; snapshots/; inherent.csv, the
/// energies of all that was minimised; and run.lock, which is empty.
///
/// A run that was stopped or killed keeps what it wrote, and run.json says so. With `resume` it
/// goes on from the last state that LAMMPS had written as a whole, and what was minimised is not
/// minimised again; one that had ended is read back.
/// @throws Error (InvalidInput) where the cell is not periodic along all edges, the potential does
///         not describe the elements or names them in another order than that of the types, another
///         process is at work in the folder, or the folder holds a run already or, with `resume`,
///         another one, or files of no run that this one would write over; (Failed) with what
///         LAMMPS had to say; (CannotWrite, CannotRead); Cancelled
RunResult runSimulation(const RunRequest& request, const RunObserver& observer,
                        const RunContext& context);

/// The file of the program LAMMPS. @param name  a path, or a name on the search path
/// @throws Error (InvalidInput) that says what to install
std::filesystem::path lammpsProgram(const std::string& name = "lmp");

}  // namespace vitrine::simulation
