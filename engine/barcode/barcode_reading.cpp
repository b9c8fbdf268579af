#include "engine/barcode/barcode_reading.h"

#include "engine/alloy/composition.h"
#include "engine/atomistic/polyhedra.h"
#include "engine/barcode/energy_model.h"
#include "engine/core/error.h"

#include <algorithm>

namespace vitrine::barcode {

namespace {

std::vector<Caution> cautionsOf(const BarcodeReading& reading, const BarcodeCard& card,
                                const alloy::Composition& alloy) {
  constexpr double kSamePercent = 1.0;
  constexpr double kManyUnknownPercent = 5.0;
  constexpr double kFewAtoms = 0.75;  // of those of a training glass
  using Kind = Caution::Kind;
  std::vector<Caution> cautions;
  const auto away = [&](const auto& each) { return alloy::distancePercent(each, alloy); };
  const auto nearest = std::ranges::min_element(card.compositions, {}, away);
  if (nearest != card.compositions.end() && away(*nearest) > kSamePercent)
    cautions.push_back({Kind::OtherComposition, away(*nearest), nearest->formula()});
  if (!reading.contrast.inside)
    cautions.push_back({.kind = Kind::EnergyOutside});
  const auto atoms = static_cast<double>(reading.counts.atoms());
  const double learned = static_cast<double>(card.environmentsSeen) /
                         static_cast<double>(std::max<std::size_t>(1, card.structures));
  if (reading.inBars == 0)
    cautions.push_back({.kind = Kind::NothingInBars});
  else if (atoms < kFewAtoms * learned)
    cautions.push_back({Kind::FewAtoms, learned});
  const double unknown = 100.0 * static_cast<double>(reading.counts.unknown) / atoms;
  if (unknown > kManyUnknownPercent)
    cautions.push_back({Kind::UnknownEnvironments, unknown});
  return cautions;
}

}  // namespace

std::vector<int> BarcodeReading::barOfAtom(const BarcodeModel& model) const {
  std::vector<int> barOf(counts.counts.size(), -1);
  for (std::size_t k = 0; k < model.bars().size(); ++k)
    barOf[model.bars()[k].environment] = static_cast<int>(k);
  std::vector<int> result;
  result.reserve(counts.ofAtom.size());
  for (const auto environment : counts.ofAtom)
    result.push_back(environment < 0 ? -1 : barOf[static_cast<std::size_t>(environment)]);
  return result;
}

BarcodeReading BarcodeReading::heldAgainst(const BarcodeModel& model,
                                           const atomistic::Structure& structure,
                                           std::optional<double> energyEvPerAtom) const {
  BarcodeReading held = *this;
  held.contrastEnergy = energyEvPerAtom.value_or(energyBars);
  held.contrast = model.reference().contrast(bars, held.contrastEnergy, inBars);
  held.cautions = cautionsOf(held, model.card(), atomistic::compositionOf(structure));
  return held;
}

BarcodeReading readBarcode(const BarcodeModel& model, const atomistic::Structure& structure,
                           std::optional<double> energyEvPerAtom, const RunContext& context) {
  if (structure.size() == 0)
    throw Error(ErrorCode::InvalidInput, "A structure without atoms has no barcode.");
  BarcodeReading reading;
  reading.counts = countEnvironments(model.environments(), model.descriptor(), structure,
                                     context.slice(0.0, 0.95));
  const auto shares = reading.counts.shares();
  Matrix row(1, shares.size());
  std::ranges::copy(shares, row.row(0).begin());
  const Matrix barcode = barcodeRows(row, model.parts().barEnvironments);
  reading.bars.assign(barcode.row(0).begin(), barcode.row(0).end());
  for (std::size_t k = 0; k < reading.bars.size(); ++k) {
    const auto& bar = model.bars()[k];
    reading.inBars += reading.counts.counts[bar.environment];
    reading.kasperShare += bar.kasper ? reading.bars[k] : 0.0;
    reading.icosahedraShare += bar.kernel == atomistic::kIcosahedron ? reading.bars[k] : 0.0;
  }
  const RunContext rest = context.slice(0.95, 1.0);
  reading.energyAll = model.parts().all->predict(row, rest).front();
  reading.energyBars = model.parts().bars->predict(barcode, rest).front();
  context.tick(1.0);
  return reading.heldAgainst(model, structure, energyEvPerAtom);
}

}  // namespace vitrine::barcode
