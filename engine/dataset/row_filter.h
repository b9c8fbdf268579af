#pragma once

#include "engine/dataset/table.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::dataset {

/// Which rows of a table somebody wants to see. Words are joined by "and": the symbol of an element
/// asks for alloys with it ("Zr"), one behind a minus for those without ("-Be"), a comparison for
/// values ("Tg>700", "Tl_K<=1100", "Dmax=5"), "Tg=" for rows without a value, and anything else for
/// formulas or sources that contain it, whatever its case.
class RowFilter {
 public:
  /// Wants every row.
  RowFilter() = default;
  /// @throws Error (InvalidInput) for a comparison with a column that the table has not, or with
  ///         something that is no number
  RowFilter(std::string_view text, const Table& table);

  [[nodiscard]] bool wants(const Row& row) const;

 private:
  enum class Comparison { Less, LessOrEqual, Equal, GreaterOrEqual, Greater, Missing };
  struct Condition {
    std::size_t column = 0;
    Comparison comparison = Comparison::Equal;
    double value = 0.0;
    [[nodiscard]] bool holds(const Row& row) const;
  };

  void addComparison(std::string_view word, std::size_t sign, const Table& table);

  std::vector<int> m_with;     ///< atomic numbers
  std::vector<int> m_without;  ///< the same
  std::vector<Condition> m_conditions;
  std::vector<std::string> m_words;  ///< in lower case
};

}  // namespace vitrine::dataset
