#pragma once

#include "app/cli/options.h"
#include "engine/core/run_context.h"

#include <stop_token>
#include <string>

namespace vitrine::cli {

/// The options that all long verbs share: --seed, --threads, --json-progress.
struct LongRun {
  std::string seed = "0";
  std::string threads = "0";
  bool progress = false;

  void addTo(Options& options);
  /// Progress goes out as JSON lines, straight to the stream. @throws Error (InvalidInput)
  [[nodiscard]] RunContext context(const Call& call, std::stop_token stop = {}) const;
};

}  // namespace vitrine::cli
