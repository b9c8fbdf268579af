#pragma once

#include "widgets/parity/parity_model.h"
#include "widgets/plot/plot_model.h"

class QFont;
class QPainter;
class QRectF;

namespace vitrine::widgets {

struct Theme;

/// What of the axes a picture shows.
struct ParityAxes {
  PlotRange x;
  PlotRange y;
};

/// One series with the scores of all below, with vectors.
void drawOneSeries(QPainter& painter, const QRectF& area, const ParityPlotModel& model, int shown,
                   const ParityAxes& axes, const Theme& theme, const QFont& font);

}  // namespace vitrine::widgets
