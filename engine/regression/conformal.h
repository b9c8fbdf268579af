#pragma once

#include <span>

namespace vitrine::regression {

/// A prediction interval of wanted coverage by split conformal prediction (Vovk et al. 2005; with
/// normalised residuals, Papadopoulos et al. 2002; Lei et al. 2018). The half width at a row is
/// `quantile() · difficulty`.
///
/// The guarantee holds for rows exchangeable with the calibration rows, so these must not have been
/// seen by the model, nor by the search that chose it.
class ConformalInterval {
 public:
  /// @param residuals   measured − predicted of the calibration rows
  /// @param difficulty  one positive number a row, such as the spread of the trees; all the same
  ///                    for intervals of one width
  /// @param coverage    in (0, 1), e.g. 0.9
  /// The quantile is the ⌈(n + 1)·coverage⌉-th smallest score (finite-sample correction); with too
  /// few rows for the coverage it is the largest one.
  /// @throws Error (InvalidInput)
  static ConformalInterval calibrate(std::span<const double> residuals,
                                     std::span<const double> difficulty, double coverage);
  /// From a stored quantile. @throws Error (Damaged) where it is negative or not finite.
  static ConformalInterval restore(double quantile);

  [[nodiscard]] double halfWidth(double difficulty) const noexcept {
    return m_quantile * difficulty;
  }
  [[nodiscard]] double quantile() const noexcept { return m_quantile; }

 private:
  double m_quantile = 0.0;
};

}  // namespace vitrine::regression
