#include "engine/alloy/element.h"
#include "engine/alloy/formula.h"
#include "engine/alloy/grid.h"
#include "engine/core/error.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <set>

using namespace vitrine;
using namespace vitrine::alloy;

namespace {

int z(const char* symbol) {
  return findElement(symbol)->atomicNumber;
}

std::array<int, 3> zrCuAl() {
  return {z("Zr"), z("Cu"), z("Al")};
}

}  // namespace

class TestGrid : public QObject {
  Q_OBJECT

 private slots:
  void gridHasAllPointsOnce_data() {
    QTest::addColumn<int>("divisions");
    for (const int divisions : {1, 2, 7, 100})
      QTest::addRow("%d", divisions) << divisions;
  }
  void gridHasAllPointsOnce() {
    QFETCH(int, divisions);
    const auto points = triangularGrid(divisions);
    QCOMPARE(points.size(), static_cast<std::size_t>((divisions + 1) * (divisions + 2) / 2));
    std::set<std::array<int, 3>> seen;
    for (std::size_t i = 0; i < points.size(); ++i) {
      std::array<int, 3> steps{};
      for (std::size_t k = 0; k < 3; ++k) {
        const double scaled = points[i][k] * divisions;
        steps[k] = static_cast<int>(std::lround(scaled));
        QVERIFY(std::abs(scaled - steps[k]) < 1e-9 && steps[k] >= 0);
      }
      QCOMPARE(steps[0] + steps[1] + steps[2], divisions);
      QCOMPARE(triangularIndex(divisions, steps[1], steps[2]), i);
      seen.insert(steps);
    }
    QCOMPARE(seen.size(), points.size());
  }

  void onePercentMapHas5151Points() { QCOMPARE(triangularGrid(100).size(), std::size_t{5151}); }

  void sectionWithRemainder() {
    const TernarySection section(zrCuAl(), {{z("Ni"), 5.0}});
    QCOMPARE(section.variablePercent(), 95.0);
    const auto alloy = section.at({0.5, 0.3, 0.2});
    QVERIFY(std::abs(alloy.percent(z("Zr")) - 47.5) < 1e-12);
    QVERIFY(std::abs(alloy.percent(z("Cu")) - 28.5) < 1e-12);
    QVERIFY(std::abs(alloy.percent(z("Al")) - 19.0) < 1e-12);
    QVERIFY(std::abs(alloy.percent(z("Ni")) - 5.0) < 1e-12);

    const auto weights = section.weights(alloy);
    QVERIFY(std::abs(weights[0] - 0.5) < 1e-12);
    QVERIFY(std::abs(weights[1] - 0.3) < 1e-12);
    QVERIFY(section.distance(alloy) < 1e-9);
    QCOMPARE(alloySystem(section.at({1.0, 0.0, 0.0})), std::string("Ni-Zr"));
  }

  void placeOfOtherAlloys() {
    const TernarySection section(zrCuAl());
    // Zr52.5Cu17.9Ni14.6Al10Ti5 has 80.4 at.% of the corners, so it is 19.6 at.% away.
    const auto vit105 = compositionOf("Zr52.5Cu17.9Ni14.6Al10Ti5");
    QVERIFY(std::abs(section.weights(vit105)[0] - 52.5 / 80.4) < 1e-12);
    QVERIFY(std::abs(section.distance(vit105) - 19.6) < 1e-9);
    const auto foreign = section.weights(compositionOf("Fe80B20"));
    QCOMPARE(foreign[0], 1.0 / 3);
  }

  void badSectionsAreRefused() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto refused = [](std::array<int, 3> corners, std::vector<Share> fixed) {
      try {
        TernarySection(corners, std::move(fixed));
        return false;
      } catch (const Error& error) {
        return error.code() == ErrorCode::InvalidInput;
      }
    };
    QVERIFY(refused({z("Zr"), z("Cu"), z("Zr")}, {}));
    QVERIFY(refused({z("Zr"), z("Cu"), 0}, {}));
    QVERIFY(refused(zrCuAl(), {{z("Cu"), 5.0}}));
    QVERIFY(refused(zrCuAl(), {{z("Ni"), -1.0}}));
    QVERIFY(refused(zrCuAl(), {{z("Ni"), nan}}));
    QVERIFY(refused(zrCuAl(), {{z("Ni"), 100.0}}));
    QVERIFY(refused(zrCuAl(), {{z("Ni"), 60.0}, {z("Ti"), 40.0}}));
    QVERIFY(refused(zrCuAl(), {{z("Ni"), 5.0}, {z("Ni"), 5.0}}));
    QVERIFY(refused(zrCuAl(), {{104, 5.0}}));
    QVERIFY(!refused(zrCuAl(), {{z("Ni"), 0.0}}));
  }
};

QTEST_APPLESS_MAIN(TestGrid)
#include "tst_grid.moc"
