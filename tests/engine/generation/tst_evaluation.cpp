// Judging generators: sums worked by hand, and patterns whose error is known exactly.

#include "engine/core/error.h"
#include "engine/generation/evaluation.h"
#include "tests/engine/generation/synthetic.h"
#include "tests/support/error_of.h"

#include <QTest>

#include <array>
#include <cmath>
#include <numeric>

using namespace vitrine;
using namespace vitrine::generation;

namespace {

/// `set` with every intensity of row i raised by `shift(i)`.
template <class Shift>
TrainingSet shifted(const TrainingSet& set, Shift shift) {
  Matrix intensities = set.intensities();
  for (std::size_t i = 0; i < set.size(); ++i)
    for (double& value : intensities.row(i))
      value += shift(i);
  return TrainingSet::fromRows(set.elements(), set.fractions(), set.axis(), std::move(intensities),
                               set.ids(), set.source(), set.steps());
}

std::shared_ptr<const SpectrumGenerator> nearest(const TrainingSet& set) {
  return fitGenerator(cardFor(GeneratorKind::Nearest, set), set, {});
}

}  // namespace

class TestEvaluation : public QObject {
  Q_OBJECT

 private slots:
  void agreementIsTheFitThroughTheOrigin() {
    // a = Σgm / Σm² = (2 + 2 + 12) / (1 + 4 + 9); R² through the origin = a Σgm / Σg²;
    // R² = 1 − Σ(g − m)² / Σ(m − 2)².
    const std::array generated{2.0, 1.0, 4.0};
    const std::array measured{1.0, 2.0, 3.0};
    const auto result = agreement(generated, measured);
    QCOMPARE(result.n, std::size_t(3));
    QCOMPARE(result.slope, 16.0 / 14.0);
    QCOMPARE(result.r2Origin, 16.0 / 14.0 * 16.0 / 21.0);
    QCOMPARE(result.r2, 1.0 - 3.0 / 2.0);
  }

  void agreementOfNothingIsNoNumber() {
    const auto none = agreement({}, {});
    QCOMPARE(none.n, std::size_t(0));
    QVERIFY(std::isnan(none.slope) && std::isnan(none.r2Origin) && std::isnan(none.r2));
    // One alloy spans no spread.
    const std::array one{2.0};
    QVERIFY(std::isnan(agreement(one, one).r2));
    QCOMPARE(agreement(one, one).slope, 1.0);
  }

  void whatWasLearnedByHeartHasNoError() {
    const auto set = test::syntheticSet(30, 1);
    const auto result = evaluate(*nearest(set), set, {});
    QCOMPARE(result.patterns.size(), std::size_t(30));
    // Its patterns are kept in single precision.
    QVERIFY(result.mseMean < 1e-9);
    QVERIFY(std::abs(result.q1.slope - 1.0) < 1e-6);
    QVERIFY(std::abs(result.deltaQ.r2 - 1.0) < 1e-6);
    QCOMPARE(result.coverage90, 1.0);
    QCOMPARE(result.patterns[7].id, std::string("made/7"));
  }

  void errorsAreMeansOverPointsThenOverPatterns() {
    const auto set = test::syntheticSet(11, 2);
    const auto generator = nearest(set);
    const auto result = evaluate(
        *generator, shifted(set, [](std::size_t i) { return static_cast<double>(i); }), {});
    // The squares 0, 1, 4, … 100: their mean is 385 / 11, the middle one 25, the tenth 81.
    QVERIFY(std::abs(result.mseMean - 35.0) < 1e-3);
    QVERIFY(std::abs(result.mseMedian - 25.0) < 1e-3);
    QVERIFY(std::abs(result.mseQ90 - 81.0) < 1e-3);
    for (std::size_t i = 0; i < set.size(); ++i)
      QVERIFY(std::abs(result.patterns[i].mse - static_cast<double>(i * i)) < 1e-3);
  }

  void pointsFarFromTheBandAreNotCovered() {
    const auto set = test::syntheticSet(20, 3);
    const auto far = shifted(set, [](std::size_t i) { return i % 4 == 0 ? 1e4 : 0.0; });
    QCOMPARE(evaluate(*nearest(set), far, {}).coverage90, 0.75);
  }

  void threadsChangeNothing() {
    const auto training = test::syntheticSet(40, 4);
    const auto test = test::syntheticSet(150, 5);
    const auto generator =
        fitGenerator(cardFor(GeneratorKind::RadialBasis, training), training, {});
    const auto one = evaluate(*generator, test, RunContext().withThreads(1));
    const auto four = evaluate(*generator, test, RunContext().withThreads(4));
    QCOMPARE(one.mseMean, four.mseMean);
    QCOMPARE(one.coverage90, four.coverage90);
    QCOMPARE(one.deltaQ.r2, four.deltaQ.r2);
  }

  void anotherAxisIsRefused() {
    const auto set = test::syntheticSet(10, 6);
    const auto generator = nearest(set);
    Matrix intensities(10, 50);
    const auto other =
        TrainingSet::fromRows(set.elements(), set.fractions(), {1.0, 5.0, 50},
                              std::move(intensities), set.ids(), set.source(), set.steps());
    const auto error = test::errorOf([&] { evaluate(*generator, other, {}); });
    QVERIFY(error && error->code() == ErrorCode::InvalidInput);
  }

  void moreToLearnFromIsBetter() {
    const auto set = test::syntheticSet(200, 7);
    const auto split = randomSplit(set.size(), 0.3, 8);
    const std::array<std::size_t, 4> counts{10, 40, 140, 500};
    const auto curve = learningCurve(GeneratorKind::RadialBasis, set, split, counts, {});
    // 500 are more than there are.
    QCOMPARE(curve.size(), std::size_t(3));
    for (std::size_t i = 0; i < curve.size(); ++i) {
      QCOMPARE(curve[i].patterns, counts[i]);
      QVERIFY(i == 0 || curve[i].mseMean < curve[i - 1].mseMean);
    }
  }
};

QTEST_GUILESS_MAIN(TestEvaluation)
#include "tst_evaluation.moc"
