// Trainings that do not end well: stopped, left, killed.

#include "tests/app/spectra_fixture.h"
#include "tests/support/cancel_time.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QToolButton>

#include <cerrno>
#include <csignal>
#include <utility>

using namespace vitrine;
using State = app::TrainingRun::State;

namespace {

bool isAlive(qint64 process) {
  return ::kill(static_cast<pid_t>(process), 0) == 0 || errno != ESRCH;
}

/// A training that has begun. It is held still, so that it cannot be over too soon.
struct Training {
  Training() : fixture(VITRINE_PROGRAM) {
    if (fixture.window == nullptr || !fixture.drop(fixture.data()))
      return;
    fixture.choose(QStringLiteral("Shape"), 30);
    fixture.press(QStringLiteral("Train"));
    const auto& run = fixture.window->training();
    if (!QTest::qWaitFor([&run] { return run.processId() != 0; }, 20'000))
      return;
    process = run.processId();
    ::kill(static_cast<pid_t>(process), SIGSTOP);
  }
  /// What is held still hears SIGTERM only when it goes on.
  void letGoOn() const { ::kill(static_cast<pid_t>(process), SIGCONT); }

  test::SpectraFixture fixture;
  qint64 process = 0;
};

}  // namespace

class TestSpectraLifetime : public QObject {
  Q_OBJECT

 private slots:
  void cancel() {
    Training training;
    QVERIFY(training.process != 0);
    auto* button = training.fixture.control<QToolButton>(QStringLiteral("Cancel the training"));
    QVERIFY(button->isVisible());
    QElapsedTimer clock;
    clock.start();
    QTest::mouseClick(button, Qt::LeftButton);
    const auto& run = training.fixture.window->training();
    QCOMPARE(run.state(), State::Idle);
    QVERIFY2(clock.elapsed() <= test::kCancelMs, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(run.failure().isEmpty() && !run.trained());
    training.letGoOn();
    QTRY_VERIFY(!isAlive(training.process));
    QTRY_COMPARE(training.fixture.leftFiles(), 0);
    // Another one can follow.
    training.fixture.choose(QStringLiteral("Radial"), 20);
    QVERIFY(training.fixture.press(QStringLiteral("Train")));
    QTRY_VERIFY_WITH_TIMEOUT(training.fixture.window->judge().judgement() != nullptr, 120'000);
  }

  void oneThatDoesNotListenIsKilled() {
    Training training;
    QVERIFY(training.process != 0);
    QTest::mouseClick(training.fixture.control<QToolButton>(QStringLiteral("Cancel the training")),
                      Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(training.process), 10'000);
    QTRY_COMPARE(training.fixture.leftFiles(), 0);
  }

  void closingTheWindow() {
    Training training;
    QVERIFY(training.process != 0);
    training.letGoOn();
    training.fixture.window->close();
    QTRY_VERIFY(!isAlive(training.process));
    QTRY_COMPARE(training.fixture.leftFiles(), 0);
    QVERIFY(training.fixture.workbench.window->isVisible());
  }

  void closingTheProgram() {
    qint64 process = 0;
    {
      Training training;
      QVERIFY(training.process != 0);
      process = training.process;
      training.letGoOn();
      training.fixture.workbench.window->close();
      QVERIFY(!training.fixture.window->isVisible());
      QVERIFY(training.fixture.workbench.session.runner.isIdle());
    }
    QVERIFY(!isAlive(process));
  }

  void closingWhileReadingAndJudging() {
    test::SpectraFixture fixture(VITRINE_PROGRAM);
    QVERIFY(fixture.window != nullptr);
    fixture.window->open(QString::fromStdString(fixture.data().string()));
    QVERIFY(fixture.window->import().isReading());
    fixture.window->close();
    QVERIFY(!fixture.window->import().isReading());
    fixture.show();
    QVERIFY(fixture.window->isVisible());
    QVERIFY(fixture.drop(fixture.data()));
    fixture.choose(QStringLiteral("Radial"), 20);
    // At the first sign of it: so few patterns are judged in no time.
    const auto& judge = fixture.window->judge();
    bool closed = false;
    const auto closing = connect(&judge, &app::PatternJudge::changed, fixture.window, [&] {
      if (judge.isJudging() && !std::exchange(closed, true))
        QMetaObject::invokeMethod(fixture.window, &QWidget::close, Qt::QueuedConnection);
    });
    QVERIFY(fixture.press(QStringLiteral("Train")));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.window->isVisible(), 120'000);
    QVERIFY(!judge.isJudging());
    disconnect(closing);
    // What was trained is still there, and can be judged after all.
    fixture.show();
    QVERIFY(fixture.window->isVisible());
    QVERIFY(fixture.press(QStringLiteral("Judge")));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window->judge().judgement() != nullptr, 60'000);
  }

  void killedFromOutside() {
    Training training;
    QVERIFY(training.process != 0);
    ::kill(static_cast<pid_t>(training.process), SIGKILL);
    const auto& run = training.fixture.window->training();
    QTRY_COMPARE(run.state(), State::Idle);
    auto* said =
        training.fixture.control<QLabel>(QStringLiteral("What went wrong with the training"));
    QVERIFY(said->isVisible());
    QVERIFY2(said->text().contains(QLatin1String("from outside")), qPrintable(said->text()));
    QCOMPARE(training.fixture.leftFiles(), 0);
  }
};

QTEST_MAIN(TestSpectraLifetime)
#include "tst_spectra_lifetime.moc"
