#pragma once

#include "app/trainer/settings.h"
#include "engine/core/matrix.h"
#include "engine/files/safetensors.h"

#include <memory>
#include <optional>

namespace vitrine::trainer {

/// What one training step had to say. Errors of patterns are in intensity units squared.
struct StepReport {
  int step = 0;                             ///< 1 for the first
  std::optional<double> discriminatorLoss;  ///< of steps that play the game
  double generatorLoss = 0.0;
  double regressionMse = 0.0;           ///< of this step's batch, against the mixtures
  std::optional<double> validationMse;  ///< every `validationEvery` steps
};

/// A generator and a discriminator that are trained against each other; LibTorch stays behind this
/// class. Every random number follows from the seed and the number of the step alone, so that a
/// training that was stopped goes on exactly as it would have.
class Training {
 public:
  /// @param fractions    atomic fractions, rows × elements
  /// @param intensities  rows × 3743, from 0 to 100
  /// @throws Error (InvalidInput) for fewer than four rows or patterns of another length
  Training(const Matrix& fractions, const Matrix& intensities, const TrainingSettings& settings);
  ~Training();

  /// One step of the discriminator and one of the generator. @throws Error (Failed) where the
  /// numbers run away
  StepReport step();
  [[nodiscard]] int stepsDone() const;
  /// All steps are done, or the validation error did not fall for `patience` steps.
  [[nodiscard]] bool finished() const;
  /// Of the weights that are kept; intensity units squared.
  [[nodiscard]] double bestValidationMse() const;
  [[nodiscard]] int bestStep() const;
  /// Rows set aside, in the order of the data given; empty where the training rows serve.
  [[nodiscard]] const std::vector<std::size_t>& validationRows() const;

  /// The best weights as engine/generation reads them; noise and composition unscaled.
  [[nodiscard]] files::TensorFile weights() const;

  /// All that the next step depends on.
  [[nodiscard]] files::TensorFile checkpoint() const;
  /// Takes up a training where its checkpoint left it. @throws Error (InvalidInput) where it
  /// belongs to other data or settings, (Damaged)
  void resume(const files::TensorFile& checkpoint);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

/// Threads for the tensor library of this process. Denormal numbers are taken for zero.
void useThreads(int threads);

}  // namespace vitrine::trainer
