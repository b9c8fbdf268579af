#include "widgets/plot/plot_frame.h"

#include <algorithm>

namespace vitrine::widgets {

QPointF PlotFrame::toPixels(QPointF point) const {
  return {rect.left() + (point.x() - x.low) / (x.high - x.low) * rect.width(),
          rect.bottom() - (point.y() - y.low) / (y.high - y.low) * rect.height()};
}

QPointF PlotFrame::fromPixels(QPointF pixel) const {
  return {x.low + (pixel.x() - rect.left()) / rect.width() * (x.high - x.low),
          y.low + (rect.bottom() - pixel.y()) / rect.height() * (y.high - y.low)};
}

PlotRange zoomed(PlotRange range, PlotRange whole, double centre, double factor) {
  const double span = range.high - range.low;
  const double full = whole.high - whole.low;
  const double wanted = std::clamp(span * factor, full * 1e-6, full * 4.0);
  const double share = (centre - range.low) / span;
  const double low = centre - share * wanted;
  return {low, low + wanted};
}

}  // namespace vitrine::widgets
