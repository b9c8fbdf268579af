#pragma once

#include "engine/simulation/potential.h"
#include "engine/simulation/schedule.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vitrine::simulation {

/// Names of what a run reads and writes in its folder.
namespace run_files {
inline constexpr const char* kInput = "in.lammps";
inline constexpr const char* kLog = "log.lammps";
inline constexpr const char* kResumedInput = "in.resume.lammps";
inline constexpr const char* kResumedLog = "log.resume.lammps";
inline constexpr const char* kStart = "start.data";
inline constexpr const char* kGlass = "glass.data";        ///< as the last stage left it
inline constexpr const char* kInherent = "inherent.data";  ///< the same, minimised
inline constexpr const char* kRecord = "run.json";
inline constexpr const char* kLock = "run.lock";  ///< held by the process that is at work
inline constexpr const char* kThermo = "thermo.csv";
inline constexpr const char* kInherentTable = "inherent.csv";
inline constexpr const char* kFrames = "frames";
inline constexpr const char* kSnapshots = "snapshots";
}  // namespace run_files

/// "frames/000001000.dump"
std::string frameFile(long long step);
/// "snapshots/000001000.dump", the state, and ".data", the same minimised.
std::string snapshotState(long long step);
std::string snapshotFile(long long step);
/// "state.1000.restart"
std::string restartFile(long long step);

/// Where a run begins.
struct RunBegin {
  /// Steps that are done already; above zero the run goes on from `restartFile(step)`, and behind
  /// the last stage from the file kGlass.
  long long step = 0;
  bool inherentDone = false;             ///< kInherent is there
  std::vector<long long> snapshotsDone;  ///< these have been minimised
};

/// A line of a run's input that tells the reader of its output what comes next.
inline constexpr const char* kMark = "vitrine:";

/// The commands of LAMMPS for a run in the folder they are read in: the stages one after the other
/// at zero pressure, then the structure at the end and each snapshot brought to the nearest minimum
/// of the energy at zero pressure: places and cell in turn, the places by conjugate gradients, at
/// last down to a force of 1e-3 eV/Å on all atoms together, the cell by Newton's steps. Moved
/// together they converge ten times slower.
/// @param elements  atomic numbers of the types
std::string lammpsInput(const Schedule& schedule, const Potential& potential,
                        const std::vector<int>& elements, std::uint64_t seed,
                        const RunBegin& begin = {});

}  // namespace vitrine::simulation
