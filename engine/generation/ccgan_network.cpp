#include "engine/generation/ccgan_network.h"

#include "engine/core/error.h"
#include "engine/files/safetensors.h"

#include <algorithm>
#include <cmath>

namespace vitrine::generation {

namespace {

/// Of torch.nn.BatchNorm1d.
constexpr float kNormalisationEpsilon = 1e-5F;
/// No network of this kind is wider; bounds what a damaged file can ask for.
constexpr std::size_t kMostChannels = 4096;
constexpr std::size_t kMostNoise = 4096;

[[noreturn]] void throwNoNetwork(const std::string& what) {
  throw Error(ErrorCode::Damaged, "The file holds no network of this program: " + what + ".");
}

std::string layerName(const char* what, std::size_t layer, const char* part) {
  return what + std::to_string(layer + 1) + "." + part;
}

/// Lengths of a tensor, of which there must be so many.
const std::vector<std::size_t>& shapeOf(const files::TensorFile& file, const std::string& name,
                                        std::size_t dimensions) {
  const auto& shape = file.tensor(name).shape;
  if (shape.size() != dimensions)
    throwNoNetwork("\"" + name + "\" has " + std::to_string(shape.size()) + " dimensions");
  return shape;
}

CcGanShape readShape(const files::TensorFile& file, std::size_t elements) {
  CcGanShape shape;
  shape.elements = elements;
  const auto& linear = shapeOf(file, "linear.weight", 2);
  if (linear[1] <= elements || linear[1] - elements > kMostNoise)
    throwNoNetwork("\"linear.weight\" does not fit " + std::to_string(elements) + " elements");
  shape.noise = linear[1] - elements;
  for (std::size_t i = 0; i < CcGanShape::kLayers; ++i) {
    const auto& weight = shapeOf(file, layerName("convolution", i, "weight"), 3);
    shape.channels[i] = weight[0];
    shape.channels[i + 1] = weight[1];
  }
  if (shape.channels.back() != 1)
    throwNoNetwork("its last layer has " + std::to_string(shape.channels.back()) + " channels");
  for (const std::size_t channels : shape.channels)
    if (channels == 0 || channels > kMostChannels)
      throwNoNetwork("a layer has " + std::to_string(channels) + " channels");
  return shape;
}

/// Normalisation with its running mean and variance is a factor and a shift of each channel, taken
/// into the weights of the layer before it.
void foldNormalisation(const files::TensorFile& file, std::size_t layer, std::size_t channels,
                       std::size_t kernel, std::vector<float>& weights, std::vector<float>& bias) {
  const auto part = [&](const char* name) -> const std::vector<float>& {
    return file.floats(layerName("normalisation", layer, name), {channels});
  };
  const auto& gain = part("weight");
  const auto& shift = part("bias");
  const auto& mean = part("running_mean");
  const auto& variance = part("running_var");
  for (std::size_t c = 0; c < channels; ++c) {
    if (variance[c] < 0.0F)
      throwNoNetwork("a variance is negative");
    const float factor = gain[c] / std::sqrt(variance[c] + kNormalisationEpsilon);
    bias[c] = (bias[c] - mean[c]) * factor + shift[c];
    for (std::size_t i = c; i * kernel < weights.size(); i += channels)
      for (std::size_t k = 0; k < kernel; ++k)
        weights[i * kernel + k] *= factor;
  }
}

}  // namespace

CcGanNetwork::CcGanNetwork(const files::TensorFile& file, std::size_t elements)
    : m_shape(readShape(file, elements)) {
  const std::size_t rows = m_shape.channels[0] * CcGanShape::kFirstLength;
  const std::size_t columns = m_shape.noise + elements;
  const auto& linear = file.floats("linear.weight", {rows, columns});
  m_linear.emplace_back(rows, columns,
                        [&](std::size_t row, std::size_t k) { return linear[row * columns + k]; });
  m_linearBias = file.floats("linear.bias", {rows});
  for (std::size_t i = 0; i < CcGanShape::kLayers; ++i) {
    const bool isLast = i + 1 == CcGanShape::kLayers;
    const TransposedConvolution::Geometry geometry{
        m_shape.channels[i],     m_shape.channels[i + 1],  CcGanShape::kKernels[i],
        CcGanShape::kStrides[i], CcGanShape::kPaddings[i], !isLast};
    auto weights = file.floats(layerName("convolution", i, "weight"),
                               {geometry.inputs, geometry.outputs, geometry.kernel});
    auto bias = file.floats(layerName("convolution", i, "bias"), {geometry.outputs});
    if (!isLast)
      foldNormalisation(file, i, geometry.outputs, geometry.kernel, weights, bias);
    m_layers.emplace_back(geometry, weights, bias);
  }
}

std::vector<float> CcGanNetwork::patterns(std::span<const float> noise,
                                          std::span<const float> fractions,
                                          std::size_t maps) const {
  // The linear layer: its inputs as columns, one for each map.
  const PackedRows& linear = m_linear.front();
  const std::size_t width = panelWidth();
  const std::size_t panels = (maps + width - 1) / width;
  std::vector<float> inputs(panels * width * linear.depth());
  for (std::size_t map = 0; map < maps; ++map) {
    float* to = inputs.data() + map / width * linear.depth() * width + map % width;
    for (std::size_t k = 0; k < linear.depth(); ++k)
      to[k * width] = k < m_shape.noise ? noise[map * m_shape.noise + k]
                                        : fractions[map * m_shape.elements + k - m_shape.noise];
  }
  std::vector<float> product(linear.rows() * panels * width);
  multiply(linear, inputs.data(), linear.depth(), panels, product.data(), panels * width);

  FeatureMaps features(m_shape.channels[0], maps, CcGanShape::kFirstLength,
                       m_layers.front().inputGap());
  for (std::size_t row = 0; row < linear.rows(); ++row)
    for (std::size_t map = 0; map < maps; ++map)
      features.map(row / CcGanShape::kFirstLength, map)[row % CcGanShape::kFirstLength] =
          product[row * panels * width + map] + m_linearBias[row];

  for (std::size_t i = 0; i < m_layers.size(); ++i)
    features =
        m_layers[i].apply(features, i + 1 < m_layers.size() ? m_layers[i + 1].inputGap() : 0);

  constexpr auto kFullScale = static_cast<float>(CcGanShape::kFullScale);
  std::vector<float> patterns(maps * CcGanShape::points());
  for (std::size_t map = 0; map < maps; ++map) {
    const float* from = features.map(0, map);
    std::transform(from, from + CcGanShape::points(),
                   patterns.begin() + static_cast<std::ptrdiff_t>(map * CcGanShape::points()),
                   [](float value) { return kFullScale / (1.0F + std::exp(-value)); });
  }
  return patterns;
}

}  // namespace vitrine::generation
