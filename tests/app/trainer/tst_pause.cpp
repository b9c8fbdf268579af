// A network's training in the window of measured patterns: paused, left, gone on with, cancelled.

#include "tests/app/spectra_fixture.h"

#include <QToolButton>

#include <algorithm>
#include <functional>

using namespace vitrine;
using State = app::TrainingRun::State;

namespace {

constexpr int kLongestMs = 120'000;

bool hasCheckpoint(const test::SpectraFixture& fixture) {
  return QDirIterator(fixture.temporary.path(), {QStringLiteral("*.checkpoint")}, QDir::Files,
                      QDirIterator::Subdirectories)
      .hasNext();
}

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

    // The losses come in while the training goes on to its first checkpoint.
    QTRY_VERIFY_WITH_TIMEOUT(hasCheckpoint(fixture) && lastStep(run) > 0, kLongestMs);
    QVERIFY(run.secondsLeft().has_value());
    QVERIFY(fixture.press(QStringLiteral("Pause")));
    QCOMPARE(run.state(), State::Paused);
    QCOMPARE(run.processId(), qint64{0});
    const int paused = lastStep(run);
    QTest::qWait(300);
    QCOMPARE(lastStep(run), paused);

    QVERIFY(fixture.press(QStringLiteral("Resume")));
    QCOMPARE(run.state(), State::Running);
    QTRY_VERIFY_WITH_TIMEOUT(run.fraction() >= 0.0, kLongestMs);
    // From the checkpoint, not from the beginning; the curve keeps its start and has no step twice.
    QVERIFY(lastStep(run) > 1);
    const auto& points = run.curves().points;
    QCOMPARE(points.front().step, 1);
    QVERIFY(std::ranges::is_sorted(points, std::less_equal<>(),
                                   &widgets::TrainingCurvesModel::Point::step));

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
