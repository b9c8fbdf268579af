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
                                               std::span<const double> difficulty,
                                               double coverage) {
  if (residuals.empty())
    refuse("there are no residuals");
  if (difficulty.size() != residuals.size())
    refuse("there must be one difficulty for each residual");
  if (!(coverage > 0.0 && coverage < 1.0))
    refuse("the coverage must lie between 0 and 1");

  std::vector<double> sizes;
  for (std::size_t i = 0; i < residuals.size(); ++i) {
    if (!(difficulty[i] > 0.0))
      refuse("a difficulty is zero or negative");
    sizes.push_back(std::abs(residuals[i]) / difficulty[i]);
    if (!std::isfinite(sizes.back()))
      refuse("a residual or difficulty is not a finite number");
  }
  const auto rank = static_cast<std::size_t>(
      std::ceil(static_cast<double>(residuals.size() + 1) * coverage - 1e-9));
  const auto index = std::min(std::max<std::size_t>(rank, 1), sizes.size()) - 1;
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(index), sizes.end());
  return restore(sizes[index]);
}

ConformalInterval ConformalInterval::restore(double quantile) {
  if (!(quantile >= 0.0) || !std::isfinite(quantile))
    throw Error(ErrorCode::Damaged, "The interval of this model is damaged.");
  ConformalInterval made;
  made.m_quantile = quantile;
  return made;
}

}  // namespace vitrine::regression
