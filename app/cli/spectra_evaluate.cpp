#include "app/cli/generators.h"
#include "app/cli/json_output.h"
#include "app/cli/options.h"
#include "app/cli/pattern_data.h"
#include "app/cli/spectra_verbs.h"
#include "app/cli/text.h"
#include "engine/generation/evaluation.h"

#include <ostream>

namespace vitrine::cli {

namespace {

using generation::Agreement;
using generation::Evaluation;

Json agreementJson(const Agreement& agreement) {
  return {{"n", agreement.n},
          {"slope", agreement.slope},
          {"r2_origin", agreement.r2Origin},
          {"r2", agreement.r2}};
}

Json evaluationJson(const Evaluation& evaluation) {
  Json spectra = Json::array();
  for (const auto& score : evaluation.patterns)
    spectra.push_back({{"id", score.id},
                       {"mse", score.mse},
                       {"q1", orNull(score.q1)},
                       {"delta_q", orNull(score.deltaQ)},
                       {"q1_measured", orNull(score.q1Measured)},
                       {"delta_q_measured", orNull(score.deltaQMeasured)}});
  return {{"n", evaluation.patterns.size()},
          {"mse",
           {{"mean", evaluation.mseMean},
            {"median", evaluation.mseMedian},
            {"q90", evaluation.mseQ90}}},
          {"coverage90", evaluation.coverage90},
          {"q1", agreementJson(evaluation.q1)},
          {"delta_q", agreementJson(evaluation.deltaQ)},
          {"spectra", std::move(spectra)}};
}

void print(std::ostream& out, const Evaluation& evaluation, bool isRadial) {
  const int decimals = isRadial ? 5 : 1;
  out << evaluation.patterns.size() << (isRadial ? " g(r)\n" : " patterns\n") << "MSE       mean "
      << fixed(evaluation.mseMean, decimals) << ", median " << fixed(evaluation.mseMedian, decimals)
      << ", 90 % below " << fixed(evaluation.mseQ90, decimals) << "\n"
      << "90 % band covers " << fixed(100.0 * evaluation.coverage90, 1) << " % of the points\n";
  if (isRadial)
    return;
  out << "           slope    R2 (origin)    R2\n";
  const auto line = [&](const char* name, const Agreement& agreement) {
    out << padded(name, 9) << aligned(fixed(agreement.slope, 4), 8)
        << aligned(fixed(agreement.r2Origin, 4), 13) << aligned(fixed(agreement.r2, 4), 10) << "\n";
  };
  line("q1", evaluation.q1);
  line("delta q", evaluation.deltaQ);
}

}  // namespace

void spectraEvaluate(const Call& call) {
  std::string generatorWish;
  PatternData patterns;
  std::string threads = "0";
  bool json = false;
  Options options(
      "spectra evaluate",
      "Generated against measured patterns, both with a maximum of 100 over q from 1 to "
      "5 1/A: mean squared error, q1 and delta q (1/A), R2 as fractions. Of g(r) only the mean "
      "squared error.");
  options
      .text("--generator", generatorWish, "NAME|FILE",
            "One of the program, e.g. Co-Ti-Zr, or a file of vitrine spectra train")
      ->required();
  patterns.addTo(options);
  options.text("--threads", threads, "N", "Threads to use (count; 0 for all)");
  options.flag("--json", json, "One JSON object; positions and widths in 1/A");
  options.parse(call);

  const auto context = RunContext().withThreads(wholeNumber(threads, "--threads", 0, 4096));
  const auto generator = loadGenerator(options.resources(call), generatorWish);
  const auto set = patterns.read(context, generator->card().axis);
  const auto evaluation = generation::evaluate(*generator, set, context);
  if (!json)
    return print(call.out, evaluation, generation::isRadial(generator->card()));
  Json object{{"generator", generatorWish},
              {"kind", generation::generatorName(generator->kind())},
              {"data", patterns.data}};
  object.update(evaluationJson(evaluation));
  write(call.out, object);
}

}  // namespace vitrine::cli
