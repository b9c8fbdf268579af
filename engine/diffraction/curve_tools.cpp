#include "engine/diffraction/curve_tools.h"

#include <algorithm>

namespace vitrine::diffraction {

namespace {

/// Weights of the middle point and of its neighbours at distance 1 … reach.
std::vector<double> parabolaWeights(std::size_t reach) {
  const auto m = static_cast<double>(reach);
  const double norm = (2.0 * m - 1.0) * (2.0 * m + 1.0) * (2.0 * m + 3.0) / 3.0;
  std::vector<double> weights(reach + 1);
  for (std::size_t k = 0; k <= reach; ++k) {
    const auto offset = static_cast<double>(k);
    weights[k] = (3.0 * m * m + 3.0 * m - 1.0 - 5.0 * offset * offset) / norm;
  }
  return weights;
}

double weighted(std::span<const double> values, std::size_t i, std::span<const double> weights) {
  double sum = weights[0] * values[i];
  for (std::size_t k = 1; k < weights.size(); ++k)
    sum += weights[k] * (values[i - k] + values[i + k]);
  return sum;
}

}  // namespace

std::size_t indexAt(std::span<const double> q, double wanted) {
  return static_cast<std::size_t>(std::lower_bound(q.begin(), q.end(), wanted) - q.begin());
}

std::vector<double> smoothed(std::span<const double> values, std::size_t reach) {
  const std::size_t size = values.size();
  if (size == 0)
    return {};
  reach = std::min(reach, (size - 1) / 2);
  std::vector<double> result(values.begin(), values.end());
  // A parabola through three points or fewer changes nothing.
  for (std::size_t i = 2; i < reach; ++i) {
    const auto weights = parabolaWeights(i);
    result[i] = weighted(values, i, weights);
    result[size - 1 - i] = weighted(values, size - 1 - i, weights);
  }
  if (reach < 2)
    return result;
  const auto weights = parabolaWeights(reach);
  for (std::size_t i = reach; i + reach < size; ++i)
    result[i] = weighted(values, i, weights);
  return result;
}

std::vector<std::size_t> lowerHull(std::span<const double> x, std::span<const double> y) {
  std::vector<std::size_t> hull;
  for (std::size_t i = 0; i < x.size(); ++i) {
    while (hull.size() >= 2) {
      const std::size_t b = hull.back();
      const std::size_t a = hull[hull.size() - 2];
      if ((y[b] - y[a]) * (x[i] - x[b]) < (y[i] - y[b]) * (x[b] - x[a]))
        break;
      hull.pop_back();
    }
    hull.push_back(i);
  }
  return hull;
}

std::vector<Maximum> maximaOf(std::span<const double> y, double leastProminence) {
  std::vector<Maximum> maxima;
  for (std::size_t i = 1; i + 1 < y.size(); ++i) {
    if (!(y[i] > y[i - 1] && y[i] >= y[i + 1]))
      continue;
    double leftSaddle = y[i];
    for (std::size_t k = i; k-- > 0 && y[k] <= y[i];)
      leftSaddle = std::min(leftSaddle, y[k]);
    double rightSaddle = y[i];
    for (std::size_t k = i + 1; k < y.size() && y[k] <= y[i]; ++k)
      rightSaddle = std::min(rightSaddle, y[k]);
    const double prominence = y[i] - std::max(leftSaddle, rightSaddle);
    if (prominence >= leastProminence)
      maxima.push_back({i, prominence});
  }
  return maxima;
}

}  // namespace vitrine::diffraction
