#include "engine/core/matrix_kernel.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace vitrine {

namespace {

using Tile = void (*)(std::size_t depth, const float* left, const float* right, float* product,
                      std::size_t stride, std::size_t rows);

/// A block of the product, `kHeight` rows of `kVectors` vectors, held in registers. The last rows
/// of a matrix may be fewer: the others are computed and dropped.
template <class Vector, std::size_t kHeight, std::size_t kVectors>
[[gnu::always_inline]] inline void tile(std::size_t depth, const float* left, const float* right,
                                        float* product, std::size_t stride, std::size_t rows) {
  constexpr std::size_t kLanes = sizeof(Vector) / sizeof(float);
  std::array<std::array<Vector, kVectors>, kHeight> sums{};
  for (std::size_t k = 0; k < depth; ++k) {
    std::array<Vector, kVectors> columns;
    // One by one: together they would go through memory in halves.
#pragma GCC unroll 4
    for (std::size_t v = 0; v < kVectors; ++v)
      std::memcpy(&columns[v], right + (k * kVectors + v) * kLanes, sizeof(Vector));
#pragma GCC unroll 16
    for (std::size_t i = 0; i < kHeight; ++i) {
      const float factor = left[k * kHeight + i];
#pragma GCC unroll 4
      for (std::size_t v = 0; v < kVectors; ++v)
        sums[i][v] += columns[v] * factor;
    }
  }
  // Not from the sums themselves: an index known at run time would keep them out of registers.
  std::array<std::array<float, kVectors * kLanes>, kHeight> block;
  std::memcpy(&block, &sums, sizeof block);
  for (std::size_t i = 0; i < rows; ++i)
    std::ranges::copy(block[i], product + i * stride);
}

using Vector16 = float __attribute__((vector_size(16)));
using Vector32 = float __attribute__((vector_size(32)));
using Vector64 = float __attribute__((vector_size(64)));

// Blocks as large as the registers hold: 16 of 16 and 32 bytes, 32 of 64 bytes.
void tileAny(std::size_t depth, const float* left, const float* right, float* product,
             std::size_t stride, std::size_t rows) {
  tile<Vector16, 4, 2>(depth, left, right, product, stride, rows);
}

#if defined(__x86_64__)
[[gnu::target("avx2,fma")]] void tileAvx2(std::size_t depth, const float* left, const float* right,
                                          float* product, std::size_t stride, std::size_t rows) {
  tile<Vector32, 6, 2>(depth, left, right, product, stride, rows);
}

[[gnu::target("avx512f")]] void tileAvx512(std::size_t depth, const float* left, const float* right,
                                           float* product, std::size_t stride, std::size_t rows) {
  tile<Vector64, 8, 2>(depth, left, right, product, stride, rows);
}
#endif

struct Kernel {
  Tile tile;
  std::size_t height;
  std::size_t width;
};

const Kernel& kernel() {
  static const Kernel chosen = [] {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f"))
      return Kernel{tileAvx512, 8, 32};
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
      return Kernel{tileAvx2, 6, 16};
#endif
    return Kernel{tileAny, 4, 8};
  }();
  return chosen;
}

}  // namespace

PackedRows::PackedRows(std::size_t rows, std::size_t depth)
    : m_rows(rows), m_depth(depth), m_height(kernel().height) {
  m_values.resize((rows + m_height - 1) / m_height * m_height * depth);
}

std::size_t panelWidth() noexcept {
  return kernel().width;
}

void multiply(const PackedRows& rows, const float* right, std::size_t rightDepth,
              std::size_t panels, float* product, std::size_t stride) {
  const Kernel& used = kernel();
  const std::size_t depth = rows.depth();
  for (std::size_t row = 0; row < rows.rows(); row += used.height) {
    const float* left = rows.values() + row * depth;
    const std::size_t height = std::min(used.height, rows.rows() - row);
    for (std::size_t panel = 0; panel < panels; ++panel)
      used.tile(depth, left, right + panel * rightDepth * used.width,
                product + row * stride + panel * used.width, stride, height);
  }
}

}  // namespace vitrine
