#pragma once

#include "engine/regression/tree_ensemble.h"

#include <span>
#include <vector>

namespace vitrine::regression {

/// How a prediction comes about: `base + sum of contributions = prediction`.
struct Attribution {
  double base = 0.0;                  ///< the model's mean over its training rows
  std::vector<double> contributions;  ///< one for each feature, in the target's unit
};

/// Exact Shapley values of the path-dependent tree game of Lundberg, Erion & Lee (2018), the one
/// their Algorithm 2 solves: a feature outside the coalition sends a row both ways, weighted by the
/// cover of the children. The values come from the multilinear extension of the game (Owen 1972),
/// integrated exactly by Gauss–Legendre quadrature of sufficient degree, which takes time
/// proportional to nodes × depth instead of leaves × depth².
///
/// @param x  one row of `featureCount()` numbers. @throws Error (InvalidInput) for another length
Attribution treeShap(const TreeEnsemble& trees, std::span<const double> x,
                     const RunContext& context);

}  // namespace vitrine::regression
