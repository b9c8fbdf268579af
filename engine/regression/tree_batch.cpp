#include "engine/regression/tree_batch.h"

#include <numeric>

namespace vitrine::regression {

BatchRows::BatchRows(const RowBlock& block) : m_block(block), m_order(block.rows()) {
  std::iota(m_order.begin(), m_order.end(), std::uint16_t{0});
}

PartedRows BatchRows::part(NodeRows here, std::int32_t feature, float threshold) {
  const float* column = m_block.column(feature);
  auto middle = here.begin;
  for (auto i = here.begin; i < here.end; ++i) {
    const auto row = m_order[i];
    m_order[i] = m_order[middle];
    m_order[middle] = row;
    middle += column[row] <= threshold ? 1U : 0U;
  }
  return {{here.begin, middle}, {middle, here.end}};
}

void BatchRows::add(NodeRows here, LeafSums leaf, std::span<LeafSums> sums) const {
  for (auto i = here.begin; i < here.end; ++i)
    sums[m_order[i]].add(leaf);
}

}  // namespace vitrine::regression
