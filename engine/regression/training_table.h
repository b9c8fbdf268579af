#pragma once

#include "engine/core/matrix.h"
#include "engine/core/run_context.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vitrine::regression {

/// Training data as trees are grown from it. A cell at its column's minimum (an absent element) is
/// *background*; a split never separates background cells, so only the others are listed.
class TrainingTable {
 public:
  struct Cell {
    float value;
    std::uint32_t feature;
  };

  TrainingTable(const Matrix& x, std::span<const double> y, const RunContext& context);

  [[nodiscard]] std::size_t rows() const noexcept { return m_targets.size(); }
  [[nodiscard]] std::size_t features() const noexcept { return m_background.size(); }
  /// All cells of a feature, by row.
  [[nodiscard]] const float* column(std::size_t feature) const noexcept {
    return m_columns.data() + feature * rows();
  }
  /// The smallest value of a feature.
  [[nodiscard]] float background(std::size_t feature) const noexcept {
    return m_background[feature];
  }
  /// The cells of a row above background, by feature.
  [[nodiscard]] std::span<const Cell> row(std::size_t i) const noexcept {
    return {m_byRow.data() + m_rowStart[i], m_byRow.data() + m_rowStart[i + 1]};
  }
  /// The rows whose cell is above background, by value.
  [[nodiscard]] std::span<const std::uint32_t> sorted(std::size_t feature) const noexcept {
    return {m_byFeature.data() + m_featureStart[feature],
            m_byFeature.data() + m_featureStart[feature + 1]};
  }
  /// Measured values less their mean.
  [[nodiscard]] const double* targets() const noexcept { return m_targets.data(); }
  [[nodiscard]] double mean() const noexcept { return m_mean; }

 private:
  std::vector<float> m_columns;
  std::vector<float> m_background;
  std::vector<Cell> m_byRow;
  std::vector<std::uint32_t> m_byFeature;
  std::vector<std::size_t> m_rowStart, m_featureStart;
  std::vector<double> m_targets;
  double m_mean = 0.0;
};

}  // namespace vitrine::regression
