#include "engine/atomistic/shells.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>

namespace vitrine::atomistic {

namespace {

constexpr double kSmoothingA = 0.05;
constexpr double kLeastFall = 0.03;
/// Of the first peak, for a maximum that ends the first shell.
constexpr double kNextShellFall = 0.1;
/// Of the highest maximum, for the first peak.
constexpr double kFirstPeakHeight = 0.5;

std::vector<double> smoothed(const std::vector<double>& values, double stepA) {
  const double width = kSmoothingA / stepA;
  const auto reach = static_cast<std::ptrdiff_t>(std::ceil(4.0 * width));
  const auto size = static_cast<std::ptrdiff_t>(values.size());
  std::vector<double> result(values.size());
  for (std::ptrdiff_t i = 0; i < size; ++i) {
    double sum = 0.0;
    double weights = 0.0;
    for (std::ptrdiff_t k = std::max<std::ptrdiff_t>(0, i - reach);
         k <= std::min(size - 1, i + reach); ++k) {
      const double x = static_cast<double>(k - i) / width;
      const double weight = std::exp(-0.5 * x * x);
      sum += weight * values[static_cast<std::size_t>(k)];
      weights += weight;
    }
    result[static_cast<std::size_t>(i)] = sum / weights;
  }
  return result;
}

/// Places of maxima from which the curve falls by `fall` on both sides before it rises higher.
std::vector<std::size_t> maximaOf(const std::vector<double>& y, double fall) {
  std::vector<std::size_t> found;
  std::size_t top = 0;
  std::size_t low = 0;
  bool rising = true;
  for (std::size_t i = 1; i < y.size(); ++i) {
    if (rising) {
      if (y[i] > y[top])
        top = i;
      if (y[top] - y[i] > fall) {
        found.push_back(top);
        rising = false;
        low = i;
      }
    } else {
      if (y[i] < y[low])
        low = i;
      if (y[i] - y[low] > fall) {
        rising = true;
        top = i;
      }
    }
  }
  return found;
}

/// The vertex of the parabola through a turning point and the two beside it.
TurningPoint vertexAt(const std::vector<double>& r, const std::vector<double>& y, std::size_t i) {
  if (i == 0 || i + 1 >= y.size())
    return {r[i], y[i]};
  const double slope = 0.5 * (y[i + 1] - y[i - 1]);
  const double curvature = y[i + 1] - 2.0 * y[i] + y[i - 1];
  const double by = curvature != 0.0 ? std::clamp(-slope / curvature, -1.0, 1.0) : 0.0;
  return {r[i] + by * (r[1] - r[0]), y[i] + 0.5 * slope * by};
}

}  // namespace

std::optional<ShellPositions> shellsOf(const std::vector<double>& r, const std::vector<double>& g) {
  if (r.size() != g.size())
    throw Error(ErrorCode::InvalidInput, "A curve has as many values as distances.");
  if (r.size() < 3)
    return std::nullopt;
  const std::vector<double> y = smoothed(g, r[1] - r[0]);
  const auto maxima = maximaOf(y, kLeastFall);
  if (maxima.empty())
    return std::nullopt;
  const double highest = y[*std::max_element(
      maxima.begin(), maxima.end(), [&](std::size_t a, std::size_t b) { return y[a] < y[b]; })];
  const auto clear = maximaOf(y, kNextShellFall * highest);
  const auto first = std::find_if(clear.begin(), clear.end(), [&](std::size_t i) {
    return y[i] >= kFirstPeakHeight * highest;
  });
  if (first == clear.end() || first + 1 == clear.end())
    return std::nullopt;
  const auto from = y.begin() + static_cast<std::ptrdiff_t>(*first);
  const auto to = y.begin() + static_cast<std::ptrdiff_t>(*(first + 1));
  const auto lowest = std::min_element(from, to);
  ShellPositions shells;
  shells.firstPeak = vertexAt(r, y, *first);
  // Between the shells of a crystal there is nothing.
  const double gap = *lowest + 1e-6 * highest;
  const auto gapEnd = std::find_if(lowest, to, [&](double value) { return value > gap; });
  if (gapEnd - lowest > 2) {
    const auto middle = static_cast<std::size_t>(lowest - y.begin() + (gapEnd - lowest) / 2);
    shells.firstMinimum = {r[middle], y[middle]};
  } else {
    shells.firstMinimum = vertexAt(r, y, static_cast<std::size_t>(lowest - y.begin()));
  }
  for (const std::size_t i : maxima)
    shells.maxima.push_back(vertexAt(r, y, i));
  return shells;
}

}  // namespace vitrine::atomistic
