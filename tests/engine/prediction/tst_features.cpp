#include "engine/alloy/element.h"
#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/prediction/features.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace vitrine;
using namespace vitrine::prediction;

namespace {

std::vector<alloy::Composition> alloys(std::initializer_list<const char*> formulas) {
  std::vector<alloy::Composition> result;
  for (const char* formula : formulas)
    result.push_back(alloy::compositionOf(formula));
  return result;
}

FeatureOptions everything() {
  FeatureOptions options;
  options.squareRoots = true;
  options.fractionScale = 0.5;
  options.averages = {kFacts.begin(), kFacts.end()};
  options.spreads = {kFacts.begin(), kFacts.end()};
  options.mixing = true;
  options.averageScale = 0.1;
  options.spreadScale = 0.05;
  return options;
}

}  // namespace

class TestFeatures : public QObject {
  Q_OBJECT

 private slots:
  void fractionsAreThePaperFeatures() {
    const auto training = alloys({"Zr50Cu40Al10", "Cu60Zr33Ti7"});
    const auto map = FeatureMap::create({}, {13, 22, 29, 40}, training);
    const Matrix x = map.apply(training);
    QCOMPARE(map.columns(), std::size_t{4});
    QCOMPARE(x(0, 0), 0.1);
    QCOMPARE(x(0, 1), 0.0);
    QCOMPARE(x(0, 2), 0.4);
    QCOMPARE(x(1, 1), 0.07);
    QCOMPARE(map.columnName(3), std::string("Zr"));
  }

  void averagesAndSpreadsFollowTheirDefinition() {
    FeatureOptions options;
    options.averages = {Fact::MeltingPoint};
    options.spreads = {Fact::Electronegativity};
    const auto training = alloys({"Zr50Cu50", "Cu80Zr20", "Zr70Cu30"});
    const auto map = FeatureMap::create(options, {29, 40}, training);
    // By hand from the table of facts, standardised over the three alloys.
    const double zr = *alloy::element(40).meltingPointK, cu = *alloy::element(29).meltingPointK;
    const double dx =
        *alloy::element(29).electronegativityPauling - *alloy::element(40).electronegativityPauling;
    const double fraction[] = {0.5, 0.2, 0.7};
    double mean[3], spread[3];
    for (int i = 0; i < 3; ++i) {
      mean[i] = fraction[i] * zr + (1 - fraction[i]) * cu;
      spread[i] = std::abs(dx) * std::sqrt(fraction[i] * (1 - fraction[i]));
    }
    const auto standardised = [](const double(&v)[3], int i) {
      const double m = (v[0] + v[1] + v[2]) / 3;
      double square = 0.0;
      for (const double value : v)
        square += (value - m) * (value - m) / 3;
      return (v[i] - m) / std::sqrt(square);
    };
    const Matrix x = map.apply(training);
    for (int i = 0; i < 3; ++i) {
      QVERIFY(std::abs(x(i, 2) - standardised(mean, i)) < 1e-9);
      QVERIFY(std::abs(x(i, 3) - standardised(spread, i)) < 1e-9);
    }
    QCOMPARE(map.average(Fact::MeltingPoint, training[0]), (zr + cu) / 2);
  }

  // Zhang et al. 2008: equal parts of n elements mix with ln n, in units of R.
  void entropyOfEqualParts() {
    FeatureOptions options;
    options.mixing = true;
    const auto training = alloys({"Fe50Ni50", "Fe25Ni25Co25Cu25", "FeNiCo"});
    const auto map = FeatureMap::create(options, {26, 27, 28, 29}, training);
    const Matrix x = map.apply(training);
    const std::size_t entropy = 5;
    QCOMPARE(map.columnName(entropy), std::string("entropy of mixing"));
    const double step = (x(1, entropy) - x(0, entropy)) / (x(2, entropy) - x(0, entropy));
    QVERIFY(std::abs(step - std::log(2.0) / std::log(1.5)) < 1e-9);
  }

  void blanksAreFilledBetweenNeighbours() {
    // Every fact of every element is some finite number.
    for (const Fact fact : kFacts)
      for (int z = 1; z <= alloy::kElementCount; ++z)
        QVERIFY2(std::isfinite(factValue(fact, z)), std::string(factName(fact)).c_str());
    QCOMPARE(factValue(Fact::Group, 60), 3.0);
    QCOMPARE(factValue(Fact::MeltingPoint, 40), *alloy::element(40).meltingPointK);
  }

  void sharesOfEveryColumnAddUp() {
    const auto training = alloys({"Zr50Cu40Al10", "Cu60Zr33Ti7", "Pd40Ni40P20"});
    const auto map = FeatureMap::create(everything(), {13, 15, 22, 28, 29, 40, 46}, training);
    for (std::size_t column = 0; column < map.columns(); ++column) {
      const auto shares = map.elementShares(column, training[0]);
      const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
      const bool absent = column < 7 && training[0].fraction(map.elements()[column]) == 0.0;
      QVERIFY2(std::abs(sum - (absent ? 0.0 : 1.0)) < 1e-12, map.columnName(column).c_str());
      for (const double share : shares)
        QVERIFY(share >= 0.0);
    }
  }

  void bytesRoundTrip() {
    const auto training = alloys({"Zr50Cu40Al10", "Cu60Zr33Ti7", "Pd40Ni40P20"});
    const auto map = FeatureMap::create(everything(), {13, 15, 22, 28, 29, 40, 46}, training);
    files::ByteWriter out;
    map.write(out);
    const auto bytes = out.take();
    files::ByteReader in(bytes);
    const auto read = FeatureMap::read(in);
    QCOMPARE(in.remaining(), std::size_t{0});
    const Matrix a = map.apply(training), b = read.apply(training);
    QVERIFY(std::ranges::equal(a.values(), b.values()));
    for (std::size_t cut = 0; cut < bytes.size(); cut += 7) {
      files::ByteReader part(std::span<const std::byte>(bytes).first(cut));
      QVERIFY_THROWS_EXCEPTION(Error, FeatureMap::read(part));
    }
  }
};

QTEST_APPLESS_MAIN(TestFeatures)
#include "tst_features.moc"
