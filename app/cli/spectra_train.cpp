#include "app/cli/generators.h"
#include "app/cli/json_output.h"
#include "app/cli/long_run.h"
#include "app/cli/options.h"
#include "app/cli/spectra_verbs.h"
#include "app/cli/text.h"
#include "engine/core/error.h"
#include "engine/diffraction/preprocessing.h"
#include "engine/diffraction/spectrum_folder.h"
#include "engine/generation/fit.h"
#include "engine/generation/generator_file.h"
#include "engine/generation/training_set.h"

#include <ostream>

namespace vitrine::cli {

namespace {

using generation::GeneratorKind;
using generation::TrainingSet;

struct Wish {
  std::string data;
  std::string kind;
  std::string count = "0";
  std::string preset = "small";
  std::string source;
  std::string licence;
  std::string out;
  LongRun run;
};

/// `count` patterns drawn at random; all of them for 0.
TrainingSet chosenPatterns(const TrainingSet& all, std::size_t count, std::uint64_t seed) {
  if (count > all.size())
    throw Error(ErrorCode::InvalidInput, "--count " + std::to_string(count) + " is more than the " +
                                             std::to_string(all.size()) +
                                             " patterns of the data.");
  if (count == 0)
    return all;
  const auto order = generation::randomSplit(all.size(), 0.0, seed).training;
  return all.select(std::span(order).first(count));
}

}  // namespace

TrainingSet preparedPatterns(const std::string& folder, const RunContext& context) {
  const auto collection = diffraction::readSpectrumFolder(folder, context.slice(0.0, 0.7));
  return TrainingSet::fromSpectra(diffraction::prepare(collection, {}, context.slice(0.7, 1.0)));
}

void spectraTrain(const Call& call) {
  Wish wish;
  Options options("spectra train",
                  "Trains a generator on measured patterns. They are cut to q from 1 to 5 1/A, "
                  "interpolated to 3743 points and scaled to a maximum of 100.");
  options
      .text("--data", wish.data, "DIR",
            "Folder with index.csv and tables of patterns over q in 1/A (path)")
      ->required();
  options
      .text("--kind", wish.kind, "NAME",
            "nearest, idw, rbf, gp, shape or ccgan (name; shape is our own)")
      ->required();
  options.text("--count", wish.count, "N",
               "Learn from N patterns drawn at random (count; default 0: all)");
  options.text("--preset", wish.preset, "full|small",
               "Size of a ccgan: that of Xie et al., about an hour, or small, minutes (word)");
  options.text("--source", wish.source, "TEXT", "Where the patterns come from, for the card");
  options.text("--licence", wish.licence, "TEXT", "Their licence, for the card");
  options.text("--out", wish.out, "FILE", "File for the generator (path)")->required();
  wish.run.addTo(options);
  options.parse(call);

  const auto kind = generation::generatorKind(wish.kind);
  oneOf(wish.preset, "--preset", {"full", "small"});
  if (kind == GeneratorKind::CcGan) {
    if (!call.environment.startTrainer)
      throw Error(ErrorCode::Failed, "This program cannot start the trainer of the network.");
    return call.environment.startTrainer({call.arguments.begin(), call.arguments.end()});
  }
  const auto context = wish.run.context(call);
  const auto count = static_cast<std::size_t>(wholeNumber(wish.count, "--count", 0, 1000000));
  const auto all = preparedPatterns(wish.data, context.slice(0.0, 0.3));
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
