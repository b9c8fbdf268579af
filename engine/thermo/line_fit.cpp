#include "engine/thermo/line_fit.h"

#include "engine/core/robust.h"

#include <cmath>
#include <limits>
#include <numeric>

namespace vitrine::thermo {

namespace {

double meanOf(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double sumOfSquares(std::span<const double> values, double about) {
  double sum = 0.0;
  for (const double value : values)
    sum += (value - about) * (value - about);
  return sum;
}

}  // namespace

std::vector<double> residualsOf(double slope, double intercept, std::span<const double> x,
                                std::span<const double> y) {
  std::vector<double> residuals(x.size());
  for (std::size_t i = 0; i < x.size(); ++i)
    residuals[i] = y[i] - (slope * x[i] + intercept);
  return residuals;
}

LineAgreement agreementOf(double slope, double intercept, std::span<const double> x,
                          std::span<const double> y) {
  const auto n = static_cast<double>(y.size());
  const double rest = sumOfSquares(residualsOf(slope, intercept, x, y), 0.0);
  const double whole = sumOfSquares(y, meanOf(y));
  return {whole > 0.0 ? 1.0 - rest / whole : std::numeric_limits<double>::quiet_NaN(),
          std::sqrt(rest / n)};
}

std::optional<LineFit> fitThroughOrigin(std::span<const double> x, std::span<const double> y) {
  const double xx = sumOfSquares(x, 0.0);
  if (x.size() < 2 || !(xx > 0.0))
    return std::nullopt;
  LineFit fit;
  fit.points = x.size();
  fit.slope = std::inner_product(x.begin(), x.end(), y.begin(), 0.0) / xx;
  const double rest = sumOfSquares(residualsOf(fit.slope, 0.0, x, y), 0.0);
  fit.slopeError = std::sqrt(rest / static_cast<double>(x.size() - 1) / xx);
  fit.agreement = agreementOf(fit.slope, 0.0, x, y);
  return fit;
}

std::optional<LineFit> fitLine(std::span<const double> x, std::span<const double> y) {
  if (x.size() < 3)
    return std::nullopt;
  const double meanX = meanOf(x);
  const double meanY = meanOf(y);
  const double xx = sumOfSquares(x, meanX);
  if (!(xx > 0.0))
    return std::nullopt;
  double xy = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i)
    xy += (x[i] - meanX) * (y[i] - meanY);
  LineFit fit;
  fit.points = x.size();
  fit.slope = xy / xx;
  fit.intercept = meanY - fit.slope * meanX;
  const auto n = static_cast<double>(x.size());
  const double rest = sumOfSquares(residualsOf(fit.slope, fit.intercept, x, y), 0.0);
  const double variance = rest / (n - 2.0);
  fit.slopeError = std::sqrt(variance / xx);
  fit.interceptError = std::sqrt(variance * (1.0 / n + meanX * meanX / xx));
  fit.agreement = agreementOf(fit.slope, fit.intercept, x, y);
  return fit;
}

std::vector<char> outliersOf(std::span<const double> residuals) {
  std::vector<double> deviations(residuals.begin(), residuals.end());
  const double middle = medianOf(deviations);
  for (double& value : deviations)
    value -= middle;
  const double limit = kOutlierSigmas * spreadOf(deviations);
  std::vector<char> flags(deviations.size());
  for (std::size_t i = 0; i < deviations.size(); ++i)
    flags[i] = std::abs(deviations[i]) > limit ? 1 : 0;
  return flags;
}

}  // namespace vitrine::thermo
