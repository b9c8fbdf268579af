#include "widgets/parity/parity_walk.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace vitrine::widgets;

class TestParityWalk : public QObject {
  Q_OBJECT

 private slots:
  void rightReachesEveryPointInOrder() {
    // Two alike and two above one another among them.
    const std::vector<QPointF> points{{5, 5}, {1, 2}, {3, 3}, {3, 3}, {3, 1}, {9, 8}};
    const std::vector<int> expected{1, 4, 2, 3, 0, 5};
    int at = expected.front();
    for (std::size_t i = 1; i < expected.size(); ++i) {
      at = nextPoint(points, at, WalkStep::Right, kAll, kAll);
      QCOMPARE(at, expected[i]);
    }
    QCOMPARE(nextPoint(points, at, WalkStep::Right, kAll, kAll), at);
    for (std::size_t i = expected.size() - 1; i-- > 0;) {
      at = nextPoint(points, at, WalkStep::Left, kAll, kAll);
      QCOMPARE(at, expected[i]);
    }
  }

  void upAndDownGoToTheNearest() {
    // From the middle: one straight above, one less high but far aside, one below.
    const std::vector<QPointF> points{{5, 5}, {5, 7}, {9, 6}, {5.5, 4}};
    QCOMPARE(nextPoint(points, 0, WalkStep::Up, kAll, kAll), 1);
    QCOMPARE(nextPoint(points, 0, WalkStep::Down, kAll, kAll), 3);
    QCOMPARE(nextPoint(points, 1, WalkStep::Up, kAll, kAll), 1);
    QCOMPARE(nextPoint(points, 3, WalkStep::Down, kAll, kAll), 3);
  }

  void whatIsOutOfSightIsNoStop() {
    const std::vector<QPointF> points{{1, 1}, {2, 20}, {3, std::nan("")}, {4, 4}, {20, 5}};
    QCOMPARE(nextPoint(points, 0, WalkStep::Right, kAll, kAll), 3);
    QCOMPARE(nextPoint(points, 3, WalkStep::Right, kAll, kAll), 3);
    QCOMPARE(nextPoint(points, 0, WalkStep::Up, kAll, kAll), 3);
  }

  void itStartsInTheMiddle() {
    QCOMPARE(middlePoint({{1, 1}, {4, 6}, {9, 9}}, kAll, kAll), 1);
    QCOMPARE(middlePoint({{1, 1}, {40, 6}}, {20, 50}, kAll), 1);
    QCOMPARE(middlePoint({{std::nan(""), 1}, {40, 6}}, kAll, kAll), -1);
    QCOMPARE(middlePoint({}, kAll, kAll), -1);
  }

 private:
  static constexpr PlotRange kAll{0, 10};
};

QTEST_APPLESS_MAIN(TestParityWalk)
#include "tst_parity_walk.moc"
