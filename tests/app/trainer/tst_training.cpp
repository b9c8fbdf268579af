#include "app/trainer/training.h"
#include "app/trainer/vicinity.h"
#include "engine/core/error.h"
#include "engine/core/random.h"
#include "engine/generation/ccgan.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace vitrine;
using namespace vitrine::trainer;
using generation::CcGanShape;

namespace {

constexpr std::size_t kRows = 30;

Matrix fractions() {
  Matrix fractions(kRows, 3);
  for (std::size_t i = 0; i < kRows; ++i) {
    const double first = 0.1 + 0.02 * static_cast<double>(i);
    const double second = 0.05 + 0.03 * static_cast<double>(i % 5);
    fractions(i, 0) = first;
    fractions(i, 1) = second;
    fractions(i, 2) = 1.0 - first - second;
  }
  return fractions;
}

/// One broad peak that moves with the first element.
Matrix patterns() {
  const Matrix alloys = fractions();
  Matrix patterns(kRows, CcGanShape::points());
  for (std::size_t i = 0; i < kRows; ++i)
    for (std::size_t p = 0; p < patterns.columns(); ++p) {
      const double q = 1.0 + 4.0 * static_cast<double>(p) / 3742.0;
      patterns(i, p) = 5.0 + 90.0 * std::exp(-std::pow((q - 2.4 - alloys(i, 0)) / 0.4, 2));
    }
  return patterns;
}

TrainingSettings tiny() {
  TrainingSettings settings = TrainingSettings::preset("small");
  settings.widen(0.1);
  settings.steps = 60;
  settings.validationEvery = 20;
  settings.validationShare = 0.2;
  settings.seed = 3;
  return settings;
}

}  // namespace

class TestTraining : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { useThreads(1); }

  void vicinityFollowsTheRules() {
    const Matrix alloys = fractions();
    for (const auto kind : {VicinityKind::Hard, VicinityKind::Soft}) {
      TrainingSettings settings;
      settings.vicinity = kind;
      const Vicinity vicinity(alloys, settings);
      // 1.06 s n^(-1/5) for the first element, whose rows are 0.1, 0.12 …: s² = 0.02² (n² − 1)
      // / 12.
      const double deviation = 0.02 * std::sqrt((kRows * kRows - 1.0) / 12.0);
      QVERIFY(std::abs(vicinity.noise()[0] - 1.06 * deviation * std::pow(kRows, -0.2)) < 1e-12);
      Random random(1);
      for (int i = 0; i < 500; ++i) {
        const auto pair = vicinity.pair(random);
        double square = 0.0;
        for (std::size_t j = 0; j < 3; ++j) {
          QVERIFY(pair.wanted[j] >= 0.0 && pair.generated[j] >= 0.0);
          square += std::pow(alloys(pair.row, j) - pair.wanted[j], 2);
        }
        QVERIFY(std::abs(std::accumulate(pair.wanted.begin(), pair.wanted.end(), 0.0) - 1.0) <
                1e-12);
        QVERIFY(std::abs(std::accumulate(pair.generated.begin(), pair.generated.end(), 0.0) - 1.0) <
                1e-12);
        const double radius = vicinity.radius();
        if (kind == VicinityKind::Hard) {
          QVERIFY(std::sqrt(square) <= radius);
          QCOMPARE(pair.measuredWeight, 1.0);
        } else {
          QVERIFY(std::abs(pair.measuredWeight - std::exp(-square / (radius * radius))) < 1e-12);
          QVERIFY(pair.measuredWeight >= 1e-3);
        }
      }
    }
  }

  void mixturesAreOfNeighbours() {
    TrainingSettings settings;
    settings.mixingNeighbours = 2;
    const Matrix alloys = fractions();
    const Vicinity vicinity(alloys, settings);
    const auto distance = [&](std::size_t a, std::size_t b) {
      double square = 0.0;
      for (std::size_t j = 0; j < 3; ++j)
        square += std::pow(alloys(a, j) - alloys(b, j), 2);
      return square;
    };
    Random random(2);
    for (int i = 0; i < 300; ++i) {
      const auto mixture = vicinity.mixture(random);
      int nearer = 0;
      for (std::size_t other = 0; other < kRows; ++other)
        nearer += other != mixture.first &&
                  distance(mixture.first, other) < distance(mixture.first, mixture.second);
      QVERIFY(mixture.second != mixture.first);
      QVERIFY(nearer < 2);
      QVERIFY(mixture.share >= 0.0 && mixture.share < 1.0);
    }
  }

  void errorFalls() {
    auto settings = tiny();
    settings.steps = 400;
    Training training(fractions(), patterns(), settings);
    double first = 0.0;
    while (!training.finished()) {
      const auto report = training.step();
      if (report.step == 20)
        first = report.validationMse.value();
    }
    QVERIFY2(training.bestValidationMse() < 0.5 * first,
             qPrintable(QStringLiteral("%1 then %2").arg(first).arg(training.bestValidationMse())));
    QCOMPARE(training.validationRows().size(), std::size_t{6});
  }

  /// What LibTorch computes while training and what the program computes from the weight file are
  /// the same, averaging of weights, normalisation and unscaling of the inputs included.
  void weightsMakeTheSamePatterns() {
    auto settings = tiny();
    settings.noiseScale = 0.0;
    Training training(fractions(), patterns(), settings);
    while (!training.finished())
      training.step();
    generation::GeneratorCard card;
    card.kind = generation::GeneratorKind::CcGan;
    card.elements = {22, 27, 40};
    card.axis = {1.0, 5.0, CcGanShape::points()};
    auto weights = training.weights();
    weights.tensors["residual"] = files::Tensor::of(std::vector<double>(CcGanShape::points(), 0.0));
    const auto generator = generation::makeCcGan(card, fractions(), weights);
    const Matrix made =
        generator->means(fractions().select(training.validationRows()), RunContext());
    const Matrix measured = patterns().select(training.validationRows());
    double sum = 0.0;
    for (std::size_t i = 0; i < made.rows(); ++i)
      for (std::size_t p = 0; p < made.columns(); ++p)
        sum += std::pow(made(i, p) - measured(i, p), 2);
    const double mse = sum / static_cast<double>(made.values().size());
    QVERIFY2(std::abs(mse - training.bestValidationMse()) < 1e-4 * mse,
             qPrintable(QStringLiteral("%1 and %2").arg(mse).arg(training.bestValidationMse())));
  }

  void goesOnExactly() {
    Training alone(fractions(), patterns(), tiny());
    for (int i = 0; i < 30; ++i)
      alone.step();
    Training first(fractions(), patterns(), tiny());
    for (int i = 0; i < 13; ++i)
      first.step();
    Training second(fractions(), patterns(), tiny());
    second.resume(files::decodeTensors(files::encodeTensors(first.checkpoint())));
    QCOMPARE(second.stepsDone(), 13);
    for (int i = 13; i < 30; ++i)
      second.step();
    QVERIFY(alone.checkpoint() == second.checkpoint());
  }

  void foreignCheckpointsAreRefused() {
    Training training(fractions(), patterns(), tiny());
    const auto checkpoint = training.checkpoint();
    auto other = tiny();
    other.seed = 4;
    Training stranger(fractions(), patterns(), other);
    QVERIFY_EXCEPTION_THROWN(stranger.resume(checkpoint), Error);
    QVERIFY_EXCEPTION_THROWN(training.resume(files::TensorFile()), Error);
    auto incomplete = checkpoint;
    incomplete.tensors.erase(incomplete.tensors.begin());
    QVERIFY_EXCEPTION_THROWN(training.resume(incomplete), Error);
  }

  void wrongDataAreRefused() {
    const std::size_t few[] = {0, 1, 2};
    QVERIFY_EXCEPTION_THROWN(Training(fractions().select(few), patterns().select(few), tiny()),
                             Error);
    QVERIFY_EXCEPTION_THROWN(Training(fractions(), Matrix(kRows, 100), tiny()), Error);
  }

  void losslessSettingsTellTrainingsApart() {
    TrainingSettings settings = tiny();
    const auto numbers = settings.numbers();
    settings.regressionWeight += 1e-12;
    QVERIFY(numbers != settings.numbers());
  }
};

QTEST_GUILESS_MAIN(TestTraining)
#include "tst_training.moc"
