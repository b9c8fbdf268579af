#pragma once

#include "engine/dataset/table.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace vitrine::dataset {

/// Temperatures of a table that must rise in a row: Tg < Tx < Tl, Tg < solidus <= liquidus, and
/// everything above absolute zero.
class TransitionOrder {
 public:
  explicit TransitionOrder(const Table& table);

  struct Violation {
    std::size_t lower = 0;  ///< column of the temperature that should be lower
    std::size_t upper = 0;  ///< the same column where it is below absolute zero
  };
  /// @param values  as in Row
  [[nodiscard]] std::vector<Violation> violations(
      std::span<const std::optional<double>> values) const;

 private:
  struct Pair {
    std::size_t lower;
    std::size_t upper;
    double toleranceK;
  };
  [[nodiscard]] std::optional<double> kelvin(std::size_t column,
                                             std::span<const std::optional<double>> values) const;

  const Table& m_table;
  std::vector<Pair> m_pairs;
};

}  // namespace vitrine::dataset
