#pragma once

#include "widgets/plot/plot_model.h"

namespace vitrine::widgets {

/// The part of a line inside the ranges; what leaves them is interrupted by NaN points. Vector
/// formats know no clipping, so lines are cut before they are written.
std::vector<QPointF> clippedLine(const std::vector<QPointF>& points, PlotRange x, PlotRange y);

/// The part of a band inside the ranges, with corners where its edges cross them.
PlotBand clippedBand(const PlotBand& band, PlotRange x, PlotRange y);

/// The part of a closed outline inside the ranges.
std::vector<QPointF> clippedOutline(const std::vector<QPointF>& outline, PlotRange x, PlotRange y);

/// A plot of which nothing lies outside the ranges.
PlotModel clipped(PlotModel model, PlotRange x, PlotRange y);

}  // namespace vitrine::widgets
