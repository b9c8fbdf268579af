#include "engine/core/thread_pool.h"

#include <QTest>

#include <atomic>

using namespace vitrine;

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
};

QTEST_GUILESS_MAIN(TestThreadPool)
#include "tst_thread_pool.moc"
