#include "widgets/generation/training_curves.h"

#include "widgets/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

namespace {

using Point = TrainingCurvesModel::Point;

/// What is not there or not positive interrupts the line.
template <class Value>
PlotCurve curveOf(const std::vector<Point>& points, const QString& name, const QColor& colour,
                  Value value) {
  PlotCurve curve;
  curve.name = name;
  curve.colour = colour;
  for (const Point& point : points) {
    const std::optional<double> known = value(point);
    curve.points.emplace_back(point.step,
                              known && *known > 0.0 ? std::log10(*known) : std::nan(""));
  }
  return curve;
}

/// Whole tenths of a power of ten, so that the axis moves seldom while the curves grow.
PlotRange steadyRange(const std::vector<PlotCurve>& curves) {
  double low = 1e300;
  double high = -1e300;
  for (const PlotCurve& curve : curves) {
    for (const QPointF& point : curve.points) {
      if (std::isfinite(point.y())) {
        low = std::min(low, point.y());
        high = std::max(high, point.y());
      }
    }
  }
  if (low > high)
    return {0.0, 2.0};
  constexpr double kParts = 5.0;
  return {std::floor(kParts * low - 0.5) / kParts, std::ceil(kParts * high + 0.5) / kParts};
}

}  // namespace

TrainingCurves::TrainingCurves(QWidget* parent)
    : PlotGroup(tr("Training of the network"), 2, parent) {
  rebuild();
}

void TrainingCurves::setModel(const TrainingCurvesModel& model) {
  m_model = model;
  rebuild();
}

std::vector<PlotPanel> TrainingCurves::panels(const Theme& theme) const {
  const auto& points = m_model.points;
  PlotPanel errors;
  errors.title = tr("Error of the patterns");
  errors.plot.curves = {
      curveOf(points, tr("learned from"), theme.derived,
              [](const Point& point) { return std::optional(point.trainingMse); }),
      curveOf(points, tr("set aside"), theme.blend,
              [](const Point& point) { return point.validationMse; })};
  errors.plot.y.label = tr("mean squared error");
  errors.plot.message = m_model.message;
  PlotPanel losses;
  losses.title = tr("Losses of the game");
  losses.plot.curves = {curveOf(points, tr("generator"), theme.derived,
                                [](const Point& point) { return point.generatorLoss; }),
                        curveOf(points, tr("discriminator"), theme.blend,
                                [](const Point& point) { return point.discriminatorLoss; })};
  losses.plot.y.label = tr("loss");
  std::vector<PlotPanel> panels{errors, losses};
  for (PlotPanel& panel : panels) {
    panel.plot.legendCorner = Qt::TopRightCorner;
    panel.plot.x.label = tr("step");
    panel.plot.x.range = {0.0, static_cast<double>(std::max(m_model.steps, 1))};
    panel.plot.y.range = steadyRange(panel.plot.curves);
    panel.plot.y.logarithmic = true;
    if (m_model.bestStep > 0)
      panel.plot.markers.push_back(
          {Qt::Vertical, static_cast<double>(m_model.bestStep), tr("kept"), theme.mutedText});
  }
  return panels;
}

QString TrainingCurves::exportName() const {
  return QStringLiteral("training");
}

DataTable TrainingCurves::data() const {
  const auto cell = [](const std::optional<double>& value) {
    return value ? DataCell(*value) : DataCell();
  };
  DataTable table;
  table.headers = {QStringLiteral("step"), QStringLiteral("training_mse"),
                   QStringLiteral("validation_mse"), QStringLiteral("generator_loss"),
                   QStringLiteral("discriminator_loss")};
  for (const Point& point : m_model.points)
    table.rows.push_back({static_cast<double>(point.step), point.trainingMse,
                          cell(point.validationMse), cell(point.generatorLoss),
                          cell(point.discriminatorLoss)});
  return table;
}

}  // namespace vitrine::widgets
