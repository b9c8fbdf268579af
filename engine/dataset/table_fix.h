#pragma once

#include "engine/dataset/table.h"
#include "engine/dataset/table_edit.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::dataset {

/// A change of a table that mends one flaw. A plain value; rows and columns are indices into the
/// table that was audited.
struct Fix {
  enum class Action {
    None,           ///< nobody but the user can know
    SetValues,      ///< `values` into their cells
    RemoveRows,     ///< `rows` go
    RemoveColumn,   ///< `column` goes
    RescaleColumn,  ///< value -> factor * value + offset in all of `column`
    SetFormula,     ///< `formula` (at.%) becomes the alloy of `rows[0]`
    RestoreRow,  ///< the skipped row `rows[0]` (index into Table::skipped) comes back as `formula`
    ReadByWeight,  ///< the amounts of all rows were wt.% and not at.%
  };
  struct CellValue {
    std::size_t row = 0;
    std::size_t column = 0;
    std::optional<double> value;  ///< empty clears the cell
  };

  Action action = Action::None;
  std::vector<CellValue> values;
  std::vector<std::size_t> rows;
  std::size_t column = 0;
  double factor = 1.0;
  double offset = 0.0;
  std::string formula;
};

/// The table with some fixes of one audit applied, whatever their order; findings of the reader
/// stay.
/// @throws Error (InvalidInput) for an index that the table has not, or a formula that is none
Table applied(Table table, std::span<const Fix> fixes);

/// The same as an edit; that of a single fix holds no more than the rows it is about, where it can.
/// @throws as applied
TableEdit editOf(const Table& table, std::span<const Fix> fixes);

/// "set_values", "remove_rows", …; "none".
std::string_view actionName(Fix::Action action);

}  // namespace vitrine::dataset
