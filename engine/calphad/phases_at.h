#pragma once

#include "engine/calphad/alloy_phases.h"
#include "engine/calphad/phase_energy.h"

#include <span>
#include <vector>

namespace vitrine::calphad {

/// The state of a phase that lies lowest above (or deepest below) a tangent plane.
struct LowestPoint {
  PhasePoint point;
  double gibbs = 0.0;  ///< J per mole of formula units
  /// G - sum of mu n, in J per mole of atoms; below zero the phase is more stable than the plane.
  double height = 0.0;
};

/// The phases of an alloy at one temperature, with states from which searches start.
class PhasesAt {
 public:
  /// @param starts  of each phase; must outlive this, as must `phases`
  PhasesAt(const AlloyPhases& phases, const std::vector<std::vector<PhasePoint>>& starts,
           double temperatureK);

  [[nodiscard]] const AlloyPhases& phases() const noexcept { return *m_phases; }
  [[nodiscard]] double temperatureK() const noexcept { return m_temperatureK; }
  [[nodiscard]] const PhaseEnergy& energy(std::size_t phase) const { return m_energies[phase]; }
  [[nodiscard]] const std::vector<PhasePoint>& starts(std::size_t phase) const {
    return (*m_starts)[phase];
  }
  /// Of each start of a phase, J per mole of formula units.
  [[nodiscard]] const std::vector<double>& gibbs(std::size_t phase) const { return m_gibbs[phase]; }

  /// Goes down from a state to the next minimum of G - sum of mu n, by Newton's method with a
  /// Hessian made positive by the entropy of mixing where it is not.
  /// @param mu  chemical potential of each component, J/mol
  [[nodiscard]] LowestPoint descend(PhasePoint start, std::span<const double> mu) const;
  /// The minima that the most promising starts of a phase lead to, the lowest first. Where every
  /// start lies `margin` (J per mole of atoms; more where starts are sparse) or more above the
  /// plane, only the lowest start itself. Empty for a phase without starts.
  [[nodiscard]] std::vector<LowestPoint> lowest(std::size_t phase, std::span<const double> mu,
                                                double margin) const;

 private:
  const AlloyPhases* m_phases;
  const std::vector<std::vector<PhasePoint>>* m_starts;
  double m_temperatureK;
  std::vector<PhaseEnergy> m_energies;
  std::vector<std::vector<double>> m_gibbs;
};

/// Moles of atoms per mole of formula units.
double atomsOf(const PhasePoint& point);

}  // namespace vitrine::calphad
