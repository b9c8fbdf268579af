#include "engine/simulation/schedule.h"

#include "engine/core/error.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrine::simulation {

namespace {

/// A line for every two kelvin of cooling, within these bounds of steps.
constexpr double kKelvinPerLine = 2.0;
constexpr double kFewestSteps = 10.0;
constexpr double kMostSteps = 200.0;
/// About half a minute on one core for an embedded-atom potential.
constexpr double kAtomStepsBetweenRestarts = 4e6;
constexpr double kPsPerS = 1e12;
constexpr double kMostStepsOfARun = 1e12;

/// A time in steps, up to the next multiple of `unit`; one at least.
long long stepsOf(double timePs, long long unit) {
  const double exact = timePs / kTimestepPs / static_cast<double>(unit);
  return unit * std::max(1LL, static_cast<long long>(std::ceil(exact - 1e-6)));
}

/// The multiple of `unit` that is nearest to a part of a whole.
long long part(long long whole, int parts, long long unit) {
  const double exact =
      static_cast<double>(whole) / static_cast<double>(parts) / static_cast<double>(unit);
  return unit * std::max(1LL, std::llround(exact));
}

void require(bool good, const char* sentence) {
  if (!good)
    throw Error(ErrorCode::InvalidInput, sentence);
}

}  // namespace

long long Schedule::steps() const {
  return begin(stages.size());
}

long long Schedule::begin(std::size_t stage) const {
  long long before = 0;
  for (std::size_t i = 0; i < stage; ++i)
    before += stages[i].steps;
  return before;
}

std::size_t Schedule::stageOf(long long step) const {
  std::size_t stage = 0;
  for (long long end = stages[0].steps; stage + 1 < stages.size() && step > end;)
    end += stages[++stage].steps;
  return stage;
}

double Schedule::temperatureAt(long long step) const {
  const std::size_t index = stageOf(step);
  const Stage& stage = stages[index];
  const double done =
      static_cast<double>(step - begin(index)) / static_cast<double>(stage.steps);
  return stage.fromK + done * (stage.toK - stage.fromK);
}

std::vector<long long> Schedule::snapshots() const {
  std::vector<long long> found;
  if (snapshotSteps == 0)
    return found;
  const long long first = begin(snapshotStage);
  for (long long step = snapshotSteps; step <= stages[snapshotStage].steps; step += snapshotSteps)
    found.push_back(first + step);
  return found;
}

Schedule scheduleOf(const MeltQuench& wish, std::size_t atoms) {
  require(wish.rateKPerS > 0.0, "The cooling rate is a number above zero (K/s).");
  require(wish.toK > 0.0 && wish.fromK > wish.toK,
          "A quench begins at a higher temperature than it ends at, and both are above 0 K.");
  require(wish.meltPs >= 0.0 && wish.holdPs >= 0.0, "Holds last zero picoseconds or longer.");
  require(wish.snapshots >= 0 && wish.frames >= 0, "Numbers of states are zero or more.");
  const double coolingPs = (wish.fromK - wish.toK) / wish.rateKPerS * kPsPerS;
  const double wholePs = coolingPs + wish.meltPs + wish.holdPs;
  if (!(wholePs / kTimestepPs < kMostStepsOfARun))
    throw Error(ErrorCode::InvalidInput, "A run of " + files::formatNumber(wholePs) +
                                             " ps would never end; cool faster.");

  Schedule schedule;
  const double perLine = kKelvinPerLine / wish.rateKPerS * kPsPerS / kTimestepPs;
  schedule.thermoSteps =
      static_cast<long long>(std::clamp(std::round(perLine), kFewestSteps, kMostSteps));
  const long long unit = schedule.thermoSteps;
  // Cooling takes a whole number of intervals between snapshots.
  const long long cooling = wish.snapshots == 0
                                ? stepsOf(coolingPs, unit)
                                : wish.snapshots * stepsOf(coolingPs / wish.snapshots, unit);
  if (wish.meltPs > 0.0)
    schedule.stages.push_back({"melt", wish.fromK, wish.fromK, stepsOf(wish.meltPs, unit)});
  schedule.snapshotStage = schedule.stages.size();
  schedule.stages.push_back({"quench", wish.fromK, wish.toK, cooling});
  if (wish.holdPs > 0.0)
    schedule.stages.push_back({"hold", wish.toK, wish.toK, stepsOf(wish.holdPs, unit)});
  schedule.snapshotSteps = wish.snapshots == 0 ? 0 : cooling / wish.snapshots;
  schedule.frameSteps = wish.frames == 0 ? 0 : part(schedule.steps(), wish.frames, unit);
  schedule.restartSteps = stepsOf(
      kTimestepPs * kAtomStepsBetweenRestarts / static_cast<double>(std::max<std::size_t>(atoms, 1)),
      unit);
  return schedule;
}

}  // namespace vitrine::simulation
