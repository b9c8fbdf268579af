// A network's training in the window of measured patterns: paused, left, gone on with, cancelled.

#include "tests/app/spectra_fixture.h"

#include <QToolButton>

using namespace vitrine;
using State = app::TrainingRun::State;

namespace {

constexpr int kLongestMs = 120'000;

int lastStep(const app::TrainingRun& run) {
  return run.curves().points.empty() ? 0 : run.curves().points.back().step;
}

}  // namespace

class TestPause : public QObject {
  Q_OBJECT

 private slots:
  void goesOnWhereItWasPaused() {
    test::SpectraFixture fixture(VITRINE_PROGRAM);
    QVERIFY(fixture.window != nullptr && fixture.drop(fixture.data()));
    fixture.choose(QStringLiteral("Network"), 30);
    QVERIFY(fixture.press(QStringLiteral("Train")));
    const auto& run = fixture.window->training();

    // Past the first checkpoint; the losses come in meanwhile.
    QTRY_VERIFY_WITH_TIMEOUT(fixture.leftFiles() > 0 && lastStep(run) > 1, kLongestMs);
    QVERIFY(run.secondsLeft().has_value());
    QVERIFY(fixture.press(QStringLiteral("Pause")));
    QCOMPARE(run.state(), State::Paused);
    QCOMPARE(run.processId(), qint64{0});
    const int paused = lastStep(run);
    QTest::qWait(300);
    QCOMPARE(lastStep(run), paused);

    const auto before = run.curves().points.size();
    QVERIFY(fixture.press(QStringLiteral("Resume")));
    QCOMPARE(run.state(), State::Running);
    QTRY_VERIFY_WITH_TIMEOUT(run.fraction() >= 0.0, kLongestMs);
    // Told to stop, the trainer keeps where it is, so no step is lost and none begins anew.
    QVERIFY2(lastStep(run) > paused - 1, qPrintable(QString::number(lastStep(run))));
    QVERIFY(run.curves().points.size() >= before);
    QCOMPARE(run.curves().points.front().step, 1);

    // Closing the window pauses too.
    fixture.window->close();
    QCOMPARE(run.state(), State::Paused);
    fixture.show();
    auto* cancel = fixture.control<QToolButton>(QStringLiteral("Cancel the training"));
    QVERIFY(cancel->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QCOMPARE(run.state(), State::Idle);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.leftFiles(), 0, kLongestMs);
  }
};

QTEST_MAIN(TestPause)
#include "tst_pause.moc"
