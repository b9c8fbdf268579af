#include "widgets/relaxation/free_energy_plot.h"

#include "widgets/export/export_actions.h"
#include "widgets/plot/plot.h"
#include "widgets/plot/ticks.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

namespace {

/// Linear between the samples; NaN outside of them.
double valueAt(const FreeEnergyPlotModel& model, double r) {
  const auto next = std::lower_bound(model.r.begin(), model.r.end(), r);
  if (next == model.r.end() || (next == model.r.begin() && *next != r))
    return std::nan("");
  const auto i = static_cast<std::size_t>(next - model.r.begin());
  if (i == 0)
    return model.freeEnergy[0];
  const double share = (r - model.r[i - 1]) / (model.r[i] - model.r[i - 1]);
  return (1 - share) * model.freeEnergy[i - 1] + share * model.freeEnergy[i];
}

/// The barrier with room for its words; near r = 0 the free energy grows without bound.
PlotRange energyRange(const FreeEnergyPlotModel& model) {
  double low = 0.0;
  double high = 1.0;
  if (model.rL && model.rB && model.barrier) {
    const double bottom = valueAt(model, *model.rL);
    const double barrier = std::max(*model.barrier, 0.05);
    return {bottom - 0.25 * barrier, bottom + 1.3 * barrier};
  }
  if (!model.freeEnergy.empty()) {
    const auto [least, most] =
        std::minmax_element(model.freeEnergy.begin(), model.freeEnergy.end());
    low = *least;
    high = std::min(*most, low + 20.0);
  }
  const double margin = std::max(0.1, 0.08 * (high - low));
  return {low - margin, high + margin};
}

constexpr int kLengthTicks = 6;

/// The scale in Å above.
void addLengths(PlotModel& plot, const FreeEnergyPlotModel& model) {
  const double d = *model.diameterA;
  const auto lengths = niceTicks(plot.x.range.low * d, plot.x.range.high * d, kLengthTicks);
  for (const double length : lengths)
    plot.topTicks.push_back({length / d, numberText(length, tickDecimals(lengths))});
  plot.topLabel =
      FreeEnergyPlot::tr("r (Å) with d = %1 Å, %2").arg(numberText(d, 2), model.diameterSource);
}

PlotModel drawing(const FreeEnergyPlotModel& model, const Theme& theme) {
  PlotModel plot;
  plot.stale = model.stale;
  plot.message = model.message;
  plot.x.label = FreeEnergyPlot::tr("displacement r/d");
  plot.y.label = FreeEnergyPlot::tr("F(r)/kT");
  plot.x.range = {0.0, model.r.empty() ? 0.6 : model.r.back()};
  plot.y.range = energyRange(model);
  plot.legendCorner = Qt::TopRightCorner;
  if (model.r.empty())
    return plot;
  if (model.diameterA)
    addLengths(plot, model);
  PlotCurve curve;
  curve.name = FreeEnergyPlot::tr("Φ = %1").arg(numberText(model.phi, 4));
  if (!model.temperature.isEmpty())
    curve.name += QStringLiteral(", ") + model.temperature;
  curve.colour = theme.blend;
  curve.width = 2.2;
  for (std::size_t i = 0; i < model.r.size(); ++i)
    curve.points.emplace_back(model.r[i], model.freeEnergy[i]);
  plot.curves.push_back(std::move(curve));
  if (!model.rL || !model.rB || !model.barrier)
    return plot;

  const double bottom = valueAt(model, *model.rL);
  const double top = valueAt(model, *model.rB);
  plot.markers.push_back({Qt::Vertical, *model.rL,
                          QStringLiteral("r<sub>L</sub> = ") + numberText(*model.rL, 4),
                          theme.mutedText});
  plot.markers.push_back({Qt::Vertical, *model.rB,
                          QStringLiteral("r<sub>B</sub> = ") + numberText(*model.rB, 3),
                          theme.mutedText});
  plot.arrows.push_back({{*model.rB, bottom},
                         {*model.rB, top},
                         QStringLiteral("F<sub>B</sub> = %1 kT").arg(numberText(*model.barrier, 2)),
                         theme.accent,
                         true});
  plot.arrows.push_back({{*model.rL, bottom},
                         {*model.rB, bottom},
                         QStringLiteral("Δr = ") + numberText(*model.rB - *model.rL, 3),
                         theme.accent,
                         true});
  return plot;
}

}  // namespace

FreeEnergyPlot::FreeEnergyPlot(QWidget* parent) : QWidget(parent), m_plot(new Plot(this)) {
  setAccessibleName(tr("Dynamic free energy"));
  m_plot->setAccessibleName(tr("Dynamic free energy against displacement"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_plot);
  new ExportActions(this, *this);
  m_plot->setModel(drawing(m_model, themeOf(*this)));
}

void FreeEnergyPlot::setModel(const FreeEnergyPlotModel& model) {
  m_model = model;
  m_plot->setModel(drawing(m_model, themeOf(*this)));
  QString text = model.message;
  if (model.barrier)
    text =
        tr("barrier %1 kT at Φ = %2").arg(numberText(*model.barrier, 2), numberText(model.phi, 4));
  m_plot->setAccessibleDescription(text);
}

void FreeEnergyPlot::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange)
    m_plot->setModel(drawing(m_model, themeOf(*this)));
  QWidget::changeEvent(event);
}

QString FreeEnergyPlot::exportName() const {
  return QStringLiteral("free-energy-%1").arg(m_model.phi, 0, 'f', 4);
}

QSizeF FreeEnergyPlot::exportSize() const {
  return {560, 420};
}

void FreeEnergyPlot::renderTo(QPainter& painter, const QRectF& area) const {
  const Theme& colours = theme(false);
  Plot::draw(drawing(m_model, colours), colours, painter, area, m_plot->visibleX(),
             m_plot->visibleY());
}

DataTable FreeEnergyPlot::data() const {
  DataTable table;
  table.headers = {QStringLiteral("r/d"), QStringLiteral("F/kT")};
  if (m_model.diameterA)
    table.headers << QStringLiteral("r_A");
  for (std::size_t i = 0; i < m_model.r.size(); ++i) {
    table.rows.push_back({m_model.r[i], m_model.freeEnergy[i]});
    if (m_model.diameterA)
      table.rows.back().emplace_back(m_model.r[i] * *m_model.diameterA);
  }
  return table;
}

}  // namespace vitrine::widgets
