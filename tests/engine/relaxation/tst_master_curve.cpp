#include "engine/core/error.h"
#include "engine/relaxation/master_curve.h"
#include "engine/relaxation/solver.h"

#include <QTest>

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

using namespace vitrine;
using namespace vitrine::relaxation;

class TestMasterCurve : public QObject {
  Q_OBJECT

 private slots:
  /// The table against what it stands for, at densities that are no nodes of it. The interpolation
  /// through the 48 nodes is unique, so this also tells when its coefficients are out of date.
  void agreesWithTheFullSolver() {
    std::vector<double> phis;
    for (int i = 0; i <= 130; ++i)
      phis.push_back(std::min(kPhiHighest, kPhiLowest + 0.002 * i));
    const auto solutions = Solver().solveAll(phis, RunContext());
    double worst = 0.0;
    for (const auto& s : solutions)
      worst = std::max(worst, std::abs(masterLog10Tau(s.phi).value() - s.log10TauOverTauE));
    QVERIFY2(worst < 1e-6, qPrintable(QString::number(worst)));
  }

  /// At the roots of T_48 the interpolation equals the solver but for rounding.
  void coefficientsComeFromTheSolver() {
    const Solver solver;
    for (const int k : {0, 11, 24, 47}) {
      const double phi = 0.57 + 0.13 * std::cos(std::numbers::pi * (k + 0.5) / 48.0);
      QVERIFY(std::abs(masterLog10Tau(phi).value() - solver.solve(phi).log10TauOverTauE) < 1e-9);
    }
  }

  /// lg tau against T - Tg, from the numpy reference solver (given to 1e-4; Phi_g = 0.671430).
  void universalCurve() {
    const std::pair<double, double> points[] = {
        {-20, 4.6687},   {-10, 3.2779},   {0, 2.0000},    {5, 1.4002},    {10, 0.8249},
        {20, -0.2565},   {30, -1.2524},   {40, -2.1701},  {50, -3.0162},  {75, -4.8559},
        {100, -6.3628},  {125, -7.6012},  {150, -8.6219}, {175, -9.4457}, {200, -10.0513},
        {250, -10.6642}, {300, -10.9368}, {350, -11.1296}};
    for (const double tgK : {450.0, 690.0}) {
      const MasterCurve curve(tgK);
      for (const auto& [above, expected] : points) {
        const double value = curve.log10TauS(tgK + above).value();
        QVERIFY2(std::abs(value - expected) < 6e-5,
                 qPrintable(QString("%1 K: %2").arg(above).arg(value, 0, 'f', 6)));
      }
    }
  }

  void fragilityOfTheReferenceAlloys() {
    // m = 0.122485 Tg; 70.4, 69.0, 84.5 and 55.1 for these alloys; E = m ln(10) R Tg.
    const std::array<double, 3> rows[] = {
        {575.0, 70.4, 775.0}, {563.0, 69.0, 743.0}, {690.0, 84.5, 1116.0}, {450.0, 55.1, 475.0}};
    for (const auto& [tgK, m, kiloJoule] : rows) {
      const double value = MasterCurve(tgK).fragility();
      QVERIFY(std::abs(value - m) < 0.06);
      QVERIFY(std::abs(value / tgK - 0.122485) < 5e-7);
      QVERIFY(std::abs(activationEnergyJPerMol(tgK, value) / 1000.0 - kiloJoule) < 1.0);
    }
  }

  /// T(tau = 1e-7 s) of the reference alloys.
  void temperatureOfATime() {
    const std::pair<double, double> rows[] = {{575, 687}, {563, 675}, {690, 802}, {450, 562}};
    for (const auto& [tgK, expected] : rows)
      QVERIFY(std::abs(MasterCurve(tgK).temperatureK(-7.0).value() - expected) < 0.6);
    const MasterCurve curve(575.0);
    QVERIFY(std::abs(curve.temperatureK(2.0).value() - 575.0) < 1e-4);
    QVERIFY(std::abs(curve.log10TauS(curve.temperatureK(5.0).value()).value() - 5.0) < 1e-9);
    QVERIFY(!curve.temperatureK(-12.0));
    QVERIFY(!curve.temperatureK(12.0));
  }

  void betaFromMeasuredFragility() {
    const MasterCurve curve(TemperatureMap::fromFragility(690.0, 57.0));
    QVERIFY(std::abs(curve.map().betaPerK - 8.1e-4) < 0.05e-4);
    QVERIFY(std::abs(curve.fragility() - 57.0) < 1e-4);
    QVERIFY(std::abs(curve.log10TauS(690.0).value() - 2.0) < 1e-6);
    QVERIFY(std::abs(TemperatureMap::fromFragility(575.0, 63.0).betaPerK - 10.7e-4) < 0.05e-4);
  }

  void slopesMatchDifferences() {
    const MasterCurve curve(600.0);
    for (const double T : {560.0, 600.0, 650.0, 800.0}) {
      const double difference =
          (curve.log10TauS(T + 0.01).value() - curve.log10TauS(T - 0.01).value()) / 0.02;
      QVERIFY(std::abs(curve.slopePerK(T).value() - difference) < 1e-6);
    }
  }

  void batchEqualsSinglePoints() {
    const MasterCurve curve(575.0);
    std::vector<double> temperaturesK;
    for (int i = 0; i < 203; ++i)
      temperaturesK.push_back(1000.0 - 3.0 * i);
    std::vector<double> values(temperaturesK.size());
    curve.log10TauS(temperaturesK, values);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const auto single = curve.log10TauS(temperaturesK[i]);
      QCOMPARE(!single, std::isnan(values[i]));
      if (single)
        QVERIFY(std::abs(*single - values[i]) < 1e-12);
    }
  }

  void rangeIsKept() {
    const MasterCurve curve(600.0);
    QVERIFY(std::abs(curve.map().coldestK() - (600.0 - 47.6)) < 0.1);
    QVERIFY(std::abs(curve.map().hottestK() - (600.0 + 385.7)) < 0.1);
    QVERIFY(curve.log10TauS(curve.map().coldestK()).has_value());
    QVERIFY(curve.log10TauS(curve.map().hottestK()).has_value());
    QVERIFY(!curve.log10TauS(curve.map().coldestK() - 0.01));
    QVERIFY(!curve.log10TauS(curve.map().hottestK() + 0.01));
    QVERIFY(!curve.log10TauS(std::nan("")));
    QVERIFY(!masterLog10Tau(0.43));
    QVERIFY(!masterSlope(0.71));
  }

  void refusesNonsense() {
    for (const double tgK : {0.0, -5.0, std::nan(""), HUGE_VAL})
      QVERIFY_EXCEPTION_THROWN((void)MasterCurve(tgK), Error);
    QVERIFY_EXCEPTION_THROWN((void)TemperatureMap::fromFragility(600.0, 0.0), Error);
    QVERIFY_EXCEPTION_THROWN((void)TemperatureMap::fromFragility(-1.0, 60.0), Error);
  }
};

QTEST_GUILESS_MAIN(TestMasterCurve)
#include "tst_master_curve.moc"
