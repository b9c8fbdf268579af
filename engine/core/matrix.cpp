#include "engine/core/matrix.h"

#include <algorithm>

namespace vitrine {

Matrix Matrix::select(std::span<const std::size_t> rows) const {
  Matrix chosen(rows.size(), m_columns);
  for (std::size_t i = 0; i < rows.size(); ++i)
    std::ranges::copy(row(rows[i]), chosen.row(i).begin());
  return chosen;
}

}  // namespace vitrine
