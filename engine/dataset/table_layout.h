#pragma once

#include "engine/alloy/composition.h"
#include "engine/core/finding.h"
#include "engine/dataset/table.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::dataset {

/// What a header line says about the columns of a text table.
struct TableLayout {
  enum class Role { Ignored, Formula, Source, Element, Property };
  struct Column {
    Role role = Role::Ignored;
    std::string header;       ///< without spaces around it
    int atomicNumber = 0;     ///< of an element column
    PropertyColumn property;  ///< of a property column
  };

  std::vector<Column> columns;
  alloy::Basis basis = alloy::Basis::AtomicPercent;  ///< of the element columns, or the formulas
  std::vector<Finding> findings;

  /// Index of the first column in this role.
  [[nodiscard]] std::optional<std::size_t> find(Role role) const;
};

/// Empty where the cells are no header: neither a formula column nor two element columns.
/// @throws Error (InvalidInput) where some element columns are by weight and others are not, or two
///         belong to one element.
std::optional<TableLayout> layoutOf(std::span<const std::string> header);

/// "Tg_K", "Tg (K)" and "Tg [K]" are {"Tg", "K"}; a name without a unit is {"Tg", ""}.
PropertyColumn splitUnit(std::string_view header);

}  // namespace vitrine::dataset
