#pragma once

#include "engine/atomistic/structure.h"
#include "engine/barcode/barcode_model.h"
#include "engine/barcode/caution.h"
#include "engine/barcode/environment_counts.h"
#include "engine/core/run_context.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace vitrine::barcode {

/// What a barcode model says about a glass.
struct BarcodeReading {
  EnvironmentCounts counts;  ///< of all unique environments
  std::vector<double> bars;  ///< the barcode; its sum is 1, or 0 where no atom counts
  std::vector<double>
      byChance;                ///< of each bar, standard deviation that chance gives, see ShareSums
  std::vector<int> barOfAtom;  ///< the bar each atom counts for most, or -1 for none
  std::size_t inBars = 0;      ///< atoms that count for any
  double energyAll = 0.0;      ///< predicted from all environments, eV/atom
  double energyBars = 0.0;     ///< predicted from the bars, eV/atom
  double kasperShare = 0.0;    ///< of the bars, group 1; group 2 is the rest
  double icosahedraShare = 0.0;  ///< of the bars with an icosahedron as kernel
  /// Against thermally processed glasses of the same energy: the measured one where it is given,
  /// the one predicted from the bars otherwise.
  BarcodeContrast contrast;
  double contrastEnergy = 0.0;    ///< eV/atom
  std::vector<Caution> cautions;  ///< why the numbers may not be trusted

  /// The same structure, held against glasses of another energy, eV/atom; of the predicted one for
  /// none.
  [[nodiscard]] BarcodeReading heldAgainst(const BarcodeModel& model,
                                           const atomistic::Structure& structure,
                                           std::optional<double> energyEvPerAtom) const;
};

/// Reads a glass of any size.
/// @param energyEvPerAtom  of its inherent structure, where it is known
/// @throws Error (InvalidInput) for an element that the model does not know; Cancelled
BarcodeReading readBarcode(const BarcodeModel& model, const atomistic::Structure& structure,
                           std::optional<double> energyEvPerAtom, const RunContext& context);

}  // namespace vitrine::barcode
