#include "engine/simulation/quench.h"

#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/process/child.h"
#include "engine/simulation/run_record.h"
#include "engine/simulation/start.h"

#include <numeric>

namespace vitrine::simulation {

namespace {

namespace fs = std::filesystem;

/// g/cm^3 of 1 u/Å^3.
constexpr double kDensityOfUPerA3 = 1.66053906660;

/// Volume for each atom over the last stage.
double meanVolumeA3(const RunResult& run) {
  double sum = 0.0;
  std::size_t count = 0;
  for (const auto& line : run.thermo)
    if (line.stage == run.thermo.back().stage) {
      sum += line.volumeA3;
      ++count;
    }
  return sum / static_cast<double>(count);
}

void requireNewFolder(const fs::path& folder) {
  std::error_code ignored;
  if (fs::exists(folder / "run.json", ignored))
    throw Error(ErrorCode::InvalidInput,
                folder.string() + " holds a run already; name another folder.");
}

}  // namespace

QuenchResult quench(const QuenchRequest& request, const RunObserver& observer,
                    const RunContext& context) {
  requireCovered(request.potential, request.alloy);
  requireNewFolder(request.folder);
  const Schedule schedule = scheduleOf(request.settings, request.atoms);
  const RunRequest run{schedule,
                       request.potential,
                       randomLattice(request.alloy, request.atoms, request.seed),
                       request.seed,
                       request.lmp,
                       request.folder};
  std::error_code failure;
  fs::create_directories(request.folder, failure);
  const auto record = [&](RunState state, const QuenchResult* result, const std::string& words) {
    files::writeAtomically(request.folder / "run.json",
                           recordOf(request, schedule, state, result, words));
  };
  record(RunState::Running, nullptr, {});
  try {
    QuenchResult result;
    result.run = runSimulation(run, observer, context);
    const double massU = atomistic::compositionOf(run.start).meanMassU();
    result.volumeA3 = meanVolumeA3(result.run);
    result.densityGPerCm3 = kDensityOfUPerA3 * massU / result.volumeA3;
    result.inherentDensityGPerCm3 = kDensityOfUPerA3 * massU / result.run.inherent.volumeA3;
    record(RunState::Finished, &result, {});
    return result;
  } catch (const Error& error) {
    record(RunState::Failed, nullptr, error.what());
    throw;
  } catch (const Cancelled&) {
    record(RunState::Cancelled, nullptr, {});
    throw;
  }
}

fs::path lammpsProgram(const std::string& name) {
  if (const auto found = process::findProgram(name))
    return *found;
  throw Error(ErrorCode::InvalidInput,
              "The program LAMMPS (" + name +
                  ") was not found; install the package lammps (apt install lammps) or say where "
                  "it is.");
}

}  // namespace vitrine::simulation
