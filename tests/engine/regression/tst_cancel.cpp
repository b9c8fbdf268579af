#include "engine/core/error.h"
#include "engine/regression/search.h"
#include "tests/engine/regression/noise.h"
#include "tests/support/cancel_time.h"

#include <QTest>

#include <chrono>
#include <ctime>
#include <functional>
#include <pthread.h>
#include <thread>

using namespace vitrine;
using namespace vitrine::regression;
using vitrine::test::noise;

namespace {

using Job = std::function<void(const Matrix&, std::span<const double>, const RunContext&)>;
using Milliseconds = std::chrono::duration<double, std::milli>;

/// What a thread has computed: time that the machine spends elsewhere does not count.
Milliseconds computed(clockid_t thread) {
  timespec time{};
  clock_gettime(thread, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// Runs `job` on this thread and asks it to stop once it has computed for `before`. What this
/// thread computes from the request until it has control again; below zero for a job that was not
/// cancelled.
Milliseconds heardAfter(const Job& job, const Matrix& x, std::span<const double> y,
                        Milliseconds before) {
  clockid_t worker{};
  pthread_getcpuclockid(pthread_self(), &worker);
  std::stop_source source;
  RunContext::Options options;
  options.stop = source.get_token();
  options.threads = 1;
  const auto begin = computed(worker);
  Milliseconds asked{};
  std::jthread user([&](const std::stop_token& over) {
    while (computed(worker) - begin < before && !over.stop_requested())
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    source.request_stop();
    asked = computed(worker);
  });
  try {
    job(x, y, RunContext(options));
  } catch (const Cancelled&) {
    const auto back = computed(worker);
    user.join();
    return back - asked;
  }
  return Milliseconds(-1);
}

Job training(ModelKind kind, const Hyperparameters& parameters) {
  return [=](const Matrix& x, std::span<const double> y, const RunContext& context) {
    fit(kind, parameters, x, y, context);
  };
}

Job searching(ModelKind kind, const Hyperparameters& start) {
  return [=](const Matrix& x, std::span<const double> y, const RunContext& context) {
    std::vector<IndexSplit> splits(5);
    for (std::size_t i = 0; i < y.size(); ++i)
      for (std::size_t s = 0; s < splits.size(); ++s)
        (i % splits.size() == s ? splits[s].test : splits[s].train).push_back(i);
    randomSearch(kind, start, defaultSearchSpace(kind), x, y, splits, 1000, context);
  };
}

}  // namespace

class TestCancel : public QObject {
  Q_OBJECT

 private slots:
  void alreadyCancelledDoesNothing() {
    const auto [x, y] = noise(50, 3);
    std::stop_source source;
    source.request_stop();
    RunContext::Options options;
    options.stop = source.get_token();
    for (const auto kind : kModelKinds) {
      if (kind == ModelKind::NearestNeighbours)
        continue;  // has no training
      QVERIFY_EXCEPTION_THROWN(fit(kind, {}, x, y, RunContext(options)), Cancelled);
    }
  }

  // Jobs far longer than the test, asked to stop while they begin and when they are under way.
  void everyCancelIsHeard_data() {
    QTest::addColumn<Job>("job");
    QTest::addColumn<int>("rows");
    const Hyperparameters endless{{"c", 1e5}, {"gamma", 1e-3}, {"epsilon", 0.0}};
    const Hyperparameters rounds{{"rounds", 100'000}, {"max_depth", 7}};
    const std::pair<const char*, Job> jobs[] = {
        {"support vectors", training(ModelKind::SupportVector, endless)},
        {"boosting", training(ModelKind::GradientBoosting, rounds)},
        {"extra trees", training(ModelKind::ExtraTrees, {{"trees", 100'000}})},
        {"random forest", training(ModelKind::RandomForest, {{"trees", 100'000}})},
        {"search of support vectors", searching(ModelKind::SupportVector, endless)},
        {"search of boosting", searching(ModelKind::GradientBoosting, rounds)},
    };
    for (const auto& [name, job] : jobs)
      for (const int rows : {1437, 4000})
        QTest::addRow("%s, %d rows", name, rows) << job << rows;
  }
  void everyCancelIsHeard() {
    QFETCH(Job, job);
    QFETCH(int, rows);
    const auto [x, y] = noise(static_cast<std::size_t>(rows), 53);
    for (const double before : {3.0, 60.0, 400.0}) {
      const auto taken = heardAfter(job, x, y, Milliseconds(before)).count();
      QVERIFY2(taken >= 0.0, "not cancelled");
      QVERIFY2(taken <= static_cast<double>(test::kCancelMs),
               qPrintable(QString("%1 ms, asked after %2 ms").arg(taken).arg(before)));
    }
  }
};

QTEST_GUILESS_MAIN(TestCancel)
#include "tst_cancel.moc"
