#include "engine/core/random.h"
#include "engine/simulation/glass_transition.h"

#include <QTest>

#include <cmath>

using namespace vitrine;
using namespace vitrine::simulation;

namespace {

constexpr double kTg = 820.0;
constexpr double kVolume = 17.4;  ///< at Tg
constexpr double kGlassSlope = 4.2e-4;
constexpr double kLiquidSlope = 8.9e-4;

/// Two straight lines that meet at Tg, cooled from 2000 K to 300 K in even steps.
std::vector<VolumePoint> cooling(double noiseA3, double noiseK) {
  Random random(7);
  std::vector<VolumePoint> points;
  for (int i = 0; i <= 850; ++i) {
    const double t = 2000.0 - 2.0 * i;
    const double v = kVolume + (t < kTg ? kGlassSlope : kLiquidSlope) * (t - kTg);
    points.push_back({t + noiseK * random.normal(), v + noiseA3 * random.normal()});
  }
  return points;
}

}  // namespace

class TestGlassTransition : public QObject {
  Q_OBJECT

 private slots:
  void meetingOfTwoLines() {
    const auto fit = fitTransition(cooling(0.0, 0.0), {310, 550}, {1000, 1500});
    QVERIFY(fit);
    QVERIFY(std::abs(fit->temperatureK - kTg) < 1e-6);
    // The middle of the windows: 430 K and 1250 K.
    QVERIFY(std::abs(fit->glassExpansionPerK - kGlassSlope / (kVolume - 390 * kGlassSlope)) <
            1e-10);
    QVERIFY(std::abs(fit->liquidExpansionPerK - kLiquidSlope / (kVolume + 430 * kLiquidSlope)) <
            1e-10);
  }

  void windowsAreMultiplesOfWhatIsExpected() {
    const auto estimate = estimateTransition(cooling(0.0, 0.0), 850.0);
    QVERIFY(estimate);
    QVERIFY(std::abs(estimate->fit.temperatureK - kTg) < 1e-6);
    QVERIFY(std::abs(estimate->fit.glass.toK - 0.65 * 850.0) < 1e-9);
    QVERIFY(std::abs(estimate->fit.liquid.fromK - 1.2 * 850.0) < 1e-9);
    QCOMPARE(estimate->others.size(), std::size_t(2));
    QVERIFY(estimate->highestK - estimate->lowestK < 1e-6);
  }

  /// Fluctuations of 2000 atoms: some 0.03 Å^3 and 15 K.
  void fluctuationsSpreadTheWindows() {
    const auto estimate = estimateTransition(cooling(0.03, 15.0), 850.0);
    QVERIFY(estimate);
    QVERIFY(std::abs(estimate->fit.temperatureK - kTg) < 40.0);
    QVERIFY(estimate->lowestK < estimate->highestK);
    QVERIFY(estimate->lowestK <= estimate->fit.temperatureK);
    QVERIFY(estimate->fit.temperatureK <= estimate->highestK);
  }

  void noKinkNoTemperature() {
    std::vector<VolumePoint> straight;
    for (int i = 0; i < 500; ++i)
      straight.push_back({2000.0 - 3.0 * i, 17.0 + 1e-3 * (2000.0 - 3.0 * i)});
    QVERIFY(!estimateTransition(straight, 850.0));
    QVERIFY(!estimateTransition({}, 850.0));
    QVERIFY(!estimateTransition({{2000, 18}, {1990, 17.9}}, 850.0));
    // A crystal that melts on the way bends the other way round.
    std::vector<VolumePoint> bent;
    for (const auto& point : cooling(0.0, 0.0))
      bent.push_back({point.temperatureK, 40.0 - point.volumeA3});
    QVERIFY(!estimateTransition(bent, 850.0));
    QVERIFY(!fitTransition(straight, {0, 1}, {1000, 1500}));
  }
};

QTEST_GUILESS_MAIN(TestGlassTransition)
#include "tst_glass_transition.moc"
