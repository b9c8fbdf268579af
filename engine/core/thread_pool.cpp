#include "engine/core/thread_pool.h"

#include <algorithm>

namespace vitrine {

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
    work();
  }
}

}  // namespace vitrine
