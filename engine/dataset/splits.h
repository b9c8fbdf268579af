#pragma once

#include "engine/alloy/composition.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace vitrine::dataset {

enum class SplitKind {
  Random,              ///< single rows
  Grouped,             ///< whole groups (alloy systems): no group is on both sides
  LeaveOneElementOut,  ///< all rows with one element; see leaveOneElementOut
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
/// @throws Error (InvalidInput) for a fraction outside (0, 1), or where a side would stay empty,
/// and
///         for LeaveOneElementOut.
Split holdOut(SplitKind kind, std::span<const std::string> groups, double testFraction,
              std::uint64_t seed);

/// Cross-validation folds; every row is in exactly one test side. Grouped folds are balanced by
/// rows: largest group first, each to the smallest fold, ties broken at random by the seed.
/// @throws Error (InvalidInput) for fewer than 2 folds or more folds than rows (groups), and for
///         LeaveOneElementOut.
std::vector<Split> folds(SplitKind kind, std::span<const std::string> groups, int count,
                         std::uint64_t seed);

/// The test side is every row that contains the element, the training side the rest.
struct ElementSplit {
  int atomicNumber = 0;
  Split split;
};

/// An element that cannot be set aside.
struct KeptElement {
  enum class Reason { FewRows, LittleStays };
  int atomicNumber = 0;
  std::size_t rows = 0;          ///< that contain it
  std::size_t otherRows = 0;     ///< without it
  std::size_t otherSystems = 0;  ///< alloy systems of those
  Reason reason = Reason::FewRows;
};

struct ElementSplitLimits {
  std::size_t fewestTestRows = 10;
  std::size_t fewestTrainingRows = 50;
  std::size_t fewestTrainingSystems = 10;
};

struct ElementSplits {
  std::vector<ElementSplit> splits;  ///< by rising atomic number
  std::vector<KeptElement> kept;     ///< the same; every element is in one of the two
};

/// One split for each element of the alloys: how well are alloys of an element predicted that no
/// training alloy contains?
ElementSplits leaveOneElementOut(std::span<const alloy::Composition> alloys,
                                 const ElementSplitLimits& limits);

}  // namespace vitrine::dataset
