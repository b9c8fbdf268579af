#include "widgets/ternary/heat_raster.h"

#include "engine/alloy/grid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace vitrine::widgets {

namespace {

/// The small triangle around a place of the grid: its points and their shares of the value.
struct Cell {
  std::array<std::size_t, 3> points;
  std::array<double, 3> shares;
};

class Grid {
 public:
  explicit Grid(int divisions) : m_divisions(divisions) {
    for (int third = 0; third <= divisions; ++third)
      m_row.push_back(alloy::triangularIndex(divisions, 0, third));
  }

  /// @param s, t second and third weight in grid steps
  [[nodiscard]] Cell cell(double s, double t) const {
    const int limit = m_divisions - 1;
    int is = std::clamp(static_cast<int>(s), 0, limit);
    const int it = std::clamp(static_cast<int>(t), 0, limit);
    is = std::min(is, limit - it);
    const double fs = s - is;
    const double ft = t - it;
    const std::size_t a = m_row[it] + is;
    const std::size_t c = m_row[it + 1] + is;
    if (fs + ft <= 1.0 || is + it == limit)
      return {{a, a + 1, c}, {1.0 - fs - ft, fs, ft}};
    return {{c + 1, c, a + 1}, {fs + ft - 1.0, 1.0 - fs, 1.0 - ft}};
  }

 private:
  int m_divisions;
  std::vector<std::size_t> m_row;
};

std::size_t nearest(const Cell& cell) {
  const auto& s = cell.shares;
  return cell.points[s[0] >= s[1] ? (s[0] >= s[2] ? 0 : 2) : (s[1] >= s[2] ? 1 : 2)];
}

double mixed(std::span<const double> values, const Cell& cell) {
  return values[cell.points[0]] * cell.shares[0] + values[cell.points[1]] * cell.shares[1] +
         values[cell.points[2]] * cell.shares[2];
}

/// `share` of `b` in 256ths over `a`.
std::uint32_t blend(std::uint32_t a, std::uint32_t b, std::uint32_t share) {
  const std::uint32_t rest = 256 - share;
  const std::uint32_t redBlue =
      (((a & 0xff00ffU) * rest + (b & 0xff00ffU) * share) >> 8U) & 0xff00ffU;
  const std::uint32_t green =
      (((a & 0x00ff00U) * rest + (b & 0x00ff00U) * share) >> 8U) & 0x00ff00U;
  return 0xff000000U | redBlue | green;
}

/// Outside: pale and hatched. Edge: hatched the other way, thinly.
std::uint32_t shaded(std::uint32_t colour, HeatRaster::Shade shade, const HeatRaster& heat, int x,
                     int y, int period) {
  const int line = std::max(1, period / 5);
  if (shade == HeatRaster::Shade::Outside)
    return blend(colour, heat.veil, (x + y) % period < line ? 230 : 165);
  const int wide = 2 * period;
  return (x - y + wide * 4096) % wide < line ? blend(colour, heat.veil, 150) : colour;
}

}  // namespace

void rasterise(const HeatRaster& heat, std::uint32_t* pixels, std::size_t stride) {
  const int n = heat.divisions;
  if (n < 1 || heat.values.size() != static_cast<std::size_t>(n + 1) * (n + 2) / 2 ||
      heat.palette.empty())
    return;
  const Grid grid(n);
  const auto& triangle = heat.triangle;
  const double last = static_cast<double>(heat.palette.size() - 1);
  const double scale = heat.high > heat.low ? last / (heat.high - heat.low) : 0.0;
  const bool shading = !heat.shades.empty();
  const int period = std::max(2, static_cast<int>(std::lround(heat.hatch)));
  const int top = std::max(0, static_cast<int>(triangle.apex().y) - 1);
  const int bottom =
      std::min(heat.height, static_cast<int>(triangle.apex().y + triangle.height()) + 2);
  for (int y = top; y < bottom; ++y) {
    const double below = (y + 0.5 - triangle.apex().y) / triangle.height();
    if (below < 0.0 || below > 1.0)
      continue;
    const double half = below * triangle.side() / 2;
    const double left = triangle.apex().x - half;
    const int begin = std::max(0, static_cast<int>(std::ceil(left - 0.5)));
    const int end =
        std::min(heat.width, static_cast<int>(std::floor(triangle.apex().x + half - 0.5)) + 1);
    auto* row = pixels + static_cast<std::size_t>(y) * stride;
    const double rowSteps = below * n;
    const double perPixel = n / triangle.side();
    for (int x = begin; x < end; ++x) {
      const double t = std::clamp((x + 0.5 - left) * perPixel, 0.0, rowSteps);
      const Cell cell = grid.cell(rowSteps - t, t);
      double value = heat.discrete ? 0.0 : mixed(heat.values, cell);
      if (heat.discrete || std::isnan(value))
        value = heat.values[nearest(cell)];
      std::uint32_t colour = heat.none;
      if (!std::isnan(value)) {
        const double place = heat.discrete ? value : (value - heat.low) * scale;
        colour = heat.palette[static_cast<std::size_t>(std::clamp(place + 0.5, 0.0, last))];
      }
      if (shading) {
        const auto shade = heat.shades[nearest(cell)];
        if (shade != HeatRaster::Shade::None)
          colour = shaded(colour, shade, heat, x, y, period);
      }
      row[x] = colour;
    }
  }
}

double interpolate(std::span<const double> values, int divisions, const Weights& weights) {
  if (divisions < 1 ||
      values.size() != static_cast<std::size_t>(divisions + 1) * (divisions + 2) / 2)
    return std::numeric_limits<double>::quiet_NaN();
  const Cell cell = Grid(divisions).cell(weights[1] * divisions, weights[2] * divisions);
  double value = 0.0;
  for (std::size_t i = 0; i < 3; ++i)
    if (std::abs(cell.shares[i]) > 1e-12)  // a point that has no share may have no value
      value += cell.shares[i] * values[cell.points[i]];
  return value;
}

std::size_t nearestGridPoint(int divisions, const Weights& weights) {
  return nearest(Grid(divisions).cell(weights[1] * divisions, weights[2] * divisions));
}

}  // namespace vitrine::widgets
