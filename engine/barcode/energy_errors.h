#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace vitrine::barcode {

/// An energy that was predicted and is known.
struct PredictedEnergy {
  std::size_t atoms = 0;
  double knownEvPerAtom = 0.0;
  double predictedEvPerAtom = 0.0;
};

/// Errors, predicted less known, of all structures of one size (C. Liu et al., Acta Mater. 259,
/// 119281 (2023), Fig. A3). All energies in eV/atom.
struct EnergyErrors {
  std::size_t atoms = 0;
  std::size_t count = 0;
  double mean = 0.0;
  double sd = 0.0;
  double rmse = 0.0;
  double r2 = 0.0;  ///< NaN where the known energies are all equal
  double firstBin = 0.0;
  double binWidth = 0.0;
  std::vector<std::size_t> histogram;
};

/// By rising number of atoms. The bins are the same for all sizes, so that they can be laid over
/// each other.
std::vector<EnergyErrors> energyErrors(std::span<const PredictedEnergy> predicted);

}  // namespace vitrine::barcode
