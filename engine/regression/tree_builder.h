#pragma once

#include "engine/regression/tree_ensemble.h"

#include <cstddef>
#include <memory>
#include <span>

namespace vitrine::regression {

/// How trees are grown. The criterion is the mean squared error.
struct TreeSettings {
  enum class Splits {
    Random,  ///< one threshold at random for each feature tried (Geurts et al. 2006)
    Best,    ///< the best threshold of each feature tried (Breiman et al. 1984)
  };

  Splits splits = Splits::Random;
  bool bootstrap = false;    ///< each tree sees as many rows drawn with replacement (Breiman 2001)
  std::size_t trees = 400;   ///< 1 to 100 000
  double maxFeatures = 1.0;  ///< share of all features drawn at a node, in (0, 1]; constant ones
                             ///< count, and one that is not constant is always among them
  std::size_t minSamplesLeaf = 1;  ///< training rows a leaf must keep
  std::size_t maxDepth = 0;        ///< 0 stands for no limit
};

/// Grows trees on `x` (samples × features, compared as float) and `y`. Most features of an alloy
/// are zero, and only the others cost time. Tree t draws from Random(seed, t), so the result is the
/// same for any number of threads.
/// @throws Error (InvalidInput) for settings out of range
std::shared_ptr<const TreeEnsemble> growTrees(ModelKind kind, const TreeSettings& settings,
                                              const Matrix& x, std::span<const double> y,
                                              const RunContext& context);

}  // namespace vitrine::regression
