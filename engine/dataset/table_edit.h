#pragma once

#include "engine/dataset/table.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace vitrine::dataset {

/// One change of a table. A plain value: `exchange` does it and gives back the change that undoes
/// it, so a step of undo holds the rows it is about and not the table.
struct TableEdit {
  enum class Action {
    ReplaceRows,   ///< `content` into `rows`
    InsertRows,    ///< `content`, so that it stands in `rows` afterwards
    RemoveRows,    ///< `rows` go
    ReplaceTable,  ///< `table` altogether; what a change of columns takes
  };

  Action action = Action::ReplaceRows;
  std::vector<std::size_t> rows;   ///< rising
  std::vector<Row> content;        ///< one for each of `rows`
  std::vector<UnreadCell> unread;  ///< of the whole table afterwards
  Table table;
};

/// Does an edit; returns the one that takes it back.
/// @throws Error (InvalidInput) where the table has no such rows; it is then as it was
TableEdit exchange(Table& table, TableEdit edit);

/// @throws Error (InvalidInput) where the table has no such cell
TableEdit setValue(const Table& table, std::size_t row, std::size_t column,
                   std::optional<double> value);
/// @throws Error (InvalidInput) for a text that is no formula, or where there is no such row
TableEdit setFormula(const Table& table, std::size_t row, std::string_view formula);
/// @throws Error (InvalidInput) where there is no such row
TableEdit setSource(const Table& table, std::size_t row, std::string_view source);
/// A row without values at place `row`. @throws Error (InvalidInput) as setFormula
TableEdit insertRow(const Table& table, std::size_t row, std::string_view formula);
/// In any order, repeated or not. @throws Error (InvalidInput) where there is no such row
TableEdit removeRows(const Table& table, std::vector<std::size_t> rows);
/// A column without values behind the others.
/// @throws Error (InvalidInput) for a name that is empty or there already
TableEdit addColumn(const Table& table, const PropertyColumn& column);

}  // namespace vitrine::dataset
