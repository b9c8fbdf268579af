#pragma once

#include "widgets/plot/plot_model.h"
#include "widgets/relaxation/relaxation_model.h"

namespace vitrine::widgets {

struct Theme;

/// log10 of the relaxation time, in s, that defines Tg.
inline constexpr double kLog10TauAtTg = 2.0;

/// What the plot draws for a relaxation model. The axes move in steps, so that they stay while an
/// alloy is dragged a little.
PlotModel drawingOf(const RelaxationPlotModel& model, const Theme& theme);

/// Abscissa of a temperature, and back.
double abscissaOf(double temperatureK, const RelaxationPlotModel& model);
double temperatureAt(double abscissa, const RelaxationPlotModel& model);

}  // namespace vitrine::widgets
