#pragma once

#include "engine/atomistic/pair_distribution.h"

#include <map>
#include <utility>

namespace vitrine::atomistic {

/// Neighbours within one distance, on the average over the atoms.
struct Coordination {
  double withinA = 0.0;
  double mean = 0.0;             ///< of any species around any atom
  std::map<int, double> around;  ///< of any species around one, by its atomic number
  /// Atoms of the second species around one of the first, Z_ab.
  std::map<std::pair<int, int>, double> of;
  /// Short-range order after J. M. Cowley, Phys. Rev. 77, 669 (1950) and B. E. Warren:
  ///   alpha_ab = 1 - Z_ab / (c_b Z_a),
  /// 0 for chance, negative where a and b seek each other.
  std::map<std::pair<int, int>, double> warrenCowley;
};

/// @param withinA  mostly the first minimum of the total g(r); counted in whole steps of g(r)
/// @throws Error (InvalidInput) for a distance beyond the reach of g(r) or no neighbours
Coordination coordinationWithin(const PairDistribution& pairs, double withinA);

}  // namespace vitrine::atomistic
