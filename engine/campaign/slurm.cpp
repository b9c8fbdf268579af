#include "engine/campaign/slurm.h"

#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/files/folder.h"
#include "engine/files/number_text.h"
#include "engine/files/text_file.h"
#include "engine/process/child.h"

#include <algorithm>
#include <vector>

namespace vitrine::campaign {

namespace {

namespace fs = std::filesystem;

constexpr const char* kScriptFile = "campaign.sbatch";
constexpr const char* kJobFile = "slurm_job";

/// For the shell: one word, whatever it holds.
std::string quoted(const fs::path& path) {
  std::string text = "'";
  for (const char letter : path.string()) {
    if (letter == '\'')
      text += "'\\''";
    else
      text += letter;
  }
  text += '\'';
  return text;
}

/// An option of sbatch stands in a comment of the script, where nothing can be quoted.
void requirePlain(const std::string& text, const char* what) {
  const auto isPlain = [](char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
           (letter >= 'A' && letter <= 'Z') || letter == '-' || letter == '_' || letter == ':' ||
           letter == ',' || letter == '.';
  };
  if (!std::all_of(text.begin(), text.end(), isPlain))
    throw Error(ErrorCode::InvalidInput, std::string(what) + " \"" + text +
                                             "\" may hold letters, digits and - _ : , . only.");
}

struct Said {
  process::Ending ending;
  std::vector<std::string> output;
  std::string errors;
};

Said run(const std::string& name, const std::vector<std::string>& arguments,
         const RunContext& context) {
  const auto program = process::findProgram(name);
  if (!program)
    throw Error(ErrorCode::Failed, "There is no " + name +
                                       " on this computer; it belongs to Slurm (Debian package "
                                       "slurm-client).");
  Said said;
  said.ending = process::runChild(
      {*program, arguments, {}}, [&](std::string_view line) { said.output.emplace_back(line); },
      [&](std::string_view line) {
        said.errors += said.errors.empty() ? "" : " ";
        said.errors += line;
      },
      context);
  return said;
}

}  // namespace

std::string jobScript(const SlurmArray& array) {
  requirePlain(array.partition, "The partition");
  requirePlain(array.timeLimit, "The time limit");
  const auto folder = fs::absolute(array.folder);
  const std::string parts = std::to_string(array.parts);
  std::string script = "#!/bin/sh\n#SBATCH --job-name=vitrine\n#SBATCH --array=1-";
  script += parts;
  script += "\n#SBATCH --cpus-per-task=1\n#SBATCH --output=/dev/null\n";
  if (!array.partition.empty())
    script += "#SBATCH --partition=" + array.partition + "\n";
  if (!array.timeLimit.empty())
    script += "#SBATCH --time=" + array.timeLimit + "\n";
  script += "exec " + quoted(array.program) + " campaign run " + quoted(fs::absolute(array.plan)) +
            " --out " + quoted(folder) + " --shard \"$SLURM_ARRAY_TASK_ID/" + parts +
            "\" --resume --threads 1 --json-progress > " + quoted(folder) +
            "/slurm_\"$SLURM_ARRAY_TASK_ID\".log 2>&1\n";
  return script;
}

std::string submit(const SlurmArray& array, const RunContext& context) {
  files::makeFolder(array.folder);
  const auto script = array.folder / kScriptFile;
  files::writeAtomically(script, jobScript(array));
  const Said said = run("sbatch", {"--parsable", script.string()}, context);
  if (!said.ending.good() || said.output.empty())
    throw Error(ErrorCode::Failed, "Slurm did not take the job: " + said.errors);
  // "123" or "123;cluster"
  const std::string job = said.output.back().substr(0, said.output.back().find(';'));
  files::writeAtomically(array.folder / kJobFile, job + "\n");
  return job;
}

QueuedParts queuedParts(const fs::path& folder, const RunContext& context) {
  QueuedParts parts;
  if (!fs::exists(folder / kJobFile))
    return parts;
  const std::string noted = files::readText(folder / kJobFile);
  parts.job = files::trimmed(noted);
  const bool isNumber =
      !parts.job.empty() && std::all_of(parts.job.begin(), parts.job.end(),
                                        [](char digit) { return digit >= '0' && digit <= '9'; });
  if (!isNumber)
    throw Error(ErrorCode::Damaged,
                (folder / kJobFile).string() + " holds no number of a Slurm job.");
  // One line for each part; a job that has ended long ago is not known any more.
  try {
    const Said said =
        run("squeue", {"--noheader", "--array", "--format=%T", "--jobs=" + parts.job}, context);
    for (const std::string& state : said.output)
      (state == "PENDING" ? parts.waiting : parts.running) += 1;
  } catch (const Error& error) {
    parts.unknown = error.what();
  }
  return parts;
}

}  // namespace vitrine::campaign
