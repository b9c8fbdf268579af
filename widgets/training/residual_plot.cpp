#include "widgets/training/residual_plot.h"

#include "widgets/plot/plot.h"
#include "widgets/plot/plot_range.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

namespace {

constexpr double kRoom = 0.06;

}  // namespace

ResidualPlot::ResidualPlot(QWidget* parent)
    : PlotGroup(tr("Residuals against composition"), 1, parent) {
  rebuild();
}

void ResidualPlot::setModel(const ResidualPlotModel& model) {
  m_model = model;
  rebuild();
}

std::optional<QPointF> ResidualPlot::ringed() const {
  const auto at = static_cast<std::size_t>(std::max(0, m_model.selected));
  if (m_model.selected < 0 || at >= m_model.percent.size())
    return {};
  return QPointF(m_model.percent[at], m_model.residualK[at]);
}

void ResidualPlot::setSelected(int point) {
  m_model.selected = point;
  for (Plot* plot : plots())
    plot->setHighlight(ringed());
}

std::vector<PlotPanel> ResidualPlot::panels(const Theme& theme) const {
  PlotPanel panel;
  PlotModel& plot = panel.plot;
  plot.message = m_model.message;
  plot.stale = m_model.stale;
  plot.legend = false;
  plot.x = {tr("%1 (at.%)").arg(m_model.element.isEmpty() ? tr("content") : m_model.element),
            {0.0, 100.0}};
  plot.y = {tr("predicted − measured (K)"), {-50.0, 50.0}};
  if (m_model.percent.empty())
    return {panel};
  panel.title = m_model.model;
  plot.x.range = widened(rangeOf(m_model.percent), kRoom);
  // Zero stays in the middle: one sees to which side a model errs.
  const PlotRange errors = rangeOf(m_model.residualK);
  const double most = (1.0 + kRoom) * std::max({std::abs(errors.low), std::abs(errors.high), 1.0});
  plot.y.range = {-most, most};
  plot.curves.push_back(
      {{}, {{plot.x.range.low, 0.0}, {plot.x.range.high, 0.0}}, theme.axis, 1.2, Qt::DashLine});
  PlotScatter points;
  points.colour = theme.blend;
  for (std::size_t i = 0; i < m_model.percent.size(); ++i) {
    points.points.emplace_back(m_model.percent[i], m_model.residualK[i]);
    points.hints << tr("%1: %2%3 K")
                        .arg(m_model.formulas.value(static_cast<qsizetype>(i)),
                             m_model.residualK[i] > 0.0 ? QStringLiteral("+") : QString(),
                             numberText(m_model.residualK[i], 1));
  }
  plot.scatters.push_back(std::move(points));
  plot.highlight = ringed();
  return {panel};
}

void ResidualPlot::choose(int /*panel*/, int /*scatter*/, int point) {
  emit pointChosen(point);
}

QString ResidualPlot::exportName() const {
  return QStringLiteral("residuals-") + m_model.element;
}

DataTable ResidualPlot::data() const {
  DataTable table;
  table.headers = {QStringLiteral("formula"), m_model.element + QStringLiteral("_at%"),
                   QStringLiteral("residual_K")};
  for (std::size_t i = 0; i < m_model.percent.size(); ++i)
    table.rows.push_back({m_model.formulas.value(static_cast<qsizetype>(i)), m_model.percent[i],
                          m_model.residualK[i]});
  return table;
}

}  // namespace vitrine::widgets
