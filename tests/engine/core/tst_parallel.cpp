#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/core/random.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace vitrine;

class TestParallel : public QObject {
  Q_OBJECT

 private slots:
  void everyItemOnce_data() {
    QTest::addColumn<int>("threads");
    for (const int threads : {1, 2, 4})
      QTest::addRow("%d", threads) << threads;
  }
  void everyItemOnce() {
    QFETCH(int, threads);
    std::vector<std::atomic<int>> calls(1000);
    parallelFor(RunContext().withThreads(threads), calls.size(),
                [&](std::size_t i) { ++calls[i]; });
    for (const auto& count : calls)
      QCOMPARE(count.load(), 1);
  }

  void nestedLoopsRunInLine() {
    std::vector<int> sums(8);
    parallelFor(RunContext(), sums.size(), [&](std::size_t i) {
      const auto outer = std::this_thread::get_id();
      std::vector<int> parts(5);
      parallelFor(RunContext(), parts.size(), [&](std::size_t j) {
        if (std::this_thread::get_id() == outer)
          parts[j] = static_cast<int>(i);
      });
      sums[i] = std::accumulate(parts.begin(), parts.end(), 0);
    });
    for (std::size_t i = 0; i < sums.size(); ++i)
      QCOMPARE(sums[i], static_cast<int>(5 * i));
  }

  void firstExceptionIsThrownOn() {
    QVERIFY_EXCEPTION_THROWN(parallelFor(RunContext(), 100,
                                         [](std::size_t i) {
                                           if (i == 37)
                                             throw std::runtime_error("item 37");
                                         }),
                             std::runtime_error);
  }

  void stopEndsTheLoopSoon() {
    std::stop_source source;
    RunContext::Options options;
    options.stop = source.get_token();
    const RunContext context(options);
    std::atomic<int> items = 0;
    bool cancelled = false;
    try {
      parallelFor(context, 1'000'000, [&](std::size_t) {
        if (++items == 10)
          source.request_stop();
      });
    } catch (const Cancelled&) {
      cancelled = true;
    }
    QVERIFY(cancelled);
    QVERIFY(items < 1000);
  }

  void emptyLoopReturns() {
    parallelFor(RunContext(), 0, [](std::size_t) { QFAIL("no item to call"); });
  }

  void progressRisesToOne() {
    std::vector<double> seen;
    RunContext::Options options;
    options.progress = [&](double fraction) { seen.push_back(fraction); };
    const RunContext context(options);
    parallelFor(context.slice(0.0, 0.5), 50, [](std::size_t) {});
    parallelFor(context.slice(0.5, 1.0), 50,
                [](std::size_t) { std::this_thread::sleep_for(std::chrono::milliseconds(2)); });
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    QCOMPARE(seen.back(), 1.0);
  }

  void randomStreamsAreUniformAndIndependent() {
    // Bounds are more than five standard errors wide.
    Random a(7, 0);
    Random b(7, 1);
    double mean = 0.0;
    double cross = 0.0;
    constexpr int n = 100'000;
    for (int i = 0; i < n; ++i) {
      const double x = a.uniform();
      mean += x / n;
      cross += (x - 0.5) * (b.uniform() - 0.5) / n;
    }
    QVERIFY(std::abs(mean - 0.5) < 5e-3);
    QVERIFY(std::abs(cross) < 2e-3);
  }
};

QTEST_GUILESS_MAIN(TestParallel)
#include "tst_parallel.moc"
