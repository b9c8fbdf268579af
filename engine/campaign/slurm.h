#pragma once

#include "engine/core/run_context.h"

#include <cstddef>
#include <filesystem>
#include <string>

namespace vitrine::campaign {

/// A campaign as a job array of the Slurm workload manager: each part runs
/// `vitrine campaign run PLAN --out FOLDER --shard i/n --resume` on a node that sees the same
/// files.
struct SlurmArray {
  std::filesystem::path program;  ///< vitrine
  std::filesystem::path plan;
  std::filesystem::path folder;  ///< where the campaign's results go
  std::size_t parts = 1;
  std::string partition;  ///< empty for the cluster's usual one
  std::string timeLimit;  ///< as Slurm writes it, e.g. "12:00:00"; empty for the cluster's limit
};

/// The job script. Paths are made absolute and quoted, so that no character of theirs means
/// anything to the shell.
/// @throws Error (InvalidInput) for a partition or time limit with characters that Slurm's do not
///         have
std::string jobScript(const SlurmArray& array);

/// Writes the script into the campaign's folder, hands it to `sbatch` and notes the number of the
/// job there. @returns that number
/// @throws Error (Failed) where there is no sbatch, or in its own words where it refuses;
///         Cancelled
std::string submit(const SlurmArray& array, const RunContext& context);

/// The parts of the submitted job that Slurm still knows of, by `squeue`.
struct QueuedParts {
  std::string job;  ///< its number; empty where none was submitted
  std::size_t waiting = 0;
  std::size_t running = 0;
  std::string unknown;  ///< why Slurm could not be asked, in a sentence; empty where it could
};
QueuedParts queuedParts(const std::filesystem::path& folder, const RunContext& context);

}  // namespace vitrine::campaign
