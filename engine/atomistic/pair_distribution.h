#pragma once

#include "engine/atomistic/structure.h"
#include "engine/core/run_context.h"

#include <cstddef>
#include <vector>

namespace vitrine::atomistic {

/// How far and how finely distances are counted.
struct PairSettings {
  /// Å; 0 goes to half the smallest height of the cell, where images begin to repeat, but between
  /// kNearestReachA, so that a crystal may be given by its unit cell, and kFarthestReachA.
  double reachA = 0.0;
  double stepA = 0.02;
};
inline constexpr double kNearestReachA = 10.0;
inline constexpr double kFarthestReachA = 20.0;

/// Atoms of one species seen from those of another.
struct PartialDistribution {
  int first = 0;  ///< atomic numbers, first <= second
  int second = 0;
  std::vector<double> g;
  /// Mean number of atoms of the second species around one of the first up to the end of each step.
  std::vector<double> running;
};

/// The pair distribution function of a structure,
///   g_ab(r) = V n_ab(r) / (N_a N_b 4 pi r^2 dr),
/// with n_ab ordered pairs in the shell, whose volume is taken exactly.
struct PairDistribution {
  double stepA = 0.0;
  std::vector<double> r;       ///< middles of the steps, Å
  double densityPerA3 = 0.0;   ///< atoms
  std::vector<int> species;    ///< atomic numbers, rising
  std::vector<double> shares;  ///< their atomic fractions
  /// Of all atoms alike; the same as the concentration-weighted sum of the partial ones,
  /// sum c_a c_b g_ab.
  std::vector<double> total;
  std::vector<double> running;                ///< neighbours of any species
  std::vector<PartialDistribution> partials;  ///< of every pair a <= b, by a, then b

  [[nodiscard]] double reachA() const noexcept { return stepA * static_cast<double>(r.size()); }
  /// The order of the two does not matter for g; `running` is seen from partial().first.
  [[nodiscard]] const PartialDistribution& partial(int a, int b) const;
};

/// @throws Error (InvalidInput) for an empty structure, a cell that is not periodic along all
///         edges, atoms at one place, a reach or step out of range; Cancelled
PairDistribution pairDistribution(const Structure& structure, const PairSettings& settings = {},
                                  const RunContext& context = RunContext());

}  // namespace vitrine::atomistic
