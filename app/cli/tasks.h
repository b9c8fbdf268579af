#pragma once

#include "app/cli/verb.h"

#include <span>
#include <string_view>

namespace vitrine::cli {

/// One of the things a verb can be told to do, as `train` in `vitrine spectra train`; it has
/// options and a help of its own.
struct Task {
  std::string_view name;
  std::string_view summary;
  void (*run)(const Call&);
};

/// Runs the task that the arguments name; asked for help without one, lists them.
/// @throws Error (InvalidInput) where no task is named
void runTask(std::string_view verb, std::span<const Task> tasks, const Call& call);

}  // namespace vitrine::cli
