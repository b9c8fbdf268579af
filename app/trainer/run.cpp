#include "app/trainer/run.h"

#include "app/cli/json_output.h"
#include "app/cli/text.h"
#include "app/trainer/arguments.h"
#include "app/trainer/training.h"
#include "engine/core/error.h"
#include "engine/core/random.h"
#include "engine/generation/ccgan.h"
#include "engine/generation/evaluation.h"
#include "engine/generation/fit.h"
#include "engine/generation/generator_file.h"

#include <chrono>
#include <cmath>
#include <limits>
#include <numeric>
#include <ostream>
#include <thread>

namespace vitrine::trainer {

namespace {

using cli::Json;
using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

double secondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// A stop in the midst of writing leaves the temporary file that would have become the checkpoint.
void removeLeftovers(const fs::path& checkpoint) {
  std::string prefix = ".";
  prefix += checkpoint.filename().string() + ".";
  std::error_code ignored;
  const fs::path folder = checkpoint.has_parent_path() ? checkpoint.parent_path() : ".";
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    constexpr std::size_t kRandomLetters = 6;
    if (name.starts_with(prefix) && name.size() == prefix.size() + kRandomLetters)
      fs::remove(entry.path(), ignored);
  }
}

struct Rows {
  generation::TrainingSet training;
  std::optional<generation::TrainingSet> test;
};

Rows readRows(const Arguments& arguments, const RunContext& context) {
  const auto patterns = arguments.patterns.read(context);
  if (patterns.axis().kind == diffraction::AxisKind::R)
    throw Error(ErrorCode::InvalidInput,
                "The network makes patterns from 0 to 100 and cannot learn g(r): choose another "
                "kind, e.g. --kind gp.");
  const auto split =
      generation::randomSplit(patterns.size(), arguments.testShare, arguments.settings.seed);
  const std::size_t count = arguments.count > 0 ? arguments.count : split.training.size();
  if (count > split.training.size())
    throw Error(ErrorCode::InvalidInput,
                "--count asks for " + std::to_string(count) + " patterns, and only " +
                    std::to_string(split.training.size()) + " are there to learn from.");
  Rows rows{patterns.select(std::span(split.training).first(count)), std::nullopt};
  if (!split.test.empty())
    rows.test = patterns.select(split.test);
  return rows;
}

/// Mean over the patterns of the mean squared deviation over the points.
double meanSquaredError(const Matrix& made, const Matrix& measured) {
  const auto left = made.values();
  const auto right = measured.values();
  return std::transform_reduce(left.begin(), left.end(), right.begin(), 0.0, std::plus<>(),
                               [](double a, double b) { return (a - b) * (a - b); }) /
         static_cast<double>(left.size());
}

std::vector<double> deviations(const Matrix& made, const Matrix& measured) {
  std::vector<double> result(made.columns());
  for (std::size_t p = 0; p < result.size(); ++p) {
    for (std::size_t i = 0; i < made.rows(); ++i)
      result[p] += std::pow(made(i, p) - measured(i, p), 2);
    result[p] = std::sqrt(result[p] / static_cast<double>(made.rows()));
  }
  return result;
}

/// The trained network with what its band needs: how far measured patterns lie from the mean, by
/// the rows it did not learn from where there are any.
std::shared_ptr<const generation::SpectrumGenerator> generatorOf(const Training& training,
                                                                 const Arguments& arguments,
                                                                 const Rows& rows,
                                                                 const RunContext& context) {
  auto card = generation::cardFor(generation::GeneratorKind::CcGan, rows.training);
  if (!arguments.source.empty())
    card.source = arguments.source;
  card.licence = arguments.licence;
  card.trained = cli::today();
  card.program = "vitrine " + std::string(cli::version());
  card.settings = arguments.settings.numbers();
  card.settings["best_step"] = training.bestStep();
  const auto judged = training.validationRows().empty()
                          ? rows.training
                          : rows.training.select(training.validationRows());
  auto tensors = training.weights();
  tensors.tensors["residual"] = files::Tensor::of(std::vector<double>(card.axis.points, 0.0));
  const auto bare = generation::makeCcGan(card, rows.training.fractions(), tensors);
  const Matrix made = bare->means(judged.fractions(), context);
  tensors.tensors["residual"] = files::Tensor::of(deviations(made, judged.intensities()));
  card.scores[training.validationRows().empty() ? "training_mse" : "validation_mse"] =
      meanSquaredError(made, judged.intensities());
  auto generator = generation::makeCcGan(card, rows.training.fractions(), tensors);
  if (!rows.test)
    return generator;
  const auto scores = generation::evaluate(*generator, *rows.test, context);
  card.scores.insert({{"mse.mean", scores.mseMean},
                      {"mse.median", scores.mseMedian},
                      {"mse.q90", scores.mseQ90},
                      {"coverage90", scores.coverage90},
                      {"q1.slope", scores.q1.slope},
                      {"q1.r2", scores.q1.r2},
                      {"delta_q.slope", scores.deltaQ.slope},
                      {"delta_q.r2", scores.deltaQ.r2}});
  std::erase_if(card.scores, [](const auto& score) { return !std::isfinite(score.second); });
  return generation::makeCcGan(card, rows.training.fractions(), tensors);
}

/// Tells how far the training is, on a line of its own twice a second.
class Progress {
 public:
  Progress(std::ostream& out, const Training& training, int steps)
      : m_out(out), m_training(training), m_steps(steps), m_first(training.stepsDone()) {}

  void tell(const StepReport& report) {
    if (report.validationMse)
      m_validation = *report.validationMse;
    if (report.discriminatorLoss)
      m_discriminator = *report.discriminatorLoss;
    constexpr auto kInterval = std::chrono::milliseconds(500);
    if (Clock::now() < m_next && report.step < m_steps)
      return;
    m_next = Clock::now() + kInterval;
    const double perStep = secondsSince(m_start) / (report.step - m_first);
    cli::writeLine(m_out, {{"step", report.step},
                           {"steps", m_steps},
                           {"loss_d", m_discriminator},
                           {"loss_g", report.generatorLoss},
                           {"regression_mse", report.regressionMse},
                           {"validation_mse", m_validation},
                           {"best_mse", m_training.bestValidationMse()},
                           {"best_step", m_training.bestStep()},
                           {"progress", static_cast<double>(report.step) / m_steps},
                           {"eta_s", perStep * (m_steps - report.step)}});
  }

 private:
  std::ostream& m_out;
  const Training& m_training;
  int m_steps;
  int m_first;
  Clock::time_point m_start = Clock::now();
  Clock::time_point m_next = m_start;
  // Not a number, null in JSON, until they are known.
  double m_validation = std::numeric_limits<double>::quiet_NaN();
  double m_discriminator = std::numeric_limits<double>::quiet_NaN();
};

}  // namespace

void train(const cli::Call& call) {
  const Arguments arguments = parseArguments(call);
  const int threads = arguments.threads > 0
                          ? arguments.threads
                          : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  useThreads(threads);
  RunContext::Options options;
  options.threads = threads;
  options.seed = arguments.settings.seed;
  const RunContext context(options);
  const Rows rows = readRows(arguments, context);
  Training training(rows.training.fractions(), rows.training.intensities(), arguments.settings);

  const fs::path checkpoint = arguments.checkpoint();
  removeLeftovers(checkpoint);
  if (!arguments.startsAnew && fs::exists(checkpoint))
    training.resume(files::readTensorFile(checkpoint));
  const int resumedFrom = training.stepsDone();
  const auto start = Clock::now();
  auto written = start;
  Progress progress(call.environment.out, training, arguments.settings.steps);
  while (!training.finished()) {
    const StepReport report = training.step();
    if (arguments.printsProgress)
      progress.tell(report);
    if (secondsSince(written) >= arguments.checkpointSeconds) {
      files::writeTensorFile(training.checkpoint(), checkpoint);
      written = Clock::now();
    }
  }

  const auto generator = generatorOf(training, arguments, rows, context);
  generation::saveGenerator(arguments.out, *generator);
  std::error_code ignored;
  fs::remove(checkpoint, ignored);

  const Json result{{"kind", "ccgan"},
                    {"system", generation::systemName(generator->card())},
                    {"preset", arguments.preset},
                    {"rows", rows.training.size()},
                    {"steps", training.stepsDone()},
                    {"resumed_from", resumedFrom},
                    {"best_step", training.bestStep()},
                    {"scores", generator->card().scores},
                    {"seconds", secondsSince(start)},
                    {"file", arguments.out.string()},
                    {"card", Json::parse(generation::cardJson(generator->card()))}};
  if (arguments.printsProgress)
    return cli::writeLine(call.out, {{"result", result}});
  if (arguments.printsJson)
    return cli::write(call.out, result);
  call.out << "Learned from " << rows.training.size() << " patterns of "
           << generation::systemName(generator->card()) << " in " << training.stepsDone()
           << " steps; the weights are those of step " << training.bestStep() << "\n";
  for (const auto& [name, score] : generator->card().scores)
    call.out << name << " " << score << "\n";
  call.out << "Wrote " << arguments.out.string() << "\n";
}

}  // namespace vitrine::trainer
