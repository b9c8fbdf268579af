// How long the trainers go on after a stop was asked for: on as many rows as the table of glasses
// has, and on several thousand. One JSON line a case.

#include "engine/core/error.h"
#include "engine/regression/regressor.h"
#include "tests/bench/timing.h"
#include "tests/engine/regression/noise.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
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

/// Wall time in ms from the request, which comes `before` into the training, to the end of it.
double stopMs(const Endless& job, const Matrix& x, std::span<const double> y, Milliseconds before) {
  std::stop_source source;
  RunContext::Options options;
  options.stop = source.get_token();
  options.threads = 1;
  Clock::time_point asked;
  std::jthread user([&] {
    std::this_thread::sleep_for(before);
    asked = Clock::now();
    source.request_stop();
  });
  try {
    fit(job.kind, job.parameters, x, y, RunContext(options));
  } catch (const Cancelled&) {
  }
  const auto back = Clock::now();
  user.join();
  return Milliseconds(back - asked).count();
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
    for (const auto& job : jobs) {
      double longest = 0.0;
      for (int i = 0; i < kStops; ++i)
        longest = std::max(longest, stopMs(job, x, y, Milliseconds(20.0 + 7.3 * i)));
      const auto name = std::string("stop of ") + job.name + ", " + std::to_string(rows) + " rows";
      bench::report(name.c_str(), "longest_ms", longest, rows < 2000 ? 20.0 : 100.0);
    }
  }
  return 0;
}
