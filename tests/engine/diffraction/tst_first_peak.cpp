// The first peak: synthetic peaks of known position and width, and the authors' own values for the
// patterns of Ren et al. (2018).

#include "engine/core/error.h"
#include "engine/diffraction/first_peak.h"
#include "engine/diffraction/preprocessing.h"
#include "engine/diffraction/spectrum_folder.h"
#include "tests/engine/diffraction/ren_folder.h"
#include "tests/engine/diffraction/synthetic.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace vitrine;
using namespace vitrine::diffraction;
using vitrine::test::equidistant;
using vitrine::test::SyntheticPeak;

namespace {

constexpr double kHalfPercent = 0.005;

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  const auto n = static_cast<double>(a.size());
  double meanA = 0.0;
  double meanB = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    meanA += a[i] / n;
    meanB += b[i] / n;
  }
  double ab = 0.0;
  double aa = 0.0;
  double bb = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += (a[i] - meanA) * (b[i] - meanB);
    aa += (a[i] - meanA) * (a[i] - meanA);
    bb += (b[i] - meanB) * (b[i] - meanB);
  }
  return ab / std::sqrt(aa * bb);
}

}  // namespace

class TestFirstPeak : public QObject {
  Q_OBJECT

 private slots:
  void fitsNoisyPeaks_data() {
    QTest::addColumn<int>("points");
    QTest::addColumn<double>("deltaQ");
    QTest::addColumn<double>("gaussShare");
    for (const double deltaQ : {0.12, 0.3, 0.57, 0.8})
      for (const double share : {0.0, 0.3, 0.7, 1.0})
        for (const int points : {1000, 3743}) {
          // A Lorentzian over 20 noisy points cannot be told to half a per cent by anyone.
          if (points == 1000 && deltaQ < 0.3)
            continue;
          QTest::addRow("%d points, %.2f, %.1f", points, deltaQ, share)
              << points << deltaQ << share;
        }
  }
  void fitsNoisyPeaks() {
    QFETCH(int, points);
    QFETCH(double, deltaQ);
    QFETCH(double, gaussShare);
    const auto q = equidistant(0.6, 6.2, static_cast<std::size_t>(points));
    for (const double q1 : {2.2, 3.1}) {
      SyntheticPeak peak;
      peak.q1 = q1;
      peak.deltaQ = deltaQ;
      peak.gaussShare = gaussShare;
      int within = 0;
      constexpr int kSeeds = 30;
      for (int seed = 0; seed < kSeeds; ++seed) {
        const auto found =
            analyseFirstPeak(q, test::sampled(peak, q, 0.003 * peak.height, std::uint64_t(seed)));
        QVERIFY(found && found->fit);
        QCOMPARE(found->maxima, 1);
        QVERIFY(std::abs(found->fit->shape.q1 - q1) < kHalfPercent * q1);
        QVERIFY(std::abs(found->fit->shape.deltaQ - deltaQ) < kHalfPercent * deltaQ);
        QVERIFY(std::abs(found->direct.shape.q1 - q1) < kHalfPercent * q1);
        // The residual is the noise.
        QVERIFY(found->fit->residual > 0.002 && found->fit->residual < 0.004);
        within +=
            std::abs(found->fit->shape.deltaQ - deltaQ) < 2.0 * found->fit->uncertainty.deltaQ;
      }
      // 95 of 100 lie within two standard deviations; that of 30 fewer than 23 do has a chance of
      // about one in 10^4.
      QVERIFY2(within >= 23, qPrintable(QString::number(within)));
    }
  }

  void readsOffAGaussian_data() {
    QTest::addColumn<double>("deltaQ");
    for (const double deltaQ : {0.12, 0.3, 0.57, 0.8})
      QTest::addRow("%.2f", deltaQ) << deltaQ;
  }
  void readsOffAGaussian() {
    QFETCH(double, deltaQ);
    SyntheticPeak peak;
    peak.deltaQ = deltaQ;
    peak.gaussShare = 1.0;
    const auto q = equidistant(1.0, 5.0, 3743);
    const auto found = analyseFirstPeak(q, test::sampled(peak, q, 0.0, 0));
    QVERIFY(found);
    const DirectPeak& direct = found->direct;
    QVERIFY(std::abs(direct.shape.q1 - peak.q1) < 1e-3 * peak.q1);
    QVERIFY(std::abs(direct.shape.deltaQ - deltaQ) < 2e-3 * deltaQ);
    QVERIFY(std::abs(direct.height - peak.height) < 1e-3 * peak.height);
    // The construction that is drawn: the crossings lie half the width either side, the ends of the
    // line on the background.
    QVERIFY(std::abs(direct.halfToQ - direct.halfFromQ - direct.shape.deltaQ) < 1e-12);
    QVERIFY(std::abs(direct.halfFromQ - (peak.q1 - 0.5 * deltaQ)) < 2e-3);
    QVERIFY(std::abs(direct.lineFromIntensity - (peak.offset + peak.slope * direct.lineFromQ)) <
            0.02 * peak.height);
    QVERIFY(std::abs(direct.lineToIntensity - (peak.offset + peak.slope * direct.lineToQ)) <
            0.02 * peak.height);
  }

  void drawsTheFit() {
    SyntheticPeak peak;
    peak.gaussShare = 0.4;
    const auto q = equidistant(1.0, 5.0, 1001);
    const auto found = analyseFirstPeak(q, test::sampled(peak, q, 0.0, 0));
    QVERIFY(found && found->fit);
    QVERIFY(std::abs(found->fit->gaussShare - 0.4) < 1e-3);
    QVERIFY(std::abs(found->fit->lineSlope - peak.slope) < 1e-2);
    for (const double x : {1.8, 2.3, 2.65, 3.4})
      QVERIFY(std::abs(found->fit->at(x) - peak.at(x)) < 1e-3 * peak.height);
  }

  void doesNotMindTheUnit() {
    SyntheticPeak peak;
    const auto q = equidistant(1.0, 5.0, 1001);
    auto intensities = test::sampled(peak, q, 0.5, 7);
    const auto found = analyseFirstPeak(q, intensities);
    for (double& intensity : intensities)
      intensity *= 1.0e6;
    const auto scaled = analyseFirstPeak(q, intensities);
    QVERIFY(found && scaled && found->fit && scaled->fit);
    QVERIFY(std::abs(found->direct.shape.deltaQ - scaled->direct.shape.deltaQ) < 1e-9);
    QVERIFY(std::abs(found->fit->shape.deltaQ - scaled->fit->shape.deltaQ) < 1e-6);
  }

  void countsMaxima() {
    SyntheticPeak first;
    first.deltaQ = 0.12;
    SyntheticPeak second = first;
    second.q1 = 3.1;
    second.height = 40.0;
    second.offset = second.slope = 0.0;
    const auto q = equidistant(1.0, 5.0, 3743);
    auto both = test::sampled(first, q, 0.5, 3);
    for (std::size_t i = 0; i < q.size(); ++i)
      both[i] += second.at(q[i]);
    const auto found = analyseFirstPeak(q, both);
    QVERIFY(found);
    QCOMPARE(found->maxima, 2);
    QVERIFY(found->hasSeveralMaxima());
    QVERIFY(std::abs(found->direct.shape.q1 - 2.65) < 0.01);

    // Noise makes no maxima.
    const auto noisy = analyseFirstPeak(q, test::sampled(first, q, 3.0, 5));
    QVERIFY(noisy);
    QCOMPARE(noisy->maxima, 1);
  }

  void takesTheFirstOfTwoAlike() {
    SyntheticPeak first;
    first.deltaQ = 0.15;
    first.q1 = 2.4;
    first.height = 85.0;
    SyntheticPeak second = first;
    second.q1 = 2.9;
    second.height = 100.0;
    second.offset = second.slope = 0.0;
    const auto q = equidistant(1.0, 5.0, 2001);
    auto both = test::sampled(first, q, 0.0, 0);
    for (std::size_t i = 0; i < q.size(); ++i)
      both[i] += second.at(q[i]);
    const auto found = analyseFirstPeak(q, both);
    QVERIFY(found);
    QVERIFY(std::abs(found->direct.shape.q1 - 2.4) < 0.01);
  }

  void findsNoneWhereThereIsNone() {
    const auto q = equidistant(1.0, 5.0, 1001);
    std::vector<double> falling;
    for (const double x : q)
      falling.push_back(100.0 / x);
    QVERIFY(!analyseFirstPeak(q, falling));
    QVERIFY(!analyseFirstPeak(q, std::vector<double>(q.size(), 0.0)));
    QVERIFY(!analyseFirstPeak(q, std::vector<double>(q.size(), 7.0)));
    SyntheticPeak outside;
    outside.q1 = 1.6;
    outside.deltaQ = 0.2;
    QVERIFY(!analyseFirstPeak(q, test::sampled(outside, q, 0.0, 0)));
  }

  void refusesAWindowOutsideThePattern() {
    const auto q = equidistant(2.5, 5.0, 100);
    const std::vector<double> intensities(100, 1.0);
    QVERIFY_EXCEPTION_THROWN(analyseFirstPeak(q, intensities), Error);
    QVERIFY_EXCEPTION_THROWN(analyseFirstPeak(q, std::vector<double>(99, 1.0)), Error);
    FirstPeakOptions falling;
    falling.qFrom = 3.4;
    falling.qTo = 2.6;
    QVERIFY_EXCEPTION_THROWN(analyseFirstPeak(q, intensities, falling), Error);
    const std::vector<double> nothing;
    QVERIFY_EXCEPTION_THROWN(analyseFirstPeak(nothing, nothing), Error);
  }

  /// Whatever the numbers, the answer is a peak or none.
  void survivesAnyNumbers() {
    std::mt19937_64 random(20261121);
    for (int round = 0; round < 300; ++round) {
      const std::size_t points = 4 + random() % 300;
      const auto q = equidistant(1.0, 5.0, points);
      std::vector<double> intensities;
      for (std::size_t i = 0; i < points; ++i) {
        const auto kind = random() % 8;
        const double value = static_cast<double>(static_cast<std::int64_t>(random() % 2001) - 1000);
        intensities.push_back(kind == 0   ? 0.0
                              : kind == 1 ? value * 1e300
                              : kind == 2 ? value * 1e-300
                              : kind == 3 ? std::numeric_limits<double>::max()
                                          : value);
      }
      if (round % 3 == 0)
        std::fill(intensities.begin(), intensities.begin() + std::ptrdiff_t(points / 2), 0.0);
      const auto found = analyseFirstPeak(q, intensities);
      if (found)
        QVERIFY(found->direct.shape.deltaQ > 0.0);
    }
  }

  void judgesByTheRuleOfRen() {
    QCOMPARE(glassState(0.58), GlassState::Glass);
    QCOMPARE(glassState(0.57), GlassState::Mixed);
    QCOMPARE(glassState(0.16), GlassState::Mixed);
    QCOMPARE(glassState(0.15), GlassState::Crystalline);
  }

  void agreesWithTheAuthors_data() {
    QTest::addColumn<QString>("system");
    QTest::addColumn<double>("leastOfWidths");
    QTest::addColumn<double>("leastOfPositions");
    QTest::newRow("Fe-Ti-Nb") << "FeTiNb" << 0.99 << 0.99;
    QTest::newRow("Co-V-Zr") << "CoVZr" << 0.92 << 0.98;
  }
  void agreesWithTheAuthors() {
    QFETCH(QString, system);
    QFETCH(double, leastOfWidths);
    QFETCH(double, leastOfPositions);
    const auto folder = test::renFolder(system.toStdString());
    if (!exists(folder))
      QSKIP("The measured patterns are not here: ren-hitp in $VITRINE_SHARED/data.");
    const auto widths = test::indexColumn(folder, "peak_width_q");
    const auto positions = test::indexColumn(folder, "peak_position_q");
    const SpectrumSet set = prepare(readSpectrumFolder(folder));
    const auto q = set.axis.positions();
    std::vector<double> theirWidths;
    std::vector<double> theirPositions;
    std::vector<double> direct;
    std::vector<double> directPositions;
    std::vector<double> fitted;
    std::vector<double> theirFitted;
    int agreeing = 0;
    for (const MeasuredPattern& pattern : set.patterns) {
      const double width = widths.at(pattern.id);
      if (!(width > 0.0))  // no fit
        continue;
      const auto found = analyseFirstPeak(q, pattern.intensities);
      QVERIFY(found);
      theirWidths.push_back(width);
      theirPositions.push_back(positions.at(pattern.id));
      direct.push_back(found->direct.shape.deltaQ);
      directPositions.push_back(found->direct.shape.q1);
      if (found->fit) {
        theirFitted.push_back(width);
        fitted.push_back(found->fit->shape.deltaQ);
      }
      agreeing += glassState(width) == glassState(found->direct.shape.deltaQ);
    }
    const double ofWidths = correlation(theirWidths, direct);
    const double ofPositions = correlation(theirPositions, directPositions);
    const double ofFits = correlation(theirFitted, fitted);
    qInfo("%zu patterns: width r = %.4f direct, %.4f fitted; position r = %.4f; %d states alike",
          direct.size(), ofWidths, ofFits, ofPositions, agreeing);
    QVERIFY(ofWidths >= leastOfWidths);
    QVERIFY(ofFits >= leastOfWidths);
    QVERIFY(ofPositions >= leastOfPositions);
    QVERIFY(fitted.size() >= direct.size() - direct.size() / 100);
    QVERIFY(agreeing >= static_cast<int>(0.9 * static_cast<double>(direct.size())));
  }
};

QTEST_GUILESS_MAIN(TestFirstPeak)
#include "tst_first_peak.moc"
