#include "app/trainer/settings.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>

namespace vitrine::trainer {

TrainingSettings TrainingSettings::preset(std::string_view name) {
  TrainingSettings settings;
  if (name == "full")
    return settings;
  if (name != "small")
    throw Error(ErrorCode::InvalidInput,
                "--preset takes full or small, not \"" + std::string(name) + "\".");
  settings.widen(0.25);
  settings.steps = 4000;
  settings.generatorRate = 2e-3;
  return settings;
}

void TrainingSettings::widen(double factor) {
  const auto wide = [factor](std::size_t& channels) {
    channels =
        static_cast<std::size_t>(std::max(1.0, std::round(factor * static_cast<double>(channels))));
  };
  std::for_each(generatorChannels.begin(), generatorChannels.end() - 1, wide);
  std::ranges::for_each(discriminatorChannels, wide);
}

std::map<std::string, double> TrainingSettings::numbers() const {
  std::map<std::string, double> numbers{
      {"noise", static_cast<double>(noise)},
      {"steps", steps},
      {"adversarial_batch", adversarialBatch},
      {"game_every", gameEvery},
      {"regression_batch", regressionBatch},
      {"generator_rate", generatorRate},
      {"discriminator_rate", discriminatorRate},
      {"noise_scale", noiseScale},
      {"vicinity_soft", vicinity == VicinityKind::Soft ? 1.0 : 0.0},
      {"vicinity_factor", vicinityFactor},
      {"composition_weight", compositionWeight},
      {"adversarial_weight", adversarialWeight},
      {"regression_weight", regressionWeight},
      {"mixing_neighbours", mixingNeighbours},
      {"averaging", averaging},
      {"validation_share", validationShare},
      {"validation_every", validationEvery},
      {"patience", patience},
      {"draws", draws},
      {"seed", static_cast<double>(seed)},
  };
  for (std::size_t i = 0; i < generatorChannels.size(); ++i)
    numbers["generator_channels_" + std::to_string(i)] = static_cast<double>(generatorChannels[i]);
  for (std::size_t i = 0; i < discriminatorChannels.size(); ++i)
    numbers["discriminator_channels_" + std::to_string(i + 1)] =
        static_cast<double>(discriminatorChannels[i]);
  return numbers;
}

}  // namespace vitrine::trainer
