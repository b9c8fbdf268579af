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
/// Or so many lines where the temperature is held.
constexpr double kLinesOfAStage = 500.0;
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

/// Puts stages together whose lengths are whole numbers of lines.
class Builder {
 public:
  /// @param linePs  wished for between two lines of the table
  explicit Builder(double linePs) {
    m_schedule.thermoSteps = static_cast<long long>(
        std::clamp(std::round(linePs / kTimestepPs), kFewestSteps, kMostSteps));
  }

  /// So many states are taken in the stage that comes next.
  void record(int snapshots) {
    require(snapshots >= 0, "Numbers of states are zero or more.");
    m_snapshots = snapshots;
    m_schedule.snapshotStage = m_schedule.stages.size();
  }
  /// Nothing where it lasts no time.
  void hold(const char* name, double temperatureK, double timePs, double shearPerPs = 0.0) {
    require(timePs >= 0.0, "Holds last zero picoseconds or longer.");
    if (timePs > 0.0)
      add({name, temperatureK, temperatureK, 0, shearPerPs}, timePs);
  }
  void change(const char* name, double fromK, double toK, double timePs) {
    add({name, fromK, toK, 0, 0.0}, timePs);
  }

  Schedule schedule(int frames, std::size_t atoms) {
    require(frames >= 0, "Numbers of states are zero or more.");
    const long long unit = m_schedule.thermoSteps;
    if (frames > 0)
      m_schedule.frameSteps = part(m_schedule.steps(), frames, unit);
    m_schedule.restartSteps =
        stepsOf(kTimestepPs * kAtomStepsBetweenRestarts / static_cast<double>(atoms), unit);
    return std::move(m_schedule);
  }

 private:
  void add(Stage stage, double timePs) {
    if (!(timePs / kTimestepPs < kMostStepsOfARun))
      throw Error(ErrorCode::InvalidInput, "A run of " + files::formatNumber(timePs) +
                                               " ps would never end; take a higher rate.");
    const long long unit = m_schedule.thermoSteps;
    const bool recorded = m_snapshots > 0 && m_schedule.snapshotStage == m_schedule.stages.size();
    // A recorded stage takes a whole number of intervals between snapshots.
    stage.steps =
        recorded ? m_snapshots * stepsOf(timePs / m_snapshots, unit) : stepsOf(timePs, unit);
    if (recorded)
      m_schedule.snapshotSteps = stage.steps / m_snapshots;
    m_schedule.stages.push_back(std::move(stage));
  }

  Schedule m_schedule;
  int m_snapshots = 0;
};

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
  const double done = static_cast<double>(step - begin(index)) / static_cast<double>(stage.steps);
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

double usualMeltPs(double rateKPerS) {
  return rateKPerS > 3e13 ? 6.0 : 20.0;
}

Schedule scheduleOf(const MeltQuench& wish, std::size_t atoms) {
  require(wish.rateKPerS > 0.0, "The cooling rate is a number above zero (K/s).");
  require(wish.toK > 0.0 && wish.fromK > wish.toK,
          "A quench begins at a higher temperature than it ends at, and both are above 0 K.");
  Builder builder(kKelvinPerLine / wish.rateKPerS * kPsPerS);
  builder.hold("melt", wish.fromK, wish.meltPs);
  builder.record(wish.snapshots);
  builder.change("quench", wish.fromK, wish.toK,
                 (wish.fromK - wish.toK) / wish.rateKPerS * kPsPerS);
  builder.hold("hold", wish.toK, wish.holdPs);
  return builder.schedule(wish.frames, atoms);
}

Schedule scheduleOf(const Anneal& wish, std::size_t atoms) {
  require(wish.temperatureK > 0.0, "The temperature is above 0 K.");
  require(wish.timePs > 0.0, "Annealing lasts longer than zero picoseconds.");
  Builder builder(wish.timePs / kLinesOfAStage);
  builder.record(wish.snapshots);
  builder.hold("anneal", wish.temperatureK, wish.timePs);
  return builder.schedule(wish.frames, atoms);
}

Schedule scheduleOf(const Heating& wish, std::size_t atoms) {
  require(wish.rateKPerS > 0.0, "The heating rate is a number above zero (K/s).");
  require(wish.fromK > 0.0 && wish.toK > wish.fromK,
          "Heating begins at a lower temperature than it ends at, and both are above 0 K.");
  Builder builder(kKelvinPerLine / wish.rateKPerS * kPsPerS);
  builder.record(wish.snapshots);
  builder.change("heat", wish.fromK, wish.toK, (wish.toK - wish.fromK) / wish.rateKPerS * kPsPerS);
  return builder.schedule(wish.frames, atoms);
}

Schedule scheduleOf(const Shear& wish, std::size_t atoms) {
  require(wish.temperatureK > 0.0, "The temperature is above 0 K.");
  require(wish.ratePerS > 0.0 && wish.strain > 0.0,
          "The shear rate (1/s) and the strain are numbers above zero.");
  const double timePs = wish.strain / wish.ratePerS * kPsPerS;
  Builder builder(timePs / kLinesOfAStage);
  builder.hold("rest", wish.temperatureK, wish.restPs);
  builder.record(wish.snapshots);
  builder.hold("shear", wish.temperatureK, timePs, wish.ratePerS / kPsPerS);
  return builder.schedule(wish.frames, atoms);
}

}  // namespace vitrine::simulation
