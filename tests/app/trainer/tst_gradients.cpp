// The gradients that a network learns by are those of the patterns the program makes with it: what
// LibTorch differentiates, against finite differences of our own forward pass.

// Before Qt, whose word "slots" LibTorch uses for something else.
#include "app/trainer/networks.h"
#include "engine/files/safetensors.h"
#include "engine/generation/ccgan_network.h"

#include <QTest>

#include <cmath>
#include <string>
#include <vector>

using namespace vitrine;
using generation::CcGanShape;

namespace {

constexpr std::int64_t kMaps = 2;
/// Length of a finite difference in the space of a layer's weights.
constexpr double kStep = 2e-3;
/// What sums of thousands of 32-bit numbers leave in such a difference.
constexpr double kRounding = 1e-3;

std::vector<float> numbers(const torch::Tensor& tensor) {
  const auto flat = tensor.detach().contiguous().view(-1);
  return {flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel()};
}

files::Tensor stored(const torch::Tensor& tensor) {
  return files::Tensor::of(numbers(tensor), {tensor.sizes().begin(), tensor.sizes().end()});
}

files::TensorFile weightsOf(const trainer::GeneratorNet& net) {
  files::TensorFile file;
  for (const auto& parameter : net.named_parameters())
    file.tensors[parameter.key()] = stored(parameter.value());
  for (const auto& buffer : net.named_buffers())
    if (buffer.value().dtype() == torch::kFloat)
      file.tensors[buffer.key()] = stored(buffer.value());
  return file;
}

}  // namespace

class TestGradients : public QObject {
  Q_OBJECT

 private slots:
  void areThoseOfTheOwnForwardPass() {
    const CcGanShape shape{4, 3, {8, 10, 8, 6, 4, 1}};
    torch::manual_seed(5);
    trainer::GeneratorNet net(shape);
    net.eval();
    const auto noise = torch::randn({kMaps, 4});
    const auto alloys = torch::tensor({{0.2F, 0.3F, 0.5F}, {0.6F, 0.1F, 0.3F}});
    // All positive, so that the sum is steep and 32-bit numbers do for its differences.
    const auto weights = torch::rand({kMaps, static_cast<std::int64_t>(CcGanShape::points())});
    (net.forward(noise, alloys) * weights).sum().backward();

    const auto noiseNumbers = numbers(noise);
    const auto alloyNumbers = numbers(alloys);
    const auto weightNumbers = numbers(weights);
    const auto loss = [&] {
      const generation::CcGanNetwork own(weightsOf(net), 3);
      const auto patterns = own.patterns(noiseNumbers, alloyNumbers, kMaps);
      double sum = 0.0;
      for (std::size_t i = 0; i < patterns.size(); ++i)
        sum += static_cast<double>(weightNumbers[i]) * static_cast<double>(patterns[i]);
      return sum / CcGanShape::kFullScale;
    };

    int layers = 0;
    for (auto& parameter : net.named_parameters()) {
      torch::Tensor values = parameter.value();
      const torch::Tensor gradient = values.grad();
      const double length = gradient.norm().item<double>();
      QVERIFY2(length > 0.0, parameter.key().c_str());
      // Along the gradient a function rises by its length.
      const auto at = [&](double step) {
        const torch::NoGradGuard still;
        const torch::Tensor before = values.clone();
        values.add_(gradient, step / length);
        const double moved = loss();
        values.copy_(before);
        return moved;
      };
      const double rise = (at(kStep) - at(-kStep)) / (2.0 * kStep);
      QVERIFY2(std::abs(rise - length) < 0.01 * length + kRounding,
               qPrintable(QStringLiteral("%1: %2 and %3")
                              .arg(QString::fromStdString(parameter.key()))
                              .arg(rise)
                              .arg(length)));
      ++layers;
    }
    // A linear layer, five convolutions and four normalisations, weights and biases of each.
    QCOMPARE(layers, 20);
  }
};

QTEST_GUILESS_MAIN(TestGradients)
#include "tst_gradients.moc"
