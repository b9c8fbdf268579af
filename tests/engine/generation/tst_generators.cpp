// All kinds but the network, on a made-up system whose truth is known.

#include "engine/core/error.h"
#include "engine/files/safetensors.h"
#include "engine/generation/evaluation.h"
#include "engine/generation/fit.h"
#include "engine/generation/generator_file.h"
#include "tests/engine/generation/synthetic.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cmath>
#include <fstream>

using namespace vitrine;
using namespace vitrine::generation;
using vitrine::test::kAxis;
using vitrine::test::syntheticPattern;
using vitrine::test::syntheticSet;

namespace {

constexpr std::array kKinds{GeneratorKind::Nearest, GeneratorKind::InverseDistance,
                            GeneratorKind::RadialBasis, GeneratorKind::GaussianProcess,
                            GeneratorKind::Shape};

std::shared_ptr<const SpectrumGenerator> fitted(GeneratorKind kind, const TrainingSet& set,
                                                int threads = 1) {
  return fitGenerator(cardFor(kind, set), set, RunContext(RunContext::Options{{}, {}, threads, 0}));
}

double largestDifference(const Matrix& a, const Matrix& b) {
  double largest = 0.0;
  for (std::size_t i = 0; i < a.values().size(); ++i)
    largest = std::max(largest, std::abs(a.values()[i] - b.values()[i]));
  return largest;
}

alloy::Composition alloyOf(std::vector<alloy::Share> shares) {
  return alloy::Composition::fromAmounts(shares);
}

}  // namespace

class TestGenerators : public QObject {
  Q_OBJECT

  static void allKinds() {
    QTest::addColumn<int>("kind");
    for (const auto kind : kKinds)
      QTest::newRow(std::string(generatorName(kind)).c_str()) << static_cast<int>(kind);
  }

 private slots:
  void namesGoBothWays() {
    for (const auto kind : kGeneratorKinds)
      QCOMPARE(generatorKind(generatorName(kind)), kind);
    QVERIFY_EXCEPTION_THROWN(generatorKind("best"), Error);
  }

  void interpolatorsReturnWhatTheyLearned_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("nearest") << static_cast<int>(GeneratorKind::Nearest) << 1e-5;
    QTest::newRow("idw") << static_cast<int>(GeneratorKind::InverseDistance) << 1e-3;
    QTest::newRow("rbf") << static_cast<int>(GeneratorKind::RadialBasis) << 0.05;
  }
  void interpolatorsReturnWhatTheyLearned() {
    QFETCH(int, kind);
    QFETCH(double, tolerance);
    const auto set = syntheticSet(30, 1);
    const auto generator = fitted(static_cast<GeneratorKind>(kind), set);
    QVERIFY(largestDifference(generator->means(set.fractions(), {}), set.intensities()) <
            tolerance);
  }

  void generateWhatIsTrue_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("mse");
    // Of nothing but the mean of the training patterns: 310.
    QTest::newRow("nearest") << static_cast<int>(GeneratorKind::Nearest) << 60.0;
    QTest::newRow("idw") << static_cast<int>(GeneratorKind::InverseDistance) << 40.0;
    QTest::newRow("rbf") << static_cast<int>(GeneratorKind::RadialBasis) << 10.0;
    QTest::newRow("gp") << static_cast<int>(GeneratorKind::GaussianProcess) << 5.0;
    QTest::newRow("shape") << static_cast<int>(GeneratorKind::Shape) << 2.0;
  }
  void generateWhatIsTrue() {
    QFETCH(int, kind);
    QFETCH(double, mse);
    const auto generator = fitted(static_cast<GeneratorKind>(kind), syntheticSet(60, 1));
    const auto scores = evaluate(*generator, syntheticSet(200, 2), {});
    QVERIFY2(scores.mseMean < mse, qPrintable(QString::number(scores.mseMean)));
    QVERIFY2(scores.coverage90 > 0.8, qPrintable(QString::number(scores.coverage90)));
  }

  void theBandHoldsTheMean_data() { allKinds(); }
  void theBandHoldsTheMean() {
    QFETCH(int, kind);
    const auto generator = fitted(static_cast<GeneratorKind>(kind), syntheticSet(40, 1));
    const auto asked = syntheticSet(10, 3).fractions();
    const Matrix means = generator->means(asked, {});
    const Band band = generator->band(asked, {});
    for (std::size_t i = 0; i < means.rows(); ++i) {
      for (std::size_t p = 0; p < means.columns(); ++p)
        QVERIFY(band.lower(i, p) <= means(i, p) + 1e-9 && means(i, p) <= band.upper(i, p) + 1e-9);
    }
    const auto uncertainty = generator->uncertainty(asked, {});
    QCOMPARE(uncertainty.size(), asked.rows());
    // Against its meaning; a kind may look at fewer points.
    for (std::size_t i = 0; i < means.rows(); ++i) {
      double sum = 0.0;
      for (std::size_t p = 0; p < means.columns(); ++p)
        sum += std::pow(0.5 * (band.upper(i, p) - band.lower(i, p)), 2);
      const double expected = std::sqrt(sum / static_cast<double>(means.columns()));
      QVERIFY(expected > 0.0 && std::abs(uncertainty[i] / expected - 1.0) < 0.02);
    }
  }

  void drawsFollowTheSeedAndScatterAboutTheMean_data() { allKinds(); }
  void drawsFollowTheSeedAndScatterAboutTheMean() {
    QFETCH(int, kind);
    const auto generator = fitted(static_cast<GeneratorKind>(kind), syntheticSet(40, 1));
    const auto asked = syntheticSet(1, 5).fractions();
    const RunContext seeded = RunContext().withSeed(7);
    const Matrix draws = generator->draws(asked.row(0), 400, seeded);
    QCOMPARE(largestDifference(draws, generator->draws(asked.row(0), 400, seeded)), 0.0);
    QVERIFY(largestDifference(draws, generator->draws(asked.row(0), 400, seeded.withSeed(8))) >
            0.0);
    const Matrix means = generator->means(asked, {});
    const Band band = generator->band(asked, {});
    std::size_t inside = 0;
    for (std::size_t p = 0; p < kAxis.points; ++p) {
      double mean = 0.0;
      for (std::size_t d = 0; d < draws.rows(); ++d) {
        mean += draws(d, p) / static_cast<double>(draws.rows());
        inside += band.lower(0, p) <= draws(d, p) && draws(d, p) <= band.upper(0, p);
      }
      QVERIFY(std::abs(mean - means(0, p)) < 0.2 * (band.upper(0, p) - band.lower(0, p)) + 0.5);
    }
    const double share = static_cast<double>(inside) / static_cast<double>(draws.values().size());
    QVERIFY2(share > 0.8 && share < 1.0, qPrintable(QString::number(share)));
  }

  void threadsChangeNothing_data() { allKinds(); }
  void threadsChangeNothing() {
    QFETCH(int, kind);
    const auto set = syntheticSet(50, 1);
    const auto asked = syntheticSet(20, 2).fractions();
    const auto one = fitted(static_cast<GeneratorKind>(kind), set, 1)->means(asked, {});
    const auto many =
        fitted(static_cast<GeneratorKind>(kind), set, 4)->means(asked, RunContext().withThreads(4));
    QCOMPARE(largestDifference(one, many), 0.0);
  }

  void goThroughAFileUnchanged_data() { allKinds(); }
  void goThroughAFileUnchanged() {
    QFETCH(int, kind);
    QTemporaryDir folder;
    const auto set = syntheticSet(30, 1);
    auto card = cardFor(static_cast<GeneratorKind>(kind), set);
    card.licence = "CC BY-NC 4.0";
    card.scores = {{"mse.mean", 1.5}};
    const auto generator = fitGenerator(card, set, {});
    const auto path = std::filesystem::path(folder.path().toStdString()) / "g.safetensors";
    saveGenerator(path, *generator);
    const auto again = loadGenerator(path);
    QCOMPARE(again->card().kind, card.kind);
    QCOMPARE(again->card().elements, card.elements);
    QVERIFY(again->card().axis == card.axis);
    QCOMPARE(again->card().licence, card.licence);
    QCOMPARE(again->card().steps, card.steps);
    QCOMPARE(again->card().scores.at("mse.mean"), 1.5);
    QCOMPARE(again->card().rows, std::size_t{30});
    const auto asked = syntheticSet(10, 2).fractions();
    QVERIFY(largestDifference(again->means(asked, {}), generator->means(asked, {})) < 1e-9);
    const Band one = generator->band(asked, {});
    const Band other = again->band(asked, {});
    QVERIFY(largestDifference(one.lower, other.lower) < 1e-9);
    QVERIFY(largestDifference(one.upper, other.upper) < 1e-9);
  }

  void ourFileHoldsNoMeasuredPattern() {
    // What lies over the axis are a mean and a few directions, not sixty patterns.
    const auto file = fitted(GeneratorKind::Shape, syntheticSet(60, 1))->tensors();
    std::size_t curves = 0;
    for (const auto& [name, tensor] : file.tensors) {
      if (tensor.shape.back() == kAxis.points)
        curves += tensor.size() / kAxis.points;
    }
    QVERIFY(curves > 0 && curves < 20);
  }

  void damagedFilesGiveOneClearError() {
    QTemporaryDir folder;
    const auto path = std::filesystem::path(folder.path().toStdString()) / "g.safetensors";
    saveGenerator(path, *fitted(GeneratorKind::Shape, syntheticSet(20, 1)));
    const auto good = files::readTensorFile(path);
    const auto refused = [&](files::TensorFile file) {
      files::writeTensorFile(file, path);
      try {
        (void)loadGenerator(path);
      } catch (const Error& error) {
        return (error.code() == ErrorCode::Damaged || error.code() == ErrorCode::TooNew) &&
               std::string(error.what()).size() > 20;
      }
      return false;
    };
    for (const auto& [name, tensor] : good.tensors) {
      auto file = good;
      file.tensors.erase(name);
      QVERIFY2(refused(file), name.c_str());
      file = good;
      file.tensors[name] = files::Tensor::of(std::vector<double>{-1.0, 2.0, -3.0});
      QVERIFY2(refused(file), name.c_str());
    }
    auto file = good;
    file.metadata.clear();
    QVERIFY(refused(file));
    file = good;
    file.metadata["card"] = "{}";
    QVERIFY(refused(file));
    file = good;
    auto& card = file.metadata["card"];
    card.replace(card.find("\"version\": 1"), 12, "\"version\": 9");
    QVERIFY(refused(file));
    std::ofstream(path) << "no safetensors at all";
    QVERIFY_EXCEPTION_THROWN((void)loadGenerator(path), Error);
  }

  void knowsItsDomain() {
    const auto generator = fitted(GeneratorKind::Nearest, syntheticSet(80, 1));
    const auto inside = alloyOf({{22, 0.35}, {27, 0.3}, {40, 0.35}});
    QCOMPARE(generator->domain(inside).domain, alloy::Domain::Inside);
    QVERIFY(generator->domain(inside).reason.empty());
    const auto nickel = generator->domain(alloyOf({{22, 0.4}, {27, 0.3}, {28, 0.3}}));
    QCOMPARE(nickel.domain, alloy::Domain::Outside);
    QVERIFY(nickel.reason.find("Nickel") != std::string::npos ||
            nickel.reason.find("nickel") != std::string::npos);
    QVERIFY_EXCEPTION_THROWN(
        (void)generator->fractionsOf(alloyOf({{22, 0.4}, {27, 0.3}, {28, 0.3}})), Error);

    // Two alloys 10 at.% apart: 10 is inside, 20 the edge, more is outside.
    Matrix fractions(5, 2);
    for (std::size_t i = 0; i < 5; ++i) {
      fractions(i, 0) = 0.1 + 0.1 * static_cast<double>(i);
      fractions(i, 1) = 1.0 - fractions(i, 0);
    }
    Matrix intensities(5, kAxis.points);
    for (std::size_t i = 0; i < 5; ++i)
      for (std::size_t p = 0; p < kAxis.points; ++p)
        intensities(i, p) = static_cast<double>(p % 7 + i);
    const auto line = fitted(GeneratorKind::Nearest,
                             TrainingSet::fromRows({22, 40}, fractions, kAxis, intensities,
                                                   {"a", "b", "c", "d", "e"}, "made up", {}));
    QCOMPARE(line->domain(alloyOf({{22, 0.59}, {40, 0.41}})).domain, alloy::Domain::Inside);
    QCOMPARE(line->domain(alloyOf({{22, 0.69}, {40, 0.31}})).domain, alloy::Domain::Edge);
    QCOMPARE(line->domain(alloyOf({{22, 0.72}, {40, 0.28}})).domain, alloy::Domain::Outside);
  }

  void patternsWithoutBackgroundCanBeLearned() {
    // Background taken off leaves zeros and a little below.
    const auto set = syntheticSet(40, 1);
    Matrix intensities(set.size(), kAxis.points);
    for (std::size_t i = 0; i < set.size(); ++i) {
      for (std::size_t p = 0; p < kAxis.points; ++p) {
        const double x = (kAxis.at(p) - 2.5 - 0.4 * set.fractions()(i, 0)) / 0.2;
        intensities(i, p) = 100.0 * std::exp(-x * x) - 0.5;
      }
    }
    const auto bare = TrainingSet::fromRows(set.elements(), set.fractions(), kAxis, intensities,
                                            set.ids(), "made up", {});
    const auto generator = fitted(GeneratorKind::Shape, bare);
    const auto scores = evaluate(*generator, bare, {});
    QVERIFY2(scores.mseMean < 1.0, qPrintable(QString::number(scores.mseMean)));
  }

  void refuseWhatCannotBeLearned() {
    const auto few = syntheticSet(4, 1);
    for (const auto kind : kKinds)
      QVERIFY_EXCEPTION_THROWN(fitted(kind, few), Error);
    QVERIFY_EXCEPTION_THROWN(fitted(GeneratorKind::CcGan, syntheticSet(10, 1)), Error);
  }

  void fiveAlloysAreEnough_data() { allKinds(); }
  void fiveAlloysAreEnough() {
    QFETCH(int, kind);
    const auto set = syntheticSet(5, 1);
    const auto means = fitted(static_cast<GeneratorKind>(kind), set)->means(set.fractions(), {});
    for (const double value : means.values())
      QVERIFY(std::isfinite(value));
  }

  void aStopIsHeard() {
    std::stop_source stop;
    stop.request_stop();
    const auto set = syntheticSet(30, 1);
    const RunContext stopped(RunContext::Options{stop.get_token(), {}, 1, 0});
    for (const auto kind : kKinds)
      QVERIFY_EXCEPTION_THROWN((void)fitGenerator(cardFor(kind, set), set, stopped), Cancelled);
  }
};

QTEST_GUILESS_MAIN(TestGenerators)
#include "tst_generators.moc"
