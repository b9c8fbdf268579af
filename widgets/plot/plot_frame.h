#pragma once

#include "widgets/plot/plot_model.h"

#include <QRectF>

namespace vitrine::widgets {

/// Where the axes of a plot lie on the picture, and what they span.
struct PlotFrame {
  QRectF rect;
  PlotRange x;
  PlotRange y;

  [[nodiscard]] QPointF toPixels(QPointF point) const;
  [[nodiscard]] QPointF fromPixels(QPointF pixel) const;
};

/// `range` seen from `factor` times as far away, with `centre` where it was. A span never exceeds
/// four times that of `whole`, nor falls below a millionth of it.
PlotRange zoomed(PlotRange range, PlotRange whole, double centre, double factor);

}  // namespace vitrine::widgets
