#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace vitrine::dataset {

enum class SplitKind {
  Random,   ///< single rows
  Grouped,  ///< whole groups (alloy systems): no group is on both sides
};

/// Row indices, each side sorted.
struct Split {
  std::vector<std::size_t> train;
  std::vector<std::size_t> test;
};

/// One hold-out split. `groups[i]` is the group of row i (ignored for Random, only its length
/// counts). Grouped: whole groups in random order are set aside, a fraction `testFraction` of the
/// *groups*; Random: that fraction of rows. Rounded up. The same rows as scikit-learn's
/// train_test_split and GroupShuffleSplit with random_state = seed (below 2^32).
/// @throws Error (InvalidInput) for a fraction outside (0, 1), or where a side would stay empty.
Split holdOut(SplitKind kind, std::span<const std::string> groups, double testFraction,
              std::uint64_t seed);

/// Cross-validation folds; every row is in exactly one test side. Grouped folds are balanced by
/// rows: largest group first, each to the smallest fold, ties broken at random by the seed.
/// @throws Error (InvalidInput) for fewer than 2 folds or more folds than rows (groups).
std::vector<Split> folds(SplitKind kind, std::span<const std::string> groups, int count,
                         std::uint64_t seed);

}  // namespace vitrine::dataset
