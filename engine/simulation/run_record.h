#pragma once

#include "engine/simulation/quench.h"

namespace vitrine::simulation {

enum class RunState { Running, Finished, Cancelled, Failed };

/// run.json of a quench: alloy, potential, settings, stages, versions, state, and at the end the
/// result. @param result  null before there is one
std::string recordOf(const QuenchRequest& request, const Schedule& schedule, RunState state,
                     const QuenchResult* result, const std::string& words = {});

}  // namespace vitrine::simulation
