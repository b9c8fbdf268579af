#pragma once

#include "engine/calphad/phases_at.h"
#include "engine/core/run_context.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace vitrine::calphad {

/// Where an alloy begins and ends to melt, at equilibrium.
struct Melting {
  double solidusK = 0.0;   ///< below, no liquid
  double liquidusK = 0.0;  ///< above, nothing but liquid
  /// Solid phases that meet the liquid: the one that crystallises first, then those at the solidus.
  std::vector<std::string> phases;
};

/// Solidus and liquidus of the alloys of some elements. The liquidus is the lower end of the widest
/// range of temperature in which the liquid alone is stable (databases have solids that return at
/// temperatures far above their use). It is where a first solid touches the tangent plane of the
/// liquid; the solidus is where the liquid touches that of the solids. Both are bracketed between
/// levels and refined to 0.01 K. Shared by threads once made.
class MeltingSearch {
 public:
  static constexpr double kColdestK = 300.0;
  static constexpr double kHottestK = 4000.0;

  /// Computes all phases at the levels. @throws Cancelled
  MeltingSearch(std::shared_ptr<const AlloyPhases> phases, const RunContext& context);

  /// @param composition  mole fraction of each component, all positive, sum 1
  /// @throws Error (Failed) where the search finds no liquidus or solidus; Cancelled
  [[nodiscard]] Melting melting(std::span<const double> composition,
                                const RunContext& context) const;

 private:
  std::shared_ptr<const AlloyPhases> m_phases;
  std::vector<PhasesAt> m_levels;  ///< by rising temperature
};

}  // namespace vitrine::calphad
