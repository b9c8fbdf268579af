#pragma once

#include <span>

namespace vitrine::regression {

/// A prediction interval of wanted coverage by split conformal prediction (Vovk et al. 2005; with
/// normalised residuals, Papadopoulos et al. 2002; Lei et al. 2018). The half width at a row is
/// `quantile() · scale(difficulty)`, with scale = difficulty + a floor.
///
/// The guarantee holds for rows exchangeable with the calibration rows, so these must not have been
/// seen by the model, nor by the search that chose it.
class ConformalInterval {
 public:
  /// @param residuals   measured − predicted of the calibration rows
  /// @param difficulty  one non-negative number a row, such as the spread of the trees or the
  ///                    distance to the training data; empty for intervals of one width
  /// @param coverage    in (0, 1), e.g. 0.9
  /// @param floor       added to every difficulty, in its unit; keeps easy rows from getting no
  ///                    interval at all. Positive where a difficulty can be zero.
  /// The quantile is the ⌈(n + 1)·coverage⌉-th smallest score (finite-sample correction); with too
  /// few rows for the coverage it is the largest one.
  /// @throws Error (InvalidInput)
  static ConformalInterval calibrate(std::span<const double> residuals,
                                     std::span<const double> difficulty, double coverage,
                                     double floor = 0.0);
  /// From stored numbers. @throws Error (Damaged) where they are negative or not finite.
  static ConformalInterval restore(double quantile, double floor, bool scaled);

  [[nodiscard]] double halfWidth(double difficulty = 0.0) const noexcept;
  [[nodiscard]] double quantile() const noexcept { return m_quantile; }
  [[nodiscard]] double floor() const noexcept { return m_floor; }
  [[nodiscard]] bool scaled() const noexcept { return m_scaled; }

 private:
  double m_quantile = 0.0;
  double m_floor = 0.0;
  bool m_scaled = false;
};

}  // namespace vitrine::regression
