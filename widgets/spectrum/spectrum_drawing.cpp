#include "widgets/spectrum/spectrum_drawing.h"

#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace vitrine::widgets {

using diffraction::AxisKind;

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(vitrine::widgets::SpectrumDrawing)
};

/// Axes move in steps, so that they stay while an alloy is dragged a little.
constexpr double kIntensityStep = 20.0;
constexpr double kRadialStep = 1.0;
/// Room over the highest point for the legend.
constexpr double kHeadroom = 1.3;
/// Shown where there is no pattern yet.
constexpr PlotRange kEmptyQ{1.0, 5.0};
constexpr PlotRange kEmptyR{0.0, 16.0};

std::vector<QPointF> line(const std::vector<double>& q, const std::vector<double>& intensity,
                          const SpectrumPlotModel& model, double factor = 1.0) {
  std::vector<QPointF> points;
  points.reserve(q.size());
  for (std::size_t i = 0; i < q.size(); ++i)
    points.emplace_back(abscissaOf(q[i], model), factor * intensity[i]);
  return points;
}

PlotAxis positionAxis(const SpectrumPlotModel& model) {
  PlotAxis axis;
  if (model.axis == AxisKind::R) {
    axis.label = Words::tr("r (Å)");
    axis.range = model.positions.empty() ? kEmptyR : PlotRange{0.0, model.positions.back()};
    return axis;
  }
  PlotRange q = model.positions.empty()
                    ? kEmptyQ
                    : PlotRange{model.positions.front(), model.positions.back()};
  if (model.axis == AxisKind::Q) {
    axis.label = Words::tr("q (1/Å)");
    axis.range = q;
    return axis;
  }
  axis.label = Words::tr("2θ (degrees, λ = %1 Å)").arg(numberText(model.wavelengthA, 4));
  axis.range.low = abscissaOf(q.low, model);
  const double high = abscissaOf(q.high, model);
  axis.range.high = std::isfinite(high) ? high : 180.0;
  if (!std::isfinite(axis.range.low))
    axis.range = {0.0, 180.0};
  return axis;
}

PlotRange intensityRange(const SpectrumPlotModel& model) {
  const bool radial = model.axis == AxisKind::R;
  const double step = radial ? kRadialStep : kIntensityStep;
  double high = radial ? 1.0 : 100.0;
  for (const double value : model.upper)
    high = std::max(high, value);
  for (const MeasuredCurve& curve : model.measured)
    for (const double value : curve.intensity)
      high = std::max(high, curve.factor * value);
  return {0.0, std::ceil(kHeadroom * high / step) * step};
}

/// The line under the peak, its position and its width at half height.
void addPeak(const SpectrumPlotModel& model, const Theme& theme, PlotModel& plot) {
  const diffraction::DirectPeak& peak = model.peak->direct;
  const double slope =
      (peak.lineToIntensity - peak.lineFromIntensity) / (peak.lineToQ - peak.lineFromQ);
  const auto ground = [&](double q) {
    return peak.lineFromIntensity + slope * (q - peak.lineFromQ);
  };
  const auto at = [&](double q, double height) {
    return QPointF(abscissaOf(q, model), ground(q) + height);
  };
  PlotCurve base;
  base.points = {at(peak.lineFromQ, 0.0), at(peak.lineToQ, 0.0)};
  base.colour = theme.mutedText;
  base.width = 1.2;
  base.style = Qt::DashLine;
  plot.curves.push_back(std::move(base));
  QString width = QStringLiteral("Δq ") + Words::tr("%1 1/Å").arg(numberText(peak.shape.deltaQ, 3));
  if (!model.state.isEmpty())
    width += QStringLiteral(", ") + model.state;
  plot.arrows.push_back(
      {at(peak.halfFromQ, peak.height / 2), at(peak.halfToQ, peak.height / 2), width, theme.text});
  plot.markers.push_back(
      {Qt::Vertical, abscissaOf(peak.shape.q1, model),
       QStringLiteral("q<sub>1</sub> ") + Words::tr("%1 1/Å").arg(numberText(peak.shape.q1, 3)),
       theme.text});
}

/// The fitted peak on its line, with what it says in the legend.
void addFit(const SpectrumPlotModel& model, const Theme& theme, PlotModel& plot) {
  constexpr int kPoints = 200;
  const diffraction::FittedPeak& fit = *model.peak->fit;
  PlotCurve curve;
  curve.name = Words::tr("pseudo-Voigt: q<sub>1</sub> %1, Δq %2 ± %3, residual %4 %")
                   .arg(numberText(fit.shape.q1, 3), numberText(fit.shape.deltaQ, 3),
                        numberText(fit.uncertainty.deltaQ, 3), numberText(100.0 * fit.residual, 1));
  for (int i = 0; i <= kPoints; ++i) {
    const double q = fit.fromQ + (fit.toQ - fit.fromQ) * i / kPoints;
    curve.points.emplace_back(abscissaOf(q, model), fit.at(q));
  }
  curve.colour = theme.mutedText;
  curve.width = 1.2;
  curve.style = Qt::DotLine;
  plot.curves.push_back(std::move(curve));
}

QString measuredName(const MeasuredCurve& curve) {
  if (curve.computed)
    return Words::tr("%1 (computed from atoms, × %2)")
        .arg(curve.label, QString::number(curve.factor, 'g', 3));
  return curve.factor == 1.0 ? Words::tr("%1 (measured)").arg(curve.label)
                             : Words::tr("%1 (measured, × %2)")
                                   .arg(curve.label, QString::number(curve.factor, 'g', 3));
}

}  // namespace

double abscissaOf(double position, const SpectrumPlotModel& model) {
  return model.axis == AxisKind::TwoTheta ? diffraction::twoThetaFromQ(position, model.wavelengthA)
                                          : position;
}

double positionAt(double abscissa, const SpectrumPlotModel& model) {
  return model.axis == AxisKind::TwoTheta ? diffraction::qFromTwoTheta(abscissa, model.wavelengthA)
                                          : abscissa;
}

double intensityAt(const std::vector<double>& q, const std::vector<double>& intensity,
                   double wanted) {
  const auto next = std::lower_bound(q.begin(), q.end(), wanted);
  if (next == q.end() || (next == q.begin() && *next != wanted))
    return std::nan("");
  const auto i = static_cast<std::size_t>(next - q.begin());
  if (i == 0)
    return intensity[0];
  const double share = (wanted - q[i - 1]) / (q[i] - q[i - 1]);
  return (1 - share) * intensity[i - 1] + share * intensity[i];
}

PlotModel drawingOf(const SpectrumPlotModel& model, const Theme& theme) {
  constexpr std::array kMeasuredStyles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
  PlotModel plot;
  // Grey says that nothing is known here, as it does of numbers that are out of date.
  plot.stale = model.stale || model.outside;
  plot.message = model.message;
  plot.legendCorner = Qt::TopRightCorner;
  plot.x = positionAxis(model);
  const bool radial = model.axis == AxisKind::R;
  plot.y.label = radial ? Words::tr("g(r)") : Words::tr("intensity");
  plot.y.range = intensityRange(model);
  if (!model.lower.empty()) {
    PlotBand band;
    band.name = Words::tr("90 % band");
    band.colour = theme.band;
    for (const double q : model.positions)
      band.x.push_back(abscissaOf(q, model));
    band.low = model.lower;
    band.high = model.upper;
    plot.bands.push_back(std::move(band));
  }
  if (model.showsDraws) {
    for (std::size_t i = 0; i < model.draws.size(); ++i) {
      PlotCurve draw;
      draw.name = i > 0    ? QString()
                  : radial ? Words::tr("as another glass might have it")
                           : Words::tr("as it might be measured");
      draw.points = line(model.positions, model.draws[i], model);
      draw.colour = theme.derived;
      draw.width = 0.8;
      plot.curves.push_back(std::move(draw));
    }
  }
  if (!model.mean.empty()) {
    PlotCurve mean;
    mean.name = model.generator;
    mean.points = line(model.positions, model.mean, model);
    mean.colour = theme.blend;
    plot.curves.push_back(std::move(mean));
  }
  for (std::size_t i = 0; i < model.measured.size(); ++i) {
    const MeasuredCurve& measured = model.measured[i];
    PlotCurve curve;
    curve.name = measuredName(measured);
    curve.points = line(measured.positions, measured.intensity, model, measured.factor);
    curve.colour = theme.measured;
    curve.width = 1.2;
    curve.style = kMeasuredStyles[i % kMeasuredStyles.size()];
    plot.curves.push_back(std::move(curve));
  }
  if (model.peak)
    addPeak(model, theme, plot);
  if (model.peak && model.peak->fit)
    addFit(model, theme, plot);
  return plot;
}

PlotModel residualDrawingOf(const SpectrumPlotModel& model, const Theme& theme) {
  PlotModel plot;
  plot.stale = model.stale || model.outside;
  plot.legend = false;
  plot.x = positionAxis(model);
  plot.y.label = Words::tr("difference");
  const double step = model.axis == AxisKind::R ? 0.2 : 5.0;
  double most = step;
  for (const MeasuredCurve& measured : model.measured) {
    PlotCurve curve;
    curve.colour = theme.measured;
    curve.width = 1.2;
    for (std::size_t i = 0; i < measured.positions.size(); ++i) {
      const double generated = intensityAt(model.positions, model.mean, measured.positions[i]);
      if (!std::isfinite(generated))
        continue;
      const double difference = measured.factor * measured.intensity[i] - generated;
      most = std::max(most, std::abs(difference));
      curve.points.emplace_back(abscissaOf(measured.positions[i], model), difference);
    }
    plot.curves.push_back(std::move(curve));
  }
  most = std::ceil(most / step) * step;
  plot.y.range = {-most, most};
  plot.markers.push_back({Qt::Horizontal, 0.0, {}, theme.mutedText});
  return plot;
}

}  // namespace vitrine::widgets
