#include "widgets/generation/peak_agreement.h"

#include "widgets/plot/plot_range.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <cmath>

namespace vitrine::widgets {

namespace {

using Quantity = PeakAgreementModel::Quantity;

/// The patterns that have both values, in their order.
std::vector<std::size_t> complete(const Quantity& quantity) {
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < quantity.measured.size(); ++i) {
    if (quantity.measured[i] && quantity.generated[i])
      rows.push_back(i);
  }
  return rows;
}

}  // namespace

PeakAgreement::PeakAgreement(QWidget* parent)
    : PlotGroup(tr("First peak, generated against measured"), 2, parent) {
  rebuild();
}

void PeakAgreement::setModel(const PeakAgreementModel& model) {
  m_model = model;
  rebuild();
}

PlotPanel PeakAgreement::panel(const Quantity& quantity, const QString& name,
                               const Theme& theme) const {
  PlotPanel panel;
  panel.title = name;
  PlotModel& plot = panel.plot;
  plot.message = m_model.message;
  plot.stale = m_model.stale;
  plot.equalScales = true;
  plot.x.label = tr("measured (1/Å)");
  plot.y.label = tr("generated (1/Å)");
  const auto rows = complete(quantity);
  if (rows.empty())
    return panel;
  if (std::isfinite(quantity.slope) && std::isfinite(quantity.r2))
    panel.title = tr("%1: slope %2, R² %3")
                      .arg(name, numberText(quantity.slope, 3), numberText(quantity.r2, 3));
  std::vector<double> values;
  PlotScatter dots;
  dots.colour = theme.blend;
  for (const std::size_t row : rows) {
    const QPointF at(*quantity.measured[row], *quantity.generated[row]);
    values.push_back(at.x());
    values.push_back(at.y());
    dots.points.push_back(at);
    const auto index = static_cast<qsizetype>(row);
    dots.hints << tr("%1, %2: measured %3, generated %4")
                      .arg(m_model.ids.value(index), m_model.formulas.value(index),
                           numberText(at.x(), 3), numberText(at.y(), 3));
    if (m_model.ids.value(index) == m_model.selected)
      plot.highlight = at;
  }
  const PlotRange range = widened(rangeOf(values), 0.05);
  plot.x.range = plot.y.range = range;
  PlotCurve same;
  same.points = {{range.low, range.low}, {range.high, range.high}};
  same.colour = theme.mutedText;
  same.width = 1.2;
  same.style = Qt::DashLine;
  plot.curves.push_back(std::move(same));
  plot.scatters.push_back(std::move(dots));
  return panel;
}

std::vector<PlotPanel> PeakAgreement::panels(const Theme& theme) const {
  return {panel(m_model.position, tr("Position q₁"), theme),
          panel(m_model.width, tr("Width Δq"), theme)};
}

void PeakAgreement::choose(int panel, int /*scatter*/, int point) {
  const auto rows = complete(panel == 0 ? m_model.position : m_model.width);
  emit patternChosen(
      m_model.ids.value(static_cast<qsizetype>(rows.at(static_cast<std::size_t>(point)))));
}

QString PeakAgreement::exportName() const {
  return QStringLiteral("first-peak");
}

DataTable PeakAgreement::data() const {
  const auto cell = [](const std::vector<std::optional<double>>& values, std::size_t i) {
    return i < values.size() && values[i] ? DataCell(*values[i]) : DataCell();
  };
  DataTable table;
  table.headers = {QStringLiteral("id"),
                   QStringLiteral("formula"),
                   QStringLiteral("q1_measured_1/A"),
                   QStringLiteral("q1_1/A"),
                   QStringLiteral("delta_q_measured_1/A"),
                   QStringLiteral("delta_q_1/A")};
  for (qsizetype row = 0; row < m_model.ids.size(); ++row) {
    const auto i = static_cast<std::size_t>(row);
    table.rows.push_back({m_model.ids[row], m_model.formulas.value(row),
                          cell(m_model.position.measured, i), cell(m_model.position.generated, i),
                          cell(m_model.width.measured, i), cell(m_model.width.generated, i)});
  }
  return table;
}

}  // namespace vitrine::widgets
