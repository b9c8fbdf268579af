#pragma once

#include "engine/calphad/alloy_phases.h"
#include "engine/core/run_context.h"

#include <span>
#include <string>
#include <vector>

namespace vitrine::calphad {

/// One end of a tie-line of a binary system.
struct TieEnd {
  std::size_t phase = 0;  ///< index in AlloyPhases::models
  std::string name;       ///< of the phase in this state, e.g. that of its disordered form
  double x = 0.0;         ///< mole fraction of the second component
};

/// Two phases in equilibrium with each other, the one poorer in the second component first.
struct TieLine {
  TieEnd left;
  TieEnd right;
};

/// Where a phase begins to order, without a gap or with one narrower than 1 at.%.
struct OrderChange {
  double x = 0.0;
  std::string left;  ///< name of the phase on this side
  std::string right;
};

/// All equilibria of a binary system at one temperature.
struct BinaryLevel {
  double temperatureK = 0.0;
  std::size_t firstPhase = 0;  ///< stable at the first pure component
  std::string firstName;
  std::vector<TieLine> ties;              ///< by rising x; where none lies, one phase is alone
  std::vector<OrderChange> orderChanges;  ///< by rising x
};

/// Solutions that hold less than this of a component count as the pure component.
inline constexpr double kEdgeFraction = 1e-5;

/// Finds all tie-lines at a temperature: the lower convex hull of states spread over all phases
/// gives compositions to look at, an exact equilibrium at each gives a tie-line, and where two
/// neighbouring ones do not share a phase, the gap is halved until they do.
/// @param phases  of two components
/// @param seeds   mole fractions to look at besides, e.g. tie-lines of a temperature nearby
/// @throws Error (Failed) where an equilibrium is not found; Cancelled
BinaryLevel binaryLevel(const AlloyPhases& phases, double temperatureK,
                        std::span<const double> seeds, const RunContext& context);

/// What the tie-lines and single phases of a level lie around: seeds for a level nearby.
std::vector<double> middlesOf(const BinaryLevel& level);

/// The same phases in the same order.
bool sameTopology(const BinaryLevel& a, const BinaryLevel& b);

}  // namespace vitrine::calphad
