#include "engine/core/error.h"
#include "engine/core/run_context.h"

#include <QTest>

#include <chrono>
#include <cstdint>
#include <stop_token>
#include <thread>
#include <vector>

using namespace vitrine;

class TestRunContext : public QObject {
  Q_OBJECT

 private slots:
  void defaultNeverStopsAndUsesTheMachine() {
    const RunContext context;
    context.tick();
    context.tick(0.5);
    QVERIFY(context.threads() >= 1);
    QCOMPARE(context.seed(), std::uint64_t{0});
  }

  void tickThrowsOnceAStopIsAskedFor() {
    std::stop_source source;
    RunContext::Options options;
    options.stop = source.get_token();
    const RunContext context(options);
    context.tick();
    source.request_stop();
    QVERIFY(context.stopToken().stop_requested());
    QVERIFY_EXCEPTION_THROWN(context.tick(), Cancelled);
    QVERIFY_EXCEPTION_THROWN(context.slice(0.0, 0.1).tick(0.2), Cancelled);
    QVERIFY_EXCEPTION_THROWN(context.silent().withSeed(3).tick(), Cancelled);
  }

  void slicesNestAndProgressNeverFalls() {
    std::vector<double> seen;
    RunContext::Options options;
    options.progress = [&](double fraction) { seen.push_back(fraction); };
    const RunContext context(options);
    const auto pause = [] { std::this_thread::sleep_for(std::chrono::milliseconds(40)); };
    context.slice(0.5, 1.0).slice(0.0, 0.5).tick(0.5);
    pause();
    context.tick(0.1);  // behind what was told: not told
    pause();
    context.silent().tick(0.9);
    pause();
    context.tick(1.0);
    QCOMPARE(seen, (std::vector<double>{0.625, 1.0}));
  }

  void copiesKeepTheirOwnThreadsAndSeed() {
    const RunContext context;
    const auto other = context.withThreads(3).withSeed(42);
    QCOMPARE(other.threads(), 3);
    QCOMPARE(other.seed(), std::uint64_t{42});
    QCOMPARE(context.seed(), std::uint64_t{0});
  }
};

QTEST_GUILESS_MAIN(TestRunContext)
#include "tst_run_context.moc"
