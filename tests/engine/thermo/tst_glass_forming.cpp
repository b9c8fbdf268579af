#include "engine/files/references.h"
#include "engine/thermo/glass_forming.h"
#include "tests/support/paths.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <set>
#include <string>

using namespace vitrine;
using namespace vitrine::thermo;

namespace {

std::optional<double> valueOf(const CharacteristicTemperatures& input, std::string_view key) {
  for (const auto& criterion : glassFormingCriteria(input)) {
    if (criterion.key == key)
      return criterion.value;
  }
  return std::nullopt;
}

}  // namespace

class TestGlassForming : public QObject {
  Q_OBJECT

 private slots:
  // Computed independently from the published equations, for the temperatures of Vitreloy 1,
  // 623, 705, 996 K, and for 580, 671, 973 K.
  void arithmetic_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("second");
    QTest::addColumn<double>("precision");
    QTest::newRow("Trg") << "reduced_glass_transition" << .6255 << .5961 << 5e-5;
    QTest::newRow("DTx") << "supercooled_region" << 82.0 << 91.0 << 1e-9;
    QTest::newRow("gamma") << "gamma" << .4355 << .4321 << 5.1e-5;
    QTest::newRow("gamma_m") << "gamma_m" << .7902 << .7831 << 5.1e-5;
    QTest::newRow("gamma_c") << "gamma_c" << .8725 << .8767 << 5.1e-5;
    QTest::newRow("alpha") << "alpha" << .7078 << .6896 << 5.1e-5;
    QTest::newRow("beta") << "beta" << 1.7571 << 1.7530 << 5.1e-5;
    QTest::newRow("delta") << "delta" << 1.8901 << 1.7074 << 5.1e-5;
    QTest::newRow("omega") << "omega" << .1141 << .1174 << 5.1e-5;
    QTest::newRow("K_gl") << "hruby" << .2818 << .3013 << 5.1e-5;
    QTest::newRow("theta") << "theta" << 1.1117 << 1.0820 << 5.1e-5;
    QTest::newRow("k") << "k" << 5.002 << 4.143 << 5.1e-4;
    QTest::newRow("Dmax") << "diameter_from_k" << .35432 + .162 * 5.002 << .35432 + .162 * 4.143
                          << 1e-4;
    QTest::newRow("Rc") << "cooling_rate_from_gamma" << .351 << .522 << 5.1e-4;
    QTest::newRow("Zc") << "thickness_from_gamma" << 21.5 << 18.7 << 5.1e-2;
  }
  void arithmetic() {
    QFETCH(QString, key);
    QFETCH(double, first);
    QFETCH(double, second);
    QFETCH(double, precision);
    const auto a = valueOf({623.0, 705.0, 996.0}, key.toStdString());
    const auto b = valueOf({580.0, 671.0, 973.0}, key.toStdString());
    QVERIFY(a.has_value() && b.has_value());
    QVERIFY2(std::abs(*a - first) <= precision, std::to_string(*a).c_str());
    QVERIFY2(std::abs(*b - second) <= precision, std::to_string(*b).c_str());
  }

  void onlyWhatTheInputsAllow() {
    QCOMPARE(glassFormingCriteria({}).size(), std::size_t{0});
    const auto two = glassFormingCriteria({623.0, std::nullopt, 996.0});
    QCOMPARE(two.size(), std::size_t{1});
    QCOMPARE(two[0].symbol, std::string_view("Trg"));
    QCOMPARE(glassFormingCriteria({623.0, 705.0, std::nullopt}).size(), std::size_t{1});
    QCOMPARE(glassFormingCriteria({std::nullopt, 705.0, 996.0}).size(), std::size_t{1});
    QCOMPARE(glassFormingCriteria({623.0, 705.0, 996.0}).size(), std::size_t{15});
  }

  void impossibleInputsGiveNothing() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double inf = std::numeric_limits<double>::infinity();
    QCOMPARE(glassFormingCriteria({nan, 705.0, inf}).size(), std::size_t{0});
    QCOMPARE(glassFormingCriteria({-1.0, 0.0, 996.0}).size(), std::size_t{0});
    // Tx at or above Tl leaves Trg and the width of the supercooled region.
    QCOMPARE(glassFormingCriteria({623.0, 996.0, 996.0}).size(), std::size_t{2});
    QCOMPARE(glassFormingCriteria({900.0, 800.0, 700.0}).size(), std::size_t{0});
    QVERIFY(!reducedGlassTransition(0.0, 996.0));
    QVERIFY(!reducedGlassTransition(600.0, nan));
    QCOMPARE(reducedGlassTransition(600.0, 1000.0).value(), 0.6);
  }

  void everyCriterionExplainsItself() {
    const auto references = files::readReferences(test::resourceDir() / "references.json");
    std::set<std::string_view> keys;
    for (const auto& criterion : glassFormingCriteria({623.0, 705.0, 996.0})) {
      QVERIFY(keys.insert(criterion.key).second);
      QVERIFY(!criterion.name.empty() && !criterion.symbol.empty() && !criterion.equation.empty());
      QVERIFY(std::isfinite(criterion.value));
      if (!criterion.reference.empty())
        QVERIFY2(references.contains(std::string(criterion.reference)),
                 std::string(criterion.reference).c_str());
    }
  }

  // Rc = 10/R^2 (R in cm) is 4000/D^2 with the diameter D in mm.
  void coolingRateOfARod() {
    QCOMPARE(coolingRateFromDiameter(1.0), 4000.0);
    QVERIFY(std::abs(coolingRateFromDiameter(20.0) - 10.0) < 1e-12);
  }
};

QTEST_APPLESS_MAIN(TestGlassForming)
#include "tst_glass_forming.moc"
