// A quench through the program against the very same input run by LAMMPS alone: wall time, and
// processor time, which tells the same on a busy machine too.

#include "engine/alloy/formula.h"
#include "engine/process/child.h"
#include "engine/simulation/potential_library.h"
#include "engine/simulation/quench.h"
#include "tests/bench/timing.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

using namespace vitrine;
using namespace vitrine::simulation;

namespace {

namespace fs = std::filesystem;

/// Of this process and of those that it started and that have ended.
double processorSeconds() {
  double seconds = 0.0;
  for (const int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage usage{};
    ::getrusage(who, &usage);
    for (const timeval& time : {usage.ru_utime, usage.ru_stime})
      seconds += static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  }
  return seconds;
}

/// 2000 atoms, some thousand steps, with what a window would see of it.
QuenchRequest request(const fs::path& folder) {
  QuenchRequest wish(alloy::compositionOf("Zr44Cu56"));
  wish.potential = bestPotential(wish.alloy);
  wish.settings.rateKPerS = 1e15;
  wish.settings.meltPs = 0.5;
  wish.settings.holdPs = 0.5;
  wish.seed = 1;
  wish.lmp = lammpsProgram();
  wish.folder = folder;
  return wish;
}

}  // namespace

int main() {
  if (!process::findProgram("lmp")) {
    std::puts("{\"case\": \"quench through the program\", \"skipped\": \"lmp is not installed\"}");
    return 0;
  }
  const fs::path parent =
      fs::temp_directory_path() / ("vitrine_bench_simulation_" + std::to_string(::getpid()));
  fs::create_directories(parent);
  constexpr std::size_t kTurns = 3;
  std::array<double, kTurns> wall{};
  std::array<double, kTurns> processor{};
  // In turns, so that both meet the same neighbours.
  for (std::size_t turn = 0; turn < kTurns; ++turn) {
    const fs::path folder = parent / std::to_string(turn);
    std::array<double, 3> at{processorSeconds()};
    const double own = bench::medianSeconds(1, [&] {
      std::ofstream lines(parent / "lines");
      quench(request(folder),
             {[&](const Thermo& thermo) { lines << thermo.energyEV << "\n"; },
              [&](const Frame& frame) { lines << frame.file << "\n"; }},
             RunContext());
    });
    at[1] = processorSeconds();
    const double alone = bench::medianSeconds(1, [&] {
      process::runChild(
          {"/bin/sh", {"-c", "exec lmp -in in.lammps -log log.alone -nocite > out.alone"}, folder},
          {}, {}, RunContext());
    });
    at[2] = processorSeconds();
    wall[turn] = own / alone;
    processor[turn] = (at[1] - at[0]) / (at[2] - at[1]);
  }
  std::sort(wall.begin(), wall.end());
  std::sort(processor.begin(), processor.end());
  bench::report("quench through the program, wall time", "ratio_to_lmp", wall[kTurns / 2], 1.05);
  bench::report("quench through the program, processor time", "ratio_to_lmp", processor[kTurns / 2],
                1.05);
  fs::remove_all(parent);
  return 0;
}
