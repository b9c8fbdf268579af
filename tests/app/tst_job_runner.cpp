// The job runner: latest wins, stale results are dropped, cancelling and closing are quick, also
// for the real jobs of the engine and the workbench.

#include "app/jobs/job_group.h"
#include "app/jobs/job_runner.h"
#include "app/jobs/live_result.h"
#include "app/jobs/result_store.h"
#include "app/pages/relaxation_job.h"
#include "app/quantities/section_map.h"
#include "engine/core/error.h"
#include "engine/core/random.h"
#include "engine/regression/search.h"
#include "tests/app/resources.h"
#include "tests/support/cancel_time.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

using namespace vitrine;
using app::JobRunner;
using app::JobSpec;
using app::Priority;
using test::kCancelMs;

namespace {

/// Works until it is told to stop, or until released.
struct Gate {
  std::atomic<bool> open{false};
  std::atomic<int> entered{0};

  int pass(const RunContext& context, int result) {
    ++entered;
    while (!open) {
      context.tick();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return result;
  }
};

/// As many rows and columns as the training table of Tg, with a smooth target.
struct Table {
  Matrix x{1437, 53};
  std::vector<double> y;

  Table() {
    Random random(7);
    for (std::size_t i = 0; i < x.rows(); ++i) {
      double target = 0.0;
      for (int k = 0; k < 4; ++k) {
        const std::size_t column = random.below(x.columns());
        x(i, column) = random.uniform();
        target += x(i, column) * (300.0 + 10.0 * static_cast<double>(column));
      }
      y.push_back(target);
    }
  }
};

using Work = std::function<int(const RunContext&)>;

Work training(regression::ModelKind kind) {
  return [kind, table = Table()](const RunContext& context) {
    // Repeated, so that it is still at work when it is stopped.
    for (int i = 0; i < 1000; ++i)
      regression::fit(kind, {}, table.x, table.y, context);
    return 1;
  };
}

Work search() {
  return [table = Table()](const RunContext& context) {
    regression::IndexSplit split;
    for (std::size_t i = 0; i < table.x.rows(); ++i)
      (i % 5 == 0 ? split.test : split.train).push_back(i);
    const auto kind = regression::ModelKind::ExtraTrees;
    regression::randomSearch(kind, {}, regression::defaultSearchSpace(kind), table.x, table.y,
                             std::vector{split}, 1000, context);
    return 1;
  };
}

Work map(const app::SharedModel& tg) {
  return [tg](const RunContext& context) {
    for (int i = 0; i < 10'000; ++i)
      app::sectionEstimates({{40, 29, 13}, {}}, 100, {.tg = tg}, context);
    return 1;
  };
}

Work curve() {
  return [](const RunContext& context) {
    for (int i = 0; i < 10'000'000; ++i)
      app::relaxationCurves(600.0 + i % 200, prediction::Interval{580.0, 820.0}, context);
    return 1;
  };
}

Work freeEnergy() {
  return [](const RunContext& context) {
    for (int i = 0; i < 1'000'000; ++i)
      app::freeEnergyAt(0.5 + 0.001 * (i % 150), context);
    return 1;
  };
}

}  // namespace

Q_DECLARE_METATYPE(Work)

class TestJobRunner : public QObject {
  Q_OBJECT

 private slots:
  void deliversOnThisThread();
  void latestWins();
  void groupsWorkBesideEachOther();
  void supersededResultIsDroppedEvenWhenItCameFirst();
  void failures();
  void cancelledDeliversNothing();
  void userCancelSaysSo();
  void failuresStayUntilDismissed();
  void priorities();
  void interactiveStartsBesideBackground();
  void progress();
  void closingWhileBusy();
  void closingDropsWaitingJobs();
  void realJobsStopQuickly_data();
  void realJobsStopQuickly();
  void realJobsTickOften_data();
  void realJobsTickOften();
  void storeIsBounded();
  void liveResult();
  void staleIsSaidOnlyAfterAWhile();

 private:
  void realJobs();
};

void TestJobRunner::deliversOnThisThread() {
  JobRunner runner;
  int result = 0;
  Qt::HANDLE workThread = nullptr;
  Qt::HANDLE resultThread = nullptr;
  runner.start<int>(
      {QStringLiteral("a")},
      [&](const RunContext&) {
        workThread = QThread::currentThreadId();
        return 42;
      },
      [&](int value) {
        result = value;
        resultThread = QThread::currentThreadId();
      },
      [](const QString&) { QFAIL("no failure expected"); });
  QTRY_COMPARE(result, 42);
  QVERIFY(workThread != QThread::currentThreadId());
  QCOMPARE(resultThread, QThread::currentThreadId());
  QTRY_VERIFY(runner.isIdle());
}

void TestJobRunner::latestWins() {
  JobRunner runner;
  Gate gate;
  std::vector<int> results;
  for (int i = 1; i <= 20; ++i)
    runner.start<int>(
        {QStringLiteral("same")}, [&gate, i](const RunContext& c) { return gate.pass(c, i); },
        [&results](int value) { results.push_back(value); }, {});
  gate.open = true;
  QTRY_VERIFY(runner.isIdle());
  QCOMPARE(results, std::vector{20});
}

void TestJobRunner::groupsWorkBesideEachOther() {
  JobRunner runner;
  app::JobGroup group(runner, QStringLiteral("file"));
  Gate gate;
  int results = 0;
  QStringList failures;
  const auto start = [&](const Work& work) {
    group.start<int>(
        work, [&](int value) { results += value; },
        [&](const QString& sentence) { failures << sentence; });
  };
  const auto pass = [&gate](const RunContext& context) { return gate.pass(context, 1); };
  start(pass);
  start(pass);
  start([](const RunContext&) -> int { throw Error(ErrorCode::CannotRead, "There is none."); });
  QVERIFY(group.isRunning());
  gate.open = true;
  QTRY_VERIFY(!group.isRunning());
  QCOMPARE(results, 2);
  QCOMPARE(failures, QStringList{QStringLiteral("There is none.")});
  // One word ends all, and nothing of them is heard.
  gate.open = false;
  start(pass);
  start(pass);
  group.cancel();
  QVERIFY(!group.isRunning());
  QVERIFY(group.fraction() < 0.0);
  QTRY_VERIFY(runner.isIdle());
  QCOMPARE(results, 2);
}

void TestJobRunner::supersededResultIsDroppedEvenWhenItCameFirst() {
  JobRunner runner;
  std::atomic<bool> finished{false};
  std::vector<int> results;
  const auto collect = [&results](int value) { results.push_back(value); };
  runner.start<int>({QStringLiteral("same")},
                    [&](const RunContext&) {
                      finished = true;
                      return 1;
                    },
                    collect, {});
  // The first one is done, its delivery waits in the event queue, which does not run here.
  while (!finished)
    QThread::msleep(1);
  QThread::msleep(20);
  runner.start<int>({QStringLiteral("same")}, [](const RunContext&) { return 2; }, collect, {});
  QTRY_VERIFY(runner.isIdle());
  QCOMPARE(results, std::vector{2});
}

void TestJobRunner::failures() {
  JobRunner runner;
  QStringList failures;
  int results = 0;
  const auto start = [&](const char* key, const Work& work) {
    runner.start<int>(
        {QString::fromLatin1(key)}, work, [&](int) { ++results; },
        [&failures](const QString& sentence) { failures << sentence; });
  };
  start("error", [](const RunContext&) -> int {
    throw Error(ErrorCode::Failed, "The oven is cold; light it.");
  });
  QTRY_COMPARE(failures.size(), 1);
  QCOMPARE(failures[0], QStringLiteral("The oven is cold; light it."));
  start("other", [](const RunContext&) -> int { throw std::runtime_error("odd"); });
  QTRY_COMPARE(failures.size(), 2);
  QVERIFY(failures[1].contains(QLatin1String("odd")));
  start("cancelled", [](const RunContext&) -> int { throw Cancelled(); });
  QTRY_VERIFY(runner.isIdle());
  QCOMPARE(failures.size(), 2);
  QCOMPARE(results, 0);
}

void TestJobRunner::cancelledDeliversNothing() {
  JobRunner runner;
  Gate gate;
  bool called = false;
  runner.start<int>(
      {QStringLiteral("a")}, [&](const RunContext& c) { return gate.pass(c, 1); },
      [&](int) { called = true; }, [&](const QString&) { called = true; });
  QTRY_COMPARE(gate.entered.load(), 1);
  runner.cancel(QStringLiteral("a"));
  QTRY_VERIFY(runner.isIdle());
  QVERIFY(!called);
}

void TestJobRunner::userCancelSaysSo() {
  JobRunner runner;
  Gate gate;
  QString failure;
  runner.start<int>(
      {QStringLiteral("a"), Priority::Visible, QStringLiteral("A long job")},
      [&](const RunContext& c) { return gate.pass(c, 1); }, {},
      [&](const QString& sentence) { failure = sentence; });
  QTRY_COMPARE(gate.entered.load(), 1);
  const auto reports = runner.reports();
  QCOMPARE(reports.size(), std::size_t{1});
  QCOMPARE(reports[0].title, QStringLiteral("A long job"));
  runner.cancelById(reports[0].id);
  QVERIFY(!failure.isEmpty());
  QTRY_VERIFY(runner.isIdle());
}

void TestJobRunner::failuresStayUntilDismissed() {
  JobRunner runner;
  int told = 0;
  const auto start = [&](const char* key, const QString& title, bool essential, bool good) {
    runner.start<int>(
        {QString::fromLatin1(key), Priority::Visible, title, essential},
        [good](const RunContext&) -> int {
          if (!good)
            throw Error(ErrorCode::Failed, "The oven is cold; light it.");
          return 1;
        },
        [](int) {}, [&told](const QString&) { ++told; });
    QTRY_VERIFY(runner.isIdle());
  };
  start("map", QStringLiteral("Map"), false, false);
  start("models", QStringLiteral("Models"), true, false);  // told where they are missed
  start("nameless", {}, false, false);
  QCOMPARE(told, 3);
  auto reports = runner.reports();
  QCOMPARE(reports.size(), std::size_t{1});
  QCOMPARE(reports[0].title, QStringLiteral("Map"));
  QCOMPARE(reports[0].failure, QStringLiteral("The oven is cold; light it."));
  QSignalSpy changes(&runner, &JobRunner::reportsChanged);
  runner.dismiss(reports[0].id);
  QCOMPARE(changes.size(), 1);
  QVERIFY(runner.reports().empty());

  // Another try takes the old failure away.
  start("map", QStringLiteral("Map"), false, false);
  QCOMPARE(runner.reports().size(), std::size_t{1});
  start("map", QStringLiteral("Map"), false, true);
  QVERIFY(runner.reports().empty());
}

void TestJobRunner::priorities() {
  ThreadPool pool(1);
  JobRunner runner(pool);
  Gate gate;
  QStringList order;
  runner.start<int>(
      {QStringLiteral("first"), Priority::Background},
      [&](const RunContext& c) { return gate.pass(c, 0); }, [](int) {}, {});
  QTRY_COMPARE(gate.entered.load(), 1);
  const auto start = [&](const char* key, Priority priority) {
    const QString name = QString::fromLatin1(key);
    runner.start<int>(
        {name, priority}, [](const RunContext&) { return 0; },
        [&order, name](int) { order << name; }, {});
  };
  start("background", Priority::Background);
  start("visible", Priority::Visible);
  start("interactive", Priority::Interactive);
  gate.open = true;
  QTRY_COMPARE(order.size(), 3);
  QCOMPARE(order.join(u' '), QStringLiteral("interactive visible background"));
}

void TestJobRunner::interactiveStartsBesideBackground() {
  ThreadPool pool(2);
  JobRunner runner(pool);
  Gate gate;
  for (const char* key : {"one", "two", "three"})
    runner.start<int>(
        {QString::fromLatin1(key), Priority::Background},
        [&](const RunContext& c) { return gate.pass(c, 0); }, [](int) {}, {});
  bool done = false;
  runner.start<int>(
      {QStringLiteral("now")}, [](const RunContext&) { return 1; }, [&](int) { done = true; }, {});
  QTRY_VERIFY(done);
  QCOMPARE(gate.entered.load(), 1);
  gate.open = true;
  QTRY_VERIFY(runner.isIdle());
}

void TestJobRunner::progress() {
  JobRunner runner;
  QSignalSpy changes(&runner, &JobRunner::reportsChanged);
  std::atomic<bool> told{false};
  Gate gate;
  runner.start<int>(
      {QStringLiteral("a"), Priority::Visible, QStringLiteral("Half done")},
      [&](const RunContext& context) {
        context.tick(0.5);
        told = true;
        return gate.pass(context, 1);
      },
      [](int) {}, {});
  QTRY_VERIFY(told);
  QTRY_VERIFY(changes.count() > 0);
  QCOMPARE(runner.reports().at(0).fraction, 0.5);
  QCOMPARE(runner.fractionOf(QStringLiteral("a")), 0.5);
  gate.open = true;
  QTRY_VERIFY(runner.isIdle());
  QVERIFY(runner.fractionOf(QStringLiteral("a")) < 0.0);
  QVERIFY(runner.reports().empty());
}

void TestJobRunner::closingWhileBusy() {
  bool called = false;
  Gate gate;
  QElapsedTimer clock;
  {
    JobRunner runner;
    for (int i = 0; i < 5; ++i)
      runner.start<int>(
          {QString::number(i)}, [&](const RunContext& c) { return gate.pass(c, 1); },
          [&](int) { called = true; }, [&](const QString&) { called = true; });
    QTRY_VERIFY(gate.entered.load() > 0);
    clock.start();
  }
  QVERIFY2(clock.elapsed() <= kCancelMs, qPrintable(QString::number(clock.elapsed())));
  QCoreApplication::processEvents();
  QVERIFY(!called);
}

void TestJobRunner::closingDropsWaitingJobs() {
  JobRunner runner;
  runner.close();
  bool called = false;
  runner.start<int>(
      {QStringLiteral("late")}, [](const RunContext&) { return 1; }, [&](int) { called = true; },
      {});
  QTest::qWait(20);
  QVERIFY(!called);
  QVERIFY(runner.isIdle());
}

void TestJobRunner::realJobs() {
  QTest::addColumn<Work>("work");
  QTest::newRow("support vectors") << training(regression::ModelKind::SupportVector);
  QTest::newRow("boosting") << training(regression::ModelKind::GradientBoosting);
  QTest::newRow("extra trees") << training(regression::ModelKind::ExtraTrees);
  QTest::newRow("random search") << search();
  QVERIFY2(test::hasModels(), "The models that ship with the program are not in resources/models.");
  QTest::newRow("map") << map(
      prediction::loadPropertyModel(test::modelFile(prediction::Property::Tg)));
  QTest::newRow("relaxation curve") << curve();
  QTest::newRow("dynamic free energy") << freeEnergy();
}

void TestJobRunner::realJobsStopQuickly_data() {
  realJobs();
}

void TestJobRunner::realJobsStopQuickly() {
  QFETCH(Work, work);
  JobRunner runner;
  bool called = false;
  std::atomic<bool> entered{false};
  runner.start<int>(
      {QStringLiteral("real")},
      [&entered, work](const RunContext& context) {
        entered = true;
        return work(context);
      },
      [&](int) { called = true; }, [&](const QString&) { called = true; });
  QTRY_VERIFY(entered);
  QTest::qWait(60);
  QVERIFY(!runner.isIdle());
  QElapsedTimer clock;
  clock.start();
  runner.close();
  const qint64 took = clock.elapsed();
  QVERIFY2(took <= kCancelMs, qPrintable(QStringLiteral("stopped after %1 ms").arg(took)));
  QVERIFY(!called);
}

void TestJobRunner::realJobsTickOften_data() {
  realJobs();
}

void TestJobRunner::realJobsTickOften() {
  // Stops are asked for at many different moments: wherever the job is, it must notice.
  QFETCH(Work, work);
  for (const int afterMs : {1, 7, 19, 43}) {
    JobRunner runner;
    std::atomic<bool> entered{false};
    runner.start<int>(
        {QStringLiteral("real")},
        [&entered, work](const RunContext& context) {
          entered = true;
          return work(context);
        },
        [](int) {}, {});
    QTRY_VERIFY(entered);
    QTest::qWait(afterMs);
    QElapsedTimer clock;
    clock.start();
    runner.close();
    QVERIFY2(clock.elapsed() <= kCancelMs, qPrintable(QString::number(clock.elapsed())));
  }
}

void TestJobRunner::storeIsBounded() {
  app::ResultStore store(1000);
  for (int i = 0; i < 50; ++i)
    store.insert<int>(std::to_string(i), std::make_shared<const int>(i), 100);
  QVERIFY(store.bytes() <= 1000);
  QCOMPARE(store.size(), std::size_t{10});
  QVERIFY(store.find<int>("0") == nullptr);
  QCOMPARE(*store.find<int>("49"), 49);
  // What was looked at last stays longest.
  QVERIFY(store.find<int>("40") != nullptr);
  store.insert<int>("new", std::make_shared<const int>(1), 100);
  QVERIFY(store.find<int>("40") != nullptr);
  QVERIFY(store.find<int>("41") == nullptr);
}

void TestJobRunner::liveResult() {
  JobRunner runner;
  app::ResultStore store;
  int changes = 0;
  std::atomic<int> computed{0};
  app::LiveResult<int> live(runner, store, {QStringLiteral("live")}, [&] { ++changes; });
  const auto work = [&computed](int value) {
    return [&computed, value](const RunContext&) -> int {
      ++computed;
      if (value < 0)
        throw Error(ErrorCode::InvalidInput, "It is negative; make it positive.");
      return value;
    };
  };
  QCOMPARE(live.freshness(), app::Freshness::Empty);
  live.request("1", work(1));
  QCOMPARE(live.freshness(), app::Freshness::Stale);
  QTRY_COMPARE(live.freshness(), app::Freshness::Current);
  QCOMPARE(*live.value(), 1);
  live.request("2", work(2));
  QCOMPARE(live.freshness(), app::Freshness::Stale);
  QCOMPARE(*live.value(), 1);  // the old one stays visible
  QTRY_COMPARE(live.freshness(), app::Freshness::Current);
  QCOMPARE(*live.value(), 2);
  live.request("1", work(1));  // known: no job
  QCOMPARE(live.freshness(), app::Freshness::Current);
  QCOMPARE(*live.value(), 1);
  QCOMPARE(computed.load(), 2);
  live.request("-1", work(-1));
  QTRY_COMPARE(live.freshness(), app::Freshness::Failed);
  QCOMPARE(live.failure(), QStringLiteral("It is negative; make it positive."));
  QVERIFY(changes >= 6);
}

void TestJobRunner::staleIsSaidOnlyAfterAWhile() {
  JobRunner runner;
  app::ResultStore store;
  bool seenOverdue = false;
  std::unique_ptr<app::LiveResult<int>> live;
  live = std::make_unique<app::LiveResult<int>>(
      runner, store, JobSpec{QStringLiteral("live")},
      [&] { seenOverdue = seenOverdue || live->isOverdue(); });
  live->request("1", [](const RunContext&) { return 1; });
  QVERIFY(live->isPending());
  QTRY_COMPARE(live->freshness(), app::Freshness::Current);
  QVERIFY(!live->isPending());
  // What takes its time is said to, though edits follow each other faster than results.
  Gate gate;
  QElapsedTimer clock;
  clock.start();
  int edit = 2;
  while (!live->isOverdue() && clock.elapsed() < 10'000) {
    live->request(std::to_string(edit),
                  [&gate, edit](const RunContext& c) { return gate.pass(c, edit); });
    ++edit;
    QTest::qWait(10);
  }
  QVERIFY(live->isOverdue());
  QVERIFY(seenOverdue);
  QVERIFY(clock.elapsed() >= app::LiveResult<int>::kPatienceMs - 5);
  QCOMPARE(*live->value(), 1);
  gate.open = true;
  QTRY_COMPARE(live->freshness(), app::Freshness::Current);
  QVERIFY(!live->isOverdue());
  // The next one has a patience of its own.
  live->request("next", [](const RunContext&) { return 0; });
  QVERIFY(live->isPending());
  live->expire();
  QVERIFY(live->isPending());
  QTRY_VERIFY(live->isOverdue());
}

QTEST_GUILESS_MAIN(TestJobRunner)
#include "tst_job_runner.moc"
