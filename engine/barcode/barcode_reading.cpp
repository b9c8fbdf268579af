#include "engine/barcode/barcode_reading.h"

#include "engine/alloy/composition.h"
#include "engine/atomistic/polyhedra.h"
#include "engine/barcode/energy_model.h"
#include "engine/core/error.h"

#include <algorithm>
#include <cmath>

namespace vitrine::barcode {

namespace {

std::string withOneDecimal(double value) {
  const auto tenths = std::lround(10.0 * value);
  return std::to_string(tenths / 10).append(".").append(std::to_string(tenths % 10));
}

/// Of an alloy other than any that was learned.
void addComposition(const BarcodeCard& card, const alloy::Composition& alloy,
                    std::vector<std::string>& cautions) {
  constexpr double kSamePercent = 1.0;
  const auto& known = card.compositions;
  const auto nearest = std::ranges::min_element(
      known, {}, [&](const auto& each) { return alloy::distancePercent(each, alloy); });
  if (nearest == known.end() || alloy::distancePercent(*nearest, alloy) <= kSamePercent)
    return;
  cautions.push_back(
      std::string("The model learned from ")
          .append(nearest->formula())
          .append(", ")
          .append(withOneDecimal(alloy::distancePercent(*nearest, alloy)))
          .append(" at.% away: another composition shifts the energy by more than its structure "
                  "does, and shares of bars cannot be held against its reference."));
}

std::vector<std::string> cautionsOf(const BarcodeReading& reading, const BarcodeCard& card,
                                    const alloy::Composition& alloy) {
  constexpr double kManyUnknown = 0.05;
  constexpr double kFewAtoms = 0.75;  // of those of a training glass
  std::vector<std::string> cautions;
  addComposition(card, alloy, cautions);
  if (!reading.contrast.inside)
    cautions.emplace_back("Its energy is outside that of the glasses the model learned from.");
  const double learned = static_cast<double>(card.environmentsSeen) /
                         static_cast<double>(std::max<std::size_t>(1, card.structures));
  if (reading.inBars == 0)
    cautions.emplace_back("None of its atoms is in a bar: it is no glass that the model knows.");
  else if (static_cast<double>(reading.counts.atoms()) < kFewAtoms * learned)
    cautions.push_back(std::string("It has fewer atoms than the ")
                           .append(std::to_string(std::lround(learned)))
                           .append(" of the glasses the model learned from, so chance alone makes "
                                   "it look uneven."));
  const double unknown =
      static_cast<double>(reading.counts.unknown) / static_cast<double>(reading.counts.atoms());
  if (unknown > kManyUnknown)
    cautions.push_back(withOneDecimal(100.0 * unknown)
                           .append(" % of its environments are unknown to the model; its energy is "
                                   "a guess."));
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
