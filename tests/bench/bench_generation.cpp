// Generators on the measured patterns of ren-hitp: error on held-out patterns for all kinds on the
// same draws, coverage of the band, and time.
//
//   bench_generation [--systems CoTiZr,…] [--counts 50,100] [--draws 3] [--seed 0] [--kinds …]

#include "engine/core/error.h"
#include "engine/diffraction/preprocessing.h"
#include "engine/diffraction/spectrum_folder.h"
#include "engine/generation/evaluation.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace vitrine;
using namespace vitrine::generation;

namespace {

std::vector<std::string> parts(const std::string& text) {
  std::vector<std::string> all;
  std::stringstream stream(text);
  for (std::string part; std::getline(stream, part, ',');)
    all.push_back(part);
  return all;
}

double secondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void measure(const std::string& system, const TrainingSet& set,
             const std::vector<std::string>& counts, const std::vector<std::string>& kinds,
             int draws, std::uint64_t seed) {
  const RunContext context;
  for (const auto& count : counts) {
    std::map<std::string, std::vector<double>> errors;
    for (const auto& kind : kinds) {
      double median = 0.0, covered = 0.0, fitTime = 0.0, q1 = 0.0, width = 0.0, q1R2 = 0.0,
             widthR2 = 0.0;
      for (int draw = 0; draw < draws; ++draw) {
        auto split = randomSplit(set.size(), 0.3, seed + static_cast<std::uint64_t>(draw));
        if (count != "all")
          split.training.resize(std::min(split.training.size(), std::stoul(count)));
        const auto training = set.select(split.training);
        const auto start = std::chrono::steady_clock::now();
        const auto generator =
            fitGenerator(cardFor(generatorKind(kind), training), training, context);
        fitTime += secondsSince(start) / draws;
        const auto scores = evaluate(*generator, set.select(split.test), context);
        errors[kind].push_back(scores.mseMean);
        median += scores.mseMedian / draws;
        covered += scores.coverage90 / draws;
        q1 += scores.q1.slope / draws;
        width += scores.deltaQ.slope / draws;
        q1R2 += scores.q1.r2 / draws;
        widthR2 += scores.deltaQ.r2 / draws;
      }
      double mean = 0.0;
      std::string each;
      for (const double error : errors[kind]) {
        mean += error / draws;
        char text[32];
        std::snprintf(text, sizeof text, " %.1f", error);
        each += draws <= 5 ? text : "";
      }
      std::printf(
          "%s N %-4s %-8s mse %6.1f (%s ) median %5.2f  covered %.3f  q1 %.4f r2 %.3f  "
          "width %.3f r2 %.3f  fit %.2f s\n",
          system.c_str(), count.c_str(), kind.c_str(), mean, each.c_str(), median, covered, q1,
          q1R2, width, widthR2, fitTime);
      std::fflush(stdout);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::map<std::string, std::string> options{{"--systems", "CoTiZr,CoVZr,FeTiNb,CoFeZr"},
                                             {"--counts", "50,100"},
                                             {"--draws", "3"},
                                             {"--seed", "0"},
                                             {"--kinds", "nearest,idw,rbf,gp,shape"}};
  for (int i = 1; i + 1 < argc; i += 2)
    options[argv[i]] = argv[i + 1];
  const char* shared = std::getenv("VITRINE_SHARED");
  const std::filesystem::path data =
      std::filesystem::path(shared != nullptr ? shared : "../shared") / "data/ren-hitp";
  try {
    for (const auto& system : parts(options["--systems"])) {
      const auto start = std::chrono::steady_clock::now();
      const auto set = TrainingSet::fromSpectra(
          diffraction::prepare(diffraction::readSpectrumFolder(data / system)));
      std::printf("%s: %zu patterns read in %.1f s\n", system.c_str(), set.size(),
                  secondsSince(start));
      measure(system, set, parts(options["--counts"]), parts(options["--kinds"]),
              std::stoi(options["--draws"]), std::stoull(options["--seed"]));
    }
  } catch (const Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
