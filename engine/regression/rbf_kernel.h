#pragma once

#include "engine/core/matrix.h"

#include <cstddef>
#include <span>
#include <vector>

namespace vitrine::regression {

/// exp(−gamma |a − b|²) between any row and a fixed set of rows, all of them at once. Features that
/// are zero in the row asked for cost nothing.
class RbfKernel {
 public:
  /// @param points  samples × features
  /// @param scale   what each feature is multiplied by before distances are taken
  RbfKernel(const Matrix& points, std::span<const double> scale, double gamma);

  [[nodiscard]] std::size_t points() const noexcept { return m_norms.size(); }
  /// The kernel between `row` and every point. Relative error below 1e-12.
  void values(std::span<const double> row, std::span<double> result) const;

 private:
  double m_gamma;
  std::vector<double> m_scale;
  std::vector<double> m_columns;  // scaled points, feature after feature
  std::vector<double> m_norms;    // squared lengths of the scaled points
};

/// sum a_i b_i in a fixed order that vectors can follow.
double dot(std::span<const double> a, std::span<const double> b);

}  // namespace vitrine::regression
