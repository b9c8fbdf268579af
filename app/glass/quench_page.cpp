#include "app/glass/quench_page.h"

#include "app/glass/quench_form.h"
#include "widgets/theme/units.h"

#include <QJsonObject>

namespace vitrine::app {

QuenchPage::QuenchPage(Session& session, Settings& settings, GlassImport& import, QWidget* parent)
    : RunPage(tr("the quench"), session, import, parent) {
  setForm(new QuenchForm(session, settings, run(), this));
}

QString QuenchPage::resultFile() const {
  return QStringLiteral("glass.data");
}

QString QuenchPage::doneText() const {
  const QString transition =
      transitionText().isEmpty()
          ? tr("Its volumes show no Tg, as no two straight parts of them meet.")
          : tr("Above the volumes stands the Tg where their two straight parts meet, and in "
               "brackets how far it moves with the windows of the fits.");
  return tr("Done: %1. %2 Its inherent structure, which the barcode is meant for, is %3.")
      .arg(run().order().name, transition, run().order().folder + QStringLiteral("/inherent.data"));
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
  volume.title = transitionText();
  return {volume, energy};
}

/// Tg of the run with how far it moves, as the run tells it at its end; empty where there is none.
QString QuenchPage::transitionText() const {
  if (!run().result())
    return {};
  const QJsonObject transition = run().result()->value(QLatin1String("transition")).toObject();
  if (transition.isEmpty())
    return {};
  const auto kelvin = [&](const char* key) {
    return transition.value(QLatin1String(key)).toDouble();
  };
  return tr("Tg %1 K (%2)")
      .arg(widgets::numberText(kelvin("tg_K"), 0),
           widgets::rangeText(kelvin("lowest_K"), kelvin("highest_K"), 0));
}

}  // namespace vitrine::app
