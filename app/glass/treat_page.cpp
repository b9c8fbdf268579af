#include "app/glass/treat_page.h"

#include "app/glass/treat_form.h"
#include "widgets/theme/units.h"

#include <QJsonObject>

namespace vitrine::app {

TreatPage::TreatPage(Session& session, Settings& settings, GlassDesk& desk, GlassImport& import,
                     QWidget* parent)
    : RunPage(tr("the treatment"), session, import, parent) {
  setForm(new TreatForm(session, settings, desk, run(), this));
}

QString TreatPage::resultFile() const {
  return QStringLiteral("inherent.data");
}

QString TreatPage::doneText() const {
  const double energyEV = run().result()->value(QLatin1String("inherent_energy_eV")).toDouble();
  return tr("Done: the inherent structure, %1 eV/atom, is on the left as %2; the atoms as the "
            "treatment left them are in %3.")
      .arg(widgets::numberText(energyEV, 4), run().order().name, run().order().folder);
}

std::vector<widgets::CurvesPanel> TreatPage::panels() const {
  widgets::CurvesPanel energy;
  energy.xLabel = tr("t (ps)");
  energy.yLabel = tr("energy (eV/atom)");
  energy.points = true;
  widgets::CurvesPanel moved;
  moved.xLabel = energy.xLabel;
  moved.title = tr("Mean square displacement");
  moved.yLabel = tr("⟨Δr²⟩ (Å²)");
  moved.legendCorner = Qt::BottomRightCorner;
  energy.curves = stageCurves(run().points(), &RunPoint::timePs, &RunPoint::energyEV);
  moved.curves = displacementCurves();
  QString waits = run().isRunning() ? tr("The run begins.") : tr("Treat a glass.");
  if (run().result())
    waits = tr("Minimising has no course in time.");
  if (energy.curves.empty())
    energy.message = waits;
  if (moved.curves.empty())
    moved.message = waits;
  return {energy, moved};
}

}  // namespace vitrine::app
