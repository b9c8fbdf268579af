#pragma once

#include "engine/core/matrix.h"
#include "engine/regression/tree_ensemble.h"

#include <cstddef>
#include <cstdint>
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

/// Sum and sum of squares over some trees, for one row.
struct LeafSums {
  double sum = 0.0;
  double squares = 0.0;
};

/// Sends all rows of a block down one tree after another.
class BatchWalker {
 public:
  explicit BatchWalker(const RowBlock& block);

  /// Adds each row's leaf value, less `shift`, to its sums.
  void addTree(std::span<const TreeEnsemble::Node> tree, double shift, std::span<LeafSums> sums);

 private:
  struct Pending {
    std::uint32_t node;
    std::uint32_t begin, end;  // of m_order
    std::uint32_t undo;        // length of m_undo at the parent
    std::int32_t feature;
    float threshold;
  };
  struct Bound {
    std::int32_t feature;
    bool isLow;
    float before;
  };

  void narrow(std::int32_t feature, bool isLow, float value);
  void restore(std::size_t length);

  const RowBlock& m_block;
  std::vector<std::uint16_t> m_order;  // rows, those of one node next to each other
  std::vector<float> m_low, m_high;    // bounds of the rows of the current node
  std::vector<Pending> m_pending;
  std::vector<Bound> m_undo;
};

}  // namespace vitrine::regression
