#include "widgets/plot/plot_range.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrine::widgets {

std::vector<QPointF> pointsOf(const std::vector<double>& x, const std::vector<double>& y) {
  std::vector<QPointF> points;
  points.reserve(x.size());
  for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i)
    points.emplace_back(x[i], y[i]);
  return points;
}

PlotRange rangeOf(const std::vector<double>& values) {
  PlotRange range{std::numeric_limits<double>::infinity(),
                  -std::numeric_limits<double>::infinity()};
  for (const double value : values) {
    if (std::isfinite(value))
      range = {std::min(range.low, value), std::max(range.high, value)};
  }
  return range.low <= range.high ? range : PlotRange{};
}

PlotRange widened(PlotRange range, double share) {
  const double more = range.high > range.low ? share * (range.high - range.low)
                                             : std::max(share, share * std::abs(range.low));
  return {range.low - more, range.high + more};
}

}  // namespace vitrine::widgets
