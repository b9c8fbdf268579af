#include "widgets/calphad/phase_fraction_plot.h"

#include "widgets/plot/plot.h"
#include "widgets/theme/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vitrine::widgets {

namespace {

constexpr double kPercent = 100.0;
constexpr std::array kStyles{Qt::SolidLine, Qt::DashLine, Qt::DotLine};

/// A phase is drawn where it is, down to nothing on either side.
bool isThere(const std::vector<double>& fractions, std::size_t i) {
  return fractions[i] > 0.0 || (i > 0 && fractions[i - 1] > 0.0) ||
         (i + 1 < fractions.size() && fractions[i + 1] > 0.0);
}

/// The corner of the cold alloy that its curves leave free.
Qt::Corner freeCorner(const calphad::PhaseFractions& fractions) {
  double most = 0.0;
  for (const auto& phase : fractions.phases) {
    for (std::size_t i = 0; i < phase.fractions.size() / 3; ++i)
      most = std::max(most, phase.fractions[i]);
  }
  return most > 0.7 ? Qt::BottomLeftCorner : Qt::TopLeftCorner;
}

}  // namespace

PhaseFractionPlot::PhaseFractionPlot(QWidget* parent)
    : PlotGroup(tr("Phase fractions"), 1, parent) {
  rebuild();
  Plot* plot = plots().front();
  connect(plot, &Plot::cursorMoved, this,
          [this](QPointF at) { emit readOut(readOutAt(toKelvin(at.x(), m_model.unit))); });
  connect(plot, &Plot::cursorLeft, this, [this] { emit readOut({}); });
}

void PhaseFractionPlot::setModel(const PhaseFractionModel& model) {
  m_model = model;
  rebuild();
}

QString PhaseFractionPlot::readOutAt(double temperatureK) const {
  if (!m_model.fractions)
    return {};
  const auto& temperatures = m_model.fractions->temperaturesK;
  const auto above = std::lower_bound(temperatures.begin(), temperatures.end(), temperatureK);
  if (above == temperatures.end() || (above == temperatures.begin() && temperatureK < *above))
    return {};
  auto index = static_cast<std::size_t>(above - temperatures.begin());
  if (index > 0 && temperatureK - temperatures[index - 1] < temperatures[index] - temperatureK)
    --index;
  QStringList shares;
  for (const auto& phase : m_model.fractions->phases) {
    if (phase.fractions[index] > 0.0)
      shares << QStringLiteral("%1 %2 %").arg(QString::fromStdString(phase.name),
                                              numberText(kPercent * phase.fractions[index], 1));
  }
  return QStringLiteral("%1: %2").arg(temperatureText(temperatures[index], m_model.unit),
                                      shares.join(QStringLiteral(", ")));
}

std::vector<PlotPanel> PhaseFractionPlot::panels(const Theme& theme) const {
  PlotPanel panel;
  panel.title = m_model.fractions ? m_model.alloy : QString();
  PlotModel& plot = panel.plot;
  plot.x = {QStringLiteral("T (%1)").arg(unitSymbol(m_model.unit)),
            {toDisplay(500.0, m_model.unit), toDisplay(2000.0, m_model.unit)}};
  plot.y = {tr("share of the atoms (%)"), {0.0, 102.0}};
  plot.stale = m_model.stale;
  plot.message = m_model.message;
  if (!m_model.fractions || m_model.fractions->temperaturesK.empty())
    return {panel};
  plot.legendCorner = freeCorner(*m_model.fractions);
  const auto& temperatures = m_model.fractions->temperaturesK;
  plot.x.range = {toDisplay(temperatures.front(), m_model.unit),
                  toDisplay(temperatures.back(), m_model.unit)};
  for (std::size_t p = 0; p < m_model.fractions->phases.size(); ++p) {
    const auto& phase = m_model.fractions->phases[p];
    PlotCurve curve;
    curve.name = QString::fromStdString(phase.name);
    curve.colour = p == 0 ? theme.blend : theme.models[(p - 1) % theme.models.size()];
    curve.style = kStyles[(p == 0 ? 0 : (p - 1) / theme.models.size()) % kStyles.size()];
    for (std::size_t i = 0; i < temperatures.size(); ++i)
      curve.points.emplace_back(
          toDisplay(temperatures[i], m_model.unit),
          isThere(phase.fractions, i) ? kPercent * phase.fractions[i] : std::nan(""));
    plot.curves.push_back(std::move(curve));
  }
  return {panel};
}

QString PhaseFractionPlot::exportName() const {
  return m_model.alloy.isEmpty() ? QStringLiteral("phase-fractions")
                                 : QStringLiteral("phase-fractions-") + m_model.alloy;
}

DataTable PhaseFractionPlot::data() const {
  DataTable table;
  table.headers = {QStringLiteral("T_K")};
  if (!m_model.fractions)
    return table;
  for (const auto& phase : m_model.fractions->phases)
    table.headers << QString::fromStdString(phase.name);
  for (std::size_t i = 0; i < m_model.fractions->temperaturesK.size(); ++i) {
    std::vector<DataCell> row{m_model.fractions->temperaturesK[i]};
    for (const auto& phase : m_model.fractions->phases)
      row.emplace_back(phase.fractions[i]);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace vitrine::widgets
