#include "app/glass/quench_page.h"

#include "app/glass/quench_form.h"
#include "engine/alloy/formula.h"
#include "engine/simulation/glass_transition.h"
#include "widgets/theme/units.h"

namespace vitrine::app {

QuenchPage::QuenchPage(Session& session, Settings& settings, GlassImport& import, QWidget* parent)
    : RunPage(tr("the quench"), session, import, parent) {
  setForm(new QuenchForm(session, settings, run(), this));
}

QString QuenchPage::resultFile() const {
  return QStringLiteral("glass.data");
}

QString QuenchPage::doneText() const {
  return tr("Done: %1. Above the volumes stands the Tg where their two straight parts meet, and in "
            "brackets how far it moves with the windows of the fits. Its inherent structure, which "
            "the barcode is meant for, is %2.")
      .arg(run().order().name, run().order().folder + QStringLiteral("/inherent.data"));
}

std::vector<widgets::CurvesPanel> QuenchPage::panels() const {
  widgets::CurvesPanel volume;
  volume.xLabel = tr("T (K)");
  volume.yLabel = tr("volume (Å³/atom)");
  volume.points = true;
  volume.legendCorner = Qt::TopLeftCorner;
  widgets::CurvesPanel energy = volume;
  energy.yLabel = tr("energy (eV/atom)");
  if (run().points().empty()) {
    volume.message = run().isRunning() ? tr("The run begins.") : tr("Quench an alloy.");
    energy.message = volume.message;
  }
  volume.curves = stageCurves(run().points(), &RunPoint::temperatureK, &RunPoint::volumeA3);
  energy.curves = stageCurves(run().points(), &RunPoint::temperatureK, &RunPoint::energyEV);
  if (!run().isRunning())
    volume.title = transitionText();
  return {volume, energy};
}

/// Tg of the cooling with how far it moves; empty where there is none.
QString QuenchPage::transitionText() const {
  std::vector<simulation::VolumePoint> cooling;
  for (const RunPoint& point : run().points())
    if (point.stage == QLatin1String("quench"))
      cooling.push_back({point.temperatureK, point.volumeA3});
  const auto made = alloy::parseFormula(run().order().formula.toStdString()).composition;
  if (!made)
    return {};
  const auto found =
      simulation::estimateTransition(cooling, simulation::expectedTransitionK(*made));
  if (!found)
    return {};
  return tr("Tg %1 K (%2)")
      .arg(widgets::numberText(found->fit.temperatureK, 0),
           widgets::rangeText(found->lowestK, found->highestK, 0));
}

}  // namespace vitrine::app
