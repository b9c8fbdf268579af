// What atoms count for environments, and how far chance moves the shares that come of it.

#include "engine/barcode/environment_weights.h"
#include "engine/barcode/share_sums.h"
#include "engine/core/random.h"
#include "tests/engine/barcode/ordered_crystals.h"
#include "tests/support/error_of.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace vitrine;
using namespace vitrine::barcode;

namespace {

/// Environments of a crystal in which atoms have changed places, and those of another one.
struct Described {
  explicit Described(double width) {
    const EnvironmentSettings settings{{29, 40}, {}, 0.75, width};
    const atomistic::SoapDescriptor descriptor(settings.species, settings.soap);
    EnvironmentCollector collector(settings);
    const auto known = test::orderedCrystal(4, 12, 1);
    describeUnits(descriptor, known, RunContext(),
                  [&](std::size_t first, const UnitRows& part, const RunContext& context) {
                    collector.add(part, first, known.species, context);
                  });
    set = collector.take();
    describeUnits(descriptor, test::orderedCrystal(4, 9, 2), RunContext(),
                  [&](std::size_t, const UnitRows& part, const RunContext&) {
                    if (rows.length() == 0)
                      rows = UnitRows(part.length());
                    for (std::size_t i = 0; i < part.size(); ++i)
                      rows.add(part.row(i));
                  });
    nearest = set.index.nearest(rows, squaredDistanceAt(settings.threshold), RunContext());
  }

  UniqueEnvironments set;
  UnitRows rows;
  std::vector<std::optional<Match>> nearest;
};

}  // namespace

class TestEnvironmentWeights : public QObject {
  Q_OBJECT

 private slots:
  void withoutWidthAtomsAreCounted();
  void weightsFollowTheSimilarity();
  void sameForAnyThreads();
  void widthOutOfRangeIsRefused();
  void chanceOfCountsIsBinomial();
  void chanceOfWeightsAsDrawn();
};

void TestEnvironmentWeights::withoutWidthAtomsAreCounted() {
  const Described made(0.0);
  const auto weights = EnvironmentWeights(made.set).of(made.rows, made.nearest, RunContext());
  QVERIFY(made.set.size() > 5);
  std::size_t known = 0;
  for (std::size_t i = 0; i < weights.rows(); ++i)
    for (std::size_t k = 0; k < weights.columns(); ++k) {
      const bool its = made.nearest[i] && made.nearest[i]->index == k;
      QCOMPARE(weights(i, k), its ? 1.0 : 0.0);
      known += its ? 1 : 0;
    }
  QVERIFY(known > 64);
}

void TestEnvironmentWeights::weightsFollowTheSimilarity() {
  const Described made(0.3);
  const auto weights = EnvironmentWeights(made.set).of(made.rows, made.nearest, RunContext());
  QCOMPARE(weights.rows(), made.rows.size());
  for (std::size_t i = 0; i < weights.rows(); ++i)
    for (std::size_t k = 0; k < weights.columns(); ++k) {
      const double away = 1.0 - similarityOf(squaredDistance(made.rows.row(i),
                                                             made.set.index.environments().row(k)));
      QVERIFY(std::abs(weights(i, k) - std::exp(-away * away / (2.0 * 0.3 * 0.3))) < 1e-5);
    }
}

void TestEnvironmentWeights::sameForAnyThreads() {
  const Described made(0.3);
  const EnvironmentWeights weights(made.set);
  const auto one = weights.of(made.rows, made.nearest, RunContext().withThreads(1));
  const auto two = weights.of(made.rows, made.nearest, RunContext().withThreads(2));
  for (std::size_t i = 0; i < one.values().size(); ++i)
    QCOMPARE(one.values()[i], two.values()[i]);
}

void TestEnvironmentWeights::widthOutOfRangeIsRefused() {
  checkWidth(0.0);
  checkWidth(0.5);
  for (const double width : {-0.1, 1.5, std::nan("")})
    QVERIFY(test::errorOf([&] { checkWidth(width); }).has_value());
}

/// s (1 - s) / N over the N atoms in bars.
void TestEnvironmentWeights::chanceOfCountsIsBinomial() {
  ShareSums sums(4, {2, 0});
  Matrix weights(20, 4);
  for (std::size_t i = 0; i < 20; ++i)
    weights(i, i < 3 ? 0 : i < 8 ? 1 : 2) = 1.0;
  sums.add(weights, std::vector<int>(20, 29));
  QVERIFY((sums.shares() == std::vector<double>{3.0 / 20, 5.0 / 20, 12.0 / 20, 0.0}));
  const auto byChance = sums.byChance();
  const double expected = std::sqrt(3.0 / 15 * 12.0 / 15 / 15);
  QVERIFY(std::abs(byChance[0] - expected) < 1e-12);
  QVERIFY(std::abs(byChance[1] - expected) < 1e-12);
  QVERIFY((ShareSums(4, {1}).byChance() == std::vector<double>{0.0}));
}

/// Against the spread of 2000 barcodes drawn atom by atom from the same kinds of atoms: three kinds
/// of copper and two of zirconium, of which there are always 160 and 240.
void TestEnvironmentWeights::chanceOfWeightsAsDrawn() {
  constexpr std::size_t kAtoms = 400;
  constexpr std::size_t kDraws = 2000;
  Matrix kinds(5, 3);
  Random random(3);
  for (std::size_t kind = 0; kind < 5; ++kind)
    for (std::size_t k = 0; k < 3; ++k)
      kinds(kind, k) = random.uniform();
  std::vector<int> species(kAtoms, 40);
  std::fill_n(species.begin(), 160, 29);
  std::vector<double> first;
  std::vector<double> told;
  for (std::size_t draw = 0; draw < kDraws; ++draw) {
    ShareSums sums(3, {0, 1, 2});
    Matrix weights(kAtoms, 3);
    for (std::size_t i = 0; i < kAtoms; ++i)
      std::ranges::copy(kinds.row(i < 160 ? random.below(3) : 3 + random.below(2)),
                        weights.row(i).begin());
    sums.add(weights, species);
    const auto shares = sums.shares();
    first.push_back(shares[0] / (shares[0] + shares[1] + shares[2]));
    told.push_back(sums.byChance()[0]);
  }
  double mean = 0.0;
  double square = 0.0;
  double meanTold = 0.0;
  for (std::size_t draw = 0; draw < kDraws; ++draw) {
    mean += first[draw] / kDraws;
    meanTold += told[draw] / kDraws;
  }
  for (const double each : first)
    square += (each - mean) * (each - mean) / kDraws;
  QVERIFY2(std::abs(meanTold / std::sqrt(square) - 1.0) < 0.06,
           qPrintable(QString::number(meanTold / std::sqrt(square))));
}

QTEST_APPLESS_MAIN(TestEnvironmentWeights)
#include "tst_environment_weights.moc"
