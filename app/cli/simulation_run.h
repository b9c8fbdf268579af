#pragma once

#include "app/cli/json_output.h"
#include "app/cli/long_run.h"
#include "app/cli/options.h"
#include "app/cli/stop_signals.h"
#include "engine/core/reference.h"
#include "engine/simulation/run.h"

#include <functional>
#include <string>

namespace vitrine::cli {

/// What the verbs that run LAMMPS have in common: their options, how they tell of a run while it
/// goes on, and what they say of its end.
struct SimulationRun {
  std::string potential;
  std::string snapshots = "0";
  std::string frames = "60";
  std::string lmp = "lmp";
  std::string out;
  bool resume = false;
  bool json = false;
  LongRun run;

  /// @param states  what --snapshots takes: "along the cooling"; empty for none of it
  void addTo(Options& options, const std::string& states);

  [[nodiscard]] int snapshotCount() const;
  [[nodiscard]] int frameCount() const;
  /// The potential that was named, or the best for the alloy.
  [[nodiscard]] simulation::Potential potentialFor(const alloy::Composition& alloy) const;

  /// Runs what `work` does with an observer and a context that stops at SIGTERM, and writes what
  /// came of it.
  void perform(const Call& call, const simulation::Potential& potential,
               const alloy::Composition& alloy, std::size_t atoms,
               const std::function<simulation::RunResult(const simulation::RunObserver&,
                                                         const RunContext&)>& work) const;
};

/// The list of publications that belongs to the options.
References referencesOf(const Options& options, const Call& call);
/// The publication of a potential, or what its file says of itself.
std::string citationOf(const simulation::Potential& potential, const References& references);

}  // namespace vitrine::cli
