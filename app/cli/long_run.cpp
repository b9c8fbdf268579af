#include "app/cli/long_run.h"

#include "app/cli/json_output.h"

#include <utility>

namespace vitrine::cli {

void LongRun::addTo(Options& options) {
  options.text("--seed", seed, "N", "Seed of the random numbers (whole number; default 0)");
  options.text("--threads", threads, "N", "Threads to use (count; 0 for all)");
  options.flag("--json-progress", progress,
               "JSON lines with the fraction done, the last one {\"result\": ...}");
}

RunContext LongRun::context(const Call& call, std::stop_token stop) const {
  RunContext::Options options;
  options.stop = std::move(stop);
  options.threads = wholeNumber(threads, "--threads", 0, 4096);
  options.seed = static_cast<std::uint64_t>(wholeNumber(seed, "--seed", 0, 1000000000));
  if (progress)
    options.progress = [&out = call.environment.out](double fraction) {
      writeLine(out, {{"progress", fraction}});
    };
  return RunContext(std::move(options));
}

}  // namespace vitrine::cli
