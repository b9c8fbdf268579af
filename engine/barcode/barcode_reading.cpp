#include "engine/barcode/barcode_reading.h"

#include "engine/alloy/composition.h"
#include "engine/atomistic/polyhedra.h"
#include "engine/barcode/energy_model.h"
#include "engine/barcode/share_sums.h"
#include "engine/core/error.h"

#include <algorithm>
#include <span>

namespace vitrine::barcode {

namespace {

std::vector<Caution> cautionsOf(const BarcodeReading& reading, const BarcodeCard& card,
                                const atomistic::Structure& structure) {
  constexpr double kStillK = 1.0;
  constexpr double kSamePercent = 1.0;
  constexpr double kManyUnknownPercent = 5.0;
  constexpr double kFewAtoms = 0.75;  // of those of a training glass
  using Kind = Caution::Kind;
  const double temperatureK = atomistic::temperatureOf(structure);
  const auto alloy = atomistic::compositionOf(structure);
  std::vector<Caution> cautions;
  if (temperatureK > kStillK)
    cautions.push_back({.kind = Kind::AtomsMove, .amount = temperatureK});
  const auto away = [&](const auto& each) { return alloy::distancePercent(each, alloy); };
  const auto nearest = std::ranges::min_element(card.compositions, {}, away);
  if (nearest != card.compositions.end() && away(*nearest) > kSamePercent)
    cautions.push_back({Kind::OtherComposition, away(*nearest), nearest->formula()});
  if (reading.contrast.isReference)
    cautions.push_back({.kind = Kind::Learned});
  if (!reading.contrast.inside)
    cautions.push_back({.kind = Kind::EnergyOutside});
  const auto atoms = static_cast<double>(reading.atoms);
  const double learned = static_cast<double>(card.environmentsSeen) /
                         static_cast<double>(std::max<std::size_t>(1, card.structures));
  if (reading.inBars == 0)
    cautions.push_back({.kind = Kind::NothingInBars});
  else if (atoms < kFewAtoms * learned)
    cautions.push_back({Kind::FewAtoms, learned});
  const double unknown = 100.0 * static_cast<double>(reading.unknown) / atoms;
  if (unknown > kManyUnknownPercent)
    cautions.push_back({Kind::UnknownEnvironments, unknown});
  return cautions;
}

/// The bar that an atom of these weights counts for most, or -1 where that is less than `least`.
int mostOf(std::span<const double> weights, std::span<const std::size_t> bars, double least) {
  int most = -1;
  double largest = 0.0;
  for (std::size_t bar = 0; bar < bars.size(); ++bar)
    if (weights[bars[bar]] >= least && weights[bars[bar]] > largest) {
      largest = weights[bars[bar]];
      most = static_cast<int>(bar);
    }
  return most;
}

}  // namespace

BarcodeReading BarcodeReading::heldAgainst(const BarcodeModel& model,
                                           const atomistic::Structure& structure,
                                           std::optional<double> energyEvPerAtom) const {
  BarcodeReading held = *this;
  held.contrast = model.reference().contrast(bars, energyEvPerAtom.value_or(energyBars), byChance);
  held.cautions = cautionsOf(held, model.card(), structure);
  return held;
}

BarcodeReading readBarcode(const BarcodeModel& model, const atomistic::Structure& structure,
                           std::optional<double> energyEvPerAtom, const RunContext& context) {
  if (structure.size() == 0)
    throw Error(ErrorCode::InvalidInput, "A structure without atoms has no barcode.");
  BarcodeReading reading;
  const auto& set = model.environments();
  const auto& bars = model.parts().barEnvironments;
  reading.atoms = structure.size();
  const double least = model.weights().atThreshold();
  ShareSums sums(set.size(), bars);
  describeUnits(model.descriptor(), structure, context.slice(0.0, 0.95),
                [&](std::size_t first, const UnitRows& rows, const RunContext& part) {
                  const auto nearest =
                      set.index.nearest(rows, squaredDistanceAt(set.settings.threshold), part);
                  for (const auto& match : nearest)
                    reading.unknown += match ? 0 : 1;
                  const Matrix weights = model.weights().of(rows, nearest, part);
                  sums.add(weights, std::span(structure.species).subspan(first, rows.size()));
                  for (std::size_t i = 0; i < weights.rows(); ++i)
                    reading.barOfAtom.push_back(mostOf(weights.row(i), bars, least));
                });
  Matrix row(1, set.size());
  std::ranges::copy(sums.shares(), row.row(0).begin());
  reading.byChance = sums.byChance();
  const Matrix barcode = barcodeRows(row, bars);
  reading.bars.assign(barcode.row(0).begin(), barcode.row(0).end());
  reading.inBars = static_cast<std::size_t>(
      std::ranges::count_if(reading.barOfAtom, [](int bar) { return bar >= 0; }));
  for (std::size_t k = 0; k < reading.bars.size(); ++k) {
    const auto& bar = model.bars()[k];
    reading.kasperShare += bar.kasper ? reading.bars[k] : 0.0;
    reading.icosahedraShare += bar.kernel == atomistic::kIcosahedron ? reading.bars[k] : 0.0;
  }
  const RunContext rest = context.slice(0.95, 1.0);
  reading.energyAll = model.parts().all->predict(row, rest).front();
  reading.energyBars = model.parts().bars->predict(sharesOf(row, bars), rest).front();
  context.tick(1.0);
  return reading.heldAgainst(model, structure, energyEvPerAtom);
}

}  // namespace vitrine::barcode
