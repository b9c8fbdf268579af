#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace vitrine {

/// Products of 32-bit matrices by the widest vectors this processor has. Sums run over the inner
/// index in order, so results do not depend on how work is cut up.
///
/// The left matrix is packed once. Its rows may differ in length: what lies beyond a row's `depth`
/// is not multiplied at all.
class PackedRows {
 public:
  /// @param rows   number of rows
  /// @param depth  length of each row
  /// @param value  called as value(row, k)
  template <class Value>
  PackedRows(std::size_t rows, std::size_t depth, const Value& value) : PackedRows(rows, depth) {
    for (std::size_t row = 0; row < rows; ++row)
      for (std::size_t k = 0; k < depth; ++k)
        m_values[(row / m_height * depth + k) * m_height + row % m_height] = value(row, k);
  }

  [[nodiscard]] std::size_t rows() const noexcept { return m_rows; }
  [[nodiscard]] std::size_t depth() const noexcept { return m_depth; }
  [[nodiscard]] const float* values() const noexcept { return m_values.data(); }

 private:
  PackedRows(std::size_t rows, std::size_t depth);

  std::size_t m_rows;
  std::size_t m_depth;
  std::size_t m_height;  // rows of a panel; the last panel is filled up with zeros
  std::vector<float> m_values;
};

/// Right matrices are packed in panels of so many columns: value(k, column) lies at
/// (column / width * depth + k) * width + column % width.
std::size_t panelWidth() noexcept;

/// A right matrix, packed column by column.
class PackedColumns {
 public:
  PackedColumns(std::size_t columns, std::size_t depth)
      : m_depth(depth),
        m_panels((columns + panelWidth() - 1) / panelWidth()),
        m_values(m_panels * panelWidth() * depth) {}
  /// @param vector  no longer than the depth
  void set(std::size_t column, std::span<const float> vector) {
    const std::size_t width = panelWidth();
    float* to = m_values.data() + column / width * m_depth * width + column % width;
    for (std::size_t k = 0; k < vector.size(); ++k)
      to[k * width] = vector[k];
  }
  [[nodiscard]] std::size_t depth() const noexcept { return m_depth; }
  [[nodiscard]] std::size_t panels() const noexcept { return m_panels; }
  /// Columns, those that fill up the last panel among them.
  [[nodiscard]] std::size_t width() const noexcept { return m_panels * panelWidth(); }
  /// From line `first` on, for `multiply`.
  [[nodiscard]] const float* values(std::size_t first = 0) const noexcept {
    return m_values.data() + first * panelWidth();
  }

 private:
  std::size_t m_depth;
  std::size_t m_panels;
  std::vector<float> m_values;
};

/// product(row, column) = Σ_k rows(row, k) right(k, column), for whole panels of columns.
/// @param right         panels of `rightDepth` ≥ rows.depth() lines each
/// @param panels        number of panels
/// @param product       row-major, `stride` ≥ panels * panelWidth() numbers from row to row
void multiply(const PackedRows& rows, const float* right, std::size_t rightDepth,
              std::size_t panels, float* product, std::size_t stride);

}  // namespace vitrine
