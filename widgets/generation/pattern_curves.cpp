#include "widgets/generation/pattern_curves.h"

#include "widgets/plot/plot_range.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>

#include <algorithm>

namespace vitrine::widgets {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(vitrine::widgets::PatternCurves)
};

constexpr double kFull = 100.0;
constexpr double kStep = 20.0;
/// Room over the highest point for the legend.
constexpr double kHeadroom = 1.3;

}  // namespace

PlotModel drawingOf(const PatternCurves& curves, const QString& generator, const Theme& theme) {
  PlotModel plot;
  plot.legendCorner = Qt::TopRightCorner;
  plot.x = {Words::tr("q (1/Å)"), curves.q.empty() ? PlotRange{1.0, 5.0} : rangeOf(curves.q)};
  double high = kFull;
  for (const auto* values : {&curves.measured, &curves.mean, &curves.upper})
    for (const double value : *values)
      high = std::max(high, value);
  double low = 0.0;
  for (const auto* values : {&curves.measured, &curves.mean})
    for (const double value : *values)
      low = std::min(low, value);
  plot.y = {Words::tr("intensity"),
            {std::floor(low / kStep) * kStep, std::ceil(kHeadroom * high / kStep) * kStep}};
  if (!curves.lower.empty())
    plot.bands.push_back(
        {Words::tr("90 % band"), curves.q, curves.lower, curves.upper, theme.band});
  if (!curves.mean.empty()) {
    PlotCurve mean;
    mean.name = generator;
    mean.points = pointsOf(curves.q, curves.mean);
    mean.colour = theme.blend;
    plot.curves.push_back(std::move(mean));
  }
  if (!curves.measured.empty()) {
    PlotCurve measured;
    measured.name = Words::tr("measured");
    measured.points = pointsOf(curves.q, curves.measured);
    measured.colour = theme.measured;
    measured.width = 1.2;
    plot.curves.push_back(std::move(measured));
  }
  return plot;
}

}  // namespace vitrine::widgets
