#include "app/glass/pair_curves.h"

#include "widgets/alloy/element_names.h"
#include "widgets/theme/units.h"

#include <QCoreApplication>

#include <map>
#include <utility>

namespace vitrine::app {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(vitrine::app::PairCurves)
};

QString withGlass(const QString& curve, const QString& glass) {
  return glass.isEmpty() ? curve : Words::tr("%1, %2").arg(curve, glass);
}

}  // namespace

std::vector<widgets::CurvesPanel> pairPanels(const std::vector<NamedPairs>& glasses) {
  widgets::CurvesPanel total;
  total.title = Words::tr("All atoms");
  widgets::CurvesPanel partial;
  partial.title = Words::tr("By elements");
  widgets::CurvesPanel factor;
  factor.title = Words::tr("As X-rays see it");
  factor.xLabel = Words::tr("q (1/Å)");
  factor.yLabel = Words::tr("S(q)");
  for (widgets::CurvesPanel* panel : {&total, &partial}) {
    panel->xLabel = Words::tr("r (Å)");
    panel->yLabel = Words::tr("g(r)");
  }
  std::map<std::pair<int, int>, int> colourOf;
  int glass = 0;
  for (const auto& [name, analysis] : glasses) {
    const auto& pairs = analysis->pairs;
    total.curves.push_back(
        {name, pairs.r, pairs.total, glasses.size() > 1 ? glass + 1 : 0, glass > 0});
    factor.curves.push_back({name, analysis->factor.q,
                             atomistic::xrayStructureFactor(analysis->factor),
                             glasses.size() > 1 ? glass + 1 : 0, glass > 0});
    if (glasses.size() == 1 && analysis->peak)
      factor.markers.push_back(
          {Qt::Vertical,
           analysis->peak->direct.shape.q1,
           Words::tr("%1 1/Å").arg(widgets::numberText(analysis->peak->direct.shape.q1, 3)),
           {}});
    for (const auto& each : pairs.partials) {
      const QString elements =
          widgets::elementSymbol(each.first) + u'–' + widgets::elementSymbol(each.second);
      // One colour and one name for both glasses: the second is dashed, as the title says.
      const auto [at, isNew] =
          colourOf.try_emplace({each.first, each.second}, static_cast<int>(colourOf.size()) + 1);
      partial.curves.push_back({withGlass(elements, name), pairs.r, each.g, at->second, glass > 0,
                                isNew ? elements : QString()});
    }
    if (glass > 0)
      partial.title = Words::tr("By elements (dashed: right glass)");
    if (glasses.size() == 1 && analysis->shells)
      total.markers.push_back(
          {Qt::Vertical,
           analysis->shells->firstPeak.rA,
           Words::tr("%1 Å").arg(widgets::numberText(analysis->shells->firstPeak.rA, 2)),
           {}});
    ++glass;
  }
  return {total, partial, factor};
}

}  // namespace vitrine::app
