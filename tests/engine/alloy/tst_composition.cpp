#include "engine/alloy/composition.h"
#include "engine/alloy/formula.h"
#include "engine/core/error.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <locale>
#include <vector>

using namespace vitrine;
using namespace vitrine::alloy;

namespace {

constexpr int kB = 5, kAl = 13, kFe = 26, kNi = 28, kCu = 29, kZr = 40;

Composition made(const std::vector<Share>& amounts, Basis basis = Basis::AtomicPercent) {
  return Composition::fromAmounts(amounts, basis);
}

}  // namespace

class TestComposition : public QObject {
  Q_OBJECT

 private slots:
  void amountsAreNormalisedAddedAndSorted() {
    const auto alloy = made({{kZr, 2.0}, {kAl, 1.0}, {kNi, 0.0}, {kZr, 1.0}});
    QCOMPARE(alloy.shares().size(), std::size_t{2});
    QCOMPARE(alloy.shares()[0].atomicNumber, kAl);
    QCOMPARE(alloy.fraction(kAl), 0.25);
    QCOMPARE(alloy.fraction(kZr), 0.75);
    QCOMPARE(alloy.fraction(kNi), 0.0);
    QCOMPARE(alloy.percent(kZr), 75.0);
    const auto dense = alloy.fractionsByAtomicNumber();
    QCOMPARE(dense[kZr], 0.75);
    QCOMPARE(dense[kFe], 0.0);
  }

  void fractionsAndPercentGiveTheSameValue() {
    QCOMPARE(made({{kZr, 0.5}, {kCu, 0.4}, {kAl, 0.1}}), made({{kZr, 50}, {kCu, 40}, {kAl, 10}}));
    const auto alloy = made({{kZr, 41.2}, {kCu, 12.5}, {kNi, 46.3}});
    const std::vector<Share> again(alloy.shares().begin(), alloy.shares().end());
    QCOMPARE(made(again), alloy);
  }

  void badAmountsAreRefused() {
    const double inf = std::numeric_limits<double>::infinity();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<std::vector<Share>> bad = {
        {},           {{kZr, 0.0}}, {{kZr, -1.0}, {kAl, 2.0}},
        {{kZr, nan}}, {{kZr, inf}}, {{0, 1.0}},
        {{104, 1.0}}, {{-3, 1.0}}};
    for (const auto& amounts : bad) {
      try {
        made(amounts);
        QFAIL("accepted");
      } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::InvalidInput);
      }
    }
  }

  // Fe 55.845 u and B 10.81 u: Fe80B20 holds 80 * 55.845 / (80 * 55.845 + 20 * 10.81) = 95.384 wt%
  // Fe.
  void weightPercent() {
    const auto alloy = made({{kFe, 80.0}, {kB, 20.0}});
    const auto weights = alloy.weightPercent();
    QCOMPARE(weights.size(), std::size_t{2});
    QVERIFY(std::abs(weights[0] - 4.6162) < 1e-3);
    QVERIFY(std::abs(weights[1] - 95.3838) < 1e-3);
    QVERIFY(std::abs(alloy.meanMassU() - 46.838) < 1e-9);

    const auto back = made({{kB, weights[0]}, {kFe, weights[1]}}, Basis::WeightPercent);
    QVERIFY(std::abs(back.percent(kFe) - 80.0) < 1e-10);
  }

  void formulaText_data() {
    QTest::addColumn<QString>("written");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("expected");
    QTest::newRow("falling content") << "Al10Cu40Zr50" << 2 << "Zr50Cu40Al10";
    QTest::newRow("equal by symbol") << "Zr50Cu50" << 2 << "Cu50Zr50";
    QTest::newRow("decimals") << "Zr41.2Ti13.8Cu12.5Ni10Be22.5" << 2
                              << "Zr41.2Be22.5Ti13.8Cu12.5Ni10";
    QTest::newRow("rounded") << "ZrCuAl" << 2 << "Al33.33Cu33.33Zr33.33";
    QTest::newRow("whole") << "ZrCuAl" << 0 << "Al33Cu33Zr33";
    QTest::newRow("pure") << "Zr" << 2 << "Zr100";
    QTest::newRow("zeros stay in whole numbers") << "Zr90Cu10" << 0 << "Zr90Cu10";
    QTest::newRow("trace") << "Zr99.9997Cu0.0003" << 2 << "Zr100Cu0.0003";
  }
  void formulaText() {
    QFETCH(QString, written);
    QFETCH(int, decimals);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(compositionOf(written.toStdString()).formula(decimals)),
             expected);
  }

  void formulaIsReadBackAsItself() {
    for (const char* text : {"Zr41.2Be22.5Ti13.8Cu12.5Ni10", "Fe48Cr15C15Mo14B6Y2",
                             "La62.5Al12.5Cu15Ni5Ag5", "Pd77.5Cu6Si16.5"}) {
      const auto alloy = compositionOf(text);
      QVERIFY(distancePercent(alloy, compositionOf(alloy.formula())) < 1e-9);
    }
  }

  void systems() {
    QCOMPARE(alloySystem(compositionOf("Zr50Cu40Al10")), std::string("Al-Cu-Zr"));
    QCOMPARE(alloySystem(compositionOf("Zr50Cu40Al10Ni0")), std::string("Al-Cu-Zr"));
    QCOMPARE(alloySystem(compositionOf("Ni")), std::string("Ni"));
  }

  void distances() {
    const auto a = compositionOf("Zr50Cu50");
    QCOMPARE(distancePercent(a, a), 0.0);
    QVERIFY(std::abs(distancePercent(a, compositionOf("Zr45Cu50Al5")) - 5.0) < 1e-12);
    QVERIFY(std::abs(distancePercent(a, compositionOf("Zr60Cu40")) - 10.0) < 1e-12);
    QVERIFY(std::abs(distancePercent(a, compositionOf("Fe80B20")) - 100.0) < 1e-12);
    QVERIFY(std::abs(distancePercent(compositionOf("Pd"), a) -
                     distancePercent(a, compositionOf("Pd"))) < 1e-12);
  }
};

QTEST_APPLESS_MAIN(TestComposition)
#include "tst_composition.moc"
