#pragma once

#include "app/cli/command_line.h"
#include "app/cli/verb.h"

#include <span>
#include <string>
#include <string_view>

namespace vitrine::cli {

/// Runs a verb and tells its failure on one line. @return the exit status: 0 good, 1 the task
/// failed, 2 wrong usage or input
int runVerb(std::string_view name, void (*verb)(const Call&),
            std::span<const std::string> arguments, const Environment& environment);

/// Tells a failure. @return `status`
int fail(const Environment& environment, const std::string& message, int status);

/// Writes what a verb had to say. A full disk or a closed pipe is a failure too.
int finish(const Environment& environment, const std::string& text);

}  // namespace vitrine::cli
