#include "engine/diffraction/first_peak.h"

#include "engine/core/error.h"
#include "engine/diffraction/curve_tools.h"
#include "engine/diffraction/pseudo_voigt.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <vector>

namespace vitrine::diffraction {

namespace {

/// Width over which the curve is smoothed before maxima and minima are looked for, in 1/Å: a third
/// of the narrowest peak that the synchrotron patterns of Ren et al. resolve.
constexpr double kSmoothingQ = 0.05;
/// How far below and above the maximum the ends of the line may lie, in 1/Å. A glass has its
/// minima that far away; with half of it, its width comes out ten per cent too small.
constexpr double kLineReachBelow = 1.6;
constexpr double kLineReachAbove = 1.4;
/// Below this small angles and the beam stop rule, in 1/Å.
constexpr double kLeastQ = 1.0;
/// A maximum must stand this share of the highest above its saddles to count.
constexpr double kLeastProminence = 0.05;
/// … and that many times the scatter about the smoothed curve.
constexpr double kNoiseFactor = 2.0;
/// The first of several maxima is taken that has this share of the highest.
constexpr double kLeastFirstHeight = 0.7;
/// Share of the height above which a parabola is laid through the top.
constexpr double kTopShare = 0.95;
/// The fit reaches this many widths either side of the maximum.
constexpr double kFitReach = 2.0;

/// The part of a pattern in which the peak and the ends of its line are looked for.
struct Section {
  std::span<const double> q;
  std::span<const double> intensities;
  std::vector<double> curve;  ///< smoothed
};

Section sectionOf(std::span<const double> q, std::span<const double> intensities,
                  const FirstPeakOptions& options) {
  std::size_t begin = indexAt(q, std::max(kLeastQ, options.qFrom - kLineReachBelow));
  std::size_t end = indexAt(q, options.qTo + kLineReachAbove);
  // Zeros at the ends are where the detector saw nothing.
  while (begin < end && intensities[begin] == 0.0)
    ++begin;
  while (end > begin && intensities[end - 1] == 0.0)
    --end;
  Section section{q.subspan(begin, end - begin), intensities.subspan(begin, end - begin), {}};
  if (section.q.size() < 5)
    return section;
  const double step =
      (section.q.back() - section.q.front()) / static_cast<double>(section.q.size() - 1);
  section.curve = smoothed(section.intensities,
                           static_cast<std::size_t>(std::lround(0.5 * kSmoothingQ / step)));
  return section;
}

/// A straight line through two points of a section.
struct Line {
  std::size_t from = 0;
  std::size_t to = 0;
  double atFrom = 0.0;
  double slope = 0.0;

  Line(const Section& section, std::size_t begin, std::size_t end)
      : from(begin), to(end), atFrom(section.curve[begin]) {
    slope = (section.curve[end] - atFrom) / (section.q[end] - section.q[begin]);
  }
  [[nodiscard]] double at(const Section& section, std::size_t i) const {
    return atFrom + slope * (section.q[i] - section.q[from]);
  }
};

/// The curve over a rubber band stretched under it.
std::vector<double> overHull(const Section& section) {
  std::vector<double> over(section.curve.size());
  const auto hull = lowerHull(section.q, section.curve);
  for (std::size_t k = 0; k + 1 < hull.size(); ++k) {
    const Line line(section, hull[k], hull[k + 1]);
    for (std::size_t i = line.from; i < line.to; ++i)
      over[i] = section.curve[i] - line.at(section, i);
  }
  return over;
}

double scatter(const Section& section, std::size_t begin, std::size_t end) {
  double sum = 0.0;
  for (std::size_t i = begin; i < end; ++i) {
    const double d = section.intensities[i] - section.curve[i];
    sum += d * d;
  }
  return std::sqrt(sum / static_cast<double>(end - begin));
}

struct Maxima {
  std::size_t first = 0;  ///< index of the one that is analysed
  int count = 0;
};

Maxima maximaIn(const Section& section, const FirstPeakOptions& options) {
  const std::vector<double> over = overHull(section);
  const std::size_t begin = indexAt(section.q, options.qFrom);
  const std::size_t end = indexAt(section.q, options.qTo);
  if (end < begin + 3)
    return {};
  const auto window = std::span(over).subspan(begin, end - begin);
  const double highest = *std::max_element(window.begin(), window.end());
  const double least =
      std::max(kLeastProminence * highest, kNoiseFactor * scatter(section, begin, end));
  if (!(least > 0.0))
    return {};
  std::vector<Maximum> maxima = maximaOf(over, least);
  std::erase_if(maxima, [&](const Maximum& m) { return m.index < begin || m.index >= end; });
  if (maxima.empty())
    return {};
  double tallest = 0.0;
  for (const Maximum& maximum : maxima)
    tallest = std::max(tallest, over[maximum.index]);
  const auto first = std::find_if(maxima.begin(), maxima.end(), [&](const Maximum& maximum) {
    return over[maximum.index] >= kLeastFirstHeight * tallest;
  });
  return {first->index, static_cast<int>(maxima.size())};
}

/// The line that touches the curve from below on both sides of the maximum.
std::optional<Line> lineUnder(const Section& section, std::size_t top) {
  const std::size_t begin = indexAt(section.q, section.q[top] - kLineReachBelow);
  const std::size_t end = indexAt(section.q, section.q[top] + kLineReachAbove);
  const auto hull = lowerHull(section.q.subspan(begin, end - begin),
                              std::span(section.curve).subspan(begin, end - begin));
  for (std::size_t k = 0; k + 1 < hull.size(); ++k)
    if (begin + hull[k] < top && top < begin + hull[k + 1])
      return Line(section, begin + hull[k], begin + hull[k + 1]);
  return std::nullopt;
}

/// Where the peak falls to `level`, walking from the top by `step`. @pre it does before the end
double crossing(const Section& section, std::span<const double> over, std::size_t top, double level,
                std::ptrdiff_t step) {
  std::size_t i = top;
  while (over[i] > level)
    i += static_cast<std::size_t>(step);
  const std::size_t before = i - static_cast<std::size_t>(step);
  const double share = (over[before] - level) / (over[before] - over[i]);
  return section.q[before] + share * (section.q[i] - section.q[before]);
}

struct Vertex {
  double q = 0.0;
  double height = 0.0;
};

/// The vertex of the least-squares parabola through the points of the top, or the highest point
/// where these make none. The points are the measured ones, not the smoothed.
Vertex vertexOf(const Section& section, const Line& line, std::span<const double> over,
                std::size_t top) {
  const Vertex highest{section.q[top], over[top]};
  std::size_t begin = top;
  std::size_t end = top + 1;
  while (begin > line.from && over[begin - 1] >= kTopShare * over[top])
    --begin;
  while (end <= line.to && over[end] >= kTopShare * over[top])
    ++end;
  if (end - begin < 5) {
    begin = std::max(line.from, top - std::min<std::size_t>(top, 2));
    end = std::min(line.to + 1, top + 3);
  }
  // Sums of powers about the highest point, in units of the half width of the top.
  const double unit = 0.5 * (section.q[end - 1] - section.q[begin]);
  Eigen::Matrix3d powers = Eigen::Matrix3d::Zero();
  Eigen::Vector3d moments = Eigen::Vector3d::Zero();
  for (std::size_t i = begin; i < end; ++i) {
    const double x = (section.q[i] - highest.q) / unit;
    const Eigen::Vector3d power(1.0, x, x * x);
    powers += power * power.transpose();
    moments += (section.intensities[i] - line.at(section, i)) * power;
  }
  const Eigen::Vector3d parabola = powers.ldlt().solve(moments);
  const double x = -0.5 * parabola[1] / parabola[2];
  const Vertex vertex{highest.q + x * unit, parabola[0] + 0.5 * parabola[1] * x};
  const bool isInside =
      parabola[2] < 0.0 && vertex.q >= section.q[begin] && vertex.q <= section.q[end - 1];
  return isInside && vertex.height > 0.0 ? vertex : highest;
}

std::optional<DirectPeak> readOff(const Section& section, std::size_t first) {
  const auto line = lineUnder(section, first);
  if (!line)
    return std::nullopt;
  std::vector<double> over(section.curve.size());
  for (std::size_t i = line->from + 1; i < line->to; ++i)  // at its ends it is 0
    over[i] = section.curve[i] - line->at(section, i);
  // Over the line the maximum may lie a little off; it is climbed to from where it was found.
  std::size_t top = first;
  while (top < line->to && over[top + 1] > over[top])
    ++top;
  while (top > line->from && over[top - 1] > over[top])
    --top;
  if (!(over[top] > 0.0))
    return std::nullopt;
  const Vertex vertex = vertexOf(section, *line, over, top);
  // The crossings are sought on the curve, which must begin above them however noisy the top is.
  const double half = std::min(0.5 * vertex.height, 0.95 * over[top]);
  DirectPeak peak;
  peak.height = vertex.height;
  peak.lineFromQ = section.q[line->from];
  peak.lineFromIntensity = section.curve[line->from];
  peak.lineToQ = section.q[line->to];
  peak.lineToIntensity = section.curve[line->to];
  peak.halfFromQ = crossing(section, over, top, half, -1);
  peak.halfToQ = crossing(section, over, top, half, 1);
  peak.shape = {vertex.q, peak.halfToQ - peak.halfFromQ};
  // Numbers near the largest there are overflow on the way.
  const bool isPeak = std::isfinite(peak.height) && std::isfinite(vertex.q) &&
                      std::isfinite(peak.shape.deltaQ) && peak.shape.deltaQ > 0.0;
  return isPeak ? std::optional(peak) : std::nullopt;
}

void check(std::span<const double> q, std::span<const double> intensities,
           const FirstPeakOptions& options) {
  if (q.size() != intensities.size())
    throw Error(ErrorCode::InvalidInput,
                "A pattern must have as many intensities as it has positions.");
  if (!(options.qFrom < options.qTo))
    throw Error(ErrorCode::InvalidInput,
                "The window in which the first peak is looked for must rise.");
  if (q.empty() || !(q.front() <= options.qFrom) || !(q.back() >= options.qTo))
    throw Error(ErrorCode::InvalidInput,
                "The pattern does not cover the window in which the first peak is looked for.");
}

}  // namespace

double FittedPeak::at(double q) const noexcept {
  const double x = (q - shape.q1) / shape.deltaQ;
  const double gauss = std::exp2(-4.0 * x * x);
  const double lorentz = 1.0 / (1.0 + 4.0 * x * x);
  return lineAtPeak + lineSlope * (q - shape.q1) +
         height * (gaussShare * gauss + (1.0 - gaussShare) * lorentz);
}

std::optional<FirstPeak> analyseFirstPeak(std::span<const double> q,
                                          std::span<const double> intensities,
                                          const FirstPeakOptions& options) {
  check(q, intensities, options);
  const Section section = sectionOf(q, intensities, options);
  if (section.curve.empty())
    return std::nullopt;
  const Maxima maxima = maximaIn(section, options);
  if (maxima.count == 0)
    return std::nullopt;
  const auto direct = readOff(section, maxima.first);
  if (!direct)
    return std::nullopt;
  FirstPeak peak{*direct, std::nullopt, maxima.count};
  if (options.fits) {
    const double reach = kFitReach * direct->shape.deltaQ;
    const std::size_t begin = indexAt(section.q, direct->shape.q1 - reach);
    const std::size_t end = indexAt(section.q, direct->shape.q1 + reach);
    peak.fit = fitPseudoVoigt(section.q.subspan(begin, end - begin),
                              section.intensities.subspan(begin, end - begin), direct->shape);
  }
  return peak;
}

GlassState glassState(double deltaQ) noexcept {
  if (deltaQ > kGlassDeltaQ)
    return GlassState::Glass;
  return deltaQ < kCrystalDeltaQ ? GlassState::Crystalline : GlassState::Mixed;
}

}  // namespace vitrine::diffraction
