#pragma once

#include "engine/calphad/database.h"
#include "engine/core/run_context.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace vitrine::calphad {

/// How much of each phase an alloy consists of, against temperature.
struct PhaseFractions {
  struct Phase {
    std::string name;
    std::vector<double> fractions;  ///< share of the atoms, for each temperature; 0 where absent
  };
  std::vector<double> temperaturesK;  ///< rising
  std::vector<Phase> phases;          ///< the liquid first, then as they appear on cooling
  std::vector<std::string> leftOut;   ///< phases of the database, and why
};

/// Temperatures of phaseFractions.
struct PhaseFractionsOptions {
  double lowestK = 500.0;
  double highestK = 0.0;  ///< 0: a little above the liquidus
  double stepK = 10.0;
};

/// The equilibrium of an alloy at a ladder of temperatures, finer where a phase comes or goes: that
/// is bracketed to 0.1 K.
/// @param composition  mole fraction of each symbol; those with 0 are no part of the alloy
/// @throws Error (InvalidInput) where the database lacks an element or the liquid, or for options
///         without sense; Error (Failed) where the search finds no equilibrium; Cancelled
PhaseFractions phaseFractions(std::shared_ptr<const Database> database,
                              const std::vector<std::string>& symbols,
                              std::span<const double> composition,
                              const PhaseFractionsOptions& options, const RunContext& context);

}  // namespace vitrine::calphad
