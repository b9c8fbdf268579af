#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>

namespace vitrine {

/// What a long computation is given: when to stop, whom to tell how far it is, how many threads it
/// may use, and the seed of its random numbers.
///
/// Every function that can take longer than 20 ms takes one and calls `tick` at least every 20 ms.
/// Copies are cheap and share the stop request and the progress sink. Safe to use from any thread.
class RunContext {
 public:
  /// Receives the fraction done, 0 to 1, never falling. May be called from any thread, one call at
  /// a time, about 30 times a second at most (and always for 1).
  using ProgressSink = std::function<void(double fraction)>;

  struct Options {
    std::stop_token stop;
    ProgressSink progress;
    int threads = 0;  ///< at most this many threads; 0 stands for all the machine has
    std::uint64_t seed = 0;
  };

  /// Never stopped, silent, all threads, seed 0.
  RunContext();
  explicit RunContext(Options options);

  /// Cancel check. @throws Cancelled
  void tick() const;
  /// Cancel check and progress: `fraction` of this context's own share is done. @throws Cancelled
  void tick(double fraction) const;

  /// A context whose 0..1 is the part `begin`..`end` of this one's; for the steps of a longer task.
  [[nodiscard]] RunContext slice(double begin, double end) const;
  /// The same with progress muted; for a part whose length nobody can tell.
  [[nodiscard]] RunContext silent() const;
  [[nodiscard]] RunContext withThreads(int threads) const;
  [[nodiscard]] RunContext withSeed(std::uint64_t seed) const;

  /// For a library that cannot be brought to tick: what happens there at a stop hangs on this.
  [[nodiscard]] const std::stop_token& stopToken() const noexcept { return m_stop; }
  [[nodiscard]] int threads() const noexcept { return m_threads; }
  [[nodiscard]] std::uint64_t seed() const noexcept { return m_seed; }

 private:
  struct Progress;

  std::stop_token m_stop;
  std::shared_ptr<Progress> m_progress;
  double m_begin = 0.0;
  double m_end = 1.0;
  int m_threads = 1;
  std::uint64_t m_seed = 0;
};

}  // namespace vitrine
