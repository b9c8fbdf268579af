#pragma once

#include "engine/core/matrix_kernel.h"

#include <cstddef>
#include <span>
#include <vector>

namespace vitrine::generation {

/// Numbers of one layer: channels × maps × length, and zeros between the maps, so that a shifted
/// read of many maps at a time is one read in a row.
class FeatureMaps {
 public:
  /// All zero. @param gap  zeros before, between and behind the maps
  FeatureMaps(std::size_t channels, std::size_t maps, std::size_t length, std::size_t gap);

  [[nodiscard]] std::size_t channels() const noexcept { return m_channels; }
  [[nodiscard]] std::size_t maps() const noexcept { return m_maps; }
  [[nodiscard]] std::size_t length() const noexcept { return m_length; }
  [[nodiscard]] std::size_t gap() const noexcept { return m_gap; }
  [[nodiscard]] float* map(std::size_t channel, std::size_t map) {
    return m_values.data() + offset(channel, map);
  }
  [[nodiscard]] const float* map(std::size_t channel, std::size_t map) const {
    return m_values.data() + offset(channel, map);
  }

 private:
  [[nodiscard]] std::size_t offset(std::size_t channel, std::size_t map) const noexcept {
    return channel * m_stride + m_gap + map * (m_length + m_gap);
  }

  std::size_t m_channels, m_maps, m_length, m_gap, m_stride;
  std::vector<float> m_values;
};

/// A transposed convolution in one dimension, as torch.nn.ConvTranspose1d: input position t sends
/// weight k to output position t stride + k − padding. Immutable.
///
/// Output positions of one phase (position + padding modulo stride) are an ordinary convolution
/// with every stride-th weight. The phases together are matrix products over input channels and
/// shifts, with no multiplication by zeros and no scattered additions.
class TransposedConvolution {
 public:
  struct Geometry {
    std::size_t inputs = 0, outputs = 0;  ///< channels
    std::size_t kernel = 0, stride = 0, padding = 0;
    bool isRectified = false;  ///< ReLU on the outputs
  };

  /// @param weights  inputs × outputs × kernel, row-major
  /// @param bias     outputs
  TransposedConvolution(const Geometry& geometry, std::span<const float> weights,
                        std::span<const float> bias);

  [[nodiscard]] std::size_t outputLength(std::size_t inputLength) const noexcept;
  /// Zeros that the input needs between its maps.
  [[nodiscard]] std::size_t inputGap() const noexcept { return m_shifts - 1; }
  /// @param outputGap  zeros between the output's maps: the next layer's `inputGap`
  [[nodiscard]] FeatureMaps apply(const FeatureMaps& input, std::size_t outputGap) const;

 private:
  /// The phases with the same number of weights, as rows (phase, output) of one matrix over
  /// (shift, input).
  struct PhaseGroup {
    std::size_t firstPhase = 0;
    std::size_t phases = 0;
    std::size_t shifts = 0;
    PackedRows rows;
  };
  void addGroup(std::size_t firstPhase, std::size_t phases, std::span<const float> weights);
  /// Positions [first, first + count) of one map, from the columns of a product on.
  void spread(const float* product, std::size_t first, std::size_t count, FeatureMaps& output,
              std::size_t map) const;

  Geometry m_geometry;
  std::size_t m_shifts;  // most of any phase
  std::vector<PhaseGroup> m_groups;
  std::vector<float> m_bias;
};

}  // namespace vitrine::generation
