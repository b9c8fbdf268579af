#include "widgets/training/calibration_plot.h"

#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

namespace vitrine::widgets {

namespace {

constexpr double kPercent = 100.0;

}  // namespace

CalibrationPlot::CalibrationPlot(QWidget* parent)
    : PlotGroup(tr("Calibration of the intervals"), 1, parent) {
  rebuild();
}

void CalibrationPlot::setModel(const CalibrationPlotModel& model) {
  m_model = model;
  rebuild();
}

std::vector<PlotPanel> CalibrationPlot::panels(const Theme& theme) const {
  PlotPanel panel;
  PlotModel& plot = panel.plot;
  plot.message = m_model.message;
  plot.stale = m_model.stale;
  plot.equalScales = true;
  plot.x = {tr("what the interval promises (%)"), {0.0, kPercent}};
  plot.y = {tr("held-out rows inside it (%)"), {0.0, kPercent}};
  if (m_model.points.empty())
    return {panel};
  panel.title = m_model.title;
  plot.curves.push_back(
      {tr("honest"), {{0.0, 0.0}, {kPercent, kPercent}}, theme.axis, 1.2, Qt::DashLine});
  PlotBand band;
  band.name = tr("± one standard deviation over the splits");
  band.colour = theme.band;
  PlotCurve curve;
  curve.colour = theme.blend;
  PlotScatter dots;
  dots.colour = theme.blend;
  dots.size = 7.0;
  dots.opacity = 1.0;
  for (const auto& point : m_model.points) {
    const QPointF at(kPercent * point.nominal, kPercent * point.actual);
    curve.points.push_back(at);
    dots.points.push_back(at);
    dots.hints << tr("%1 % promised, %2 ± %3 % inside")
                      .arg(numberText(at.x(), 0), numberText(at.y(), 1),
                           numberText(kPercent * point.sd, 1));
    band.x.push_back(at.x());
    band.low.push_back(kPercent * (point.actual - point.sd));
    band.high.push_back(kPercent * (point.actual + point.sd));
  }
  plot.bands.push_back(std::move(band));
  plot.curves.push_back(std::move(curve));
  plot.scatters.push_back(std::move(dots));
  return {panel};
}

QString CalibrationPlot::exportName() const {
  return QStringLiteral("interval-calibration");
}

DataTable CalibrationPlot::data() const {
  DataTable table;
  table.headers = {QStringLiteral("nominal"), QStringLiteral("actual"),
                   QStringLiteral("actual_sd")};
  for (const auto& point : m_model.points)
    table.rows.push_back({point.nominal, point.actual, point.sd});
  return table;
}

}  // namespace vitrine::widgets
