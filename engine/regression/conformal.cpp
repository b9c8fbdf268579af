#include "engine/regression/conformal.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace vitrine::regression {

namespace {

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorCode::InvalidInput, "An interval cannot be calibrated: " + what + ".");
}

}  // namespace

ConformalInterval ConformalInterval::calibrate(std::span<const double> residuals,
                                               std::span<const double> difficulty, double coverage,
                                               double floor) {
  if (residuals.empty())
    refuse("there are no residuals");
  if (!difficulty.empty() && difficulty.size() != residuals.size())
    refuse("there must be one difficulty for each residual");
  if (!(coverage > 0.0 && coverage < 1.0))
    refuse("the coverage must lie between 0 and 1");
  if (!(floor >= 0.0) || !std::isfinite(floor))
    refuse("the floor of the difficulty must not be negative");

  ConformalInterval made;
  made.m_floor = difficulty.empty() ? 0.0 : floor;
  made.m_scaled = !difficulty.empty();
  std::vector<double> sizes;
  for (std::size_t i = 0; i < residuals.size(); ++i) {
    const double scale = made.m_scaled ? difficulty[i] + floor : 1.0;
    if (!(scale > 0.0))
      refuse("a difficulty is zero or negative and there is no floor");
    sizes.push_back(std::abs(residuals[i]) / scale);
    if (!std::isfinite(sizes.back()))
      refuse("a residual or difficulty is not a finite number");
  }
  const auto rank = static_cast<std::size_t>(
      std::ceil(static_cast<double>(residuals.size() + 1) * coverage - 1e-9));
  const auto index = std::min(std::max<std::size_t>(rank, 1), sizes.size()) - 1;
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(index), sizes.end());
  made.m_quantile = sizes[index];
  return made;
}

ConformalInterval ConformalInterval::restore(double quantile, double floor, bool scaled) {
  if (!(quantile >= 0.0 && floor >= 0.0) || !std::isfinite(quantile) || !std::isfinite(floor))
    throw Error(ErrorCode::Damaged, "The interval of this model is damaged.");
  ConformalInterval made;
  made.m_quantile = quantile;
  made.m_floor = floor;
  made.m_scaled = scaled;
  return made;
}

double ConformalInterval::halfWidth(double difficulty) const noexcept {
  return m_quantile * (m_scaled ? std::max(0.0, difficulty) + m_floor : 1.0);
}

}  // namespace vitrine::regression
