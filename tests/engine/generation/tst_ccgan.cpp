#include "engine/core/error.h"
#include "engine/core/random.h"
#include "engine/files/safetensors.h"
#include "engine/generation/ccgan.h"
#include "engine/generation/ccgan_network.h"
#include "engine/generation/transposed_convolution.h"
#include "tests/support/error_of.h"
#include "tests/support/paths.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <string>

using namespace vitrine;
using namespace vitrine::generation;
using vitrine::test::errorOf;

namespace {

/// Weights, inputs and what PyTorch made of them: data/ccgan_reference.py.
files::TensorFile reference() {
  return files::readTensorFile(test::sourceDir() /
                               "tests/engine/generation/data/ccgan_reference.safetensors");
}

GeneratorCard card() {
  GeneratorCard card;
  card.kind = GeneratorKind::CcGan;
  card.elements = {22, 27, 40};
  card.axis = {1.0, 5.0, CcGanShape::points()};
  card.settings["draws"] = 11;
  card.settings["noise"] = 4;
  return card;
}

Matrix alloys() {
  Matrix alloys(3, 3);
  const double values[3][3] = {{0.2, 0.3, 0.5}, {0.6, 0.1, 0.3}, {0.0, 0.5, 0.5}};
  for (std::size_t i = 0; i < 3; ++i)
    std::copy_n(values[i], 3, alloys.row(i).begin());
  return alloys;
}

files::TensorFile withResidual(files::TensorFile file, double residual) {
  file.tensors["residual"] = files::Tensor::of(std::vector<double>(CcGanShape::points(), residual));
  return file;
}

RunContext onThreads(int threads, std::uint64_t seed = 0) {
  RunContext::Options options;
  options.threads = threads;
  options.seed = seed;
  return RunContext(options);
}

bool isSame(const Matrix& left, const Matrix& right) {
  return std::ranges::equal(left.values(), right.values());
}

}  // namespace

class TestCcGan : public QObject {
  Q_OBJECT

 private slots:
  void lengthsAreThoseOfThePaper() {
    constexpr std::array<std::size_t, 6> kExpected{3, 11, 35, 107, 535, 3743};
    QVERIFY(CcGanShape::lengths() == kExpected);
  }

  /// Against the definition: input t sends weight k to output t · stride + k − padding.
  void transposedConvolutionIsTheDefinition_data() {
    QTest::addColumn<int>("inputs");
    QTest::addColumn<int>("outputs");
    QTest::addColumn<int>("kernel");
    QTest::addColumn<int>("stride");
    QTest::addColumn<int>("padding");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("maps");
    QTest::newRow("first layer") << 9 << 10 << 5 << 3 << 0 << 3 << 4;
    QTest::newRow("fourth layer") << 8 << 5 << 7 << 5 << 1 << 107 << 3;
    QTest::newRow("last layer") << 4 << 1 << 15 << 7 << 5 << 60 << 2;
    QTest::newRow("kernel of whole strides") << 3 << 2 << 6 << 3 << 2 << 5 << 1;
    QTest::newRow("kernel below the stride") << 3 << 2 << 2 << 4 << 0 << 6 << 2;
    QTest::newRow("stride one") << 2 << 3 << 4 << 1 << 1 << 9 << 2;
    QTest::newRow("one number") << 1 << 1 << 1 << 1 << 0 << 1 << 1;
  }
  void transposedConvolutionIsTheDefinition() {
    QFETCH(int, inputs);
    QFETCH(int, outputs);
    QFETCH(int, kernel);
    QFETCH(int, stride);
    QFETCH(int, padding);
    QFETCH(int, length);
    QFETCH(int, maps);
    Random random(7);
    const auto numbers = [&](int count) {
      std::vector<float> values(static_cast<std::size_t>(count));
      for (float& value : values)
        value = static_cast<float>(random.normal());
      return values;
    };
    const auto weights = numbers(inputs * outputs * kernel);
    const auto bias = numbers(outputs);
    const auto values = numbers(inputs * maps * length);
    const auto size = [](int value) { return static_cast<std::size_t>(value); };
    const TransposedConvolution layer(
        {size(inputs), size(outputs), size(kernel), size(stride), size(padding), false}, weights,
        bias);
    FeatureMaps input(size(inputs), size(maps), size(length), layer.inputGap());
    for (int i = 0; i < inputs; ++i)
      for (int map = 0; map < maps; ++map)
        std::copy_n(values.data() + (i * maps + map) * length, length,
                    input.map(size(i), size(map)));
    const FeatureMaps output = layer.apply(input, 2);
    const int outputLength = (length - 1) * stride + kernel - 2 * padding;
    QCOMPARE(output.length(), size(outputLength));

    for (int map = 0; map < maps; ++map)
      for (int o = 0; o < outputs; ++o) {
        std::vector<double> expected(size(outputLength), bias[size(o)]);
        for (int i = 0; i < inputs; ++i)
          for (int t = 0; t < length; ++t)
            for (int k = 0; k < kernel; ++k) {
              const int position = t * stride + k - padding;
              if (position >= 0 && position < outputLength)
                expected[size(position)] +=
                    static_cast<double>(values[size((i * maps + map) * length + t)]) *
                    weights[size((i * outputs + o) * kernel + k)];
            }
        for (int p = 0; p < outputLength; ++p)
          QVERIFY2(
              std::abs(output.map(size(o), size(map))[p] - expected[size(p)]) < 2e-5,
              qPrintable(QStringLiteral("map %1 channel %2 position %3").arg(map).arg(o).arg(p)));
      }
  }

  void patternsAreThoseOfPyTorch() {
    const auto file = reference();
    const CcGanNetwork network(file, 3);
    QCOMPARE(network.shape().noise, std::size_t{4});
    const auto& noise = file.floats("noise", {5, 4});
    const auto& fractions = file.floats("fractions", {5, 3});
    const auto& expected = file.floats("patterns", {5, CcGanShape::points()});
    const auto made = network.patterns(noise, fractions, 5);
    double largest = 0.0;
    for (std::size_t i = 0; i < expected.size(); ++i)
      largest = std::max<double>(largest, std::abs(made[i] - expected[i]));
    // 1e-5 of the full scale of 100.
    QVERIFY2(largest < 1e-3, qPrintable(QString::number(largest)));
  }

  void meansAreThoseOfTheDraws() {
    const auto generator = makeCcGan(card(), alloys(), withResidual(reference(), 2.0));
    const Matrix means = generator->means(alloys(), onThreads(1));
    QVERIFY(isSame(means, generator->means(alloys(), onThreads(3))));
    // One alloy alone, as a cell of a map or in the workbench, is the same as among others.
    const std::size_t second[] = {1};
    const Matrix alone = generator->means(alloys().select(second), onThreads(1));
    QVERIFY(std::ranges::equal(alone.row(0), means.row(1)));

    // The spread about the mean is that of draws and residual together.
    const Matrix draws = generator->draws(alloys().row(0), 4000, onThreads(2, 5));
    const Band band = generator->band(alloys(), onThreads(2));
    for (const std::size_t p : {std::size_t{100}, std::size_t{2000}, std::size_t{3700}}) {
      double mean = 0.0;
      double square = 0.0;
      for (std::size_t i = 0; i < draws.rows(); ++i) {
        mean += draws(i, p) / 4000.0;
        square += draws(i, p) * draws(i, p) / 4000.0;
      }
      const double deviation = std::sqrt(square - mean * mean);
      // The mean is one of 11 draws: five standard errors.
      QVERIFY(std::abs(means(0, p) - mean) <= 5.0 * deviation / std::sqrt(11.0));
      QVERIFY(band.upper(0, p) - means(0, p) >= 1.64 * 2.0);
      QVERIFY(std::abs(band.upper(0, p) + band.lower(0, p) - 2.0 * means(0, p)) < 1e-9);
    }
  }

  void drawsFollowTheSeed() {
    const auto generator = makeCcGan(card(), alloys(), withResidual(reference(), 2.0));
    const Matrix draws = generator->draws(alloys().row(0), 20, onThreads(1, 3));
    QVERIFY(isSame(draws, generator->draws(alloys().row(0), 20, onThreads(4, 3))));
    QVERIFY(!isSame(draws, generator->draws(alloys().row(0), 20, onThreads(1, 4))));
  }

  void stopsWhereItIsAsked() {
    const auto generator = makeCcGan(card(), alloys(), withResidual(reference(), 2.0));
    std::stop_source stop;
    stop.request_stop();
    RunContext::Options options;
    options.stop = stop.get_token();
    QVERIFY_EXCEPTION_THROWN(generator->means(alloys(), RunContext(options)), Cancelled);
  }

  void wrongWeightsAreRefused_data() {
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<QString>("word");
    QTest::newRow("missing layer") << "convolution3.weight"
                                   << "convolution3.weight";
    QTest::newRow("missing statistics") << "normalisation2.running_var"
                                        << "running_var";
    QTest::newRow("missing residual") << "residual"
                                      << "residual";
  }
  void wrongWeightsAreRefused() {
    QFETCH(QString, tensor);
    QFETCH(QString, word);
    auto file = withResidual(reference(), 1.0);
    file.tensors.erase(tensor.toStdString());
    const auto error = errorOf([&] { makeCcGan(card(), alloys(), file); });
    QVERIFY(error.has_value());
    QVERIFY(error->code() == ErrorCode::Damaged);
    QVERIFY2(QString(error->what()).contains(word), error->what());
  }

  void wrongShapesAreRefused() {
    const auto refuses = [](const std::function<void(files::TensorFile&, GeneratorCard&)>& spoil) {
      auto file = withResidual(reference(), 1.0);
      auto spoiled = card();
      spoil(file, spoiled);
      const auto error = errorOf([&] { makeCcGan(spoiled, alloys(), file); });
      return error && error->code() == ErrorCode::Damaged;
    };
    const auto zeros = [](std::vector<std::size_t> shape) {
      std::size_t count = 1;
      for (const std::size_t length : shape)
        count *= length;
      return files::Tensor::of(std::vector<float>(count), std::move(shape));
    };
    QVERIFY(!refuses([](auto&, auto&) {}));
    QVERIFY(refuses([&](auto& f, auto&) { f.tensors["linear.weight"] = zeros({15, 3}); }));
    QVERIFY(refuses([&](auto& f, auto&) { f.tensors["linear.weight"] = zeros({15}); }));
    QVERIFY(refuses([&](auto& f, auto&) { f.tensors["convolution2.weight"] = zeros({7, 4, 5}); }));
    QVERIFY(refuses([&](auto& f, auto&) { f.tensors["convolution2.weight"] = zeros({7, 3, 6}); }));
    QVERIFY(refuses([&](auto& f, auto&) { f.tensors["convolution1.weight"] = zeros({0, 7, 5}); }));
    QVERIFY(refuses([&](auto& f, auto&) { f.tensors["convolution5.weight"] = zeros({2, 2, 15}); }));
    QVERIFY(refuses([&](auto& f, auto&) {
      f.tensors["normalisation1.running_var"] =
          files::Tensor::of(std::vector<float>(7, -1.0F), {7});
    }));
    QVERIFY(refuses([&](auto& f, auto&) {
      f.tensors["residual"] = files::Tensor::of(std::vector<double>{1.0});
    }));
    QVERIFY(refuses([](auto&, auto& c) { c.axis.points = 1000; }));
    QVERIFY(refuses([](auto&, auto& c) { c.elements = {27, 40}; }));
    QVERIFY(refuses([](auto&, auto& c) { c.settings["noise"] = 5; }));
    QVERIFY(refuses([](auto&, auto& c) { c.settings["draws"] = 0.0; }));
    QVERIFY(refuses([](auto&, auto& c) { c.settings["draws"] = 1e300; }));
  }
};

QTEST_GUILESS_MAIN(TestCcGan)
#include "tst_ccgan.moc"
