// Sets of patterns, and how they are split.

#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/diffraction/spectrum_set.h"
#include "tests/engine/generation/synthetic.h"
#include "tests/support/error_of.h"

#include <QTest>

#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <set>

using namespace vitrine;
using namespace vitrine::generation;

namespace {

constexpr diffraction::UniformAxis kTwoPoints{1.0, 2.0, 2};

TrainingSet rows(Matrix fractions, Matrix intensities) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < fractions.rows(); ++i)
    ids.push_back(std::to_string(i));
  return TrainingSet::fromRows({22, 40}, std::move(fractions), kTwoPoints, std::move(intensities),
                               std::move(ids), "made up", {});
}

Matrix filled(std::size_t rowCount, std::vector<double> values) {
  Matrix matrix(rowCount, values.size() / rowCount);
  for (std::size_t i = 0; i < values.size(); ++i)
    matrix(i / matrix.columns(), i % matrix.columns()) = values[i];
  return matrix;
}

bool isRefused(const std::function<void()>& work) {
  const auto error = test::errorOf(work);
  return error && error->code() == ErrorCode::InvalidInput;
}

}  // namespace

class TestTrainingSet : public QObject {
  Q_OBJECT

 private slots:
  void elementsAreAllThatOccur() {
    diffraction::SpectrumSet spectra;
    spectra.axis = kTwoPoints;
    spectra.patterns = {{"a", alloy::compositionOf("Zr60Ti40"), {1.0, 2.0}},
                        {"b", alloy::compositionOf("Co50Zr50"), {3.0, 4.0}}};
    const auto set = TrainingSet::fromSpectra(spectra);
    QCOMPARE(set.elements(), (std::vector<int>{22, 27, 40}));
    QVERIFY(std::abs(set.fractions()(0, 0) - 0.4) < 1e-12);
    QCOMPARE(set.fractions()(0, 1), 0.0);
    QVERIFY(std::abs(set.fractions()(1, 1) - 0.5) < 1e-12);
    QCOMPARE(set.intensities()(1, 0), 3.0);
    QCOMPARE(set.ids()[1], std::string("b"));
    QVERIFY(alloy::distancePercent(set.composition(0), alloy::compositionOf("Zr60Ti40")) < 1e-9);
  }

  void patternsMustShareAnAxisAndASystem() {
    diffraction::SpectrumSet spectra;
    spectra.axis = kTwoPoints;
    QVERIFY(isRefused([&] { TrainingSet::fromSpectra(spectra); }));
    spectra.patterns = {{"a", alloy::compositionOf("Zr"), {1.0, 2.0}}};
    QVERIFY(isRefused([&] { TrainingSet::fromSpectra(spectra); }));
    spectra.patterns = {{"a", alloy::compositionOf("Zr60Ti40"), {1.0, 2.0, 3.0}}};
    QVERIFY(isRefused([&] { TrainingSet::fromSpectra(spectra); }));
  }

  void rowsMustBeAlloysAndNumbers() {
    QCOMPARE(rows(filled(1, {0.4, 0.6}), filled(1, {1.0, 2.0})).size(), std::size_t(1));
    const double infinite = std::numeric_limits<double>::infinity();
    const auto refused = [](Matrix fractions, Matrix intensities) {
      return isRefused([&] { rows(std::move(fractions), std::move(intensities)); });
    };
    QVERIFY(refused(filled(1, {0.4, 0.5}), filled(1, {1.0, 2.0})));
    QVERIFY(refused(filled(1, {-0.4, 1.4}), filled(1, {1.0, 2.0})));
    QVERIFY(refused(filled(1, {0.4, 0.6}), filled(1, {1.0, infinite})));
    QVERIFY(refused(filled(1, {0.4, 0.6}), filled(1, {1.0, 2.0, 3.0})));
    QVERIFY(refused(filled(2, {0.4, 0.6, 0.5, 0.5}), filled(1, {1.0, 2.0})));
  }

  void selectingKeepsTheOrderAskedFor() {
    const auto set = test::syntheticSet(6, 1);
    const std::array<std::size_t, 3> wanted{4, 0, 4};
    const auto part = set.select(wanted);
    QCOMPARE(part.size(), std::size_t(3));
    QCOMPARE(part.ids(), (std::vector<std::string>{"made/4", "made/0", "made/4"}));
    QCOMPARE(part.intensities()(1, 17), set.intensities()(0, 17));
  }

  void aSplitUsesEveryRowOnce() {
    const auto split = randomSplit(101, 0.3, 5);
    QCOMPARE(split.test.size(), std::size_t(30));
    QCOMPARE(split.training.size(), std::size_t(71));
    std::set<std::size_t> all(split.test.begin(), split.test.end());
    all.insert(split.training.begin(), split.training.end());
    QCOMPARE(all.size(), std::size_t(101));
    QCOMPARE(*all.rbegin(), std::size_t(100));
  }

  void aSplitFollowsItsSeed() {
    QVERIFY(randomSplit(100, 0.3, 5).training == randomSplit(100, 0.3, 5).training);
    QVERIFY(randomSplit(100, 0.3, 5).training != randomSplit(100, 0.3, 6).training);
  }

  void insideAreAlloysWithEnoughOfEachElement() {
    const auto set = rows(filled(4, {0.1, 0.9, 0.2, 0.8, 0.85, 0.15, 0.5, 0.5}),
                          filled(4, {1, 2, 1, 2, 1, 2, 1, 2}));
    const auto split = edgeSplit(set, 0.2);
    QCOMPARE(split.edge, (std::vector<std::size_t>{0, 2}));
    QCOMPARE(split.inside, (std::vector<std::size_t>{1, 3}));
  }

  void sharesAreBounded() {
    QVERIFY(randomSplit(10, 0.0, 1).test.empty());
    for (const double share : {-0.1, 1.0, std::nan("")})
      QVERIFY(isRefused([&] { randomSplit(10, share, 1); }));
  }
};

QTEST_GUILESS_MAIN(TestTrainingSet)
#include "tst_training_set.moc"
