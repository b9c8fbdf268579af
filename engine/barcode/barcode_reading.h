#pragma once

#include "engine/atomistic/structure.h"
#include "engine/barcode/barcode_model.h"
#include "engine/barcode/caution.h"
#include "engine/core/run_context.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace vitrine::barcode {

/// What a barcode model says about a glass.
struct BarcodeReading {
  std::size_t atoms = 0;
  std::size_t unknown = 0;   ///< atoms below the threshold to every environment of the model
  std::vector<double> bars;  ///< the barcode; its sum is 1, or 0 where no atom counts
  /// Of each bar, the standard deviation that chance gives, see ShareSums.
  std::vector<double> byChance;
  /// The bar each atom is most similar to, or -1 where it is below the threshold to all.
  std::vector<int> barOfAtom;
  std::size_t inBars = 0;        ///< atoms that have one
  double energyAll = 0.0;        ///< predicted from all environments, eV/atom
  double energyBars = 0.0;       ///< predicted from the bars, eV/atom
  double kasperShare = 0.0;      ///< of the bars, group 1; group 2 is the rest
  double icosahedraShare = 0.0;  ///< of the bars with an icosahedron as kernel
  /// Against thermally processed glasses of the same energy: the known one where it is given, the
  /// one predicted from the bars otherwise.
  BarcodeContrast contrast;
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
