#include "engine/core/thread_pool.h"

#include <QTest>

#include <future>
#include <sys/resource.h>

using namespace vitrine;

namespace {

/// Of the worker that runs it, as the system counts it: 0 is usual, more gives way.
int nicenessOfWorker(ThreadPool& pool) {
  std::promise<int> seen;
  pool.submit([&] { seen.set_value(getpriority(PRIO_PROCESS, 0)); });
  return seen.get_future().get();
}

}  // namespace

class TestThreadPool : public QObject {
  Q_OBJECT

 private slots:
  void runsWhatIsQueuedBeforeItEnds() {
    std::atomic<int> done = 0;
    {
      ThreadPool pool(2);
      for (int i = 0; i < 100; ++i)
        pool.submit([&] { ++done; });
    }
    QCOMPARE(done.load(), 100);
  }

  void workersGiveWayOnlyWhenTold() {
    const int own = getpriority(PRIO_PROCESS, 0);
    ThreadPool pool(1);
    QCOMPARE(nicenessOfWorker(pool), own);
    pool.giveWay();
    QVERIFY(nicenessOfWorker(pool) > own || own >= 10);
    QCOMPARE(getpriority(PRIO_PROCESS, 0), own);
  }
};

QTEST_GUILESS_MAIN(TestThreadPool)
#include "tst_thread_pool.moc"
