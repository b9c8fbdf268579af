#include "widgets/training/error_curves.h"

#include "widgets/parity/parity_drawing.h"
#include "widgets/plot/plot_range.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

namespace {

constexpr double kRoom = 0.06;
/// A model that misses all bounds, such as a line drawn through too few rows, does not press the
/// others together: the scale ends at so many times the median of all errors.
constexpr double kHighest = 4.0;

}  // namespace

ErrorCurves::ErrorCurves(QWidget* parent) : PlotGroup(tr("Learning curves"), 1, parent) {
  rebuild();
}

void ErrorCurves::setModel(const ErrorCurvesModel& model) {
  m_model = model;
  rebuild();
}

std::vector<PlotPanel> ErrorCurves::panels(const Theme& theme) const {
  PlotPanel panel;
  PlotModel& plot = panel.plot;
  plot.message = m_model.message;
  plot.stale = m_model.stale;
  plot.legendCorner = Qt::TopRightCorner;
  plot.x = {tr("rows learned from"), {1.0, 3.0}, true};
  plot.y = {tr("RMSE on unseen rows (K)"), {0.0, 100.0}};
  std::vector<double> rows;
  std::vector<double> errors;
  for (const auto& series : m_model.series) {
    const bool isLine = series.key == QLatin1String("linear_regression");
    const QColor colour = isLine ? theme.mutedText : seriesColour(series.key, theme);
    PlotCurve curve;
    curve.colour = colour;
    curve.style = isLine ? Qt::DashLine : Qt::SolidLine;
    PlotScatter dots;
    dots.name = series.title;
    dots.colour = colour;
    dots.size = 6.0;
    dots.opacity = 1.0;
    for (const auto& point : series.points) {
      const QPointF at(std::log10(point.rows), point.rmseK);
      rows.push_back(at.x());
      errors.push_back(at.y());
      curve.points.push_back(at);
      dots.points.push_back(at);
      dots.hints << tr("%1, %2 rows of %3 systems: %4 ± %5 K")
                        .arg(series.title, numberText(point.rows, 0), numberText(point.systems, 0),
                             numberText(point.rmseK, 1), numberText(point.sdK, 1));
      // The deviation over the splits as a bar.
      plot.curves.push_back({{},
                             {{at.x(), point.rmseK - point.sdK}, {at.x(), point.rmseK + point.sdK}},
                             colour,
                             1.0});
    }
    plot.curves.push_back(std::move(curve));
    plot.scatters.push_back(std::move(dots));
  }
  if (rows.empty())
    return {panel};
  panel.title = m_model.title;
  plot.x.range = widened(rangeOf(rows), kRoom);
  std::ranges::sort(errors);
  plot.y.range = {0.0,
                  (1.0 + kRoom) * std::min(errors.back(), kHighest * errors[errors.size() / 2])};
  return {panel};
}

QString ErrorCurves::exportName() const {
  return QStringLiteral("learning-curves");
}

DataTable ErrorCurves::data() const {
  DataTable table;
  table.headers = {QStringLiteral("model"), QStringLiteral("rows"), QStringLiteral("systems"),
                   QStringLiteral("rmse_K"), QStringLiteral("rmse_K_sd")};
  for (const auto& series : m_model.series)
    for (const auto& point : series.points)
      table.rows.push_back({series.key, point.rows, point.systems, point.rmseK, point.sdK});
  return table;
}

}  // namespace vitrine::widgets
