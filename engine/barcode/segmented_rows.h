#pragma once

#include "engine/core/matrix_kernel.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace vitrine::barcode {

/// Long rows to be multiplied in single precision. Products are summed up over segments, each from
/// zero, which keeps what rounding adds to a sum of thousands of products as small as that of a few
/// hundred.
class SegmentedRows {
 public:
  static constexpr std::size_t kSegment = 256;  ///< products of one sum

  SegmentedRows() = default;
  /// @param value  called as value(row, k), for k < length
  template <class Value>
  SegmentedRows(std::size_t rows, std::size_t length, const Value& value) : m_rows(rows) {
    for (std::size_t begin = 0; begin < length; begin += kSegment)
      m_segments.emplace_back(
          rows, std::min(kSegment, length - begin),
          [&](std::size_t row, std::size_t k) { return value(row, begin + k); });
  }

  [[nodiscard]] std::size_t size() const noexcept { return m_rows; }

  /// One product for each row and column, row by row, `columns.width()` apart.
  [[nodiscard]] std::vector<float> times(const PackedColumns& columns) const {
    std::vector<float> sums(m_rows * columns.width());
    std::vector<float> part(sums.size());
    for (std::size_t s = 0; s < m_segments.size(); ++s) {
      multiply(m_segments[s], columns.values(s * kSegment), columns.depth(), columns.panels(),
               part.data(), columns.width());
      for (std::size_t i = 0; i < sums.size(); ++i)
        sums[i] += part[i];
    }
    return sums;
  }

 private:
  std::size_t m_rows = 0;
  std::vector<PackedRows> m_segments;  ///< cut along the rows
};

}  // namespace vitrine::barcode
