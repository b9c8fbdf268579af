#pragma once

#include "engine/generation/ccgan_shape.h"
#include "engine/generation/transposed_convolution.h"

#include <cstddef>
#include <span>
#include <vector>

namespace vitrine::files {
struct TensorFile;
}

namespace vitrine::generation {

/// The generator network, forward only. Immutable and safe to share between threads.
class CcGanNetwork {
 public:
  /// From "linear.weight" ((channels · 3) × (noise + elements)), "linear.bias",
  /// "convolution<i>.weight" (inputs × outputs × kernel) and ".bias" for i = 1 … 5, and
  /// "normalisation<i>.weight", ".bias", ".running_mean" and ".running_var" for i = 1 … 4: the
  /// layout of PyTorch's layers. Their shapes tell the channels.
  /// @throws Error (Damaged) naming the tensor
  CcGanNetwork(const files::TensorFile& file, std::size_t elements);

  [[nodiscard]] const CcGanShape& shape() const noexcept { return m_shape; }

  /// @param noise      maps × shape().noise, row-major
  /// @param fractions  maps × shape().elements, row-major; atomic fractions
  /// @return maps × points, from 0 to 100
  [[nodiscard]] std::vector<float> patterns(std::span<const float> noise,
                                            std::span<const float> fractions,
                                            std::size_t maps) const;

 private:
  CcGanShape m_shape;
  std::vector<PackedRows> m_linear;  // the one matrix, from the moment it is known
  std::vector<float> m_linearBias;
  std::vector<TransposedConvolution> m_layers;
};

}  // namespace vitrine::generation
