#include "engine/campaign/campaign_folder.h"

#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/files/folder.h"
#include "engine/files/number_text.h"
#include "engine/files/text_file.h"

#include <system_error>

namespace vitrine::campaign {

namespace {

namespace fs = std::filesystem;

constexpr const char* kPlanFile = "plan.json";

bool isThere(const fs::path& file) {
  std::error_code ignored;
  return fs::exists(file, ignored);
}

}  // namespace

void CampaignFolder::begin(const std::string& text) const {
  if (!begun()) {
    files::makeFolder(m_folder);
    files::writeAtomically(m_folder / kPlanFile, text);
  } else if (files::readText(m_folder / kPlanFile) != text) {
    throw Error(ErrorCode::InvalidInput,
                m_folder.string() + " holds a campaign of another plan; name another folder.");
  }
  for (const char* part : {"runs", "rows", "failed", "claims"})
    files::makeFolder(m_folder / part);
}

bool CampaignFolder::begun() const {
  return isThere(m_folder / kPlanFile);
}

Plan CampaignFolder::plan() const {
  return readPlan(m_folder / kPlanFile);
}

fs::path CampaignFolder::run(const Task& task) const {
  return m_folder / "runs" / task.id;
}
fs::path CampaignFolder::row(const Task& task) const {
  return m_folder / "rows" / (task.id + ".json");
}
fs::path CampaignFolder::claimFile(const Task& task) const {
  return m_folder / "claims" / task.id;
}
fs::path CampaignFolder::failureFile(const Task& task) const {
  return m_folder / "failed" / (task.id + ".txt");
}

bool CampaignFolder::finished(const Task& task) const {
  return isThere(row(task));
}

std::unique_ptr<files::FileLock> CampaignFolder::claim(const Task& task) const {
  return files::FileLock::take(claimFile(task));
}

bool CampaignFolder::claimed(const Task& task) const {
  return files::FileLock::isHeld(claimFile(task));
}

void CampaignFolder::finish(const Task& task, const std::string& text) const {
  files::writeAtomically(row(task), text);
  std::error_code ignored;
  fs::remove(failureFile(task), ignored);
}

void CampaignFolder::fail(const Task& task, const std::string& sentence) const {
  files::writeAtomically(failureFile(task), sentence + "\n");
}

std::string CampaignFolder::failure(const Task& task) const {
  if (!isThere(failureFile(task)))
    return {};
  const std::string text = files::readText(failureFile(task));
  return std::string(files::trimmed(text));
}

CampaignState stateOf(const CampaignFolder& folder, const Plan& plan) {
  CampaignState state;
  for (const Task& task : plan.tasks) {
    if (folder.finished(task))
      ++state.finished;
    else if (folder.claimed(task))
      ++state.running;
    else if (!folder.failure(task).empty())
      ++state.failed;
    else
      ++state.waiting;
  }
  return state;
}

}  // namespace vitrine::campaign
