#pragma once

#include "engine/regression/row_block.h"
#include "engine/regression/tree_ensemble.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace vitrine::regression {

/// Sum and sum of squares over some trees, for one row.
struct LeafSums {
  double sum = 0.0;
  double squares = 0.0;

  void add(const LeafSums& part) noexcept {
    sum += part.sum;
    squares += part.squares;
  }
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

/// Where the rows of a node stand.
struct NodeRows {
  std::size_t begin, end;

  [[nodiscard]] bool empty() const noexcept { return begin == end; }
};

/// The rows of a node, parted at its threshold.
struct PartedRows {
  NodeRows left, right;
};

/// Sends all rows of a block down one tree after another. `Rows` keeps them in an order in which
/// those of a node stand together:
///   NodeRows all()                                    all of them, for a new tree
///   PartedRows part(NodeRows, feature, threshold)     the left ones are the next asked for; the
///                                                     right ones once those are done with
///   void add(NodeRows, LeafSums, std::span<LeafSums>) adds a leaf's part to the sums of its rows
template <class Rows>
class TreeWalker {
 public:
  TreeWalker(const RowBlock& block, Rows rows) : m_bounds(block), m_rows(std::move(rows)) {}

  /// Adds each row's leaf value, less `shift`, to its sums.
  void addTree(std::span<const TreeEnsemble::Node> tree, double shift, std::span<LeafSums> sums) {
    std::uint32_t node = 0;
    NodeRows here = m_rows.all();
    while (true) {
      const auto& n = tree[node];
      if (n.feature == TreeEnsemble::kLeaf) {
        const double value = static_cast<double>(n.value) - shift;
        m_rows.add(here, {value, value * value}, sums);
        if (m_pending.empty())
          break;
        const Pending next = m_pending.back();
        m_pending.pop_back();
        m_bounds.restore(next.undo);
        m_bounds.keepAbove(next.feature, next.threshold);
        node = next.node;
        here = next.rows;
        continue;
      }
      if (m_bounds.allLeft(n.feature, n.value)) {
        ++node;
        continue;
      }
      if (m_bounds.allRight(n.feature, n.value)) {
        node = n.right;
        continue;
      }
      const auto [left, right] = m_rows.part(here, n.feature, n.value);
      if (left.empty()) {
        here = right;
        node = n.right;
        continue;
      }
      if (!right.empty())
        m_pending.push_back({n.right, right, m_bounds.changes(), n.feature, n.value});
      m_bounds.keepUpTo(n.feature, n.value);
      here = left;
      ++node;
    }
    m_bounds.restore(0);
  }

 private:
  /// A right child that waits until its left sibling is done with.
  struct Pending {
    std::uint32_t node;
    NodeRows rows;
    std::size_t undo;  // what m_bounds.changes() was
    std::int32_t feature;
    float threshold;
  };

  Bounds m_bounds;
  Rows m_rows;
  std::vector<Pending> m_pending;
};

}  // namespace vitrine::regression
