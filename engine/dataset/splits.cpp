#include "engine/dataset/splits.h"

#include "engine/core/error.h"
#include "engine/core/random.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <string_view>

namespace vitrine::dataset {

namespace {

/// What a split keeps together: single rows, or the rows of one group.
using Unit = std::vector<std::size_t>;

/// Units in the order in which they first appear, so that a split depends on the rows and the seed
/// alone.
std::vector<Unit> unitsOf(SplitKind kind, std::span<const std::string> groups) {
  if (kind == SplitKind::LeaveOneElementOut)
    throw Error(ErrorCode::InvalidInput,
                "Leaving elements out is no random split: it needs the alloys.");
  std::vector<Unit> units;
  if (kind == SplitKind::Random) {
    units.reserve(groups.size());
    for (std::size_t row = 0; row < groups.size(); ++row)
      units.push_back({row});
    return units;
  }
  std::map<std::string_view, std::size_t> unitOfGroup;
  for (std::size_t row = 0; row < groups.size(); ++row) {
    const auto [entry, isNew] = unitOfGroup.try_emplace(groups[row], units.size());
    if (isNew)
      units.emplace_back();
    units[entry->second].push_back(row);
  }
  return units;
}

/// NumPy's RandomState(seed).permutation(count): Mersenne Twister, backward Fisher-Yates shuffle,
/// each position drawn by masking and rejecting. A hold-out split is drawn with it so that seed s
/// sets aside the very rows that scikit-learn's random_state=s does: published scores can then be
/// compared on the same rows.
std::vector<std::size_t> numpyPermutation(std::size_t count, std::uint64_t seed) {
  std::mt19937 twister(static_cast<std::uint32_t>(seed));
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t last = count; last-- > 1;) {
    const std::size_t mask = std::bit_ceil(last + 1) - 1;
    std::size_t other = twister() & mask;
    while (other > last)
      other = twister() & mask;
    std::swap(order[last], order[other]);
  }
  return order;
}

const char* plural(SplitKind kind) {
  return kind == SplitKind::Random ? "rows" : "groups";
}

Split splitByMask(const std::vector<char>& isTest) {
  Split split;
  for (std::size_t row = 0; row < isTest.size(); ++row)
    (isTest[row] ? split.test : split.train).push_back(row);
  return split;
}

}  // namespace

Split holdOut(SplitKind kind, std::span<const std::string> groups, double testFraction,
              std::uint64_t seed) {
  if (!(testFraction > 0.0 && testFraction < 1.0))
    throw Error(ErrorCode::InvalidInput,
                "The test part of a split must lie between 0 and 1, both excluded.");
  std::vector<Unit> units = unitsOf(kind, groups);
  if (kind == SplitKind::Grouped)
    std::ranges::sort(units, {},
                      [&](const Unit& unit) { return std::string_view(groups[unit[0]]); });
  const auto testUnits =
      static_cast<std::size_t>(std::ceil(testFraction * static_cast<double>(units.size())));
  if (units.size() < 2 || testUnits >= units.size())
    throw Error(ErrorCode::InvalidInput, "The table has too few " + std::string(plural(kind)) +
                                             " for this split: " + std::to_string(units.size()) +
                                             ".");
  const auto order = numpyPermutation(units.size(), seed);
  std::vector<char> isTest(groups.size(), 0);
  for (std::size_t i = 0; i < testUnits; ++i)
    for (const std::size_t row : units[order[i]])
      isTest[row] = 1;
  return splitByMask(isTest);
}

std::vector<Split> folds(SplitKind kind, std::span<const std::string> groups, int count,
                         std::uint64_t seed) {
  std::vector<Unit> units = unitsOf(kind, groups);
  if (count < 2 || static_cast<std::size_t>(count) > units.size())
    throw Error(ErrorCode::InvalidInput, "Cannot make " + std::to_string(count) + " folds of " +
                                             std::to_string(units.size()) + " " + plural(kind) +
                                             ": it takes at least 2, and no more than there are " +
                                             plural(kind) + ".");
  // The shuffle decides the order among units of equal size.
  Random(seed).shuffle(units);
  std::stable_sort(units.begin(), units.end(),
                   [](const Unit& a, const Unit& b) { return a.size() > b.size(); });

  std::vector<std::vector<char>> isTest(static_cast<std::size_t>(count),
                                        std::vector<char>(groups.size(), 0));
  std::vector<std::size_t> rowsInFold(isTest.size(), 0);
  for (const Unit& unit : units) {
    const auto smallest = static_cast<std::size_t>(
        std::min_element(rowsInFold.begin(), rowsInFold.end()) - rowsInFold.begin());
    rowsInFold[smallest] += unit.size();
    for (const std::size_t row : unit)
      isTest[smallest][row] = 1;
  }

  std::vector<Split> result;
  result.reserve(isTest.size());
  for (const auto& mask : isTest)
    result.push_back(splitByMask(mask));
  return result;
}

ElementSplits leaveOneElementOut(std::span<const alloy::Composition> alloys,
                                 const ElementSplitLimits& limits) {
  std::vector<std::string> systems;
  std::set<int> elements;
  for (const auto& alloy : alloys) {
    systems.push_back(alloy::alloySystem(alloy));
    for (const auto& share : alloy.shares())
      elements.insert(share.atomicNumber);
  }
  ElementSplits result;
  for (const int element : elements) {
    std::vector<char> isTest(alloys.size());
    std::set<std::string_view> others;
    for (std::size_t row = 0; row < alloys.size(); ++row) {
      isTest[row] = alloys[row].fraction(element) > 0.0 ? 1 : 0;
      if (isTest[row] == 0)
        others.insert(systems[row]);
    }
    ElementSplit left{element, splitByMask(isTest)};
    KeptElement kept{element, left.split.test.size(), left.split.train.size(), others.size(), {}};
    if (kept.rows < limits.fewestTestRows)
      kept.reason = KeptElement::Reason::FewRows;
    else if (kept.otherRows < limits.fewestTrainingRows ||
             kept.otherSystems < limits.fewestTrainingSystems)
      kept.reason = KeptElement::Reason::LittleStays;
    else {
      result.splits.push_back(std::move(left));
      continue;
    }
    result.kept.push_back(kept);
  }
  return result;
}

}  // namespace vitrine::dataset
