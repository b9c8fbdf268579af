#include "app/trainer/networks.h"

namespace vitrine::trainer {

namespace nn = torch::nn;
using generation::CcGanShape;

namespace {

/// AlexNet pools after these convolutions, the largest of three with stride 2.
constexpr std::array<bool, 5> kPools{true, true, false, false, true};
constexpr std::int64_t kPoolKernel = 3;
constexpr std::int64_t kPoolStride = 2;

std::int64_t signedOf(std::size_t count) {
  return static_cast<std::int64_t>(count);
}

}  // namespace

CcGanShape shapeOf(const TrainingSettings& settings, std::size_t elements) {
  return {settings.noise, elements, settings.generatorChannels};
}

GeneratorNet::GeneratorNet(const CcGanShape& shape) : m_channels(signedOf(shape.channels[0])) {
  m_linear =
      register_module("linear", nn::Linear(signedOf(shape.noise + shape.elements),
                                           signedOf(shape.channels[0] * CcGanShape::kFirstLength)));
  for (std::size_t i = 0; i < CcGanShape::kLayers; ++i) {
    const std::string number = std::to_string(i + 1);
    m_convolutions.push_back(register_module(
        "convolution" + number,
        nn::ConvTranspose1d(nn::ConvTranspose1dOptions(signedOf(shape.channels[i]),
                                                       signedOf(shape.channels[i + 1]),
                                                       signedOf(CcGanShape::kKernels[i]))
                                .stride(signedOf(CcGanShape::kStrides[i]))
                                .padding(signedOf(CcGanShape::kPaddings[i])))));
    if (i + 1 < CcGanShape::kLayers)
      m_normalisations.push_back(register_module("normalisation" + number,
                                                 nn::BatchNorm1d(signedOf(shape.channels[i + 1]))));
  }
}

torch::Tensor GeneratorNet::forward(const torch::Tensor& noise, const torch::Tensor& compositions) {
  torch::Tensor map =
      m_linear(torch::cat({noise, compositions}, 1))
          .view({compositions.size(0), m_channels, signedOf(CcGanShape::kFirstLength)});
  for (std::size_t i = 0; i < m_normalisations.size(); ++i)
    map = torch::relu(m_normalisations[i](m_convolutions[i](map)));
  return torch::sigmoid(m_convolutions.back()(map)).squeeze(1);
}

DiscriminatorNet::DiscriminatorNet(const TrainingSettings& settings, std::size_t elements) {
  constexpr std::array<std::int64_t, 5> kKernels{11, 5, 3, 3, 3};
  constexpr std::array<std::int64_t, 5> kStrides{4, 2, 1, 1, 1};
  constexpr std::array<std::int64_t, 5> kPaddings{2, 2, 1, 1, 1};
  std::int64_t channels = 1;
  std::int64_t length = signedOf(CcGanShape::points());
  for (std::size_t i = 0; i < kKernels.size(); ++i) {
    const std::int64_t next = signedOf(settings.discriminatorChannels[i]);
    m_convolutions.push_back(
        register_module("convolution" + std::to_string(i + 1),
                        nn::Conv1d(nn::Conv1dOptions(channels, next, kKernels[i])
                                       .stride(kStrides[i])
                                       .padding(kPaddings[i]))));
    channels = next;
    length = (length + 2 * kPaddings[i] - kKernels[i]) / kStrides[i] + 1;
    if (kPools[i])
      length = (length - kPoolKernel) / kPoolStride + 1;
  }
  m_measured = register_module("measured", nn::Linear(channels * length, 1));
  m_composition = register_module("composition", nn::Linear(channels * length, signedOf(elements)));
}

std::pair<torch::Tensor, torch::Tensor> DiscriminatorNet::forward(const torch::Tensor& patterns) {
  torch::Tensor map = patterns.unsqueeze(1);
  for (std::size_t i = 0; i < m_convolutions.size(); ++i) {
    map = torch::relu(m_convolutions[i](map));
    if (kPools[i])
      map = torch::max_pool1d(map, kPoolKernel, kPoolStride);
  }
  map = map.flatten(1);
  return {m_measured(map).squeeze(1), m_composition(map)};
}

}  // namespace vitrine::trainer
