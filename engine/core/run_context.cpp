#include "engine/core/run_context.h"

#include "engine/core/error.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <thread>

namespace vitrine {

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kReportInterval = std::chrono::milliseconds(33);

int machineThreads() {
  return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

}  // namespace

struct RunContext::Progress {
  explicit Progress(ProgressSink s) : sink(std::move(s)) {}

  void report(double fraction) {
    // A thread that finds another one reporting has nothing newer to say, unless it is the end.
    std::unique_lock lock(mutex, std::defer_lock);
    if (fraction >= 1.0)
      lock.lock();
    else if (!lock.try_lock())
      return;
    const auto now = Clock::now();
    if (fraction <= reached || (fraction < 1.0 && now - lastReport < kReportInterval))
      return;
    reached = fraction;
    lastReport = now;
    sink(fraction);
  }

  std::mutex mutex;
  const ProgressSink sink;
  double reached = -1.0;
  Clock::time_point lastReport{};
};

RunContext::RunContext() : RunContext(Options{}) {}

RunContext::RunContext(Options options)
    : m_stop(std::move(options.stop)),
      m_progress(options.progress ? std::make_shared<Progress>(std::move(options.progress))
                                  : nullptr),
      m_threads(options.threads > 0 ? options.threads : machineThreads()),
      m_seed(options.seed) {}

void RunContext::tick() const {
  if (m_stop.stop_requested())
    throw Cancelled();
}

void RunContext::tick(double fraction) const {
  tick();
  if (m_progress)
    m_progress->report(m_begin + (m_end - m_begin) * std::clamp(fraction, 0.0, 1.0));
}

RunContext RunContext::slice(double begin, double end) const {
  RunContext part = *this;
  part.m_begin = m_begin + (m_end - m_begin) * begin;
  part.m_end = m_begin + (m_end - m_begin) * end;
  return part;
}

RunContext RunContext::silent() const {
  RunContext quiet = *this;
  quiet.m_progress = nullptr;
  return quiet;
}

RunContext RunContext::withThreads(int threads) const {
  RunContext other = *this;
  other.m_threads = threads > 0 ? threads : machineThreads();
  return other;
}

RunContext RunContext::withSeed(std::uint64_t seed) const {
  RunContext other = *this;
  other.m_seed = seed;
  return other;
}

}  // namespace vitrine
