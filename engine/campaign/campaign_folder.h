#pragma once

#include "engine/campaign/plan.h"
#include "engine/files/file_lock.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

namespace vitrine::campaign {

/// Where a campaign stands on the disk:
///   plan.json        what it makes
///   runs/ID/         each glass with its after-treatments, as `vitrine quench` leaves them
///   rows/ID.json     what is kept of a glass; written last, as a whole, so that a task with a row
///                    is finished and is never done again
///   failed/ID.txt    why a task failed, in a sentence
///   claims/ID        locks
class CampaignFolder {
 public:
  explicit CampaignFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}

  /// Keeps the plan here. @param text  of the plan
  /// @throws Error (InvalidInput) where another plan was begun here; (CannotWrite)
  void begin(const std::string& text) const;
  [[nodiscard]] bool begun() const;
  /// The plan that was begun here. @throws Error (CannotRead, InvalidInput)
  [[nodiscard]] Plan plan() const;

  [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_folder; }
  [[nodiscard]] std::filesystem::path run(const Task& task) const;
  [[nodiscard]] std::filesystem::path row(const Task& task) const;

  [[nodiscard]] bool finished(const Task& task) const;
  /// Null where another process has it. @throws Error (CannotWrite)
  [[nodiscard]] std::unique_ptr<files::FileLock> claim(const Task& task) const;
  /// Whether a process has it.
  [[nodiscard]] bool claimed(const Task& task) const;
  /// Keeps the row of a task and forgets an earlier failure. @throws Error (CannotWrite)
  void finish(const Task& task, const std::string& row) const;
  void fail(const Task& task, const std::string& sentence) const;
  /// The sentence; empty where the task has not failed.
  [[nodiscard]] std::string failure(const Task& task) const;

 private:
  [[nodiscard]] std::filesystem::path claimFile(const Task& task) const;
  [[nodiscard]] std::filesystem::path failureFile(const Task& task) const;

  std::filesystem::path m_folder;
};

/// How far a campaign is.
struct CampaignState {
  std::size_t finished = 0;
  std::size_t running = 0;  ///< claimed by a process
  std::size_t failed = 0;
  std::size_t waiting = 0;
};
CampaignState stateOf(const CampaignFolder& folder, const Plan& plan);

}  // namespace vitrine::campaign
