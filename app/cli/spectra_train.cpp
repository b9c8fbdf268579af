#include "app/cli/generators.h"
#include "app/cli/json_output.h"
#include "app/cli/long_run.h"
#include "app/cli/options.h"
#include "app/cli/pattern_data.h"
#include "app/cli/spectra_verbs.h"
#include "app/cli/text.h"
#include "engine/core/error.h"
#include "engine/generation/fit.h"
#include "engine/generation/generator_file.h"
#include "engine/generation/training_set.h"

#include <algorithm>
#include <ostream>

namespace vitrine::cli {

namespace {

using generation::GeneratorKind;
using generation::TrainingSet;

struct Wish {
  PatternData patterns;
  std::string kind;
  std::string count = "0";
  std::string source;
  std::string licence;
  std::string out;
  LongRun run;
};

/// A network is the business of the trainer, which has more options and reads them itself.
bool asksForNetwork(std::span<const std::string> arguments) {
  const std::string kind(generation::generatorName(GeneratorKind::CcGan));
  const auto word = std::ranges::find(arguments, "--kind");
  return std::ranges::find(arguments, "--kind=" + kind) != arguments.end() ||
         (word != arguments.end() && word + 1 != arguments.end() && *(word + 1) == kind);
}

/// `count` patterns drawn at random; all of them for 0.
TrainingSet chosenPatterns(const TrainingSet& all, std::size_t count, std::uint64_t seed) {
  if (count > all.size())
    throw Error(ErrorCode::InvalidInput, "--count " + std::to_string(count) + " is more than the " +
                                             std::to_string(all.size()) + " patterns of the data.");
  if (count == 0)
    return all;
  const auto order = generation::randomSplit(all.size(), 0.0, seed).training;
  return all.select(std::span(order).first(count));
}

}  // namespace

void spectraTrain(const Call& call) {
  if (asksForNetwork(call.arguments)) {
    if (!call.environment.startTrainer)
      throw Error(ErrorCode::Failed, "This program cannot start the trainer of the network.");
    return call.environment.startTrainer({call.arguments.begin(), call.arguments.end()});
  }
  Wish wish;
  Options options("spectra train",
                  "Trains a generator on measured patterns. They are cut to q from 1 to 5 1/A, "
                  "interpolated to 3743 points and scaled to a maximum of 100. Of radial "
                  "distribution functions (a table of g(r) over r in A) it learns g(r) as it is.");
  wish.patterns.addTo(options);
  options
      .text("--kind", wish.kind, "NAME",
            "nearest, idw, rbf, gp, shape or ccgan (name; shape is our own, and ccgan has options "
            "of its own, see --kind ccgan --help)")
      ->required();
  options.text("--count", wish.count, "N",
               "Learn from N patterns drawn at random (count; default 0: all)");
  options.text("--source", wish.source, "TEXT", "Where the patterns come from, for the card");
  options.text("--licence", wish.licence, "TEXT", "Their licence, for the card");
  options.text("--out", wish.out, "FILE", "File for the generator (path)")->required();
  wish.run.addTo(options);
  options.parse(call);

  const auto kind = generation::generatorKind(wish.kind);
  const auto context = wish.run.context(call);
  const auto count = static_cast<std::size_t>(wholeNumber(wish.count, "--count", 0, 1000000));
  const auto all = wish.patterns.read(context.slice(0.0, 0.3));
  const auto set = chosenPatterns(all, count, context.seed());
  auto card = generation::cardFor(kind, set);
  card.licence = wish.licence;
  if (!wish.source.empty())
    card.source = wish.source;
  card.trained = today();
  card.program = "vitrine " + std::string(version());
  const auto generator = generation::fitGenerator(std::move(card), set, context.slice(0.3, 1.0));
  generation::saveGenerator(wish.out, *generator);

  const Json result{{"file", wish.out},
                    {"kind", generation::generatorName(kind)},
                    {"system", generation::systemName(generator->card())},
                    {"n", set.size()},
                    {"card", Json::parse(generation::cardJson(generator->card()))}};
  if (wish.run.progress)
    return writeLine(call.out, {{"result", result}});
  call.out << generation::systemName(generator->card()) << ": " << generation::generatorName(kind)
           << " trained on " << set.size() << " of " << all.size() << " patterns, in " << wish.out
           << "\n";
}

}  // namespace vitrine::cli
