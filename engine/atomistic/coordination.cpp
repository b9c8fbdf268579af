#include "engine/atomistic/coordination.h"

#include "engine/core/error.h"

#include <cmath>

namespace vitrine::atomistic {

Coordination coordinationWithin(const PairDistribution& pairs, double withinA) {
  const double steps = std::round(withinA / pairs.stepA);
  if (!(steps >= 1.0) || steps > static_cast<double>(pairs.r.size()))
    throw Error(
        ErrorCode::InvalidInput,
        "Neighbours are counted within the reach of g(r), and farther than one step of it.");
  const auto last = static_cast<std::size_t>(steps) - 1;
  Coordination result;
  result.withinA = pairs.stepA * steps;
  result.mean = pairs.running[last];
  const auto& species = pairs.species;
  for (std::size_t a = 0; a < species.size(); ++a) {
    for (std::size_t b = 0; b < species.size(); ++b) {
      const auto& partial = pairs.partial(species[a], species[b]);
      // As many pairs from either side.
      const double ratio = partial.first == species[a] ? 1.0 : pairs.shares[b] / pairs.shares[a];
      const double neighbours = ratio * partial.running[last];
      result.of[{species[a], species[b]}] = neighbours;
      result.around[species[a]] += neighbours;
    }
  }
  for (std::size_t a = 0; a < species.size(); ++a) {
    if (!(result.around[species[a]] > 0.0))
      throw Error(ErrorCode::InvalidInput, "Within this distance some atoms have no neighbours.");
    for (std::size_t b = 0; b < species.size(); ++b)
      result.warrenCowley[{species[a], species[b]}] =
          1.0 - result.of[{species[a], species[b]}] / (pairs.shares[b] * result.around[species[a]]);
  }
  return result;
}

}  // namespace vitrine::atomistic
