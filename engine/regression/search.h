#pragma once

#include "engine/regression/regressor.h"
#include "engine/regression/scores.h"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace vitrine::regression {

/// Which rows train and which are predicted; plain indices of matrix rows.
struct IndexSplit {
  std::vector<std::size_t> train;
  std::vector<std::size_t> test;
};

/// Where the random values of a hyperparameter come from.
struct Distribution {
  enum class Scale { Linear, Logarithmic, Integer, Choice };

  Scale scale = Scale::Linear;
  double low = 0.0;
  double high = 0.0;            ///< included for Integer
  std::vector<double> choices;  ///< for Choice
};

using SearchSpace = std::map<std::string, Distribution>;

/// The space that suits most tables of alloys.
SearchSpace defaultSearchSpace(ModelKind kind);

struct Trial {
  Hyperparameters parameters;
  Scores scores;  ///< over the test rows of all splits together
};

struct SearchResult {
  std::vector<Trial> trials;  ///< in the order drawn; the first has the start values
  std::size_t best = 0;       ///< index of the trial of smallest RMSE
};

/// Random search (Bergstra & Bengio 2012): `budget` trials, the first with `start` as it is, the
/// others with each parameter of `space` drawn anew. Every trial is scored on all splits. Parallel
/// over trials and splits; the same result for any number of threads.
/// @throws Error (InvalidInput)
SearchResult randomSearch(ModelKind kind, const Hyperparameters& start, const SearchSpace& space,
                          const Matrix& x, std::span<const double> y,
                          std::span<const IndexSplit> splits, std::size_t budget,
                          const RunContext& context);

/// The same for gradient boosting with early stopping: in each split rounds are added until the
/// test rows have not been predicted better for `patience` of them; "rounds" of the parameters is
/// the most there may be. Afterwards "rounds" of a trial is the mean of those found. The scores are
/// a little too good, since the test rows chose the number of rounds.
SearchResult earlyStoppedSearch(const Hyperparameters& start, const SearchSpace& space,
                                const Matrix& x, std::span<const double> y,
                                std::span<const IndexSplit> splits, std::size_t budget,
                                std::size_t patience, const RunContext& context);

/// Out-of-fold predictions: row i is predicted by models that did not see it, the mean of them
/// where it is in several test sides; NaN where it is in none.
std::vector<double> outOfFold(ModelKind kind, const Hyperparameters& parameters, const Matrix& x,
                              std::span<const double> y, std::span<const IndexSplit> splits,
                              const RunContext& context);

}  // namespace vitrine::regression
