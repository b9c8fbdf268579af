#pragma once

#include "engine/core/run_context.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::process {

/// What to start. Nothing of it goes through a shell.
struct Command {
  std::filesystem::path program;  ///< a path; `findProgram` makes one of a name
  std::vector<std::string> arguments;
  std::filesystem::path folder;  ///< to work in; empty for that of the caller
};

/// How a process ended.
struct Ending {
  int status = 0;  ///< its exit status
  int signal = 0;  ///< the signal that ended it; 0 where it ended by itself

  [[nodiscard]] bool good() const noexcept { return status == 0 && signal == 0; }
};

/// Takes one line without its end. What it throws stops the process.
using LineSink = std::function<void(std::string_view line)>;

/// Starts a program, hands on each line it writes as soon as it is there, and returns when it has
/// ended. Its input is empty. It leads a process group of its own, and when this function is left
/// none of that group is alive: at a stop (or when a sink throws) the group is asked to end by
/// SIGTERM and killed 50 ms later. Should the caller itself be killed, so is the program.
/// Several threads may run a child each.
/// @throws Error (Failed) where the program cannot be started; Cancelled within 100 ms of a stop
Ending runChild(const Command& command, const LineSink& output, const LineSink& errors,
                const RunContext& context);

/// The file that a name stands for, as an absolute path, so that it can be started in another
/// folder: a path from the caller's folder, a bare name by the search path (PATH). Empty where
/// there is no such program.
std::optional<std::filesystem::path> findProgram(const std::string& name);

}  // namespace vitrine::process
