#include "widgets/parity/parity_walk.h"

#include <cmath>
#include <limits>
#include <tuple>

namespace vitrine::widgets {

namespace {

/// How much dearer a way across is than one in the direction of the step.
constexpr double kAcross = 2.0;

bool inside(QPointF point, PlotRange x, PlotRange y) {
  return point.x() >= x.low && point.x() <= x.high && point.y() >= y.low && point.y() <= y.high;
}

int neighbourByAbscissa(const std::vector<QPointF>& points, int from, bool rising, PlotRange x,
                        PlotRange y) {
  // Equal points are told apart by their numbers.
  const auto place = [&](int i) { return std::make_tuple(points[i].x(), points[i].y(), i); };
  int best = from;
  for (int i = 0; i < static_cast<int>(points.size()); ++i) {
    if (!inside(points[i], x, y))
      continue;
    const bool beyond = rising ? place(i) > place(from) : place(i) < place(from);
    const bool nearer = best == from || (rising ? place(i) < place(best) : place(i) > place(best));
    if (beyond && nearer)
      best = i;
  }
  return best;
}

int neighbourByOrdinate(const std::vector<QPointF>& points, int from, bool rising, PlotRange x,
                        PlotRange y) {
  int best = from;
  double least = std::numeric_limits<double>::infinity();
  for (int i = 0; i < static_cast<int>(points.size()); ++i) {
    const double along = (points[i].y() - points[from].y()) * (rising ? 1.0 : -1.0);
    if (!(along > 0.0) || !inside(points[i], x, y))
      continue;
    const double way = along / (y.high - y.low) +
                       kAcross * std::abs(points[i].x() - points[from].x()) / (x.high - x.low);
    if (way < least) {
      least = way;
      best = i;
    }
  }
  return best;
}

}  // namespace

int nextPoint(const std::vector<QPointF>& points, int from, WalkStep step, PlotRange x,
              PlotRange y) {
  const bool rising = step == WalkStep::Right || step == WalkStep::Up;
  if (step == WalkStep::Left || step == WalkStep::Right)
    return neighbourByAbscissa(points, from, rising, x, y);
  return neighbourByOrdinate(points, from, rising, x, y);
}

int middlePoint(const std::vector<QPointF>& points, PlotRange x, PlotRange y) {
  int best = -1;
  double least = std::numeric_limits<double>::infinity();
  for (int i = 0; i < static_cast<int>(points.size()); ++i) {
    if (!inside(points[i], x, y))
      continue;
    const double way = std::hypot((points[i].x() - (x.low + x.high) / 2) / (x.high - x.low),
                                  (points[i].y() - (y.low + y.high) / 2) / (y.high - y.low));
    if (way < least) {
      least = way;
      best = i;
    }
  }
  return best;
}

}  // namespace vitrine::widgets
