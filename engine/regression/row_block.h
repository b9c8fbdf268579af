#pragma once

#include "engine/core/matrix.h"

#include <cstddef>
#include <span>
#include <vector>

namespace vitrine::regression {

/// Some rows of a matrix as floats, column after column. Columns that are the same in all rows are
/// not kept, only their value: in a map of three elements those are nearly all.
class RowBlock {
 public:
  static constexpr std::size_t kMaxRows = 8192;

  RowBlock(const Matrix& x, std::size_t begin, std::size_t end);

  [[nodiscard]] std::size_t rows() const noexcept { return m_rows; }
  [[nodiscard]] const float* column(std::size_t feature) const noexcept {
    return m_values.data() + m_offset[feature];
  }
  /// Smallest and largest value of each column; equal for a column that is not kept.
  [[nodiscard]] std::span<const float> low() const noexcept { return m_low; }
  [[nodiscard]] std::span<const float> high() const noexcept { return m_high; }

 private:
  std::size_t m_rows;
  std::vector<float> m_low, m_high;
  std::vector<std::size_t> m_offset;
  std::vector<float> m_values;
};

}  // namespace vitrine::regression
