#pragma once

#include "engine/simulation/lammps_input.h"
#include "engine/simulation/run.h"

#include <filesystem>
#include <vector>

namespace vitrine::simulation {

/// What of an interrupted run can be kept.
struct ResumePoint {
  RunBegin begin;
  std::vector<Thermo> thermo;  ///< lines up to there
  std::vector<InherentStructure> inherent;
};

/// Where a run in a folder can go on. LAMMPS writes a restart before it tells of its step, and the
/// structure at the end before it minimises anything, so what the tables speak of is whole.
ResumePoint resumePoint(const Schedule& schedule, const std::filesystem::path& folder);

}  // namespace vitrine::simulation
