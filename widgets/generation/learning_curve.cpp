#include "widgets/generation/learning_curve.h"

#include "widgets/plot/plot_range.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <cmath>

namespace vitrine::widgets {

namespace {

constexpr double kRoom = 0.08;

}  // namespace

LearningCurve::LearningCurve(QWidget* parent) : PlotGroup(tr("Learning curve"), 1, parent) {
  rebuild();
}

void LearningCurve::setModel(const LearningCurveModel& model) {
  m_model = model;
  rebuild();
}

std::vector<PlotPanel> LearningCurve::panels(const Theme& theme) const {
  PlotPanel panel;
  if (!m_model.points.empty())
    panel.title = tr("%1, judged by %2 patterns").arg(m_model.generator).arg(m_model.judgedBy);
  PlotModel& plot = panel.plot;
  plot.message = m_model.message;
  plot.stale = m_model.stale;
  plot.legendCorner = Qt::TopRightCorner;
  plot.x = {tr("patterns learned from"), {1.0, 3.0}, true};
  plot.y = {tr("mean squared error"), {0.0, 2.0}, true};
  std::vector<double> counts;
  std::vector<double> errors;
  const auto add = [&](const QString& name, const QColor& colour, Qt::PenStyle style,
                       double LearningCurveModel::Point::*error) {
    PlotCurve curve;
    curve.colour = colour;
    curve.style = style;
    PlotScatter dots;
    dots.name = name;
    dots.colour = colour;
    dots.size = 7.0;
    dots.opacity = 1.0;
    for (const auto& point : m_model.points) {
      if (!(point.*error > 0.0))
        continue;
      const QPointF at(std::log10(point.patterns), std::log10(point.*error));
      counts.push_back(at.x());
      errors.push_back(at.y());
      curve.points.push_back(at);
      dots.points.push_back(at);
      dots.hints << tr("%1 patterns: %2").arg(point.patterns).arg(numberText(point.*error, 2));
    }
    plot.curves.push_back(std::move(curve));
    plot.scatters.push_back(std::move(dots));
  };
  add(tr("mean"), theme.blend, Qt::SolidLine, &LearningCurveModel::Point::meanMse);
  add(tr("median"), theme.derived, Qt::DashLine, &LearningCurveModel::Point::medianMse);
  if (!counts.empty()) {
    plot.x.range = widened(rangeOf(counts), kRoom);
    plot.y.range = widened(rangeOf(errors), kRoom);
  }
  return {panel};
}

QString LearningCurve::exportName() const {
  return QStringLiteral("learning-curve");
}

DataTable LearningCurve::data() const {
  DataTable table;
  table.headers = {QStringLiteral("patterns"), QStringLiteral("mean_mse"),
                   QStringLiteral("median_mse")};
  for (const auto& point : m_model.points)
    table.rows.push_back({static_cast<double>(point.patterns), point.meanMse, point.medianMse});
  return table;
}

}  // namespace vitrine::widgets
