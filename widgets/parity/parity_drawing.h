#pragma once

#include "widgets/parity/parity_model.h"
#include "widgets/plot/plot_model.h"

#include <QColor>
#include <QPointF>

#include <optional>
#include <vector>

namespace vitrine::widgets {

struct Theme;

/// What the plot draws for the series at `index`. The axes are the same for all series of a model.
PlotModel drawingOf(const ParityPlotModel& model, int index, const Theme& theme);

/// What both axes span: every measured and predicted value, ends in steps of 50.
PlotRange commonRange(const ParityPlotModel& model);
/// Measured and predicted values of a series as they stand on the axes; NaN where there is none.
std::vector<QPointF> pointsOf(const ParityPlotModel& model, int index);
/// Colour of a model by its key; the blend's for any other.
QColor seriesColour(const QString& key, const Theme& theme);
QString measuredLabel(const ParityPlotModel& model);   ///< "measured Tg (K)"
QString predictedLabel(const ParityPlotModel& model);  ///< "predicted Tg (K)"

/// Where a point lies on the plot of a series; empty for -1 and where it has no prediction.
std::optional<QPointF> placeOf(const ParityPlotModel& model, int series, int point);

/// The point of an alloy; -1 where it has none.
int pointOf(const ParityPlotModel& model, const QString& formula);

}  // namespace vitrine::widgets
