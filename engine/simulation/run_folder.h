#pragma once

#include "engine/files/file_lock.h"
#include "engine/simulation/run.h"

#include <filesystem>
#include <memory>

namespace vitrine::simulation {

/// Makes the folder of a run and holds it for this process.
/// @throws Error (InvalidInput) where another process is at work there, or where files of somebody
///         else have names that the run would write to; (CannotWrite)
std::unique_ptr<files::FileLock> takeRunFolder(const RunRequest& request);

}  // namespace vitrine::simulation
