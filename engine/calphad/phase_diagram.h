#pragma once

#include "engine/calphad/binary_level.h"
#include "engine/calphad/database.h"
#include "engine/core/run_context.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace vitrine::calphad {

struct PhaseDiagramOptions {
  double lowestK = 500.0;
  double highestK = 0.0;  ///< 0: a little above the temperature from which all is liquid
  double stepK = 20.0;    ///< between levels; where boundaries bend or phases change, finer
};

/// What happens at one temperature.
enum class InvariantKind {
  Eutectic,        ///< on cooling, a phase falls apart into two others
  Peritectic,      ///< on cooling, two phases react to a third between them
  Congruent,       ///< a phase changes into another one of the same composition
  PureTransition,  ///< the same, of a pure component
  Critical,        ///< a miscibility gap closes; its temperature is too low by up to 0.3 K
};

/// An equilibrium that exists at one temperature only.
struct Invariant {
  InvariantKind kind = InvariantKind::Eutectic;
  double temperatureK = 0.0;   ///< bracketed to 0.01 K
  std::vector<TieEnd> phases;  ///< by rising x: three, or two of one composition
  bool liquid = false;         ///< the liquid takes part: eutectic, else eutectoid, and so on
};

/// The phases of a binary system against composition and temperature.
struct PhaseDiagram {
  std::array<std::string, 2> symbols;
  std::vector<BinaryLevel> levels;    ///< by rising temperature
  std::vector<Invariant> invariants;  ///< by rising temperature
  /// Temperatures at which the order of phases changes in a way that is none of the kinds above.
  std::vector<double> unexplainedK;
  std::vector<std::string> leftOut;  ///< phases of the database, and why
};

/// All tie-lines at a ladder of temperatures. Where neighbouring levels have other phases, the
/// temperature of the change is found by bisection; where a boundary moves by more than 3 at.%,
/// levels are put between.
/// @throws Error (InvalidInput) where the database lacks an element or its liquid, or for options
///         without sense; Error (Failed) where all is liquid nowhere; Cancelled
PhaseDiagram phaseDiagram(std::shared_ptr<const Database> database, const std::string& first,
                          const std::string& second, const PhaseDiagramOptions& options,
                          const RunContext& context);

}  // namespace vitrine::calphad
