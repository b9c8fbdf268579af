#pragma once

#include "engine/campaign/campaign_folder.h"
#include "engine/campaign/shard.h"
#include "engine/core/run_context.h"
#include "engine/simulation/potential.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

namespace vitrine::campaign {

struct CampaignRun {
  Plan plan;
  CampaignFolder folder;
  Shard shard;
  simulation::Potential potential;  ///< that the plan names
  std::string citation;             ///< of it, for the records
  std::filesystem::path lmp;        ///< the program LAMMPS
  std::string program;              ///< who asked, for the records: "vitrine 0.1.0"
};

/// What came of a run: of the tasks of its part, how many it made, found finished or with another
/// process, and could not make (their sentences are in the folder).
struct CampaignSummary {
  std::size_t made = 0;
  std::size_t finishedBefore = 0;
  std::size_t elsewhere = 0;
  std::size_t failed = 0;
};

/// Told of each task as it ends, one call at a time, from any thread. @param sentence  why it
/// failed; empty where it was made
using TaskSink = std::function<void(const Task& task, const std::string& sentence)>;

/// Makes the glasses of one part of a campaign, as many at once as the context has threads. A glass
/// that fails does not hold up the others. After a stop or a kill the same call goes on: what has a
/// row is not touched, what was begun continues where it can.
/// @throws Error (CannotWrite, InvalidInput); Cancelled
CampaignSummary runCampaign(const CampaignRun& run, const TaskSink& sink,
                            const RunContext& context);

}  // namespace vitrine::campaign
