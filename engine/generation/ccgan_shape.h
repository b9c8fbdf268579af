#pragma once

#include <array>
#include <cstddef>

namespace vitrine::generation {

/// The generator network of Xie et al., npj Comput. Mater. (2025): a linear layer takes noise and
/// composition to a short map of many channels, and five transposed convolutions stretch that to
/// the pattern, with batch normalisation and ReLU between them and a sigmoid times 100 at the end.
///
/// The paper prints channels, kernels and four of the five strides. Stride 7 and these paddings
/// are the choice that gives its 3743 points with the printed strides in their places and the
/// shortest start: 3 → 11 → 35 → 107 → 535 → 3743 by L' = (L − 1) stride − 2 padding + kernel.
struct CcGanShape {
  static constexpr std::size_t kLayers = 5;
  static constexpr std::array<std::size_t, kLayers> kKernels{5, 5, 5, 7, 15};
  static constexpr std::array<std::size_t, kLayers> kStrides{3, 3, 3, 5, 7};
  static constexpr std::array<std::size_t, kLayers> kPaddings{0, 0, 0, 1, 5};
  static constexpr std::size_t kFirstLength = 3;
  /// Channels of the linear layer's map (the paper names none: the discriminator's last), then of
  /// each transposed convolution.
  static constexpr std::array<std::size_t, kLayers + 1> kPaperChannels{256, 384, 384, 256, 96, 1};
  /// The program's choice; the paper names no number.
  static constexpr std::size_t kNoise = 64;
  static constexpr double kFullScale = 100.0;

  std::size_t noise = kNoise;
  std::size_t elements = 0;
  std::array<std::size_t, kLayers + 1> channels = kPaperChannels;

  /// Length of the linear layer's map, then of each layer's output.
  static constexpr std::array<std::size_t, kLayers + 1> lengths() {
    std::array<std::size_t, kLayers + 1> lengths{kFirstLength};
    for (std::size_t i = 0; i < kLayers; ++i)
      lengths[i + 1] = (lengths[i] - 1) * kStrides[i] + kKernels[i] - 2 * kPaddings[i];
    return lengths;
  }
  static constexpr std::size_t points() { return lengths().back(); }

  bool operator==(const CcGanShape&) const = default;
};

}  // namespace vitrine::generation
