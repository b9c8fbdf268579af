#pragma once

#include "engine/core/matrix.h"
#include "engine/core/run_context.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace vitrine::files {
struct TensorFile;
}

namespace vitrine::generation {

/// Principal components of patterns: mean, the directions in which they differ most, and what is
/// left over.
class PatternBasis {
 public:
  struct Fit;

  /// Of nothing; to be assigned to.
  PatternBasis() = default;

  /// By randomised subspace iteration (Halko, Martinsson & Tropp, SIAM Rev. 53, 217 (2011)), from a
  /// fixed seed. At most `components`, and fewer than there are patterns.
  static Fit fit(const Matrix& patterns, std::size_t components, const RunContext& context);

  [[nodiscard]] std::size_t components() const noexcept { return m_directions.rows(); }
  [[nodiscard]] std::size_t points() const noexcept { return m_mean.size(); }
  [[nodiscard]] std::span<const double> mean() const noexcept { return m_mean; }
  /// Orthonormal: components × points.
  [[nodiscard]] const Matrix& directions() const noexcept { return m_directions; }
  /// Standard deviation of what the components leave over, point by point.
  [[nodiscard]] std::span<const double> residual() const noexcept { return m_residual; }

  /// The pattern with these scores.
  void compose(std::span<const double> scores, std::span<double> pattern) const;

  /// As 32-bit tensors whose names begin with `prefix`, and back.
  void store(files::TensorFile& file, const std::string& prefix) const;
  /// @throws Error (Damaged)
  static PatternBasis restore(const files::TensorFile& file, const std::string& prefix,
                              std::size_t points);

 private:
  void roundToFloat();

  std::vector<double> m_mean;
  Matrix m_directions;
  std::vector<double> m_residual;
};

/// A basis and where the patterns it was made from lie in it: patterns × components.
struct PatternBasis::Fit {
  PatternBasis basis;
  Matrix scores;
};

}  // namespace vitrine::generation
