#include "app/trainer/arguments.h"

#include "app/cli/options.h"
#include "engine/core/error.h"

namespace vitrine::trainer {

namespace {

double share(const std::string& text, const char* name) {
  const double value = cli::number(text, name);
  if (!(value >= 0.0 && value < 1.0))
    throw Error(
        ErrorCode::InvalidInput,
        std::string(name) + " takes a number from 0 up to but not 1, not \"" + text + "\".");
  return value;
}

}  // namespace

Arguments parseArguments(const cli::Call& call) {
  constexpr int kMost = 1000000000;
  std::string out, count = "0", kind = "ccgan", seed = "0", preset = "small", width, threads = "0",
                   source, licence, steps, mixing, test = "0", validation, checkpoint = "30";
  Arguments arguments;
  cli::Options options("spectra train",
                       "Trains a conditional adversarial network on the patterns of an alloy "
                       "system. Stopped and started again with the same words, it goes on from its "
                       "last checkpoint.");
  arguments.patterns.addTo(options);
  options.text("--out", out, "FILE", "Generator to write (safetensors, path)")->required();
  options.text("--kind", kind, "ccgan", "Kind of generator; this program makes networks (word)");
  options.text("--count", count, "N",
               "Patterns to learn from, drawn at random (count; default 0: all)");
  options.text("--seed", seed, "S", "Seed of draw and training (whole number; default 0)");
  options.text("--preset", preset, "full|small",
               "Widths of the paper, about half an hour of one processor, or a quarter of them, "
               "minutes (word; default small)");
  options.text("--width", width, "X", "So many times the preset's channels in each layer (factor)");
  options.text("--steps", steps, "N", "Steps instead of the preset's (count)");
  options.text("--mixing", mixing, "N",
               "Nearest patterns that are mixed into each one learned from: helps with noisy "
               "patterns that change slowly (count; default 0)");
  options.text("--test-share", test, "X",
               "Part of the patterns kept back to judge the result by (fraction; default 0)");
  options.text("--validation-share", validation, "X",
               "Part of the chosen patterns kept back to choose the best weights by (fraction)");
  options.text("--source", source, "TEXT", "Where the patterns come from, for the card (text)");
  options.text("--licence", licence, "TEXT", "Licence of the patterns, for the card (text)");
  options.text("--threads", threads, "N", "Threads to use (count; 0 for all)");
  options.text("--checkpoint-seconds", checkpoint, "T",
               "Time between checkpoints, beside the file to write (seconds; default 30)");
  options.flag("--restart", arguments.startsAnew, "Start anew, whatever checkpoint there is");
  options.flag("--json", arguments.printsJson,
               "One JSON object: errors in intensity units squared");
  options.flag("--json-progress", arguments.printsProgress,
               "JSON lines with step, losses, validation error and seconds to go, the last one "
               "{\"result\": ...}");
  options.parse(call);

  cli::oneOf(kind, "--kind", {"ccgan"});
  arguments.out = out;
  arguments.count = static_cast<std::size_t>(cli::wholeNumber(count, "--count", 0, kMost));
  arguments.testShare = share(test, "--test-share");
  arguments.preset = preset;
  arguments.settings = TrainingSettings::preset(preset);
  arguments.settings.seed = static_cast<std::uint64_t>(cli::wholeNumber(seed, "--seed", 0, kMost));
  if (!width.empty()) {
    constexpr double kWidest = 8.0;
    arguments.settings.widen(std::min(cli::positive(width, "--width"), kWidest));
  }
  if (!steps.empty())
    arguments.settings.steps = cli::wholeNumber(steps, "--steps", 1, kMost);
  if (!mixing.empty())
    arguments.settings.mixingNeighbours = cli::wholeNumber(mixing, "--mixing", 0, 1000);
  if (!validation.empty())
    arguments.settings.validationShare = share(validation, "--validation-share");
  arguments.source = source;
  arguments.licence = licence;
  arguments.threads = cli::wholeNumber(threads, "--threads", 0, 4096);
  arguments.checkpointSeconds = cli::number(checkpoint, "--checkpoint-seconds");
  return arguments;
}

}  // namespace vitrine::trainer
