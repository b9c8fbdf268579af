#include "engine/regression/tree_batch.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace vitrine::regression {

RowBlock::RowBlock(const Matrix& x, std::size_t begin, std::size_t end)
    : m_rows(end - begin),
      m_low(x.columns(), std::numeric_limits<float>::infinity()),
      m_high(x.columns(), -std::numeric_limits<float>::infinity()),
      m_offset(x.columns(), 0) {
  for (std::size_t i = begin; i < end; ++i) {
    const auto row = x.row(i);
    for (std::size_t f = 0; f < row.size(); ++f) {
      const auto value = static_cast<float>(row[f]);
      m_low[f] = std::min(m_low[f], value);
      // A NaN goes right of every threshold, which an unbounded column gives it.
      m_high[f] =
          value == value ? std::max(m_high[f], value) : std::numeric_limits<float>::infinity();
    }
  }
  for (std::size_t f = 0; f < x.columns(); ++f) {
    if (m_low[f] == m_high[f])
      continue;
    m_offset[f] = m_values.size();
    for (std::size_t i = begin; i < end; ++i)
      m_values.push_back(static_cast<float>(x(i, f)));
  }
}

Bounds::Bounds(const RowBlock& block)
    : m_low(block.low().begin(), block.low().end()),
      m_high(block.high().begin(), block.high().end()) {}

void Bounds::keepAbove(std::int32_t feature, float threshold) {
  change(m_low[feature], std::nextafter(threshold, std::numeric_limits<float>::infinity()));
}

void Bounds::restore(std::size_t changes) {
  for (; m_undo.size() > changes; m_undo.pop_back())
    *m_undo.back().bound = m_undo.back().before;
}

BatchWalker::BatchWalker(const RowBlock& block)
    : m_block(block), m_bounds(block), m_order(block.rows()) {
  std::iota(m_order.begin(), m_order.end(), std::uint16_t{0});
}

void BatchWalker::addTree(std::span<const TreeEnsemble::Node> tree, double shift,
                          std::span<LeafSums> sums) {
  std::uint32_t node = 0;
  std::uint32_t begin = 0;
  auto end = static_cast<std::uint32_t>(m_order.size());
  while (true) {
    const auto& n = tree[node];
    if (n.feature == TreeEnsemble::kLeaf) {
      const double value = static_cast<double>(n.value) - shift;
      const double square = value * value;
      for (auto i = begin; i < end; ++i) {
        auto& s = sums[m_order[i]];
        s.sum += value;
        s.squares += square;
      }
      if (m_pending.empty())
        break;
      const Pending next = m_pending.back();
      m_pending.pop_back();
      m_bounds.restore(next.undo);
      m_bounds.keepAbove(next.feature, next.threshold);
      node = next.node;
      begin = next.begin;
      end = next.end;
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
    const float* column = m_block.column(n.feature);
    auto middle = begin;
    for (auto i = begin; i < end; ++i) {
      const auto row = m_order[i];
      m_order[i] = m_order[middle];
      m_order[middle] = row;
      middle += column[row] <= n.value ? 1U : 0U;
    }
    if (middle == begin) {
      node = n.right;
      continue;
    }
    if (middle < end)
      m_pending.push_back({n.right, middle, end, m_bounds.changes(), n.feature, n.value});
    m_bounds.keepUpTo(n.feature, n.value);
    end = middle;
    ++node;
  }
  m_bounds.restore(0);
}

}  // namespace vitrine::regression
