#pragma once

#include "app/trainer/settings.h"
#include "engine/generation/ccgan_shape.h"

#include <torch/torch.h>
#include <utility>

namespace vitrine::trainer {

generation::CcGanShape shapeOf(const TrainingSettings& settings, std::size_t elements);

/// Noise and composition in, patterns from 0 to 1 out: generation::CcGanShape in LibTorch. Its
/// parameters carry the names of the weight file: "linear", "convolution1" …, "normalisation1" ….
class GeneratorNet : public torch::nn::Module {
 public:
  explicit GeneratorNet(const generation::CcGanShape& shape);

  /// @param noise         batch × noise
  /// @param compositions  batch × elements
  /// @return batch × points
  torch::Tensor forward(const torch::Tensor& noise, const torch::Tensor& compositions);

 private:
  std::int64_t m_channels;
  torch::nn::Linear m_linear{nullptr};
  std::vector<torch::nn::ConvTranspose1d> m_convolutions;
  std::vector<torch::nn::BatchNorm1d> m_normalisations;
};

/// The paper's discriminator, a one-dimensional AlexNet: kernels 11-5-3-3-3, strides 4-2-1-1-1, and
/// two linear layers on the same features, whether the pattern was measured and of which alloy.
/// What the paper leaves open is AlexNet's: paddings 2-2-1-1-1, and the largest of three with
/// stride 2 after the first, second and last convolution, which also saves three quarters of the
/// work.
class DiscriminatorNet : public torch::nn::Module {
 public:
  DiscriminatorNet(const TrainingSettings& settings, std::size_t elements);

  /// @param patterns  batch × points, from 0 to 1
  /// @return logit of "measured" (batch), composition (batch × elements)
  std::pair<torch::Tensor, torch::Tensor> forward(const torch::Tensor& patterns);

 private:
  std::vector<torch::nn::Conv1d> m_convolutions;
  torch::nn::Linear m_measured{nullptr};
  torch::nn::Linear m_composition{nullptr};
};

}  // namespace vitrine::trainer
