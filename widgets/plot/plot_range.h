#pragma once

#include "widgets/plot/plot_model.h"

#include <vector>

namespace vitrine::widgets {

/// As many as both have.
std::vector<QPointF> pointsOf(const std::vector<double>& x, const std::vector<double>& y);
/// The smallest range of all values, or [0, 1] where there are none.
PlotRange rangeOf(const std::vector<double>& values);
/// The same, wider by `share` of it at both ends.
PlotRange widened(PlotRange range, double share);

}  // namespace vitrine::widgets
