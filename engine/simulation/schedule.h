#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace vitrine::simulation {

/// The step of all runs, ps: 2 fs, as the measured runs of metals took it.
inline constexpr double kTimestepPs = 0.002;
/// Times in which thermostat and barostat act, ps: 100 and 1000 steps.
inline constexpr double kThermostatPs = 0.2;
inline constexpr double kBarostatPs = 2.0;

/// One part of a run, in which the temperature is held or changed evenly: at zero pressure, or at
/// constant volume and a constant rate of shear.
struct Stage {
  std::string name;  ///< "melt", "quench", "hold", "heat", "anneal", "shear"
  double fromK = 0.0;
  double toK = 0.0;
  long long steps = 0;
  double shearPerPs = 0.0;  ///< strain xy in each ps, with Lees–Edwards boundaries
};

/// What a run does, step by step, and what it writes on the way. All counts of steps are multiples
/// of `thermoSteps`.
struct Schedule {
  std::vector<Stage> stages;
  long long thermoSteps = 10;  ///< between two lines of temperature, energy and volume
  long long frameSteps = 0;    ///< between two frames; 0 for none
  long long restartSteps = 0;  ///< between two states that the run can go on from
  /// States to be minimised later, evenly over one stage; the last one is its end.
  std::size_t snapshotStage = 0;
  long long snapshotSteps = 0;  ///< between two of them; 0 for none

  [[nodiscard]] long long steps() const;
  /// Steps before a stage; of all of them for the one behind the last.
  [[nodiscard]] long long begin(std::size_t stage) const;
  /// The stage that a step belongs to; its last step counts to it. @pre 0 <= step <= steps(), and
  /// there are stages
  [[nodiscard]] std::size_t stageOf(long long step) const;
  /// What the thermostat was set to, K.
  [[nodiscard]] double temperatureAt(long long step) const;
  /// The steps of the snapshots, rising.
  [[nodiscard]] std::vector<long long> snapshots() const;
};

/// Time in the melt that goes with a cooling rate, ps: 20, and 6 above 3e13 K/s, where the whole
/// run is short.
double usualMeltPs(double rateKPerS);

/// How a glass is made: melt, cool evenly, hold.
struct MeltQuench {
  double rateKPerS = 1e13;
  double fromK = 2000.0;
  double toK = 300.0;
  double meltPs = 20.0;  ///< at `fromK`
  double holdPs = 10.0;  ///< at `toK`
  int snapshots = 0;     ///< inherent structures along the cooling
  int frames = 60;       ///< of the whole run, about; 0 for none
};

/// A glass is kept at a temperature.
struct Anneal {
  double temperatureK = 600.0;
  double timePs = 1000.0;
  int snapshots = 0;
  int frames = 60;
};

/// A glass is heated evenly.
struct Heating {
  double rateKPerS = 1e13;
  double fromK = 300.0;
  double toK = 1500.0;
  int snapshots = 0;
  int frames = 60;
};

/// A glass is sheared at constant volume, after it was brought to the temperature at zero pressure.
struct Shear {
  double temperatureK = 300.0;
  double ratePerS = 1e10;
  double strain = 0.2;
  double restPs = 10.0;  ///< at the temperature before
  int snapshots = 0;
  int frames = 60;
};

/// @throws Error (InvalidInput) for numbers that make no such run
Schedule scheduleOf(const MeltQuench& wish, std::size_t atoms);
Schedule scheduleOf(const Anneal& wish, std::size_t atoms);
Schedule scheduleOf(const Heating& wish, std::size_t atoms);
Schedule scheduleOf(const Shear& wish, std::size_t atoms);

}  // namespace vitrine::simulation
