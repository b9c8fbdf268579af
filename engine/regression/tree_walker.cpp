#include "engine/regression/tree_walker.h"

#include <cmath>
#include <limits>

namespace vitrine::regression {

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

}  // namespace vitrine::regression
