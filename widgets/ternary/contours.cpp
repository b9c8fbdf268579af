#include "widgets/ternary/contours.h"

#include "engine/alloy/grid.h"
#include "widgets/plot/ticks.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vitrine::widgets {

namespace {

/// Traces the lines of one level. A grid edge is known by the point it starts at (second, third)
/// and its direction: 0 to (second + 1, third), 1 to (second, third + 1), 2 from (second + 1,
/// third) to (second, third + 1). Each edge that the line crosses is a node with at most two
/// neighbours.
class Tracer {
 public:
  Tracer(std::span<const double> values, int divisions)
      : m_values(values), m_divisions(divisions), m_links(values.size() * 3) {
    for (int third = 0; third <= divisions; ++third)
      m_row.push_back(alloy::triangularIndex(divisions, 0, third));
  }

  void trace(double level, std::vector<Contour>& lines) {
    m_level = level;
    m_crossed.clear();
    std::fill(m_links.begin(), m_links.end(), Links{});
    for (int third = 0; third < m_divisions; ++third)
      for (int second = 0; second + third < m_divisions; ++second) {
        visit(second, third, true);
        if (second + third + 1 < m_divisions)
          visit(second, third, false);
      }
    // Open lines from their ends first; what is left is closed.
    for (const auto edge : m_crossed)
      if (m_links[edge].count == 1)
        follow(edge, false, lines);
    for (const auto edge : m_crossed)
      if (m_links[edge].count == 2)
        follow(edge, true, lines);
  }

 private:
  struct Links {
    std::size_t next[2]{};
    int count = 0;
  };

  [[nodiscard]] std::size_t point(int second, int third) const { return m_row[third] + second; }

  void visit(int s, int t, bool upper) {
    const std::size_t a = point(s, t);
    const std::size_t b = point(s + 1, t);
    const std::size_t c = point(s, t + 1);
    if (upper)
      join(a, b, c, a * 3, b_c(a), a * 3 + 1);
    else
      join(b, point(s + 1, t + 1), c, b * 3 + 1, c * 3, b_c(a));
  }
  static std::size_t b_c(std::size_t a) { return a * 3 + 2; }

  /// Points p, q, r and the edges p-q, q-r, r-p of one small triangle.
  void join(std::size_t p, std::size_t q, std::size_t r, std::size_t pq, std::size_t qr,
            std::size_t rp) {
    const double vp = m_values[p];
    const double vq = m_values[q];
    const double vr = m_values[r];
    if (!std::isfinite(vp) || !std::isfinite(vq) || !std::isfinite(vr))
      return;
    const bool p1 = vp >= m_level;
    const bool q1 = vq >= m_level;
    const bool r1 = vr >= m_level;
    if (p1 == q1 && q1 == r1)
      return;
    if (p1 == q1)
      link(qr, rp);
    else if (q1 == r1)
      link(pq, rp);
    else
      link(pq, qr);
  }

  void link(std::size_t a, std::size_t b) {
    addNeighbour(a, b);
    addNeighbour(b, a);
  }

  void addNeighbour(std::size_t edge, std::size_t neighbour) {
    auto& links = m_links[edge];
    if (links.count == 0)
      m_crossed.push_back(edge);
    links.next[links.count++] = neighbour;
  }

  void follow(std::size_t start, bool closed, std::vector<Contour>& lines) {
    Contour line;
    line.level = m_level;
    line.closed = closed;
    std::size_t edge = start;
    std::size_t from = start;
    for (;;) {
      const Links links = m_links[edge];
      if (links.count == 0)
        break;
      m_links[edge].count = 0;
      line.points.push_back(crossing(edge));
      std::size_t next = links.next[0];
      if (links.count == 2 && next == from && edge != start)
        next = links.next[1];
      if (links.count == 1 && edge != start)
        break;
      from = edge;
      edge = next;
    }
    if (line.points.size() > 1)
      lines.push_back(std::move(line));
  }

  [[nodiscard]] Weights crossing(std::size_t edge) const {
    const std::size_t start = edge / 3;
    const int third =
        static_cast<int>(std::upper_bound(m_row.begin(), m_row.end(), start) - m_row.begin()) - 1;
    const int second = static_cast<int>(start - m_row[third]);
    int ends[2][2] = {{second, third}, {second, third}};
    switch (edge % 3) {
      case 0:
        ends[1][0] += 1;
        break;
      case 1:
        ends[1][1] += 1;
        break;
      default:
        ends[0][0] += 1;
        ends[1][1] += 1;
    }
    const double low = m_values[point(ends[0][0], ends[0][1])];
    const double high = m_values[point(ends[1][0], ends[1][1])];
    const double share = (m_level - low) / (high - low);
    const double w1 = ((1 - share) * ends[0][0] + share * ends[1][0]) / m_divisions;
    const double w2 = ((1 - share) * ends[0][1] + share * ends[1][1]) / m_divisions;
    return {1.0 - w1 - w2, w1, w2};
  }

  std::span<const double> m_values;
  int m_divisions;
  double m_level = 0.0;
  std::vector<std::size_t> m_row;
  std::vector<Links> m_links;
  std::vector<std::size_t> m_crossed;
};

/// The part of the straight line a-b inside a gap, as shares of its length; empty where from > to.
void insideOf(const Gap& gap, PlanePoint a, PlanePoint b, double& from, double& to) {
  const double c = std::cos(gap.angle);
  const double s = std::sin(gap.angle);
  const auto narrow = [&](double p, double q, double half) {
    if (p == q) {
      if (std::abs(p) > half)
        to = -1.0;
      return;
    }
    const double low = (-half - p) / (q - p);
    const double high = (half - p) / (q - p);
    from = std::max(from, std::min(low, high));
    to = std::min(to, std::max(low, high));
  };
  from = 0.0;
  to = 1.0;
  const double ax = a.x - gap.centre.x;
  const double ay = a.y - gap.centre.y;
  const double bx = b.x - gap.centre.x;
  const double by = b.y - gap.centre.y;
  narrow(ax * c + ay * s, bx * c + by * s, gap.halfWidth);
  narrow(ay * c - ax * s, by * c - bx * s, gap.halfHeight);
}

/// Distance of p from the straight line a-b.
double sag(PlanePoint a, PlanePoint b, PlanePoint p) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length = std::hypot(dx, dy);
  if (length == 0.0)
    return std::hypot(p.x - a.x, p.y - a.y);
  return std::abs((p.x - a.x) * dy - (p.y - a.y) * dx) / length;
}

/// Leaves out points that lie within `tolerance` of the line without them (Douglas and Peucker).
void thin(std::vector<PlanePoint>& line, double tolerance) {
  std::vector<bool> kept(line.size(), false);
  std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
  kept.front() = kept.back() = true;
  while (!open.empty()) {
    const auto [from, to] = open.back();
    open.pop_back();
    double worst = tolerance;
    std::size_t at = 0;
    for (std::size_t i = from + 1; i < to; ++i)
      if (const double away = sag(line[from], line[to], line[i]); away > worst) {
        worst = away;
        at = i;
      }
    if (at == 0)
      continue;
    kept[at] = true;
    open.emplace_back(from, at);
    open.emplace_back(at, to);
  }
  std::size_t count = 0;
  for (std::size_t i = 0; i < line.size(); ++i)
    if (kept[i])
      line[count++] = line[i];
  line.resize(count);
}

double distance(PlanePoint a, PlanePoint b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

}  // namespace

std::vector<Contour> contourLines(std::span<const double> values, int divisions,
                                  std::span<const double> levels) {
  std::vector<Contour> lines;
  const auto points = static_cast<std::size_t>(divisions + 1) * (divisions + 2) / 2;
  if (divisions < 1 || values.size() != points)
    return lines;
  Tracer tracer(values, divisions);
  for (const double level : levels)
    tracer.trace(level, lines);
  return lines;
}

std::vector<double> contourLevels(double low, double high, int wanted) {
  auto levels = niceTicks(low, high, wanted);
  const double margin = 1e-9 * (high - low);
  std::erase_if(levels, [&](double v) { return v <= low + margin || v >= high - margin; });
  return levels;
}

std::vector<ContourLabel> contourLabels(std::span<const Contour> contours,
                                        const TriangleGeometry& geometry, double minLength,
                                        double minSpacing) {
  struct Candidate {
    double length;
    ContourLabel label;
  };
  std::vector<Candidate> candidates;
  for (const auto& contour : contours) {
    std::vector<PlanePoint> points;
    std::vector<double> along{0.0};
    for (const auto& weights : contour.points) {
      points.push_back(geometry.toPlane(weights));
      if (points.size() > 1)
        along.push_back(along.back() + distance(points[points.size() - 2], points.back()));
    }
    const double length = along.back();
    if (length < minLength)
      continue;
    // In the middle, turned like the stretch that the word will cover.
    const auto at = [&](double where) {
      const auto i = std::clamp<std::size_t>(
          static_cast<std::size_t>(std::upper_bound(along.begin(), along.end(), where) -
                                   along.begin()),
          1, points.size() - 1);
      const double step = along[i] - along[i - 1];
      const double share = step > 0 ? (where - along[i - 1]) / step : 0.0;
      return PlanePoint{points[i - 1].x + share * (points[i].x - points[i - 1].x),
                        points[i - 1].y + share * (points[i].y - points[i - 1].y)};
    };
    const auto before = at(length / 2 - minLength / 4);
    const auto after = at(length / 2 + minLength / 4);
    double angle = std::atan2(after.y - before.y, after.x - before.x);
    if (angle > std::numbers::pi / 2)
      angle -= std::numbers::pi;
    else if (angle <= -std::numbers::pi / 2)
      angle += std::numbers::pi;
    candidates.push_back({length, {contour.level, at(length / 2), angle}});
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const auto& a, const auto& b) { return a.length > b.length; });
  std::vector<ContourLabel> labels;
  for (const auto& candidate : candidates)
    if (std::none_of(labels.begin(), labels.end(), [&](const auto& taken) {
          return distance(taken.at, candidate.label.at) < minSpacing;
        }))
      labels.push_back(candidate.label);
  return labels;
}

std::vector<std::vector<PlanePoint>> piecesOutside(const Contour& contour,
                                                   const TriangleGeometry& geometry,
                                                   std::span<const Gap> gaps, double tolerance) {
  std::vector<std::vector<PlanePoint>> pieces;
  std::vector<PlanePoint> piece;
  const auto finish = [&] {
    if (piece.size() > 1) {
      if (tolerance > 0.0)
        thin(piece, tolerance);
      pieces.push_back(std::move(piece));
    }
    piece.clear();
  };
  const std::size_t count = contour.points.size();
  for (std::size_t i = 0; i + (contour.closed ? 0 : 1) < count; ++i) {
    const auto a = geometry.toPlane(contour.points[i]);
    const auto b = geometry.toPlane(contour.points[(i + 1) % count]);
    double hiddenFrom = 1.0;
    double hiddenTo = 0.0;
    for (const auto& gap : gaps) {
      double from = 0.0;
      double to = 1.0;
      insideOf(gap, a, b, from, to);
      if (from > to)
        continue;
      hiddenFrom = std::min(hiddenFrom, from);
      hiddenTo = std::max(hiddenTo, to);
    }
    const auto at = [&](double share) {
      return PlanePoint{a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
    };
    if (piece.empty() && hiddenFrom > 0.0)
      piece.push_back(a);
    if (hiddenFrom > hiddenTo) {
      piece.push_back(b);
      continue;
    }
    if (hiddenFrom > 0.0)
      piece.push_back(at(hiddenFrom));
    finish();
    if (hiddenTo < 1.0)
      piece = {at(hiddenTo), b};
  }
  finish();
  return pieces;
}

}  // namespace vitrine::widgets
