#pragma once

#include "engine/regression/regressor.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace vitrine::regression {

/// The (weighted) mean of the nearest training rows. Of rows equally near, the earlier one counts.
class NearestNeighbours final : public Regressor {
 public:
  struct Settings {
    std::size_t neighbours = 3;    ///< at most the number of rows is used
    bool euclidean = false;        ///< else Manhattan
    bool distanceWeighted = true;  ///< weight 1/distance; rows at distance 0 then count alone
  };

  /// @param x      training rows, samples × features, finite
  /// @param scale  what each feature is multiplied by before distances are taken
  /// @throws Error (Damaged) where lengths disagree or a number is not finite
  static std::shared_ptr<const NearestNeighbours> create(const Settings& settings, const Matrix& x,
                                                         std::span<const double> y,
                                                         std::span<const double> scale);

  [[nodiscard]] ModelKind kind() const noexcept override { return ModelKind::NearestNeighbours; }
  [[nodiscard]] std::size_t featureCount() const noexcept override { return m_x.columns(); }
  [[nodiscard]] std::vector<double> predict(const Matrix& x,
                                            const RunContext& context) const override;

  [[nodiscard]] const Settings& settings() const noexcept { return m_settings; }
  [[nodiscard]] const Matrix& rows() const noexcept { return m_x; }
  [[nodiscard]] const std::vector<double>& targets() const noexcept { return m_y; }
  [[nodiscard]] const std::vector<double>& scale() const noexcept { return m_scale; }

 private:
  NearestNeighbours() = default;

  [[nodiscard]] double predictRow(std::span<const double> row,
                                  std::vector<double>& distances) const;

  Settings m_settings;
  Matrix m_x;
  std::vector<double> m_y;
  std::vector<double> m_scale;
  std::vector<double> m_columns;  // scaled training values, feature after feature
  std::vector<double> m_norms;    // distance measure of each training row from zero
};

}  // namespace vitrine::regression
