#include "engine/regression/training_table.h"

#include <algorithm>

namespace vitrine::regression {

TrainingTable::TrainingTable(const Matrix& x, std::span<const double> y, const RunContext& context)
    : m_columns(x.rows() * x.columns()), m_background(x.columns()), m_targets(y.begin(), y.end()) {
  for (const double value : y)
    m_mean += value / static_cast<double>(y.size());
  for (double& value : m_targets)
    value -= m_mean;

  m_featureStart.push_back(0);
  for (std::size_t f = 0; f < x.columns(); ++f) {
    context.tick();
    float* cells = m_columns.data() + f * x.rows();
    for (std::size_t i = 0; i < x.rows(); ++i)
      cells[i] = static_cast<float>(x(i, f));
    m_background[f] = *std::min_element(cells, cells + x.rows());
    for (std::size_t i = 0; i < x.rows(); ++i)
      if (cells[i] > m_background[f])
        m_byFeature.push_back(static_cast<std::uint32_t>(i));
    std::stable_sort(m_byFeature.begin() + static_cast<std::ptrdiff_t>(m_featureStart.back()),
                     m_byFeature.end(), [&](auto a, auto b) { return cells[a] < cells[b]; });
    m_featureStart.push_back(m_byFeature.size());
  }

  m_rowStart.push_back(0);
  for (std::size_t i = 0; i < x.rows(); ++i) {
    for (std::size_t f = 0; f < x.columns(); ++f)
      if (column(f)[i] > m_background[f])
        m_byRow.push_back({column(f)[i], static_cast<std::uint32_t>(f)});
    m_rowStart.push_back(m_byRow.size());
  }
}

}  // namespace vitrine::regression
