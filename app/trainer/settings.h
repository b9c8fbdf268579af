#pragma once

#include "engine/generation/ccgan_shape.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace vitrine::trainer {

enum class VicinityKind { Hard, Soft };

/// How a network is trained. Where the paper is silent the numbers are those of Ding et al., IEEE
/// Trans. Pattern Anal. 45, 8143 (2023), or were chosen by measurement.
struct TrainingSettings {
  std::size_t noise = generation::CcGanShape::kNoise;
  std::array<std::size_t, 6> generatorChannels = generation::CcGanShape::kPaperChannels;
  std::array<std::size_t, 5> discriminatorChannels{96, 256, 384, 384, 256};

  int steps = 5000;
  int adversarialBatch = 8;  ///< measured and generated patterns each that the discriminator sees
  /// The two networks play every so many steps; in between only the regression goes on. The game is
  /// two thirds of the work, and what is measured here, the error of the mean, owes little to it.
  int gameEvery = 2;
  int regressionBatch = 16;
  double generatorRate = 8e-4;      ///< of Adam; falls to 2 % of it along a cosine
  double discriminatorRate = 1e-4;  ///< likewise
  double noiseScale = 0.1;  ///< standard deviation of the noise in units of the scaled composition

  VicinityKind vicinity = VicinityKind::Hard;
  double vicinityFactor = 1.0;     ///< m: radius over the largest distance to a nearest neighbour
  double compositionWeight = 1.0;  ///< of the discriminator's composition head
  double adversarialWeight = 1.0;  ///< of the generator's share of the game
  /// Of the mean squared deviation from the vicinal mean, per 100 intensity units squared. With 0
  /// the training is purely adversarial.
  double regressionWeight = 10.0;
  /// Neighbours whose patterns are mixed into the regression's targets (mixup, Zhang et al. 2018);
  /// 0: none. It helps where patterns are noisy and change slowly, and harms where they change
  /// fast.
  int mixingNeighbours = 0;
  double averaging = 0.995;  ///< decay of the running mean of the weights, which is what is kept

  double validationShare = 0.1;  ///< of the training rows, set aside to choose the best weights
  int validationEvery = 50;      ///< steps
  int patience = 2000;           ///< stops after so many steps without a better validation error
  int draws = 8;                 ///< noise draws whose mean is the prediction

  std::uint64_t seed = 0;

  /// "full": the widths of the paper. "small": a quarter of them, minutes instead of an hour.
  /// @throws Error (InvalidInput) for another word
  static TrainingSettings preset(std::string_view name);

  /// All layers of both networks so many times as wide, but for the last.
  void widen(double factor);

  /// Everything above as numbers, for the card and to tell one training from another.
  [[nodiscard]] std::map<std::string, double> numbers() const;
};

}  // namespace vitrine::trainer
