#include "engine/diffraction/first_peak.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace vitrine::diffraction {

namespace {

/// Width over which the curve is smoothed before maxima and minima are looked for, in 1/Å: a third
/// of the narrowest peak that the synchrotron patterns resolve.
constexpr double kSmoothingQ = 0.05;

/// Index of the first position that is not below `wanted`.
std::size_t indexAt(std::span<const double> q, double wanted) {
  return static_cast<std::size_t>(std::lower_bound(q.begin(), q.end(), wanted) - q.begin());
}

/// Each point from a parabola through the `reach` neighbours either side (Savitzky and Golay, Anal.
/// Chem. 36, 1627 (1964)); the ends, where these are missing, stay as they are.
std::vector<double> smoothed(std::span<const double> values, std::size_t reach) {
  std::vector<double> result(values.begin(), values.end());
  if (reach == 0 || values.size() <= 2 * reach)
    return result;
  const auto m = static_cast<double>(reach);
  const double norm = (2.0 * m - 1.0) * (2.0 * m + 1.0) * (2.0 * m + 3.0) / 3.0;
  std::vector<double> weights(reach + 1);
  for (std::size_t k = 0; k <= reach; ++k) {
    const auto offset = static_cast<double>(k);
    weights[k] = (3.0 * m * m + 3.0 * m - 1.0 - 5.0 * offset * offset) / norm;
  }
  for (std::size_t i = reach; i + reach < values.size(); ++i) {
    double sum = weights[0] * values[i];
    for (std::size_t k = 1; k <= reach; ++k)
      sum += weights[k] * (values[i - k] + values[i + k]);
    result[i] = sum;
  }
  return result;
}

}  // namespace

double FittedPeak::at(double q) const noexcept {
  const double x = (q - shape.q1) / shape.deltaQ;
  const double gauss = std::exp(-4.0 * std::log(2.0) * x * x);
  const double lorentz = 1.0 / (1.0 + 4.0 * x * x);
  return lineAtPeak + lineSlope * (q - shape.q1) +
         height * (gaussShare * gauss + (1.0 - gaussShare) * lorentz);
}

std::optional<FirstPeak> analyseFirstPeak(std::span<const double> q,
                                          std::span<const double> intensities,
                                          const FirstPeakOptions& options) {
  if (q.size() != intensities.size())
    throw Error(ErrorCode::InvalidInput,
                "A pattern must have as many intensities as it has positions.");
  if (!(options.qTo > options.qFrom) || q.size() < 5 || q.front() > options.qFrom ||
      q.back() < options.qTo)
    throw Error(ErrorCode::InvalidInput,
                "The window in which the first peak is looked for must lie inside the pattern.");
  const std::size_t begin = indexAt(q, options.qFrom);
  const std::size_t end = indexAt(q, options.qTo);
  if (end < begin + 5)
    return std::nullopt;
  const double step = (q[end] - q[begin]) / static_cast<double>(end - begin);
  const auto reach = static_cast<std::size_t>(std::lround(0.5 * kSmoothingQ / step));
  const std::vector<double> curve = smoothed(intensities.subspan(begin, end - begin), reach);
  const auto x = q.subspan(begin, end - begin);

  const auto top = static_cast<std::size_t>(std::max_element(curve.begin(), curve.end()) -
                                            curve.begin());
  const auto left = static_cast<std::size_t>(
      std::min_element(curve.begin(), curve.begin() + static_cast<std::ptrdiff_t>(top) + 1) -
      curve.begin());
  const auto right = static_cast<std::size_t>(
      std::min_element(curve.begin() + static_cast<std::ptrdiff_t>(top), curve.end()) -
      curve.begin());
  if (left == top || right == top)
    return std::nullopt;
  DirectPeak direct;
  direct.lineFromQ = x[left];
  direct.lineFromIntensity = curve[left];
  direct.lineToQ = x[right];
  direct.lineToIntensity = curve[right];
  const double slope = (curve[right] - curve[left]) / (x[right] - x[left]);
  const auto above = [&](std::size_t i) { return curve[i] - curve[left] - slope * (x[i] - x[left]); };
  direct.shape.q1 = x[top];
  direct.height = above(top);
  const double half = 0.5 * direct.height;
  std::size_t i = top;
  while (i > left && above(i) > half)
    --i;
  direct.halfFromQ = x[i] + (x[i + 1] - x[i]) * (half - above(i)) / (above(i + 1) - above(i));
  i = top;
  while (i < right && above(i) > half)
    ++i;
  direct.halfToQ = x[i - 1] + (x[i] - x[i - 1]) * (half - above(i - 1)) / (above(i) - above(i - 1));
  direct.shape.deltaQ = direct.halfToQ - direct.halfFromQ;
  return FirstPeak{direct, std::nullopt, 1};
}

GlassState glassState(double deltaQ) noexcept {
  if (deltaQ > kGlassDeltaQ)
    return GlassState::Glass;
  return deltaQ < kCrystalDeltaQ ? GlassState::Crystalline : GlassState::Mixed;
}

}  // namespace vitrine::diffraction
