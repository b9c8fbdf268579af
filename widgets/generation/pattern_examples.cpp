#include "widgets/generation/pattern_examples.h"

#include "widgets/theme/units.h"

namespace vitrine::widgets {

PatternExamples::PatternExamples(QWidget* parent)
    : PlotGroup(tr("Best and worst examples"), kInARow, parent) {
  rebuild();
}

void PatternExamples::setModel(const PatternExamplesModel& model) {
  m_model = model;
  rebuild();
}

std::vector<PlotPanel> PatternExamples::panels(const Theme& theme) const {
  std::vector<PlotPanel> panels;
  for (const auto& example : m_model.examples) {
    PlotPanel panel;
    const QString words = example.isBest ? tr("Best: %1, error %2") : tr("Worst: %1, error %2");
    panel.title = words.arg(subscripted(example.formula), numberText(example.mse, 2));
    panel.plot = drawingOf(example.curves, m_model.generator, theme);
    panel.plot.stale = m_model.stale;
    // One legend for all; below, where a pattern that was met well leaves room.
    panel.plot.legendCorner = Qt::BottomLeftCorner;
    if (!panels.empty()) {
      for (auto& band : panel.plot.bands)
        band.name.clear();
      for (auto& curve : panel.plot.curves)
        curve.name.clear();
    }
    panels.push_back(std::move(panel));
  }
  if (panels.empty()) {
    panels.push_back({{}, drawingOf(PatternCurves(), {}, theme)});
    panels.back().plot.message = m_model.message;
  }
  return panels;
}

QString PatternExamples::exportName() const {
  return QStringLiteral("examples");
}

DataTable PatternExamples::data() const {
  DataTable table;
  table.headers = {QStringLiteral("id"),       QStringLiteral("formula"),
                   QStringLiteral("mse"),      QStringLiteral("q_1/A"),
                   QStringLiteral("measured"), QStringLiteral("generated"),
                   QStringLiteral("lower90"),  QStringLiteral("upper90")};
  for (const auto& example : m_model.examples) {
    const PatternCurves& curves = example.curves;
    for (std::size_t i = 0; i < curves.q.size(); ++i)
      table.rows.push_back({example.id, example.formula, example.mse, curves.q[i],
                            curves.measured[i], curves.mean[i], curves.lower[i], curves.upper[i]});
  }
  return table;
}

}  // namespace vitrine::widgets
