#include "app/cli/barcode_verbs.h"
#include "app/cli/options.h"
#include "app/cli/tasks.h"
#include "engine/alloy/element.h"
#include "engine/atomistic/polyhedra.h"

#include <array>

namespace vitrine::cli {

namespace {

constexpr std::array kTasks{
    Task{"train", "Learn the energy of inherent structures from local environments", barcodeTrain},
    Task{"read", "The barcode of glasses: environments, energy, heterogeneity", barcodeRead},
};

}  // namespace

void barcode(const Call& call) {
  runTask("barcode", kTasks, call);
}

Json barsJson(const barcode::BarcodeModel& model) {
  Json bars = Json::array();
  for (const auto& bar : model.bars())
    bars.push_back(
        {{"environment", bar.environment},
         {"element", alloy::element(model.environments().sources[bar.environment].species).symbol},
         {"kernel", atomistic::indexText(bar.kernel)},
         {"group", bar.kasper ? 1 : 2},
         {"importance_eV_per_atom", bar.importance},
         {"mean_share", bar.meanShare},
         {"energy_correlation", bar.energyCorrelation}});
  return bars;
}

}  // namespace vitrine::cli
