#include "widgets/generation/pattern_preview.h"

#include "widgets/generation/pattern_curves.h"
#include "widgets/plot/plot_range.h"
#include "widgets/theme/theme.h"

namespace vitrine::widgets {

using diffraction::AxisKind;

PatternPreview::PatternPreview(QWidget* parent)
    : PlotGroup(tr("Measured and prepared pattern"), 2, parent) {
  rebuild();
}

void PatternPreview::setModel(const PatternPreviewModel& model) {
  m_model = model;
  rebuild();
}

std::vector<PlotPanel> PatternPreview::panels(const Theme& theme) const {
  PlotPanel read;
  read.title = tr("As measured");
  read.plot.message = m_model.message;
  read.plot.x = {m_model.axis == AxisKind::Q ? tr("q (1/Å)") : tr("2θ (degrees)"),
                 m_model.positions.empty() ? PlotRange{1.0, 5.0} : rangeOf(m_model.positions)};
  read.plot.y = {tr("intensity"), widened(rangeOf(m_model.intensities), 0.05)};
  PlotCurve curve;
  curve.points = pointsOf(m_model.positions, m_model.intensities);
  curve.colour = theme.measured;
  curve.width = 1.2;
  read.plot.curves.push_back(std::move(curve));

  PlotPanel prepared;
  prepared.title = tr("Prepared");
  prepared.plot =
      drawingOf({m_model.q, m_model.prepared, m_model.mean, m_model.lower, m_model.upper},
                m_model.generator, theme);
  prepared.plot.message = m_model.failure;
  return {read, prepared};
}

QString PatternPreview::exportName() const {
  QString name = m_model.id.isEmpty() ? m_model.formula : m_model.id;
  return QStringLiteral("measured-") + name.replace(u'/', u'-');
}

DataTable PatternPreview::data() const {
  DataTable table;
  table.headers = {
      QStringLiteral("series"),    QStringLiteral("q_1/A"),   QStringLiteral("two_theta_degrees"),
      QStringLiteral("intensity"), QStringLiteral("lower90"), QStringLiteral("upper90")};
  const std::size_t place = m_model.axis == AxisKind::Q ? 1 : 2;
  for (std::size_t i = 0; i < m_model.positions.size(); ++i) {
    table.rows.push_back({QStringLiteral("measured"), {}, {}, m_model.intensities[i], {}, {}});
    table.rows.back()[place] = m_model.positions[i];
  }
  for (std::size_t i = 0; i < m_model.prepared.size(); ++i)
    table.rows.push_back(
        {QStringLiteral("prepared"), m_model.q[i], {}, m_model.prepared[i], {}, {}});
  for (std::size_t i = 0; i < m_model.mean.size(); ++i)
    table.rows.push_back({QStringLiteral("generated"),
                          m_model.q[i],
                          {},
                          m_model.mean[i],
                          m_model.lower[i],
                          m_model.upper[i]});
  return table;
}

}  // namespace vitrine::widgets
