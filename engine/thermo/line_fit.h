#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace vitrine::thermo {

/// How well a line meets points, in the unit of y. R2 is 1 - sum (y - line)^2 / sum (y - mean y)^2
/// for every line, those through the origin too: what the line does better than the mean of y.
/// Negative where it does worse. (Sums about zero instead of the mean, as some programs print them
/// for lines through the origin, would be near 1 for almost anything.)
struct LineAgreement {
  double r2 = 0.0;  ///< NaN where all y are equal
  double rmse = 0.0;
};

/// A line fitted by least squares, every point with the same weight.
struct LineFit {
  std::size_t points = 0;
  double slope = 0.0;
  double slopeError = 0.0;  ///< standard error
  double intercept = 0.0;
  double interceptError = 0.0;  ///< 0 for a line through the origin
  LineAgreement agreement;
};

/// y = slope x. Empty for fewer than two points, and where all x are 0. @pre as many x as y
std::optional<LineFit> fitThroughOrigin(std::span<const double> x, std::span<const double> y);

/// y = slope x + intercept. Empty for fewer than three points, and where all x are equal.
std::optional<LineFit> fitLine(std::span<const double> x, std::span<const double> y);

/// y minus the line, of each point.
std::vector<double> residualsOf(double slope, double intercept, std::span<const double> x,
                                std::span<const double> y);

/// How well any line meets the points. @pre at least one point
LineAgreement agreementOf(double slope, double intercept, std::span<const double> x,
                          std::span<const double> y);

/// Residuals further from their median than this many robust standard deviations are outliers.
inline constexpr double kOutlierSigmas = 3.0;

/// For each residual whether it is an outlier; the deviation is 1.4826 times the median of the
/// distances from the median, which outliers hardly move.
std::vector<char> outliersOf(std::span<const double> residuals);

}  // namespace vitrine::thermo
