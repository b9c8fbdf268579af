// How long the trainers, and random searches with them, go on after a stop was asked for: on as
// many rows as the table of glasses has, and on several thousand. One JSON line a case.

#include "engine/core/error.h"
#include "engine/regression/regressor.h"
#include "engine/regression/search.h"
#include "tests/bench/timing.h"
#include "tests/engine/regression/noise.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

using namespace vitrine;
using namespace vitrine::regression;

namespace {

constexpr int kStops = 40;
constexpr std::size_t kColumns = 53;

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

struct Endless {
  ModelKind kind;
  const char* name;
  Hyperparameters parameters;  ///< of a training that takes far longer than the benchmark
};

/// Wall time in ms from the request, which comes `before` into the work, to the end of it.
double stopMs(const std::function<void(const RunContext&)>& work, int threads,
              Milliseconds before) {
  std::stop_source source;
  RunContext::Options options;
  options.stop = source.get_token();
  options.threads = threads;
  Clock::time_point asked;
  std::jthread user([&] {
    std::this_thread::sleep_for(before);
    asked = Clock::now();
    source.request_stop();
  });
  try {
    work(RunContext(options));
  } catch (const Cancelled&) {
  }
  const auto back = Clock::now();
  user.join();
  return Milliseconds(back - asked).count();
}

/// Five folds by turns.
std::vector<IndexSplit> folds(std::size_t rows) {
  std::vector<IndexSplit> splits(5);
  for (std::size_t s = 0; s < splits.size(); ++s)
    for (std::size_t row = 0; row < rows; ++row)
      (row % splits.size() == s ? splits[s].test : splits[s].train).push_back(row);
  return splits;
}

/// The longest of many stops.
double longestMs(const std::function<void(const RunContext&)>& work, int threads) {
  double longest = 0.0;
  for (int i = 0; i < kStops; ++i)
    longest = std::max(longest, stopMs(work, threads, Milliseconds(20.0 + 7.3 * i)));
  return longest;
}

}  // namespace

int main() {
  const Endless jobs[] = {
      {ModelKind::SupportVector, "support_vector", {{"c", 1e5}, {"gamma", 1e-3}, {"epsilon", 0.0}}},
      {ModelKind::GradientBoosting, "gradient_boosting", {{"rounds", 100'000}, {"max_depth", 7}}},
      {ModelKind::ExtraTrees, "extra_trees", {{"trees", 100'000}}},
  };
  for (const std::size_t rows : {std::size_t{1437}, std::size_t{4000}}) {
    const auto [x, y] = test::noise(rows, kColumns);
    const auto name = [rows](const std::string& what) {
      return "stop of " + what + ", " + std::to_string(rows) + " rows";
    };
    const double allowedMs = rows < 2000 ? 20.0 : 100.0;
    for (const auto& job : jobs) {
      const double longest = longestMs(
          [&](const RunContext& context) { fit(job.kind, job.parameters, x, y, context); }, 1);
      bench::report(name(job.name).c_str(), "longest_ms", longest, allowedMs);
    }
    const auto splits = folds(rows);
    for (const ModelKind kind : kModelKinds) {
      const double longest = longestMs(
          [&](const RunContext& context) {
            randomSearch(kind, {}, defaultSearchSpace(kind), x, y, splits, 60, context);
          },
          2);
      bench::report(name("a random search of " + std::string(modelName(kind))).c_str(),
                    "longest_ms", longest, 100.0);
    }
  }
  return 0;
}
