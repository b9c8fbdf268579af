#include "widgets/relaxation/relaxation_drawing.h"

#include "widgets/plot/ticks.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace vitrine::widgets {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(vitrine::widgets::RelaxationDrawing)
};

constexpr double kTemperatureStepK = 50.0;
constexpr double kInverseStep = 0.05;  // of 1000/T
constexpr double kDecadeStep = 2.0;
/// Shown where there is no curve yet.
constexpr PlotRange kEmptyTemperatureK{500.0, 1000.0};
constexpr PlotRange kEmptyDecades{-12.0, 6.0};

struct Extent {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
  void add(double value) {
    if (!std::isfinite(value))
      return;
    low = std::min(low, value);
    high = std::max(high, value);
  }
  [[nodiscard]] bool empty() const { return !(low <= high); }
};

PlotRange outwards(double low, double high, double step) {
  return {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step};
}

std::vector<QPointF> line(const std::vector<RelaxationPoint>& points,
                          const RelaxationPlotModel& model) {
  std::vector<QPointF> shape;
  shape.reserve(points.size());
  for (const auto& point : points)
    shape.emplace_back(abscissaOf(point.temperatureK, model), point.log10TauS);
  return shape;
}

void addRanges(const RelaxationPlotModel& model, PlotModel& plot) {
  Extent temperature;
  Extent decades;
  for (const auto& point : model.curve)
    if (std::isfinite(point.log10TauS)) {
      temperature.add(point.temperatureK);
      decades.add(point.log10TauS);
    }
  for (const auto& overlay : model.overlays)
    for (const auto& point : overlay.points)
      if (overlay.kind == RelaxationOverlay::Kind::Measured) {
        temperature.add(point.temperatureK);
        decades.add(point.log10TauS);
      }
  if (temperature.empty()) {
    temperature = {kEmptyTemperatureK.low, kEmptyTemperatureK.high};
    decades = {kEmptyDecades.low, kEmptyDecades.high};
  }
  decades.add(kLog10TauAtTg);
  // A little beyond the theory, so that its ends are seen.
  const double margin = 0.04 * (temperature.high - temperature.low);
  const double lowK = std::max(1.0, temperature.low - margin);
  const double highK = temperature.high + margin;
  if (model.axis == TemperatureAxis::Inverse)
    plot.x.range = outwards(1000.0 / highK, 1000.0 / lowK, kInverseStep);
  else
    plot.x.range =
        outwards(toDisplay(lowK, model.unit), toDisplay(highK, model.unit), kTemperatureStepK);
  plot.y.range = outwards(decades.low, decades.high, kDecadeStep);
}

void addTemperatureScale(const RelaxationPlotModel& model, PlotModel& plot) {
  const double coldest = toDisplay(1000.0 / plot.x.range.high, model.unit);
  const double hottest = toDisplay(1000.0 / plot.x.range.low, model.unit);
  for (const double shown : niceTicks(coldest, hottest, 5))
    plot.topTicks.push_back({1000.0 / toKelvin(shown, model.unit), numberText(shown, 0)});
  plot.topLabel = Words::tr("T (%1)").arg(unitSymbol(model.unit));
}

void addTheory(const RelaxationPlotModel& model, const Theme& theme, PlotModel& plot) {
  if (model.theoryK) {
    QColor shade = theme.grid;
    shade.setAlphaF(0.55F);
    double cold = abscissaOf(model.theoryK->lo, model);
    double hot = abscissaOf(model.theoryK->hi, model);
    if (cold > hot)
      std::swap(cold, hot);
    const QString label = Words::tr("outside the theory");
    if (cold > plot.x.range.low)
      plot.regions.push_back({{plot.x.range.low, cold}, label, shade});
    if (hot < plot.x.range.high)
      plot.regions.push_back({{hot, plot.x.range.high}, label, shade});
  }
  PlotBand band;
  band.name = model.bandLabel;
  band.colour = theme.band;
  for (const auto& point : model.band)
    if (std::isfinite(point.lowLog10TauS) && std::isfinite(point.highLog10TauS)) {
      band.x.push_back(abscissaOf(point.temperatureK, model));
      band.low.push_back(point.lowLog10TauS);
      band.high.push_back(point.highLog10TauS);
    }
  if (!band.x.empty())
    plot.bands.push_back(std::move(band));
  if (model.curve.empty())
    return;
  PlotCurve curve;
  curve.name = model.fragility ? Words::tr("theory, m = %1").arg(numberText(*model.fragility, 0))
                               : Words::tr("theory");
  curve.points = line(model.curve, model);
  curve.colour = theme.blend;
  curve.width = 2.2;
  plot.curves.push_back(std::move(curve));
}

void addOverlays(const RelaxationPlotModel& model, const Theme& theme, PlotModel& plot) {
  constexpr std::array kSymbols{PlotSymbol::Circle, PlotSymbol::Square, PlotSymbol::Triangle,
                                PlotSymbol::Cross};
  constexpr std::array kStyles{Qt::DashLine, Qt::DashDotLine, Qt::DotLine, Qt::DashDotDotLine};
  std::size_t measured = 0;
  std::size_t derived = 0;
  for (const auto& overlay : model.overlays) {
    const QString name = overlay.alloy.isEmpty()
                             ? overlay.label
                             : overlay.alloy + QStringLiteral(", ") + overlay.label;
    if (overlay.kind == RelaxationOverlay::Kind::Measured) {
      PlotScatter scatter;
      scatter.name = Words::tr("%1 (measured)").arg(name);
      scatter.points = line(overlay.points, model);
      scatter.colour = theme.measured;
      scatter.symbol = kSymbols[measured++ % kSymbols.size()];
      scatter.size = 6.5;
      for (const auto& point : overlay.points)
        scatter.hints << Words::tr("%1, measured: %2 at %3\n%4")
                             .arg(name, numberText(point.log10TauS, 2),
                                  temperatureText(point.temperatureK, model.unit), overlay.source);
      plot.scatters.push_back(std::move(scatter));
    } else {
      PlotCurve curve;
      curve.name = Words::tr("%1 (derived)").arg(name);
      curve.points = line(overlay.points, model);
      curve.colour = theme.derived;
      curve.style = kStyles[derived++ % kStyles.size()];
      plot.curves.push_back(std::move(curve));
    }
  }
}

}  // namespace

double abscissaOf(double temperatureK, const RelaxationPlotModel& model) {
  return model.axis == TemperatureAxis::Inverse ? 1000.0 / temperatureK
                                                : toDisplay(temperatureK, model.unit);
}

double temperatureAt(double abscissa, const RelaxationPlotModel& model) {
  return model.axis == TemperatureAxis::Inverse ? 1000.0 / abscissa
                                                : toKelvin(abscissa, model.unit);
}

PlotModel drawingOf(const RelaxationPlotModel& model, const Theme& theme) {
  PlotModel plot;
  plot.stale = model.stale;
  plot.message = model.message;
  const bool inverse = model.axis == TemperatureAxis::Inverse;
  plot.x.label =
      inverse ? Words::tr("1000/T (1/K)") : Words::tr("T (%1)").arg(unitSymbol(model.unit));
  plot.y.label = Words::tr("log₁₀ τ (s)");
  plot.legendCorner = inverse ? Qt::TopLeftCorner : Qt::TopRightCorner;
  addRanges(model, plot);
  if (inverse)
    addTemperatureScale(model, plot);
  addTheory(model, theme, plot);
  addOverlays(model, theme, plot);
  if (model.curve.empty() && model.overlays.empty())
    return plot;
  plot.markers.push_back({Qt::Horizontal, kLog10TauAtTg, Words::tr("100 s"), theme.mutedText});
  if (model.tgK) {
    const QString value = model.tgIntervalK ? temperatureText(*model.tgK, model.tgIntervalK->lo,
                                                              model.tgIntervalK->hi, model.unit)
                                            : temperatureText(*model.tgK, model.unit);
    plot.markers.push_back({Qt::Vertical, abscissaOf(*model.tgK, model),
                            QStringLiteral("T<sub>g</sub> ") + value, theme.text});
  }
  return plot;
}

}  // namespace vitrine::widgets
