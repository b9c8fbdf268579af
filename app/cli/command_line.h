#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>

namespace vitrine::cli {

/// Streams and paths a verb works with; tests give their own.
struct Environment {
  std::ostream& out;
  std::ostream& err;
  std::filesystem::path resources;  ///< the folder with elements/, models/, references.json …
};

/// Runs the verb that `arguments` (without the program name) ask for and returns the exit status:
/// 0 good, 1 the task failed, 2 wrong usage or input. Empty where they ask for the workbench.
std::optional<int> run(std::span<const std::string> arguments, Environment environment);

}  // namespace vitrine::cli
