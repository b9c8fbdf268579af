#include "engine/relaxation/percus_yevick.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace vitrine::relaxation;

namespace {

/// g(r) by numerical inversion of S(q), an independent way to what the room computes analytically.
/// The slowly falling tail q (S-1) -> -24 phi g cos(q) / q is damped by a Gaussian window, which
/// smooths g(r) over 1/300 d.
double invertedPairDistribution(double r, double phi) {
  constexpr double kStep = 0.01;
  constexpr double kWindow = 300.0;
  double sum = 0.0;
  for (int i = 1; i < 150000; ++i) {
    const double q = i * kStep;
    sum += q * (structureFactor(q, phi) - 1.0) * std::sin(q * r) *
           std::exp(-0.5 * (q / kWindow) * (q / kWindow));
  }
  const double density = 6.0 * phi / std::numbers::pi;
  return 1.0 + sum * kStep / (2.0 * std::numbers::pi * std::numbers::pi * density * r);
}

/// I_n = Int_0^1 x^n sin(q x)/(q x) x ... of the moments, by Simpson's rule.
double momentByQuadrature(double q, int power) {
  constexpr int kIntervals = 2000;
  const auto f = [&](double x) {
    return x == 0.0 ? 0.0 : std::pow(x, power) * std::sin(q * x) / q;
  };
  double sum = f(0.0) + f(1.0);
  for (int i = 1; i < kIntervals; ++i)
    sum += (i % 2 ? 4.0 : 2.0) * f(static_cast<double>(i) / kIntervals);
  return sum / (3.0 * kIntervals);
}

}  // namespace

class TestPercusYevick : public QObject {
  Q_OBJECT

 private slots:
  void momentsAreTheIntegrals_data() {
    QTest::addColumn<double>("q");
    for (const double q : {0.01, 0.7, 1.4999, 1.5, 3.0, 12.5})
      QTest::addRow("q = %g", q) << q;
  }
  void momentsAreTheIntegrals() {
    QFETCH(double, q);
    const Moments m = moments(q);
    QVERIFY(std::abs(m.first - momentByQuadrature(q, 1)) < 1e-10);
    QVERIFY(std::abs(m.second - momentByQuadrature(q, 2)) < 1e-10);
    QVERIFY(std::abs(m.fourth - momentByQuadrature(q, 4)) < 1e-10);
  }

  void compressibilityLimit() {
    for (const double phi : {0.1, 0.44, 0.6, 0.7})
      QVERIFY(std::abs(structureFactor(1e-5, phi) / structureFactorAtZero(phi) - 1.0) < 1e-6);
  }

  /// First peak of S(q) and contact value from the numpy reference solver of the theory's notes.
  void referencePeaks_data() {
    QTest::addColumn<double>("phi");
    QTest::addColumn<double>("qPeak");
    QTest::addColumn<double>("peak");
    QTest::addColumn<double>("contact");
    QTest::newRow("0.44") << 0.44 << 6.7785 << 2.40433 << 3.8903;
    QTest::newRow("0.50") << 0.50 << 7.0065 << 3.24046 << 5.0000;
    QTest::newRow("0.56") << 0.56 << 7.2559 << 4.76544 << 6.6116;
    QTest::newRow("0.60") << 0.60 << 7.4316 << 6.54873 << 8.1250;
    QTest::newRow("0.64") << 0.64 << 7.6117 << 9.54626 << 10.185;
    QTest::newRow("0.6714") << 0.6714 << 7.7540 << 13.46637 << 12.370;
    QTest::newRow("0.70") << 0.70 << 7.8827 << 19.22228 << 15.000;
  }
  void referencePeaks() {
    QFETCH(double, phi);
    QFETCH(double, qPeak);
    QFETCH(double, peak);
    QFETCH(double, contact);
    double best = 0.0;
    double at = 0.0;
    for (double q = 6.5; q < 8.5; q += 1e-5) {
      const double value = structureFactor(q, phi);
      if (value > best) {
        best = value;
        at = q;
      }
    }
    QVERIFY2(std::abs(at - qPeak) < 1e-4, qPrintable(QString::number(at, 'g', 8)));
    QVERIFY2(std::abs(best - peak) < 5.1e-6, qPrintable(QString::number(best, 'g', 10)));
    QVERIFY(std::abs(contactValue(phi) / contact - 1.0) < 6e-5);
  }

  void pairDistributionInvertsTheStructureFactor() {
    for (const double phi : {0.45, 0.60, 0.6714}) {
      for (const double r : {1.15, 1.3, 1.6, 1.85}) {
        const double expected = invertedPairDistribution(r, phi);
        QVERIFY2(std::abs(pairDistribution(r, phi) - expected) < 3e-3,
                 qPrintable(QString("phi %1, r %2: %3, not %4")
                                .arg(phi)
                                .arg(r)
                                .arg(pairDistribution(r, phi))
                                .arg(expected)));
      }
      QVERIFY(std::abs(pairDistribution(1.0, phi) / contactValue(phi) - 1.0) < 1e-12);
    }
  }

  void firstMinimumIsOne() {
    for (const double phi : {0.45, 0.50, 0.6157, 0.6714}) {
      const auto at = firstMinimum(phi);
      QVERIFY(at.has_value());
      const double value = pairDistribution(*at, phi);
      QVERIFY(value < pairDistribution(*at - 1e-3, phi));
      QVERIFY(value < pairDistribution(*at + 1e-3, phi));
    }
    // Known oddity: the Percus-Yevick g(r) turns negative at its minimum above 0.6133.
    QVERIFY(pairDistribution(firstMinimum(0.612).value(), 0.612) > 0.0);
    QVERIFY(pairDistribution(firstMinimum(0.615).value(), 0.615) < 0.0);
  }
};

QTEST_GUILESS_MAIN(TestPercusYevick)
#include "tst_percus_yevick.moc"
