#include "engine/diffraction/curve_tools.h"

#include <algorithm>

namespace vitrine::diffraction {

namespace {

/// Slides a parabola along a curve. The fit's value in the middle of the points y(k), k = -m … m,
/// is the sum of (3 m^2 + 3 m - 1 - 5 k^2) y(k), divided by (2 m - 1)(2 m + 1)(2 m + 3) / 3; the
/// sums of y, k y and k^2 y are carried from point to point, so that the cost does not grow with m.
class SlidingParabola {
 public:
  SlidingParabola(std::span<const double> values, std::size_t reach)
      : m_values(values), m_reach(reach), m_m(static_cast<double>(reach)) {}

  /// Sets the middle. @pre reach <= middle < size - reach
  void place(std::size_t middle) {
    m_middle = middle;
    m_sum = m_first = m_second = 0.0;
    for (std::size_t j = middle - m_reach; j <= middle + m_reach; ++j) {
      const double k = static_cast<double>(j) - static_cast<double>(middle);
      m_sum += m_values[j];
      m_first += k * m_values[j];
      m_second += k * k * m_values[j];
    }
  }

  /// Moves on by one point. @pre middle + 1 < size - reach
  void advance() {
    // Rounding adds up slowly; it is swept away now and then.
    constexpr std::size_t kStepsBetweenSweeps = 1024;
    if (++m_steps % kStepsBetweenSweeps == 0)
      return place(m_middle + 1);
    const double out = m_values[m_middle - m_reach];
    m_sum -= out;
    m_first += m_m * out;
    m_second -= m_m * m_m * out;
    m_second += m_sum - 2.0 * m_first;
    m_first -= m_sum;
    ++m_middle;
    const double in = m_values[m_middle + m_reach];
    m_sum += in;
    m_first += m_m * in;
    m_second += m_m * m_m * in;
  }

  [[nodiscard]] double value() const {
    const double norm = (2.0 * m_m - 1.0) * (2.0 * m_m + 1.0) * (2.0 * m_m + 3.0) / 3.0;
    return ((3.0 * m_m * m_m + 3.0 * m_m - 1.0) * m_sum - 5.0 * m_second) / norm;
  }

 private:
  std::span<const double> m_values;
  std::size_t m_reach;
  double m_m;
  std::size_t m_middle = 0;
  std::size_t m_steps = 0;
  double m_sum = 0.0, m_first = 0.0, m_second = 0.0;
};

/// For each point the lowest value between it and the next higher one before it, itself included;
/// `at(i)` maps a walking order onto indices.
template <class At>
std::vector<double> saddles(std::span<const double> y, At at) {
  struct Stretch {
    double value;
    double lowest;
  };
  std::vector<double> lowest(y.size());
  std::vector<Stretch> higher;  // falling values
  for (std::size_t step = 0; step < y.size(); ++step) {
    Stretch here{y[at(step)], y[at(step)]};
    while (!higher.empty() && higher.back().value <= here.value) {
      here.lowest = std::min(here.lowest, higher.back().lowest);
      higher.pop_back();
    }
    lowest[at(step)] = here.lowest;
    higher.push_back(here);
  }
  return lowest;
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
  if (reach < 2)
    return result;
  for (std::size_t i = 2; i < reach; ++i) {
    SlidingParabola nearEnd(values, i);
    nearEnd.place(i);
    result[i] = nearEnd.value();
    nearEnd.place(size - 1 - i);
    result[size - 1 - i] = nearEnd.value();
  }
  SlidingParabola parabola(values, reach);
  parabola.place(reach);
  result[reach] = parabola.value();
  for (std::size_t i = reach + 1; i + reach < size; ++i) {
    parabola.advance();
    result[i] = parabola.value();
  }
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
  if (y.size() < 3)
    return maxima;
  const auto left = saddles(y, [](std::size_t step) { return step; });
  const auto right = saddles(y, [&](std::size_t step) { return y.size() - 1 - step; });
  for (std::size_t i = 1; i + 1 < y.size(); ++i) {
    if (!(y[i] > y[i - 1] && y[i] >= y[i + 1]))
      continue;
    const double prominence = y[i] - std::max(left[i], right[i]);
    if (prominence >= leastProminence)
      maxima.push_back({i, prominence});
  }
  return maxima;
}

}  // namespace vitrine::diffraction
