#include "engine/core/thread_pool.h"

#include <algorithm>
#include <sys/resource.h>

namespace vitrine {

namespace {

/// About a tenth of the share of a thread that has not given way.
constexpr int kNiceness = 10;

}  // namespace

ThreadPool::ThreadPool(int workers) {
  for (int i = 0; i < std::max(1, workers); ++i)
    m_threads.emplace_back([this] { serve(); });
}

ThreadPool::~ThreadPool() {
  {
    const std::scoped_lock lock(m_mutex);
    m_closing = true;
  }
  m_wake.notify_all();
  m_threads.clear();
}

ThreadPool& ThreadPool::shared() {
  static ThreadPool pool(static_cast<int>(std::max(2U, std::thread::hardware_concurrency())));
  return pool;
}

void ThreadPool::submit(Work work) {
  {
    const std::scoped_lock lock(m_mutex);
    m_queue.push_back(std::move(work));
  }
  m_wake.notify_one();
}

void ThreadPool::serve() {
  bool gaveWay = false;
  while (true) {
    Work work;
    {
      std::unique_lock lock(m_mutex);
      m_wake.wait(lock, [this] { return m_closing || !m_queue.empty(); });
      if (m_queue.empty())
        return;
      work = std::move(m_queue.front());
      m_queue.pop_front();
    }
    // Linux counts niceness by thread, and 0 is the calling one.
    if (m_givesWay && !gaveWay)
      gaveWay = setpriority(PRIO_PROCESS, 0, kNiceness) == 0;
    work();
  }
}

}  // namespace vitrine
