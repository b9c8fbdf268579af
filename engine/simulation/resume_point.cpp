#include "engine/simulation/resume_point.h"

#include "engine/simulation/run_tables.h"

#include <algorithm>
#include <cmath>

namespace vitrine::simulation {

namespace {

long long stepOf(const Thermo& thermo) {
  return std::llround(thermo.timePs / kTimestepPs);
}

/// The last restart that a line of the table was written after; 0 for none.
long long lastRestart(const Schedule& schedule, const std::filesystem::path& folder,
                      long long told) {
  const long long every = schedule.restartSteps;
  std::error_code none;
  for (long long step = every > 0 ? told / every * every : 0; step > 0; step -= every)
    if (std::filesystem::exists(folder / restartFile(step), none))
      return step;
  return 0;
}

}  // namespace

ResumePoint resumePoint(const Schedule& schedule, const std::filesystem::path& folder) {
  ResumePoint point;
  point.thermo = readThermo(folder / run_files::kThermo);
  point.inherent = readInherent(folder / run_files::kInherentTable);
  if (!point.inherent.empty()) {
    point.begin.step = schedule.steps();
    for (const auto& structure : point.inherent) {
      if (structure.file == run_files::kInherent)
        point.begin.inherentDone = true;
      for (const long long step : schedule.snapshots())
        if (structure.file == snapshotFile(step))
          point.begin.snapshotsDone.push_back(step);
    }
    return point;
  }
  const long long told = point.thermo.empty() ? 0 : stepOf(point.thermo.back());
  point.begin.step = lastRestart(schedule, folder, std::min(told, schedule.steps() - 1));
  const auto later = [&](const Thermo& line) {
    return point.begin.step == 0 || stepOf(line) > point.begin.step;
  };
  point.thermo.erase(std::remove_if(point.thermo.begin(), point.thermo.end(), later),
                     point.thermo.end());
  return point;
}

}  // namespace vitrine::simulation
