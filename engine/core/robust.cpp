#include "engine/core/robust.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace vitrine {

double medianOf(std::vector<double> values) {
  if (values.empty())
    return 0.0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double spreadOf(std::vector<double> deviations) {
  for (double& value : deviations)
    value = std::abs(value);
  return 1.4826 * medianOf(std::move(deviations));
}

}  // namespace vitrine
