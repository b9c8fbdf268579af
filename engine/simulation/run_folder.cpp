#include "engine/simulation/run_folder.h"

#include "engine/core/error.h"
#include "engine/simulation/lammps_input.h"

#include <system_error>

namespace vitrine::simulation {

namespace fs = std::filesystem;

void makeFolder(const fs::path& folder) {
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (failure)
    throw Error(ErrorCode::CannotWrite,
                "The folder " + folder.string() + " could not be made: " + failure.message() + ".");
}

std::unique_ptr<files::FileLock> takeRunFolder(const RunRequest& request) {
  makeFolder(request.folder);
  auto held = files::FileLock::take(request.folder / run_files::kLock);
  if (held == nullptr)
    throw Error(ErrorCode::InvalidInput, "Another process is at work in " +
                                             request.folder.string() +
                                             "; wait until it ends, or name another folder.");
  return held;
}

}  // namespace vitrine::simulation
