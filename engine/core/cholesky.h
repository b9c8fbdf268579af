#pragma once

#include "engine/core/matrix.h"
#include "engine/core/run_context.h"

#include <vector>

namespace vitrine {

/// The lower triangular L with L Lᵀ = A, found block by block so that a stop is heard within a few
/// milliseconds whatever the size.
class CholeskyFactor {
 public:
  /// @param a  symmetric and positive definite; only its lower half is read
  /// @throws Error (Failed) where it is not positive definite; Cancelled
  static CholeskyFactor of(Matrix a, const RunContext& context);

  /// A⁻¹ · right, for right of as many rows as A.
  [[nodiscard]] Matrix solve(const Matrix& right, const RunContext& context) const;
  /// The diagonal of A⁻¹.
  [[nodiscard]] std::vector<double> inverseDiagonal(const RunContext& context) const;
  /// log det A
  [[nodiscard]] double logDeterminant() const;

 private:
  explicit CholeskyFactor(Matrix lower) : m_lower(std::move(lower)) {}
  Matrix m_lower;
};

}  // namespace vitrine
