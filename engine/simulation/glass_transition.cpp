#include "engine/simulation/glass_transition.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace vitrine::simulation {

namespace {

constexpr std::size_t kFewestPoints = 3;
constexpr std::size_t kGroups = 100;
constexpr int kMostTurns = 50;
/// Above the lowest temperature, where the run dwells.
constexpr double kGlassBeginsK = 10.0;

/// Ends of the windows in multiples of Tg.
struct Shape {
  double glassTo;
  double liquidFrom;
  double liquidTo;
};
constexpr Shape kUsual{0.65, 1.20, 1.80};
constexpr std::array kOthers{Shape{0.58, 1.08, 1.55}, Shape{0.70, 1.30, 2.00}};
/// Parts of the whole range to begin with.
constexpr Shape kFirst{0.15, 0.40, 0.70};

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

std::vector<VolumePoint> averaged(const std::vector<VolumePoint>& points) {
  const std::size_t each = std::max<std::size_t>(1, points.size() / kGroups);
  std::vector<VolumePoint> groups;
  for (std::size_t begin = 0; begin + each <= points.size(); begin += each) {
    VolumePoint mean;
    for (std::size_t i = begin; i < begin + each; ++i) {
      mean.temperatureK += points[i].temperatureK / static_cast<double>(each);
      mean.volumeA3 += points[i].volumeA3 / static_cast<double>(each);
    }
    groups.push_back(mean);
  }
  return groups;
}

}  // namespace

std::optional<TransitionFit> fitTransition(const std::vector<VolumePoint>& points,
                                           const TemperatureWindow& glass,
                                           const TemperatureWindow& liquid) {
  const auto below = lineThrough(points, glass);
  const auto above = lineThrough(points, liquid);
  if (!below || !above || below->slope == above->slope)
    return std::nullopt;
  const double temperatureK =
      (below->atZero - above->atZero) / (above->slope - below->slope);
  if (!(temperatureK > 0.0) || !std::isfinite(temperatureK))
    return std::nullopt;
  return TransitionFit{glass, liquid, temperatureK, below->slope / below->middle,
                       above->slope / above->middle};
}

std::optional<TransitionEstimate> estimateTransition(const std::vector<VolumePoint>& points) {
  if (points.size() < 2 * kFewestPoints)
    return std::nullopt;
  const auto groups = averaged(points);
  const auto byTemperature = [](const VolumePoint& a, const VolumePoint& b) {
    return a.temperatureK < b.temperatureK;
  };
  const auto [low, high] = std::minmax_element(groups.begin(), groups.end(), byTemperature);
  const double lowK = low->temperatureK;
  const double range = high->temperatureK - lowK;
  const auto fitAt = [&](const Shape& shape, double tgK) {
    return fitTransition(groups, {lowK + kGlassBeginsK, shape.glassTo * tgK},
                         {shape.liquidFrom * tgK, shape.liquidTo * tgK});
  };
  auto fit = fitTransition(groups, {lowK + kGlassBeginsK, lowK + kFirst.glassTo * range},
                           {lowK + kFirst.liquidFrom * range, lowK + kFirst.liquidTo * range});
  for (int turn = 0; fit && turn < kMostTurns; ++turn) {
    const double before = fit->temperatureK;
    fit = fitAt(kUsual, before);
    if (fit && std::abs(fit->temperatureK - before) < 0.5)
      break;
  }
  // A kink is inside of what was measured, and the liquid expands more than the glass.
  const auto isKink = [&](const TransitionFit& found) {
    return found.temperatureK > lowK && found.temperatureK < lowK + range &&
           found.liquidExpansionPerK > found.glassExpansionPerK;
  };
  if (!fit || !isKink(*fit))
    return std::nullopt;
  TransitionEstimate estimate{*fit, {}, fit->temperatureK, fit->temperatureK};
  for (const Shape& shape : kOthers) {
    const auto other = fitAt(shape, fit->temperatureK);
    if (!other)
      continue;
    estimate.others.push_back(*other);
    estimate.lowestK = std::min(estimate.lowestK, other->temperatureK);
    estimate.highestK = std::max(estimate.highestK, other->temperatureK);
  }
  return estimate;
}

}  // namespace vitrine::simulation
