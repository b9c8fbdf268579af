#pragma once

#include "widgets/parity/parity_model.h"
#include "widgets/plot/plot_model.h"

namespace vitrine::widgets {

struct Theme;

/// What the plot draws for the series at `index`. The axes are the same for all series of a model.
PlotModel drawingOf(const ParityPlotModel& model, int index, const Theme& theme);

/// "Zr50Cu40Al10: 690 → 684 K (-6)": measured and predicted.
QString pointText(const ParityPlotModel& model, int series, int point);

/// The place of an alloy on the plot of a series; empty where it has none.
std::optional<QPointF> placeOf(const ParityPlotModel& model, int series, const QString& formula);

}  // namespace vitrine::widgets
