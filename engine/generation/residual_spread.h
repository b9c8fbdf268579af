#pragma once

#include "engine/core/matrix.h"
#include "engine/core/run_context.h"
#include "engine/generation/generator.h"
#include "engine/generation/pattern_basis.h"

#include <cstddef>
#include <vector>

namespace vitrine::files {
struct TensorFile;
}

namespace vitrine::generation {

/// How far measured patterns lie from predicted ones, the same for all alloys: a band that nine of
/// ten residuals keep to, point by point, and the ways in which whole patterns miss together.
class ResidualSpread {
 public:
  /// @param residuals  measured − predicted, of patterns the prediction did not see: patterns ×
  /// points
  static ResidualSpread fit(const Matrix& residuals, const RunContext& context);

  [[nodiscard]] Band band(const Matrix& means) const;
  /// Of the band, over the points.
  [[nodiscard]] double rootMeanSquareHalfWidth() const;
  /// `mean` with random residuals: count × points.
  [[nodiscard]] Matrix draws(std::span<const double> mean, std::size_t count,
                             const RunContext& context) const;

  void store(files::TensorFile& file) const;
  /// @throws Error (Damaged)
  static ResidualSpread restore(const files::TensorFile& file, std::size_t points);

 private:
  ResidualSpread(PatternBasis basis, std::vector<double> deviations, std::vector<double> halfWidth)
      : m_basis(std::move(basis)),
        m_deviations(std::move(deviations)),
        m_halfWidth(std::move(halfWidth)) {}

  PatternBasis m_basis;              // of the residuals
  std::vector<double> m_deviations;  // standard deviation of each score
  std::vector<double> m_halfWidth;   // of the band, point by point
};

}  // namespace vitrine::generation
