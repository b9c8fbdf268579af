#pragma once

#include "engine/calphad/alloy_phases.h"

#include <deque>
#include <span>
#include <vector>

namespace vitrine::calphad {

/// The lowest Gibbs energy of an alloy that consists of given states of phases: the lower convex
/// hull of these states over the composition of the alloy, by the simplex method. States may be
/// added and the hull improved again.
class ConvexHull {
 public:
  /// One state in the hull's facet over the alloy.
  struct Corner {
    const PhasePoint* point = nullptr;
    double amount = 0.0;  ///< moles of formula units per mole of atoms of the alloy; may be 0
  };

  /// @param composition  mole fraction of each component, all positive
  explicit ConvexHull(std::span<const double> composition);

  /// @param point  must outlive the hull
  void add(const PhasePoint& point, double gibbs) { m_states.push_back({&point, gibbs}); }
  /// As `add`, for a state the hull keeps itself.
  void keep(PhasePoint point, double gibbs);
  /// Finds the facet. @return false where no mixture of the states has this composition
  bool solve();

  /// Chemical potential of each component in the facet, J/mol.
  [[nodiscard]] const std::vector<double>& mu() const noexcept { return m_mu; }
  [[nodiscard]] std::vector<Corner> corners() const;

 private:
  struct State {
    const PhasePoint* point = nullptr;
    double gibbs = 0.0;
  };
  [[nodiscard]] double moles(std::size_t corner, std::size_t component) const;
  [[nodiscard]] double gibbs(std::size_t corner) const;
  void refresh();
  /// The state furthest below the facet; the number of states where none is below.
  [[nodiscard]] std::size_t entering() const;

  std::vector<double> m_composition;
  std::deque<PhasePoint> m_kept;
  std::vector<State> m_states;
  std::vector<std::size_t> m_facet;  ///< state of each corner; a pure component where not yet found
  std::vector<double> m_amounts;
  std::vector<double> m_mu;
  std::vector<double> m_inverse;  ///< of the facet's matrix of moles, row after row
};

}  // namespace vitrine::calphad
