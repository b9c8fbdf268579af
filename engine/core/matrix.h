#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace vitrine {

/// A dense table of numbers, row after row: rows are samples, columns are features.
class Matrix {
 public:
  Matrix() = default;
  Matrix(std::size_t rows, std::size_t columns)
      : m_rows(rows), m_columns(columns), m_values(rows * columns) {}

  [[nodiscard]] std::size_t rows() const noexcept { return m_rows; }
  [[nodiscard]] std::size_t columns() const noexcept { return m_columns; }
  [[nodiscard]] std::span<double> row(std::size_t i) {
    return {m_values.data() + i * m_columns, m_columns};
  }
  [[nodiscard]] std::span<const double> row(std::size_t i) const {
    return {m_values.data() + i * m_columns, m_columns};
  }
  double& operator()(std::size_t i, std::size_t j) { return m_values[i * m_columns + j]; }
  double operator()(std::size_t i, std::size_t j) const { return m_values[i * m_columns + j]; }
  [[nodiscard]] std::span<const double> values() const noexcept { return m_values; }

  /// The given rows, in the given order.
  [[nodiscard]] Matrix select(std::span<const std::size_t> rows) const;

 private:
  std::size_t m_rows = 0;
  std::size_t m_columns = 0;
  std::vector<double> m_values;
};

}  // namespace vitrine
