#include "engine/alloy/grid.h"
#include "widgets/ternary/ternary_layout.h"
#include "widgets/ternary/ternary_ticks.h"
#include "widgets/ternary/triangle_geometry.h"

#include <QTest>

#include <cmath>

using namespace vitrine;
using namespace vitrine::widgets;

namespace {
bool same(const Weights& a, const Weights& b, double tolerance = 1e-12) {
  return std::abs(a[0] - b[0]) < tolerance && std::abs(a[1] - b[1]) < tolerance &&
         std::abs(a[2] - b[2]) < tolerance;
}
}  // namespace

class TestTriangleGeometry : public QObject {
  Q_OBJECT

 private slots:
  void cornersLieWhereTheyShould() {
    const TriangleGeometry triangle({100.0, 20.0}, 200.0);
    QCOMPARE(triangle.corner(0).x, 100.0);
    QCOMPARE(triangle.corner(0).y, 20.0);
    QCOMPARE(triangle.corner(1).x, 0.0);
    QCOMPARE(triangle.corner(2).x, 200.0);
    QCOMPARE(triangle.corner(1).y, triangle.corner(2).y);
    QVERIFY(triangle.corner(1).y > triangle.corner(0).y);
    for (int i = 0; i < 3; ++i) {
      Weights pure{};
      pure[i] = 1.0;
      const auto at = triangle.toPlane(pure);
      QVERIFY(std::abs(at.x - triangle.corner(i).x) < 1e-9);
      QVERIFY(std::abs(at.y - triangle.corner(i).y) < 1e-9);
      // Equilateral: every corner is one side away from the next.
      const auto next = triangle.corner((i + 1) % 3);
      QVERIFY(std::abs(std::hypot(at.x - next.x, at.y - next.y) - 200.0) < 1e-9);
    }
  }

  void planeAndWeightsAreInverse() {
    const TriangleGeometry triangle({133.7, 11.0}, 317.3);
    for (const auto& weights : alloy::triangularGrid(20)) {
      QVERIFY(triangle.contains(triangle.toPlane(weights)) ||
              weights[0] * weights[1] * weights[2] == 0);
      QVERIFY(same(triangle.fromPlane(triangle.toPlane(weights)), weights));
    }
  }

  void outsidePlacesFallOnTheNearestSide() {
    const TriangleGeometry triangle({0.0, 0.0}, 100.0);
    // Above the apex, and far to the lower left: the corners themselves.
    QVERIFY(same(triangle.nearestWeights({0.0, -30.0}), {1, 0, 0}));
    QVERIFY(same(triangle.nearestWeights({-500.0, 400.0}), {0, 1, 0}));
    // Straight below the middle of the base.
    QVERIFY(same(triangle.nearestWeights({0.0, 300.0}), {0, 0.5, 0.5}));
    // A right angle away from the middle of the right side.
    const auto middle = triangle.toPlane({0.5, 0.0, 0.5});
    QVERIFY(same(triangle.nearestWeights({middle.x + std::sqrt(3.0) * 10, middle.y - 10}),
                 {0.5, 0, 0.5}, 1e-9));
    // Inside nothing moves.
    QVERIFY(same(triangle.nearestWeights(triangle.toPlane({0.2, 0.3, 0.5})), {0.2, 0.3, 0.5}));
  }

  void snappingKeepsTheSum() {
    QVERIFY(same(snapWeights({0.504, 0.398, 0.098}, 100, 1), {0.50, 0.40, 0.10}));
    QVERIFY(same(snapWeights({1.0 / 3, 1.0 / 3, 1.0 / 3}, 100, 1), {0.34, 0.33, 0.33}));
    QVERIFY(same(snapWeights({0.0, 0.0, 1.0}, 100, 1), {0, 0, 1}));
    // 95 at.% shared out in whole per cents of the alloy.
    const auto part = snapWeights({0.5, 0.3, 0.2}, 95, 1);
    double sum = 0;
    for (const double weight : part) {
      const double percent = weight * 95;
      QVERIFY(std::abs(percent - std::round(percent)) < 1e-9);
      sum += weight;
    }
    QVERIFY(std::abs(sum - 1) < 1e-12);
    // A remainder that is no whole per cent stays with the largest share.
    const auto odd = snapWeights({0.6, 0.3, 0.1}, 63.7, 1);
    QVERIFY(std::abs(odd[1] * 63.7 - 19) < 1e-9);
    QVERIFY(std::abs(odd[2] * 63.7 - 6) < 1e-9);
    QVERIFY(std::abs(odd[0] * 63.7 - 38.7) < 1e-9);
  }

  void scalesRiseInTheirSense() {
    // Top, lower left, lower right follow each other counter-clockwise on the picture.
    for (const auto sense : {TernarySense::CounterClockwise, TernarySense::Clockwise}) {
      const TriangleGeometry unit({0, 0}, 1);
      for (int component = 0; component < 3; ++component) {
        const auto from = unit.corner(scaleStart(component, sense));
        const auto to = unit.corner(component);
        const auto centre = unit.toPlane({1.0 / 3, 1.0 / 3, 1.0 / 3});
        // y points downwards, so a positive cross product turns clockwise.
        const double turn =
            (from.x - centre.x) * (to.y - centre.y) - (from.y - centre.y) * (to.x - centre.x);
        QCOMPARE(turn > 0, sense == TernarySense::Clockwise);
      }
    }
  }

  void ticksFollowTheirLineOfConstantShare() {
    const TriangleGeometry unit({0, 0}, 1);
    for (const auto sense : {TernarySense::CounterClockwise, TernarySense::Clockwise})
      for (const auto& tick : ternaryTicks(100, sense, 10)) {
        const int start = scaleStart(tick.component, sense);
        const int other = 3 - tick.component - start;
        // On its own side: nothing of the third component there.
        QCOMPARE(tick.edge[other], 0.0);
        QVERIFY(std::abs(tick.edge[tick.component] * 100 - tick.percent) < 1e-9);
        // A step along the tick leaves the triangle and keeps the component's share.
        const auto edge = unit.toPlane(tick.edge);
        const auto end =
            unit.fromPlane({edge.x + 0.05 * tick.outward.x, edge.y + 0.05 * tick.outward.y});
        QVERIFY(std::abs(end[tick.component] - tick.edge[tick.component]) < 1e-12);
        QVERIFY(end[other] < 0);
        QVERIFY(std::abs(std::hypot(tick.outward.x, tick.outward.y) - 1) < 1e-12);
        // The line ends on the side where the other one of the two is missing.
        QCOMPARE(tick.across[start], 0.0);
      }
  }

  void ticksCountTheWholeAlloy() {
    // 80 at.% to share out: 20, 40 and 60 on every side, none beyond 80.
    const auto ticks = ternaryTicks(80, TernarySense::CounterClockwise, 4);
    QCOMPARE(ticks.size(), std::size_t(9));
    for (const auto& tick : ticks) {
      QVERIFY(tick.percent > 0 && tick.percent < 80);
      QVERIFY(std::abs(tick.edge[tick.component] - tick.percent / 80) < 1e-12);
    }
  }

  void everythingFitsIntoTheView_data() {
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("height");
    QTest::newRow("smallest dock") << 260.0 << 220.0;
    QTest::newRow("tall") << 260.0 << 600.0;
    QTest::newRow("wide") << 900.0 << 300.0;
    QTest::newRow("large") << 1600.0 << 1000.0;
  }

  void everythingFitsIntoTheView() {
    QFETCH(double, width);
    QFETCH(double, height);
    TernaryWords words;
    for (const bool header : {false, true}) {
      words.header = header;
      const auto layout = layOutTernary(width, height, words);
      const auto& triangle = layout.triangle;
      QVERIFY(triangle.side() > 0.35 * std::min(width, height));
      const double reach = kTernaryTick + kTernaryTickGap + words.tick;
      QVERIFY(triangle.corner(1).x - reach >= 0);
      QVERIFY(triangle.corner(2).x + reach <= width);
      QVERIFY(triangle.apex().y - words.cornerLine >= 0);
      QVERIFY(triangle.corner(1).y + kTernaryTick + kTernaryTickGap + words.line <= height);
      for (const auto& box : {layout.bar, layout.lock, layout.title, layout.readout}) {
        QVERIFY(box.left >= 0 && box.top >= 0);
        QVERIFY(box.right() <= width && box.bottom() <= height);
      }
      // The bar keeps clear of the triangle and its labels.
      if (layout.barUpright)
        QVERIFY(layout.bar.left >= triangle.corner(2).x + reach);
      else
        QVERIFY(layout.bar.top >= triangle.corner(1).y + kTernaryTick + words.line);
    }
  }
};

QTEST_APPLESS_MAIN(TestTriangleGeometry)
#include "tst_triangle_geometry.moc"
