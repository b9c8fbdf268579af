#include "engine/core/parallel.h"

#include "engine/core/thread_pool.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <utility>

namespace vitrine {

namespace {

thread_local bool t_insideLoop = false;

/// One running loop. Helpers that reach the queue only after the loop has ended find no item left
/// and never touch the body, which is why they share ownership of the state but not of the body.
struct Loop {
  Loop(const RunContext& c, std::size_t n, const std::function<void(std::size_t)>& b)
      : context(c), count(n), body(&b) {}

  void work() {
    const bool outer = std::exchange(t_insideLoop, true);
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        (*body)(i);
        context.tick(static_cast<double>(++done) / static_cast<double>(count));
      } catch (...) {
        const std::scoped_lock lock(mutex);
        if (!failure)
          failure = std::current_exception();
        next = count;
      }
    }
    t_insideLoop = outer;
  }

  const RunContext context;
  const std::size_t count;
  const std::function<void(std::size_t)>* const body;
  std::atomic<std::size_t> next{0};
  std::atomic<std::size_t> done{0};
  std::mutex mutex;
  std::condition_variable idle;
  std::size_t helpersAtWork = 0;
  bool closed = false;
  std::exception_ptr failure;
};

void help(const std::shared_ptr<Loop>& loop) {
  {
    const std::scoped_lock lock(loop->mutex);
    if (loop->closed)
      return;
    ++loop->helpersAtWork;
  }
  loop->work();
  const std::scoped_lock lock(loop->mutex);
  --loop->helpersAtWork;
  loop->idle.notify_all();
}

}  // namespace

void parallelFor(const RunContext& context, std::size_t count,
                 const std::function<void(std::size_t)>& body) {
  context.tick();
  const auto loop = std::make_shared<Loop>(context, count, body);
  if (!t_insideLoop) {
    const auto helpers =
        std::min(count, static_cast<std::size_t>(std::max(1, context.threads()))) - (count ? 1 : 0);
    for (std::size_t i = 0; i < helpers; ++i)
      ThreadPool::shared().submit([loop] { help(loop); });
  }
  loop->work();
  std::unique_lock lock(loop->mutex);
  loop->closed = true;
  loop->idle.wait(lock, [&] { return loop->helpersAtWork == 0; });
  if (loop->failure)
    std::rethrow_exception(loop->failure);
}

}  // namespace vitrine
