#include "engine/simulation/run_folder.h"

#include "engine/core/error.h"
#include "engine/files/folder.h"
#include "engine/simulation/lammps_input.h"

#include <string>
#include <system_error>
#include <vector>

namespace vitrine::simulation {

namespace fs = std::filesystem;

namespace {

/// A folder with a record is a run's; in any other what has such a name was made by somebody else.
void requireNothingLost(const RunRequest& request) {
  std::error_code none;
  if (fs::exists(request.folder / run_files::kRecord, none))
    return;
  std::vector<std::string> names{
      run_files::kInput,  run_files::kLog,       run_files::kStart,
      run_files::kGlass,  run_files::kInherent,  run_files::kThermo,
      run_files::kFrames, run_files::kSnapshots, run_files::kInherentTable};
  for (const auto& table : request.potential.tables)
    names.push_back(table.name);
  for (const auto& name : names)
    if (fs::exists(request.folder / name, none))
      throw Error(ErrorCode::InvalidInput,
                  "The folder " + request.folder.string() + " is no run's and holds " + name +
                      ", which a run would write over; name another folder.");
}

}  // namespace

std::unique_ptr<files::FileLock> takeRunFolder(const RunRequest& request) {
  requireNothingLost(request);
  files::makeFolder(request.folder);
  auto held = files::FileLock::take(request.folder / run_files::kLock);
  if (held == nullptr)
    throw Error(ErrorCode::InvalidInput, "Another process is at work in " +
                                             request.folder.string() +
                                             "; wait until it ends, or name another folder.");
  return held;
}

}  // namespace vitrine::simulation
