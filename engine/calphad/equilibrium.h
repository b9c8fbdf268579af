#pragma once

#include "engine/calphad/phases_at.h"

#include <optional>
#include <span>
#include <vector>

namespace vitrine::calphad {

struct StablePhase {
  PhasePoint point;
  double gibbs = 0.0;   ///< J per mole of formula units
  double amount = 0.0;  ///< moles of formula units per mole of atoms of the alloy
};

/// What an alloy consists of at one temperature.
struct Equilibrium {
  std::vector<StablePhase> phases;
  std::vector<double> mu;  ///< chemical potential of each component, J/mol
  double gibbs = 0.0;      ///< J per mole of atoms
  /// False where the potentials may lie anywhere in a range, as in a compound of fixed composition,
  /// or where Newton's method did not end and they are those of the hull.
  bool determined = true;
};

/// The equilibrium of an alloy among some phases. The lower convex hull of the phases' starting
/// states gives phases and potentials to begin with; Newton's method on the potentials makes them
/// exact: every stable phase touches the common plane and their amounts add up to the alloy
/// (M. Hillert, Physica B+C 103, 31-40 (1981)). Then each phase is searched for states below the
/// plane, and where there are any, all begins again with these.
/// @param takesPart    of each phase of the alloy
/// @param composition  mole fractions, all positive, sum 1
/// @return empty where no mixture of the phases has this composition
std::optional<Equilibrium> equilibrium(const PhasesAt& phases, const std::vector<bool>& takesPart,
                                       std::span<const double> composition);

}  // namespace vitrine::calphad
