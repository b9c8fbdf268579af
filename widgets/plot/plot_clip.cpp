#include "widgets/plot/plot_clip.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrine::widgets {

namespace {

bool contains(PlotRange range, double value) {
  return value >= range.low && value <= range.high;
}

/// Narrows the part [from, to] of a - b, given as shares of its length, to low <= value <= high.
bool narrow(double a, double b, PlotRange range, double& from, double& to) {
  if (a == b)
    return contains(range, a);
  const double low = (range.low - a) / (b - a);
  const double high = (range.high - a) / (b - a);
  from = std::max(from, std::min(low, high));
  to = std::min(to, std::max(low, high));
  return from <= to;
}

/// Where a straight edge from a to b crosses a level, as a share of its length.
void addCrossing(double a, double b, double level, std::vector<double>& shares) {
  if ((a < level) != (b < level))
    shares.push_back((level - a) / (b - a));
}

double mix(double a, double b, double share) {
  return a + share * (b - a);
}

}  // namespace

std::vector<QPointF> clippedLine(const std::vector<QPointF>& points, PlotRange x, PlotRange y) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  std::vector<QPointF> result;
  bool open = false;  // the last point taken is the start of the next piece
  for (std::size_t i = 1; i < points.size(); ++i) {
    const QPointF a = points[i - 1];
    const QPointF b = points[i];
    double from = 0.0;
    double to = 1.0;
    const bool seen = std::isfinite(a.x() + a.y() + b.x() + b.y()) &&
                      narrow(a.x(), b.x(), x, from, to) && narrow(a.y(), b.y(), y, from, to);
    if (!seen) {
      open = false;
      continue;
    }
    if (!open || from > 0.0) {
      if (!result.empty())
        result.emplace_back(result.back().x(), nan);
      result.push_back(a + from * (b - a));
    }
    result.push_back(a + to * (b - a));
    open = to >= 1.0;
  }
  return result;
}

PlotBand clippedBand(const PlotBand& band, PlotRange x, PlotRange y) {
  PlotBand result;
  result.name = band.name;
  result.colour = band.colour;
  const auto add = [&](std::size_t i, double share) {
    const std::size_t next = std::min(i + 1, band.x.size() - 1);
    const double at = mix(band.x[i], band.x[next], share);
    const double low = mix(band.low[i], band.low[next], share);
    const double high = mix(band.high[i], band.high[next], share);
    if (!contains(x, at) && std::abs(at - std::clamp(at, x.low, x.high)) > 1e-12 * std::abs(at))
      return;
    result.x.push_back(at);
    result.low.push_back(std::clamp(low, y.low, y.high));
    result.high.push_back(std::clamp(high, y.low, y.high));
  };
  for (std::size_t i = 0; i < band.x.size(); ++i) {
    add(i, 0.0);
    if (i + 1 == band.x.size())
      break;
    std::vector<double> shares;
    for (const double end : {x.low, x.high})
      addCrossing(band.x[i], band.x[i + 1], end, shares);
    for (const double end : {y.low, y.high}) {
      addCrossing(band.low[i], band.low[i + 1], end, shares);
      addCrossing(band.high[i], band.high[i + 1], end, shares);
    }
    std::sort(shares.begin(), shares.end());
    for (const double share : shares)
      add(i, share);
  }
  return result;
}

std::vector<QPointF> clippedOutline(const std::vector<QPointF>& outline, PlotRange x, PlotRange y) {
  // Sutherland and Hodgman: one side of the rectangle after the other.
  std::vector<QPointF> result = outline;
  const auto cut = [&result](const auto& inside, const auto& crossing) {
    const std::vector<QPointF> before = std::move(result);
    result.clear();
    for (std::size_t i = 0; i < before.size(); ++i) {
      const QPointF& from = before[(i + before.size() - 1) % before.size()];
      const QPointF& to = before[i];
      if (inside(from) != inside(to))
        result.push_back(crossing(from, to));
      if (inside(to))
        result.push_back(to);
    }
  };
  const auto atX = [](double at) {
    return [at](QPointF a, QPointF b) {
      return QPointF(at, mix(a.y(), b.y(), (at - a.x()) / (b.x() - a.x())));
    };
  };
  const auto atY = [](double at) {
    return [at](QPointF a, QPointF b) {
      return QPointF(mix(a.x(), b.x(), (at - a.y()) / (b.y() - a.y())), at);
    };
  };
  cut([x](QPointF p) { return p.x() >= x.low; }, atX(x.low));
  cut([x](QPointF p) { return p.x() <= x.high; }, atX(x.high));
  cut([y](QPointF p) { return p.y() >= y.low; }, atY(y.low));
  cut([y](QPointF p) { return p.y() <= y.high; }, atY(y.high));
  return result;
}

PlotModel clipped(PlotModel model, PlotRange x, PlotRange y) {
  for (auto& area : model.areas)
    area.outline = clippedOutline(area.outline, x, y);
  for (auto& curve : model.curves)
    curve.points = clippedLine(curve.points, x, y);
  for (auto& band : model.bands)
    band = clippedBand(band, x, y);
  for (auto& scatter : model.scatters)
    std::erase_if(scatter.points,
                  [&](QPointF p) { return !contains(x, p.x()) || !contains(y, p.y()); });
  for (auto& region : model.regions)
    region.x = {std::clamp(region.x.low, x.low, x.high), std::clamp(region.x.high, x.low, x.high)};
  std::erase_if(model.labels, [&](const PlotLabel& label) {
    return !contains(x, label.at.x()) || !contains(y, label.at.y());
  });
  std::erase_if(model.arrows, [&](const PlotArrow& arrow) {
    return !contains(x, arrow.from.x()) || !contains(x, arrow.to.x()) ||
           !contains(y, arrow.from.y()) || !contains(y, arrow.to.y());
  });
  return model;
}

}  // namespace vitrine::widgets
