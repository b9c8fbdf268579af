#include "engine/simulation/glass_transition.h"

#include "engine/alloy/element.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace vitrine::simulation {

namespace {

constexpr std::size_t kFewestPoints = 3;

/// Ends of the windows in multiples of the expected Tg.
struct Shape {
  double glassTo;
  double liquidFrom;
  double liquidTo;
};
constexpr Shape kUsual{0.65, 1.20, 1.80};
constexpr std::array kOthers{Shape{0.58, 1.08, 1.55}, Shape{0.70, 1.30, 2.00}};

struct Line {
  double slope = 0.0;
  double atZero = 0.0;
  double middle = 0.0;  ///< mean volume
};

std::optional<Line> lineThrough(const std::vector<VolumePoint>& points,
                                const TemperatureWindow& window) {
  std::vector<VolumePoint> inside;
  std::copy_if(points.begin(), points.end(), std::back_inserter(inside),
               [&](const VolumePoint& point) {
                 return point.temperatureK >= window.fromK && point.temperatureK <= window.toK;
               });
  if (inside.size() < kFewestPoints)
    return std::nullopt;
  const auto count = static_cast<double>(inside.size());
  double meanT = 0.0;
  double meanV = 0.0;
  for (const auto& point : inside) {
    meanT += point.temperatureK / count;
    meanV += point.volumeA3 / count;
  }
  double products = 0.0;
  double squares = 0.0;
  for (const auto& point : inside) {
    const double d = point.temperatureK - meanT;
    products += d * (point.volumeA3 - meanV);
    squares += d * d;
  }
  if (!(squares > 0.0))
    return std::nullopt;
  const double slope = products / squares;
  return Line{slope, meanV - slope * meanT, meanV};
}

}  // namespace

std::optional<TransitionFit> fitTransition(const std::vector<VolumePoint>& points,
                                           const TemperatureWindow& glass,
                                           const TemperatureWindow& liquid) {
  const auto below = lineThrough(points, glass);
  const auto above = lineThrough(points, liquid);
  if (!below || !above || below->slope == above->slope)
    return std::nullopt;
  const double temperatureK = (below->atZero - above->atZero) / (above->slope - below->slope);
  if (!(temperatureK > 0.0) || !std::isfinite(temperatureK))
    return std::nullopt;
  return TransitionFit{glass, liquid, temperatureK, below->slope / below->middle,
                       above->slope / above->middle};
}

double expectedTransitionK(const alloy::Composition& alloy) {
  double sum = 0.0;
  double known = 0.0;
  for (const auto& share : alloy.shares())
    if (const auto meltingK = alloy::element(share.atomicNumber).meltingPointK) {
      sum += share.amount * *meltingK;
      known += share.amount;
    }
  return known > 0.0 ? 0.5 * sum / known : 0.0;
}

std::optional<TransitionEstimate> estimateTransition(const std::vector<VolumePoint>& points,
                                                     double expectedK) {
  const auto byTemperature = [](const VolumePoint& a, const VolumePoint& b) {
    return a.temperatureK < b.temperatureK;
  };
  const auto [low, high] = std::minmax_element(points.begin(), points.end(), byTemperature);
  if (low == points.end())
    return std::nullopt;
  // A kink is inside of what was measured, and the liquid expands more than the glass.
  const auto fitWith = [&, lowK = low->temperatureK,
                        highK = high->temperatureK](const Shape& shape) {
    auto fit = fitTransition(points, {lowK, shape.glassTo * expectedK},
                             {shape.liquidFrom * expectedK, shape.liquidTo * expectedK});
    const bool kink = fit && fit->temperatureK > lowK && fit->temperatureK < highK &&
                      fit->liquidExpansionPerK > fit->glassExpansionPerK;
    return kink ? fit : std::nullopt;
  };
  const auto fit = fitWith(kUsual);
  if (!fit)
    return std::nullopt;
  TransitionEstimate estimate{*fit, {}, fit->temperatureK, fit->temperatureK};
  for (const Shape& shape : kOthers) {
    const auto other = fitWith(shape);
    if (!other)
      continue;
    estimate.others.push_back(*other);
    estimate.lowestK = std::min(estimate.lowestK, other->temperatureK);
    estimate.highestK = std::max(estimate.highestK, other->temperatureK);
  }
  return estimate;
}

}  // namespace vitrine::simulation
