#pragma once

#include "engine/dataset/table.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::dataset {

/// A change of a table that mends one flaw. A plain value: an undo command keeps it together with
/// the table as it was before. Rows and columns are indices into the table.
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

/// The table with one fix applied; findings of the reader stay. Indices of other fixes hold on
/// unless rows or columns were removed or restored: audit again after that.
/// @throws Error (InvalidInput) for an index that the table has not, or a formula that is none
Table applied(Table table, const Fix& fix);

/// "set_values", "remove_rows", …; "none".
std::string_view actionName(Fix::Action action);

}  // namespace vitrine::dataset
