#pragma once

#include "engine/regression/tree_walker.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vitrine::regression {

/// The rows of any block, as TreeWalker sends them down trees: one by one.
class BatchRows {
 public:
  explicit BatchRows(const RowBlock& block);

  [[nodiscard]] NodeRows all() const noexcept { return {0, m_order.size()}; }
  [[nodiscard]] PartedRows part(NodeRows here, std::int32_t feature, float threshold);
  void add(NodeRows here, LeafSums leaf, std::span<LeafSums> sums) const;

 private:
  const RowBlock& m_block;
  std::vector<std::uint16_t> m_order;
};

}  // namespace vitrine::regression
