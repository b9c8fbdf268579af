#pragma once

#include "engine/simulation/run.h"

#include <string>
#include <string_view>

namespace vitrine::simulation {

enum class RunState { Running, Finished, Cancelled, Failed };

/// run.json of a run: what was wished for, potential, stages, versions, state, and at the end the
/// result. @param result  null before there is one. @param words  of a failure
std::string recordOf(const RunRequest& request, RunState state, const RunResult* result,
                     const std::string& words = {});

/// How a record tells of the glass transition: a JSON object.
std::string recordOf(const TransitionEstimate& estimate);

/// What a record says of the end of its run.
struct RecordedEnd {
  bool finished = false;
  std::string lammpsVersion;
};

/// The state of the run that a record describes, where it is the very run that was asked for.
/// @throws Error (InvalidInput) that names the first thing that differs; (Damaged)
RecordedEnd endOf(std::string_view record, const RunRequest& request);

}  // namespace vitrine::simulation
