#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/core/random.h"
#include "engine/prediction/interval_rule.h"
#include "engine/prediction/known_alloys.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstring>

using namespace vitrine;
using namespace vitrine::prediction;

namespace {

struct Sample {
  std::vector<double> residualsK;
  std::vector<Doubt> doubts;
};

/// Residuals whose scatter grows with the spread of the trees and with the distance.
Sample sample(std::size_t count, std::uint64_t seed) {
  Random random(seed);
  Sample made;
  for (std::size_t i = 0; i < count; ++i) {
    const Doubt doubt{30.0 * random.uniform(), 10.0 * random.uniform(),
                      20.0 * random.uniform() * random.uniform()};
    const double scatter = 3.0 + 0.6 * doubt.treeSpreadK + 1.5 * doubt.distancePercent;
    made.residualsK.push_back(scatter * 3.4 * (random.uniform() + random.uniform() - 1.0));
    made.doubts.push_back(doubt);
  }
  return made;
}

double coverage(const IntervalRule& rule, const Sample& rows, alloy::Domain domain) {
  double in = 0.0, all = 0.0;
  for (std::size_t i = 0; i < rows.doubts.size(); ++i)
    if (rule.domain(rows.doubts[i].distancePercent) == domain) {
      all += 1.0;
      in += std::abs(rows.residualsK[i]) <= rule.halfWidthK(rows.doubts[i]) ? 1.0 : 0.0;
    }
  return in / all;
}

}  // namespace

class TestIntervalRule : public QObject {
  Q_OBJECT

 private slots:
  // Fresh rows of the same kind; three standard errors of 4000 calibration rows and the 5 % of
  // them that lie outside are 0.064.
  void coversFreshRowsInEveryDomain() {
    const auto known = sample(4000, 1);
    const auto rule = IntervalRule::calibrate(known.residualsK, known.doubts);
    const auto fresh = sample(40000, 2);
    for (const alloy::Domain domain :
         {alloy::Domain::Inside, alloy::Domain::Edge, alloy::Domain::Outside}) {
      const double share = coverage(rule, fresh, domain);
      QVERIFY2(std::abs(share - 0.9) < 0.065, qPrintable(QString::number(share)));
    }
  }

  void widthFollowsDifficulty() {
    const auto known = sample(4000, 1);
    const auto rule = IntervalRule::calibrate(known.residualsK, known.doubts);
    const double easy = rule.halfWidthK({1.0, 5.0, 1.0});
    const double spread = rule.halfWidthK({25.0, 5.0, 1.0});
    const double far = rule.halfWidthK({1.0, 5.0, 15.0});
    QVERIFY(spread > 2.0 * easy);
    QVERIFY(far > 2.0 * easy);
  }

  void domainByDistance() {
    const auto known = sample(1000, 3);
    const auto rule = IntervalRule::calibrate(known.residualsK, known.doubts);
    std::size_t inside = 0, outside = 0;
    for (const auto& doubt : known.doubts) {
      inside += rule.domain(doubt.distancePercent) == alloy::Domain::Inside ? 1 : 0;
      outside += rule.domain(doubt.distancePercent) == alloy::Domain::Outside ? 1 : 0;
    }
    QVERIFY(std::abs(static_cast<double>(inside) - 1000 * IntervalRule::kInsideShare) <= 2);
    QVERIFY(std::abs(static_cast<double>(outside) - 1000 * (1 - IntervalRule::kEdgeShare)) <= 2);
    QCOMPARE(rule.domain(0.0), alloy::Domain::Inside);
    QCOMPARE(rule.domain(100.0), alloy::Domain::Outside);
  }

  // At a training alloy every doubt vanishes; the interval must not vanish with it.
  void noNarrowerThanTheEasiestRowsItWasCheckedOn() {
    const auto known = sample(1000, 6);
    const auto rule = IntervalRule::calibrate(known.residualsK, known.doubts);
    std::vector<double> inside;
    for (const auto& doubt : known.doubts)
      if (rule.domain(doubt.distancePercent) == alloy::Domain::Inside)
        inside.push_back(rule.halfWidthK(doubt));
    QVERIFY(rule.halfWidthK({}) > 0.0);
    QCOMPARE(rule.halfWidthK({}), *std::ranges::min_element(inside));
  }

  void bytesRoundTrip() {
    const auto known = sample(500, 4);
    const auto rule = IntervalRule::calibrate(known.residualsK, known.doubts);
    files::ByteWriter out;
    rule.write(out);
    auto bytes = out.take();
    files::ByteReader in(bytes);
    const auto read = IntervalRule::read(in);
    for (const auto& doubt : known.doubts)
      QCOMPARE(read.halfWidthK(doubt), rule.halfWidthK(doubt));
    bytes.pop_back();
    files::ByteReader cut(bytes);
    QVERIFY_THROWS_EXCEPTION(Error, IntervalRule::read(cut));
    const double negative = -1.0;
    std::memcpy(bytes.data(), &negative, sizeof negative);
    files::ByteReader wrong(bytes);
    QVERIFY_THROWS_EXCEPTION(Error, IntervalRule::read(wrong));
  }

  // Against alloy::distancePercent of every alloy.
  void nearestAlloysMatchBruteForce() {
    Random random(5);
    const int metals[] = {13, 22, 28, 29, 40, 46};
    std::vector<alloy::Composition> alloys;
    for (int i = 0; i < 200; ++i) {
      std::vector<alloy::Share> amounts;
      for (const int z : metals)
        if (random.uniform() < 0.5)
          amounts.push_back({z, 1.0 + random.uniform()});
      amounts.push_back({26, 1.0});
      alloys.push_back(alloy::Composition::fromAmounts(amounts));
    }
    const KnownAlloys known(alloys);
    const auto asked = alloy::compositionOf("Zr50Cu30Al10Fe10");
    const auto nearest = known.nearest(asked, 7);
    QCOMPARE(nearest.size(), std::size_t{7});
    std::vector<double> all;
    for (const auto& alloy : alloys)
      all.push_back(alloy::distancePercent(asked, alloy));
    std::vector<double> sorted = all;
    std::ranges::sort(sorted);
    for (std::size_t i = 0; i < nearest.size(); ++i) {
      QVERIFY(std::abs(nearest[i].distancePercent - sorted[i]) < 1e-9);
      QVERIFY(std::abs(all[nearest[i].index] - sorted[i]) < 1e-9);
    }
    QCOMPARE(known.nearestDistance(asked), nearest.front().distancePercent);
    QCOMPARE(known.nearestDistance(alloys[17]), 0.0);
  }
};

QTEST_APPLESS_MAIN(TestIntervalRule)
#include "tst_interval_rule.moc"
