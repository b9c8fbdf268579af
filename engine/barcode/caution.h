#pragma once

#include <string>

namespace vitrine::barcode {

/// Why the numbers of a reading may not be trusted.
struct Caution {
  enum class Kind {
    AtomsMove,            ///< at `amount` K: it is no inherent structure
    OtherComposition,     ///< `amount` at.% from `formula`, the nearest that was learned
    Learned,              ///< the model learned from this very glass
    EnergyOutside,        ///< of that of the glasses that were learned
    NothingInBars,        ///< no atom of it
    FewAtoms,             ///< fewer than the `amount` of the glasses that were learned
    UnknownEnvironments,  ///< `amount` % of them
  };
  Kind kind = Kind::EnergyOutside;
  double amount = 0.0;
  std::string formula = {};
};

/// One sentence in English, for the command line.
std::string cautionText(const Caution& caution);

}  // namespace vitrine::barcode
