#include "widgets/plot/ticks.h"

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

std::vector<double> niceTicks(double low, double high, int wanted) {
  if (!(high > low) || !std::isfinite(low) || !std::isfinite(high))
    return {};
  const double raw = (high - low) / std::max(1, wanted);
  const double power = std::pow(10.0, std::floor(std::log10(raw)));
  const double ratio = raw / power;
  const double step = power * (ratio < 1.5 ? 1.0 : ratio < 3.5 ? 2.0 : ratio < 7.5 ? 5.0 : 10.0);
  std::vector<double> ticks;
  // Multiples of the step, so that zero is exactly zero.
  for (double k = std::ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k += 1.0)
    ticks.push_back(k * step);
  return ticks;
}

std::vector<double> logarithmicTicks(double low, double high, int wanted) {
  const double powers = high - low;
  if (!(powers > 0.0) || !std::isfinite(low) || !std::isfinite(high))
    return {};
  std::vector<double> ticks;
  if (powers < 0.8) {
    for (const double value : niceTicks(std::pow(10.0, low), std::pow(10.0, high), wanted))
      ticks.push_back(std::log10(value));
    return ticks;
  }
  const bool between = 3.0 * powers <= wanted + 1.0;
  const double step = std::max(1.0, std::ceil(powers / std::max(1, wanted)));
  for (double power = std::floor(low / step) * step; power <= high; power += step) {
    for (const double value : {1.0, 2.0, 5.0}) {
      const double tick = power + std::log10(value);
      if ((value == 1.0 || between) && tick >= low - 1e-9 && tick <= high + 1e-9)
        ticks.push_back(tick);
    }
  }
  return ticks;
}

int tickDecimals(const std::vector<double>& ticks) {
  if (ticks.size() < 2)
    return 0;
  const double step = std::abs(ticks[1] - ticks[0]);
  return std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 9);
}

}  // namespace vitrine::widgets
