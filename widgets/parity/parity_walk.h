#pragma once

#include "widgets/plot/plot_model.h"

#include <QPointF>

#include <vector>

namespace vitrine::widgets {

/// Left and right go through the points by their abscissa, so that every point is reached; up and
/// down to the nearest one above or below.
enum class WalkStep { Left, Right, Up, Down };

/// The point a step leads to from the point `from`, among those inside the ranges; `from` where
/// there is no other.
int nextPoint(const std::vector<QPointF>& points, int from, WalkStep step, PlotRange x,
              PlotRange y);

/// The point nearest to the middle of the ranges; -1 where none is inside.
int middlePoint(const std::vector<QPointF>& points, PlotRange x, PlotRange y);

}  // namespace vitrine::widgets
