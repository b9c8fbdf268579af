// The background of Ren et al. (2018).

#include "engine/core/error.h"
#include "engine/diffraction/background.h"
#include "tests/engine/diffraction/synthetic.h"

#include <QTest>

#include <array>
#include <cmath>
#include <functional>
#include <random>
#include <vector>

using namespace vitrine;
using namespace vitrine::diffraction;
using vitrine::test::equidistant;

namespace {

/// A background as in Ren's Fe-Ti-Nb patterns, of some 600 counts.
double truth(double q) {
  return 900.0 - 150.0 * q + 8.0 * q * q + 1.5 * q * q * q + 60.0 / q;
}

std::vector<double> pattern(const std::vector<double>& q, double noise, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::normal_distribution<double> normal(0.0, noise);
  std::vector<double> intensities;
  for (const double x : q) {
    const double peaks = 1500.0 * std::exp(-std::pow((x - 2.7) / 0.2, 2)) +
                         400.0 * std::exp(-std::pow((x - 4.4) / 0.3, 2));
    intensities.push_back(truth(x) + peaks + (noise > 0.0 ? normal(random) : 0.0));
  }
  return intensities;
}

/// Ren's penalty as his program computes it, on points 31 to 900 of 1000, every 20th.
double penalty(const std::vector<double>& q, const std::vector<double>& intensities,
               const std::function<double(double)>& background) {
  double sum = 0.0;
  for (std::size_t i = 30; i < q.size() - 100; i += 20) {
    const double d = intensities[i] - background(q[i]);
    sum += d < 0.0 || q[i] < 1.8 ? std::pow(d, 4) : d * d;
  }
  return sum;
}

}  // namespace

class TestBackground : public QObject {
  Q_OBJECT

 private slots:
  void findsABackgroundWithoutPeaks() {
    const auto q = equidistant(0.6, 6.2, 1000);
    std::vector<double> intensities;
    for (const double x : q)
      intensities.push_back(truth(x));
    const Background background = fitBackground(q, intensities);
    for (const double x : {0.7, 1.5, 3.0, 5.0, 6.2})
      QVERIFY(std::abs(background.at(x) - truth(x)) < 0.01);
  }

  void runsAlongTheFeetOfPeaks() {
    const auto q = equidistant(0.96, 5.78, 1000);
    const Background background = fitBackground(q, pattern(q, 0.0, 0));
    // The fourth power keeps it from lying above the pattern by more than some counts; between the
    // peaks it is lifted by less than a tenth of the smaller.
    for (const double x : equidistant(1.2, 5.2, 50)) {
      QVERIFY2(background.at(x) - truth(x) < 40.0, qPrintable(QString::number(x)));
      QVERIFY2(background.at(x) - truth(x) > -20.0, qPrintable(QString::number(x)));
    }
  }

  /// The penalty is convex, so a minimum against all small steps is the minimum.
  void minimisesThePenaltyOfRen() {
    const auto q = equidistant(0.96, 5.78, 1000);
    auto intensities = pattern(q, 15.0, 4);
    // One count is 1/600 of the mean: scaled to that, theirs and ours are one.
    double mean = 0.0;
    for (const double intensity : intensities)
      mean += intensity / 1000.0;
    for (double& intensity : intensities)
      intensity *= 600.0 / mean;
    const Background background = fitBackground(q, intensities);
    const double least = penalty(q, intensities, [&](double x) { return background.at(x); });
    std::mt19937_64 random(9);
    std::normal_distribution<double> normal(0.0, 1.0);
    for (const double size : {1e-3, 1e-2, 0.1, 1.0, 10.0})
      for (int round = 0; round < 200; ++round) {
        std::array<double, 5> step;
        for (double& s : step)
          s = size * normal(random);
        const double there = penalty(q, intensities, [&](double x) {
          return background.at(x) + step[0] + step[1] * (x - 3.0) + step[2] * std::pow(x - 3.0, 2) +
                 step[3] * std::pow(x - 3.0, 3) + step[4] / x;
        });
        QVERIFY(there >= least * (1.0 - 1e-12));
      }
  }

  void doesNotMindTheUnit() {
    const auto q = equidistant(0.96, 5.78, 1000);
    auto intensities = pattern(q, 15.0, 4);
    const Background counts = fitBackground(q, intensities);
    for (double& intensity : intensities)
      intensity *= 1e-3;
    const Background thousands = fitBackground(q, intensities);
    for (const double x : {1.0, 3.0, 5.0})
      QVERIFY(std::abs(counts.at(x) - 1e3 * thousands.at(x)) < 1e-3);
  }

  void refusesWhatHasNone() {
    const auto q = equidistant(1.0, 5.0, 100);
    QVERIFY_EXCEPTION_THROWN(fitBackground(q, std::vector<double>(100, 0.0)), Error);
    QVERIFY_EXCEPTION_THROWN(fitBackground(q, std::vector<double>(99, 1.0)), Error);
    QVERIFY_EXCEPTION_THROWN(fitBackground(equidistant(1.0, 5.0, 10), std::vector<double>(10, 1.0)),
                             Error);
    const std::vector<double> nothing;
    QVERIFY_EXCEPTION_THROWN(fitBackground(nothing, nothing), Error);
  }
};

QTEST_GUILESS_MAIN(TestBackground)
#include "tst_background.moc"
