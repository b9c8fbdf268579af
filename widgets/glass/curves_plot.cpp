#include "widgets/glass/curves_plot.h"

#include "widgets/plot/plot_range.h"
#include "widgets/theme/theme.h"

#include <algorithm>
#include <utility>

namespace vitrine::widgets {

namespace {

constexpr double kRoom = 0.05;

QColor curveColour(const Theme& theme, int number) {
  if (number == 0)
    return theme.blend;
  return theme.models[static_cast<std::size_t>(number - 1) % theme.models.size()];
}

PlotRange spanOf(const CurvesPanel& panel, bool x) {
  std::vector<double> all;
  for (const auto& curve : panel.curves) {
    const auto& values = x ? curve.x : curve.y;
    all.insert(all.end(), values.begin(), values.end());
  }
  if (all.empty())
    return {};
  const PlotRange range = rangeOf(all);
  // A line may begin at the edge; a point there would be cut in half.
  const bool isLineAlongX = x && !panel.points && range.low < range.high;
  return isLineAlongX ? range : widened(range, kRoom);
}

}  // namespace

CurvesPlot::CurvesPlot(const QString& name, int columns, QWidget* parent)
    : PlotGroup(name, columns, parent) {
  rebuild();
}

void CurvesPlot::setModel(const CurvesModel& model) {
  m_model = model;
  rebuild();
}

std::vector<PlotPanel> CurvesPlot::panels(const Theme& theme) const {
  std::vector<PlotPanel> result;
  for (const CurvesPanel& panel : m_model.panels) {
    PlotPanel made{panel.title, {}};
    PlotModel& plot = made.plot;
    plot.x = {panel.xLabel, spanOf(panel, true)};
    plot.y = {panel.yLabel, spanOf(panel, false)};
    plot.message = panel.message;
    plot.stale = m_model.stale;
    plot.legendCorner = panel.legendCorner;
    for (const NamedCurve& curve : panel.curves) {
      std::vector<QPointF> points = pointsOf(curve.x, curve.y);
      const QColor colour = curveColour(theme, curve.colour);
      const QString name = curve.legend.value_or(curve.name);
      if (panel.points)
        plot.scatters.push_back({name,
                                 std::move(points),
                                 {},
                                 colour,
                                 curve.dashed ? PlotSymbol::Circle : PlotSymbol::Disc,
                                 3.5,
                                 0.6});
      else
        plot.curves.push_back(
            {name, std::move(points), colour, 1.6, curve.dashed ? Qt::DashLine : Qt::SolidLine});
    }
    plot.markers = panel.markers;
    for (PlotMarker& marker : plot.markers)
      marker.colour = theme.axis;
    result.push_back(std::move(made));
  }
  return result;
}

QString CurvesPlot::exportName() const {
  return m_model.name;
}

DataTable CurvesPlot::data() const {
  DataTable table;
  table.headers = {QStringLiteral("plot"), QStringLiteral("curve"), QStringLiteral("x"),
                   QStringLiteral("y")};
  for (const auto& panel : m_model.panels)
    for (const auto& curve : panel.curves)
      for (std::size_t i = 0; i < std::min(curve.x.size(), curve.y.size()); ++i)
        table.rows.push_back({panel.yLabel, curve.name, curve.x[i], curve.y[i]});
  return table;
}

}  // namespace vitrine::widgets
