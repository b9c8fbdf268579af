#include "engine/barcode/energy_errors.h"

#include "engine/regression/scores.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace vitrine::barcode {

std::vector<EnergyErrors> energyErrors(std::span<const PredictedEnergy> predicted) {
  constexpr std::size_t kBins = 20;
  struct Pairs {
    std::vector<double> known;
    std::vector<double> predicted;
  };
  std::map<std::size_t, Pairs> bySize;
  double largest = 0.0;
  for (const auto& each : predicted) {
    auto& pairs = bySize[each.atoms];
    pairs.known.push_back(each.knownEvPerAtom);
    pairs.predicted.push_back(each.predictedEvPerAtom);
    largest = std::max(largest, std::abs(each.predictedEvPerAtom - each.knownEvPerAtom));
  }
  std::vector<EnergyErrors> result;
  for (const auto& [atoms, pairs] : bySize) {
    auto& errors = result.emplace_back();
    const auto found = regression::scores(pairs.known, pairs.predicted);
    const auto count = static_cast<double>(pairs.known.size());
    errors.atoms = atoms;
    errors.count = pairs.known.size();
    errors.rmse = found.rmse;
    errors.r2 = found.r2;
    errors.firstBin = -largest;
    errors.binWidth = 2.0 * largest / static_cast<double>(kBins);
    errors.histogram.resize(kBins);
    for (std::size_t i = 0; i < pairs.known.size(); ++i) {
      const double error = pairs.predicted[i] - pairs.known[i];
      errors.mean += error / count;
      const double place = largest > 0.0 ? (error + largest) / errors.binWidth : 0.0;
      ++errors.histogram[std::min(kBins - 1, static_cast<std::size_t>(std::max(0.0, place)))];
    }
    errors.sd = std::sqrt(std::max(0.0, found.rmse * found.rmse - errors.mean * errors.mean));
  }
  return result;
}

}  // namespace vitrine::barcode
