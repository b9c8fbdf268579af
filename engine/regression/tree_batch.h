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

/// Between what values the rows of a node lie, feature by feature, on the way down a tree. Most
/// splits are on elements that no row has, or outside the part of the map at hand: the bounds
/// settle those for all rows at once.
class Bounds {
 public:
  explicit Bounds(const RowBlock& block);

  [[nodiscard]] bool allLeft(std::int32_t feature, float threshold) const noexcept {
    return m_high[feature] <= threshold;
  }
  [[nodiscard]] bool allRight(std::int32_t feature, float threshold) const noexcept {
    return m_low[feature] > threshold;
  }
  /// Only rows that went left remain.
  void keepUpTo(std::int32_t feature, float threshold) { change(m_high[feature], threshold); }
  /// Only rows that went right remain.
  void keepAbove(std::int32_t feature, float threshold);

  /// How many times something was kept; `restore` goes back to that time.
  [[nodiscard]] std::size_t changes() const noexcept { return m_undo.size(); }
  void restore(std::size_t changes);

 private:
  struct Change {
    float* bound;
    float before;
  };

  void change(float& bound, float value) {
    m_undo.push_back({&bound, bound});
    bound = value;
  }

  std::vector<float> m_low, m_high;
  std::vector<Change> m_undo;
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
    std::size_t undo;          // what m_bounds.changes() was
    std::int32_t feature;
    float threshold;
  };

  const RowBlock& m_block;
  Bounds m_bounds;
  std::vector<std::uint16_t> m_order;  // rows, those of one node next to each other
  std::vector<Pending> m_pending;
};

}  // namespace vitrine::regression
