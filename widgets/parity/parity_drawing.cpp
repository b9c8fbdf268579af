#include "widgets/parity/parity_drawing.h"

#include "engine/regression/regressor.h"
#include "widgets/parity/parity_text.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrine::widgets {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(vitrine::widgets::ParityDrawing)
};

}  // namespace

QColor seriesColour(const QString& key, const Theme& theme) {
  for (std::size_t i = 0; i < regression::kModelKinds.size(); ++i) {
    const auto name = regression::modelName(regression::kModelKinds[i]);
    if (key == QLatin1String(name.data(), static_cast<qsizetype>(name.size())))
      return theme.models[i];
  }
  return theme.blend;
}

PlotRange commonRange(const ParityPlotModel& model) {
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  const auto add = [&](const std::vector<double>& values) {
    for (const double value : values)
      if (std::isfinite(value)) {
        low = std::min(low, toDisplay(value, model.unit));
        high = std::max(high, toDisplay(value, model.unit));
      }
  };
  add(model.measuredK);
  for (const auto& series : model.series)
    add(series.predictedK);
  if (!(low <= high))
    return {toDisplay(300.0, model.unit), toDisplay(1500.0, model.unit)};
  constexpr double kStep = 50.0;
  const double margin = std::max(5.0, 0.02 * (high - low));
  return {std::floor((low - margin) / kStep) * kStep, std::ceil((high + margin) / kStep) * kStep};
}

std::vector<QPointF> pointsOf(const ParityPlotModel& model, int index) {
  const auto& predicted = model.series[index].predictedK;
  std::vector<QPointF> points;
  points.reserve(model.measuredK.size());
  for (std::size_t i = 0; i < model.measuredK.size(); ++i)
    points.emplace_back(toDisplay(model.measuredK[i], model.unit),
                        toDisplay(predicted[i], model.unit));
  return points;
}

QString measuredLabel(const ParityPlotModel& model) {
  return Words::tr("measured %1 (%2)").arg(propertyTitle(model.property), unitSymbol(model.unit));
}

QString predictedLabel(const ParityPlotModel& model) {
  return Words::tr("predicted %1 (%2)").arg(propertyTitle(model.property), unitSymbol(model.unit));
}

PlotModel drawingOf(const ParityPlotModel& model, int index, const Theme& theme) {
  PlotModel plot;
  plot.stale = model.stale;
  plot.message = model.message;
  plot.equalScales = true;
  plot.x.label = measuredLabel(model);
  plot.y.label = predictedLabel(model);
  plot.x.range = plot.y.range = commonRange(model);
  const PlotRange range = plot.x.range;
  if (index < 0 || index >= static_cast<int>(model.series.size()))
    return plot;
  const auto& series = model.series[index];
  if (series.ours) {
    const double rmse = series.ours->rmseK;
    plot.bands.push_back({Words::tr("± RMSE %1 K").arg(numberText(rmse, 1)),
                          {range.low, range.high},
                          {range.low - rmse, range.high - rmse},
                          {range.low + rmse, range.high + rmse},
                          theme.band});
  }
  plot.curves.push_back(
      {{}, {{range.low, range.low}, {range.high, range.high}}, theme.axis, 1.2, Qt::DashLine});
  PlotScatter scatter;
  scatter.name = series.title;
  scatter.colour = seriesColour(series.key, theme);
  const bool crowded = model.measuredK.size() > 400;
  scatter.size = crowded ? 4.5 : 6.0;
  scatter.opacity = crowded ? 0.4 : 0.6;
  scatter.points = pointsOf(model, index);
  plot.scatters.push_back(std::move(scatter));
  plot.highlight = placeOf(model, index, pointOf(model, model.selectedFormula));
  return plot;
}

std::optional<QPointF> placeOf(const ParityPlotModel& model, int series, int point) {
  if (series < 0 || point < 0)
    return {};
  const double predicted = model.series[series].predictedK[point];
  if (!std::isfinite(predicted))
    return {};
  return QPointF(toDisplay(model.measuredK[point], model.unit), toDisplay(predicted, model.unit));
}

int pointOf(const ParityPlotModel& model, const QString& formula) {
  if (formula.isEmpty())
    return -1;
  const auto found = std::find(model.formulas.begin(), model.formulas.end(), formula);
  return found == model.formulas.end() ? -1 : static_cast<int>(found - model.formulas.begin());
}

}  // namespace vitrine::widgets
