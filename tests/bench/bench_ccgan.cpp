// The program's own forward pass of the generator network against LibTorch's on one thread: time of
// a pattern, and the largest difference over the full scale.

#include "app/trainer/networks.h"
#include "app/trainer/training.h"
#include "engine/files/safetensors.h"
#include "engine/generation/ccgan_network.h"
#include "tests/bench/timing.h"

#include <cmath>
#include <string>

using namespace vitrine;

namespace {

files::TensorFile numbersOf(const torch::nn::Module& network) {
  files::TensorFile file;
  const auto add = [&file](const std::string& name, const torch::Tensor& tensor) {
    const auto* values = tensor.data_ptr<float>();
    file.tensors[name] =
        files::Tensor::of(std::vector<float>(values, values + tensor.numel()),
                          std::vector<std::size_t>(tensor.sizes().begin(), tensor.sizes().end()));
  };
  for (const auto& entry : network.named_parameters())
    add(entry.key(), entry.value());
  for (const auto& entry : network.named_buffers())
    if (entry.value().is_floating_point())
      add(entry.key(), entry.value());
  return file;
}

void measure(const std::string& preset, std::int64_t maps) {
  constexpr std::size_t kElements = 3;
  const auto settings = trainer::TrainingSettings::preset(preset);
  trainer::GeneratorNet theirs(trainer::shapeOf(settings, kElements));
  const auto noise = torch::randn({maps, static_cast<std::int64_t>(settings.noise)});
  auto fractions = torch::rand({maps, static_cast<std::int64_t>(kElements)});
  fractions /= fractions.sum(1, true);
  for (int i = 0; i < 3; ++i)  // gives the normalisation statistics to run with
    theirs.forward(torch::randn({32, noise.size(1)}), torch::rand({32, kElements}));
  theirs.eval();
  const generation::CcGanNetwork own(numbersOf(theirs), kElements);

  torch::Tensor expected;
  std::vector<float> made;
  const auto runTheirs = [&] { expected = theirs.forward(noise, fractions) * 100.0; };
  const auto runOwn = [&] {
    made = own.patterns({noise.data_ptr<float>(), static_cast<std::size_t>(noise.numel())},
                        {fractions.data_ptr<float>(), static_cast<std::size_t>(fractions.numel())},
                        static_cast<std::size_t>(maps));
  };
  runTheirs();
  runOwn();
  double largest = 0.0;
  for (std::size_t i = 0; i < made.size(); ++i)
    largest = std::max<double>(largest, std::abs(made[i] - expected.data_ptr<float>()[i]));
  const std::string name = "ccgan " + preset + ", " + std::to_string(maps) + " patterns at a time";
  bench::report((name + ", difference").c_str(), "of_full_scale", largest / 100.0, 1e-5);
  // In turns, so that other work on the machine hits both alike; the least of each counts.
  double timeTheirs = HUGE_VAL;
  double timeOwn = HUGE_VAL;
  constexpr int kRounds = 30;
  for (int i = 0; i < kRounds; ++i) {
    timeTheirs = std::min(timeTheirs, bench::medianSeconds(1, runTheirs));
    timeOwn = std::min(timeOwn, bench::medianSeconds(1, runOwn));
  }
  const auto count = static_cast<double>(maps);
  bench::report((name + ", LibTorch's time in reach").c_str(), "ms_a_pattern",
                1e3 * timeOwn / count, 1e3 * timeTheirs / count);
}

}  // namespace

int main() {
  trainer::useThreads(1);
  torch::manual_seed(1);
  const torch::NoGradGuard guard;
  for (const char* preset : {"full", "small"})
    for (const std::int64_t maps : {1, 8, 32})
      measure(preset, maps);
}
