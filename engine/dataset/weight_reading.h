#pragma once

#include "engine/alloy/composition.h"
#include "engine/dataset/composition_index.h"
#include "engine/dataset/expected_values.h"
#include "engine/dataset/table.h"

#include <array>
#include <cstddef>
#include <vector>

namespace vitrine::dataset {

/// Weighs for a row whether its amounts, read as at.%, were wt.%.
///
/// Three pieces of evidence, each as the natural logarithm of how much likelier it is by weight:
/// people choose round amounts, and those are round in the unit they were chosen in; alloys lie
/// near other alloys; values fit those of the alloys around.
class WeightReading {
 public:
  WeightReading(const Table& table, const CompositionIndex& index, const ExpectedValues& expected);

  struct Evidence {
    double roundness = 0.0;
    double neighbours = 0.0;
    double values = 0.0;
    [[nodiscard]] double total() const { return roundness + neighbours + values; }
  };
  [[nodiscard]] Evidence evidence(std::size_t row) const;

  /// The alloy whose wt.% are the amounts of this one.
  static alloy::Composition reread(const alloy::Composition& alloy);

 private:
  /// Amounts are multiples of these, at.%; the last class is everything finer.
  static constexpr std::array<double, 6> kGrids{5.0, 2.0, 1.0, 0.5, 0.25, 0.1};
  /// Places of the last digit written; the last class again everything finer.
  static constexpr std::array<double, 3> kSteps{1.0, 0.1, 0.01};

  [[nodiscard]] double roundness(const Row& row) const;

  const Table& m_table;
  const CompositionIndex& m_index;
  const ExpectedValues& m_expected;
  std::array<double, kGrids.size() + 1> m_gridShare{};  ///< of the rows that are so round
  std::array<double, kSteps.size() + 1> m_stepShare{};  ///< of the rows written so finely
};

}  // namespace vitrine::dataset
