#include "engine/core/error.h"
#include "engine/relaxation/curve.h"
#include "engine/relaxation/solver.h"

#include <QTest>

#include <algorithm>
#include <clocale>
#include <cmath>

using namespace vitrine;
using namespace vitrine::relaxation;

class TestCurve : public QObject {
  Q_OBJECT

 private slots:
  void gridsHaveTheirEnds() {
    const auto even = temperatureGrid(550.0, 650.0, 5);
    QCOMPARE(even, (std::vector<double>{550.0, 575.0, 600.0, 625.0, 650.0}));
    const auto reciprocal = temperatureGrid(550.0, 650.0, 5, true);
    QCOMPARE(reciprocal.front(), 550.0);
    QCOMPARE(reciprocal.back(), 650.0);
    QVERIFY(std::abs(1.0 / reciprocal[2] - 0.5 * (1.0 / 550.0 + 1.0 / 650.0)) < 1e-15);
  }

  void pointsOutsideTheTheorySayWhy() {
    const std::vector<double> temperaturesK{1200.0, 575.0, 500.0};
    const Curve curve = sample(MasterCurve(575.0), temperaturesK);
    QCOMPARE(curve.points.size(), std::size_t(3));
    QCOMPARE(curve.points[0].temperatureK, 1200.0);
    QVERIFY(!curve.points[0].log10TauS);
    QVERIFY(std::abs(curve.points[1].log10TauS.value() - 2.0) < 1e-6);
    QVERIFY(!curve.points[2].log10TauS);
    QVERIFY(curve.hotReason.starts_with("outside the theory"));
    QVERIFY(curve.coldReason.find("527.4 K") != std::string::npos);
    const Curve inside = sample(MasterCurve(575.0), std::vector<double>{575.0, 600.0});
    QVERIFY(inside.coldReason.empty() && inside.hotReason.empty());
  }

  void reasonsKeepThePointInEveryLocale() {
    for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8"}) {
      const std::string before = std::setlocale(LC_ALL, nullptr);
      std::setlocale(LC_ALL, name);
      const auto reason = outsideReason(Validity::TooCold, TemperatureMap{575.0});
      std::setlocale(LC_ALL, before.c_str());
      QVERIFY(reason.find("527.4") != std::string::npos);
    }
  }

  /// +-10.66 K is +-1.31 decades at Tg.
  void paperBand() {
    const auto band = sampleBand(TemperatureMap{575.0}, 575.0 - kPaperRmseK, 575.0 + kPaperRmseK,
                                 std::vector<double>{575.0});
    QVERIFY(std::abs(band[0].high.value() - band[0].low.value() - 2.0 * 1.31) < 0.03);
    QVERIFY(band[0].low.value() < 2.0 && band[0].high.value() > 2.0);
  }

  void bandFollowsTheInterval() {
    const std::vector<double> temperaturesK{520.0, 600.0};
    const auto band = sampleBand(TemperatureMap{580.0}, 560.0, 600.0, temperaturesK);
    QCOMPARE(band[1].low, MasterCurve(560.0).log10TauS(600.0));
    QCOMPARE(band[1].high, MasterCurve(600.0).log10TauS(600.0));
    QVERIFY(band[0].low.has_value());
    QVERIFY(!band[0].high);
  }

  /// lg tau at Tg + 10 .. 60 K of VFT curves with the measured m (59 and 67 for the Pd alloys, 52
  /// and 62 for Zr50Cu40Al10), worked out by hand with numpy.
  void vftCurves() {
    const double steps[] = {10, 20, 30, 40, 60};
    const struct {
      double tgK, m;
      double expected[5];
    } rows[] = {{575.0, 59.0, {1.04, 0.18, -0.58, -1.27, -2.45}},
                {575.0, 67.0, {0.91, -0.03, -0.87, -1.61, -2.87}},
                {690.0, 52.0, {1.28, 0.62, 0.02, -0.54, -1.53}},
                {690.0, 62.0, {1.15, 0.38, -0.31, -0.93, -2.03}}};
    for (const auto& row : rows) {
      const Vft vft = Vft::fromFragility(row.tgK, row.m);
      QVERIFY(std::abs(vft.log10TauS(row.tgK).value() - 2.0) < 1e-12);
      QVERIFY(std::abs(vft.fragility(row.tgK) - row.m) < 1e-9);
      for (int i = 0; i < 5; ++i)
        QVERIFY2(std::abs(vft.log10TauS(row.tgK + steps[i]).value() - row.expected[i]) < 0.011,
                 qPrintable(QString("m %1, +%2 K").arg(row.m).arg(steps[i])));
      QVERIFY(!vft.log10TauS(vft.t0K));
    }
    QVERIFY_EXCEPTION_THROWN(Vft::fromFragility(575.0, 16.0), Error);
    QVERIFY_EXCEPTION_THROWN(Vft::fromFragility(0.0, 60.0), Error);
    const Curve curve = sample(Vft::fromFragility(575.0, 60.0), std::vector<double>{100.0, 575.0});
    QVERIFY(!curve.points[0].log10TauS && curve.points[1].log10TauS);
    QVERIFY(!curve.coldReason.empty());
  }

  void freeEnergyShowsWellAndTop() {
    const Solver solver;
    const auto curve = sampleFreeEnergy(solver, 0.60);
    QCOMPARE(curve.r.size(), std::size_t(200));
    QVERIFY(std::is_sorted(curve.r.begin(), curve.r.end()));
    QVERIFY(curve.r.front() < curve.rL && curve.r.back() > curve.rB);
    QVERIFY(std::abs(curve.betaFAtTop - curve.betaFAtWell - 11.02819) < 1e-5);
    // Nothing drawn left of the top lies under the well, nothing near the top above it.
    for (std::size_t i = 0; i < curve.r.size(); ++i) {
      if (curve.r[i] < curve.rB)
        QVERIFY(curve.betaF[i] >= curve.betaFAtWell - 1e-9);
      if (curve.r[i] > curve.rL)
        QVERIFY(curve.betaF[i] <= curve.betaFAtTop + 1e-9);
    }
    QVERIFY_EXCEPTION_THROWN(sampleFreeEnergy(solver, 0.43), Error);
  }
};

QTEST_GUILESS_MAIN(TestCurve)
#include "tst_curve.moc"
