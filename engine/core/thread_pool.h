#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace vitrine {

/// The one thread pool of the program: `parallelFor` and the job runner share it.
class ThreadPool {
 public:
  using Work = std::function<void()>;

  explicit ThreadPool(int workers);
  /// Runs what is queued to the end, then joins.
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  /// The pool of this process, with one worker for each processor and never fewer than two, so
  /// that a long job leaves a worker for a short one.
  static ThreadPool& shared();

  /// Queues `work`, which must not throw.
  void submit(Work work);
  [[nodiscard]] int workers() const noexcept { return static_cast<int>(m_threads.size()); }

 private:
  void serve();

  std::mutex m_mutex;
  std::condition_variable m_wake;
  std::deque<Work> m_queue;
  bool m_closing = false;
  std::vector<std::jthread> m_threads;
};

}  // namespace vitrine
