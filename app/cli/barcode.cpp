#include "app/cli/barcode_verbs.h"
#include "app/cli/options.h"
#include "app/cli/tasks.h"
#include "engine/alloy/element.h"
#include "engine/atomistic/polyhedra.h"
#include "engine/atomistic/structure_file.h"
#include "engine/core/error.h"

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

std::vector<int> elementsOfTypes(const std::string& text) {
  std::vector<int> elements;
  if (text.empty())
    return elements;
  for (const auto& symbol : parts(text, ',')) {
    const auto* element = alloy::findElement(symbol);
    if (element == nullptr)
      throw Error(ErrorCode::InvalidInput,
                  std::string("--elements: \"").append(symbol).append("\" is not an element."));
    elements.push_back(element->atomicNumber);
  }
  return elements;
}

atomistic::Structure glassFrom(const std::filesystem::path& file, const std::vector<int>& elements,
                               const RunContext& context) {
  auto typed = atomistic::readStructure(file, context);
  try {
    const bool named = typed.knowsElements();
    return atomistic::withElements(std::move(typed), named ? std::vector<int>() : elements);
  } catch (const Error& error) {
    throw Error(error.code(),
                file.string()
                    .append(": ")
                    .append(error.what())
                    .append(" Name them with --elements, e.g. --elements Cu,Zr."),
                error.detail());
  }
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
