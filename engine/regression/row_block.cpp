#include "engine/regression/row_block.h"

#include <algorithm>
#include <limits>

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

}  // namespace vitrine::regression
