#include "engine/generation/transposed_convolution.h"

#include <algorithm>
#include <limits>

namespace vitrine::generation {

namespace {

/// Columns of a product at a time: the packed inputs of them stay in the second-level cache.
constexpr std::size_t kColumnsAtATime = 128;

}  // namespace

FeatureMaps::FeatureMaps(std::size_t channels, std::size_t maps, std::size_t length,
                         std::size_t gap)
    : m_channels(channels),
      m_maps(maps),
      m_length(length),
      m_gap(gap),
      // Whole panels are read, also where the columns end within one.
      m_stride(gap + maps * (length + gap) + panelWidth()),
      m_values(channels * m_stride) {}

TransposedConvolution::TransposedConvolution(const Geometry& geometry,
                                             std::span<const float> weights,
                                             std::span<const float> bias)
    : m_geometry(geometry),
      m_shifts((geometry.kernel + geometry.stride - 1) / geometry.stride),
      m_bias(bias.begin(), bias.end()) {
  // kernel = whole * stride + rest: the first `rest` phases have one weight more.
  const std::size_t rest = geometry.kernel % geometry.stride;
  if (rest > 0)
    addGroup(0, rest, weights);
  if (geometry.kernel >= geometry.stride)
    addGroup(rest, geometry.stride - rest, weights);
}

void TransposedConvolution::addGroup(std::size_t firstPhase, std::size_t phases,
                                     std::span<const float> weights) {
  const Geometry& g = m_geometry;
  const std::size_t shifts = (g.kernel - firstPhase + g.stride - 1) / g.stride;
  const auto weight = [&](std::size_t row, std::size_t k) {
    const std::size_t tap = firstPhase + row / g.outputs + k / g.inputs * g.stride;
    return weights[(k % g.inputs * g.outputs + row % g.outputs) * g.kernel + tap];
  };
  m_groups.push_back(
      {firstPhase, phases, shifts, PackedRows(phases * g.outputs, shifts * g.inputs, weight)});
}

std::size_t TransposedConvolution::outputLength(std::size_t inputLength) const noexcept {
  return (inputLength - 1) * m_geometry.stride + m_geometry.kernel - 2 * m_geometry.padding;
}

void TransposedConvolution::spread(const float* product, std::size_t first, std::size_t count,
                                   FeatureMaps& output, std::size_t map) const {
  const auto stride = static_cast<std::ptrdiff_t>(m_geometry.stride);
  const auto length = static_cast<std::ptrdiff_t>(output.length());
  for (std::size_t phase = 0; phase < m_geometry.stride; ++phase) {
    // Output position of column c: start + c stride, of which [from, to) lie within the map.
    const std::ptrdiff_t start = static_cast<std::ptrdiff_t>(first) * stride +
                                 static_cast<std::ptrdiff_t>(phase) -
                                 static_cast<std::ptrdiff_t>(m_geometry.padding);
    const std::ptrdiff_t from = start < 0 ? (stride - 1 - start) / stride : 0;
    const std::ptrdiff_t to =
        std::min(static_cast<std::ptrdiff_t>(count), (length - start + stride - 1) / stride);
    for (std::size_t channel = 0; channel < m_geometry.outputs; ++channel) {
      const float* row = product + (phase * m_geometry.outputs + channel) * kColumnsAtATime;
      const float least = m_geometry.isRectified ? 0.0F : std::numeric_limits<float>::lowest();
      float* target = output.map(channel, map) + start;
      for (std::ptrdiff_t c = from; c < to; ++c)
        target[c * stride] = std::max(row[c] + m_bias[channel], least);
    }
  }
}

FeatureMaps TransposedConvolution::apply(const FeatureMaps& input, std::size_t outputGap) const {
  FeatureMaps output(m_geometry.outputs, input.maps(), outputLength(input.length()), outputGap);
  // Columns: the positions of each map and, in the gap behind it, those that only shifts reach.
  const std::size_t span = input.length() + input.gap();
  const std::size_t columns = input.maps() * span;
  const std::size_t width = panelWidth();
  const std::size_t depth = m_shifts * m_geometry.inputs;
  std::vector<float> packed(depth * kColumnsAtATime);
  std::vector<float> product(m_geometry.stride * m_geometry.outputs * kColumnsAtATime);
  for (std::size_t first = 0; first < columns; first += kColumnsAtATime) {
    const std::size_t count = std::min(kColumnsAtATime, columns - first);
    const std::size_t panels = (count + width - 1) / width;
    float* to = packed.data();
    for (std::size_t panel = 0; panel < panels; ++panel)
      for (std::size_t shift = 0; shift < m_shifts; ++shift)
        for (std::size_t i = 0; i < m_geometry.inputs; ++i, to += width)
          std::copy_n(input.map(i, 0) + first + panel * width - shift, width, to);
    for (const PhaseGroup& group : m_groups)
      multiply(group.rows, packed.data(), depth, panels,
               product.data() + group.firstPhase * m_geometry.outputs * kColumnsAtATime,
               kColumnsAtATime);
    for (std::size_t c = 0; c < count;) {
      const std::size_t position = (first + c) % span;
      const std::size_t run = std::min(span - position, count - c);
      spread(product.data() + c, position, run, output, (first + c) / span);
      c += run;
    }
  }
  return output;
}

}  // namespace vitrine::generation
