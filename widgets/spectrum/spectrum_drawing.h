#pragma once

#include "widgets/plot/plot_model.h"
#include "widgets/spectrum/spectrum_model.h"

namespace vitrine::widgets {

struct Theme;

/// What the plot draws for a pattern: band, draws, mean, measured patterns and how q1 and Δq were
/// read off.
PlotModel drawingOf(const SpectrumPlotModel& model, const Theme& theme);

/// Measured minus generated, point by point where both exist; nothing without a measured pattern.
PlotModel residualDrawingOf(const SpectrumPlotModel& model, const Theme& theme);

/// Abscissa of a position of the model, and back. Not a number beyond the reach of the wavelength.
double abscissaOf(double position, const SpectrumPlotModel& model);
double positionAt(double abscissa, const SpectrumPlotModel& model);

/// Linear between the samples of a pattern; not a number outside of them.
double intensityAt(const std::vector<double>& q, const std::vector<double>& intensity,
                   double wanted);

}  // namespace vitrine::widgets
