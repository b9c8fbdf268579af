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

BatchWalker::BatchWalker(const RowBlock& block)
    : m_block(block),
      m_order(block.rows()),
      m_low(block.low().begin(), block.low().end()),
      m_high(block.high().begin(), block.high().end()) {
  std::iota(m_order.begin(), m_order.end(), std::uint16_t{0});
}

void BatchWalker::narrow(std::int32_t feature, bool isLow, float value) {
  auto& bound = isLow ? m_low[feature] : m_high[feature];
  m_undo.push_back({feature, isLow, bound});
  bound = value;
}

void BatchWalker::restore(std::size_t length) {
  while (m_undo.size() > length) {
    const auto& last = m_undo.back();
    (last.isLow ? m_low : m_high)[last.feature] = last.before;
    m_undo.pop_back();
  }
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
      restore(next.undo);
      narrow(next.feature, true,
             std::nextafter(next.threshold, std::numeric_limits<float>::infinity()));
      node = next.node;
      begin = next.begin;
      end = next.end;
      continue;
    }
    // Most splits are on elements that no row has, or outside the part of the map at hand: the
    // bounds settle those for all rows at once.
    if (m_high[n.feature] <= n.value) {
      ++node;
      continue;
    }
    if (m_low[n.feature] > n.value) {
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
      m_pending.push_back(
          {n.right, middle, end, static_cast<std::uint32_t>(m_undo.size()), n.feature, n.value});
    narrow(n.feature, false, n.value);
    end = middle;
    ++node;
  }
  restore(0);
}

}  // namespace vitrine::regression
