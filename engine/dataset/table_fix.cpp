#include "engine/dataset/table_fix.h"

#include "engine/alloy/formula.h"
#include "engine/core/error.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace vitrine::dataset {

namespace {

void require(bool holds) {
  if (!holds)
    throw Error(ErrorCode::InvalidInput,
                "The table has changed since it was audited: audit it again before mending it.");
}

void removeColumn(Table& table, std::size_t column) {
  require(column < table.columns.size());
  const auto at = static_cast<std::ptrdiff_t>(column);
  table.columns.erase(table.columns.begin() + at);
  for (Row& row : table.rows)
    row.values.erase(row.values.begin() + at);
  for (SkippedRow& skipped : table.skipped)
    if (column < skipped.values.size())
      skipped.values.erase(skipped.values.begin() + at);
  std::erase_if(table.unread, [&](const UnreadCell& unread) { return unread.column == column; });
  for (UnreadCell& unread : table.unread)
    unread.column -= unread.column > column ? 1 : 0;
}

void rescaleColumn(Table& table, const Fix& fix) {
  require(fix.column < table.columns.size());
  for (Row& row : table.rows)
    if (auto& value = row.values[fix.column])
      value = fix.factor * *value + fix.offset;
}

void restoreRow(Table& table, const Fix& fix) {
  require(fix.rows.size() == 1 && fix.rows[0] < table.skipped.size());
  SkippedRow& skipped = table.skipped[fix.rows[0]];
  const auto parsed = alloy::parseFormula(fix.formula);
  Row row{fix.formula,    alloy::compositionOf(fix.formula),
          skipped.values, skipped.source,
          skipped.line,   parsed.writtenSum};
  row.values.resize(table.columns.size());
  const auto place = std::find_if(table.rows.begin(), table.rows.end(),
                                  [&](const Row& other) { return other.line > skipped.line; });
  const auto index = static_cast<std::size_t>(place - table.rows.begin());
  for (UnreadCell& unread : table.unread)
    unread.row += unread.row >= index ? 1 : 0;
  table.rows.insert(place, std::move(row));
  table.skipped.erase(table.skipped.begin() + static_cast<std::ptrdiff_t>(fix.rows[0]));
  --table.skippedRows;
}

void readByWeight(Table& table) {
  for (Row& row : table.rows) {
    row.composition =
        alloy::Composition::fromAmounts(row.composition.shares(), alloy::Basis::WeightPercent);
    row.formula = row.composition.formula();
  }
}

/// Rows that several fixes take away go at once, so that the indices of one hold for the other.
TableEdit removal(const Table& table, std::span<const Fix> fixes) {
  std::vector<std::size_t> rows;
  for (const Fix& fix : fixes)
    if (fix.action == Fix::Action::RemoveRows)
      rows.insert(rows.end(), fix.rows.begin(), fix.rows.end());
  for (const std::size_t row : rows)
    require(row < table.rows.size());
  return removeRows(table, std::move(rows));
}

void changeValues(Table& table, const Fix& fix) {
  if (fix.action == Fix::Action::SetValues) {
    for (const Fix::CellValue& cell : fix.values) {
      require(cell.row < table.rows.size() && cell.column < table.columns.size());
      exchange(table, setValue(table, cell.row, cell.column, cell.value));
    }
  }
  if (fix.action == Fix::Action::SetFormula) {
    require(fix.rows.size() == 1 && fix.rows[0] < table.rows.size());
    exchange(table, setFormula(table, fix.rows[0], fix.formula));
  }
  if (fix.action == Fix::Action::RescaleColumn)
    rescaleColumn(table, fix);
  if (fix.action == Fix::Action::ReadByWeight)
    readByWeight(table);
}

}  // namespace

Table applied(Table table, std::span<const Fix> fixes) {
  for (const Fix& fix : fixes)
    changeValues(table, fix);
  exchange(table, removal(table, fixes));
  // Later ones first: the places of the others hold.
  std::map<std::size_t, const Fix*, std::greater<>> restored;
  std::set<std::size_t, std::greater<>> columns;
  for (const Fix& fix : fixes) {
    if (fix.action == Fix::Action::RestoreRow) {
      require(fix.rows.size() == 1);
      restored.emplace(fix.rows[0], &fix);
    }
    if (fix.action == Fix::Action::RemoveColumn)
      columns.insert(fix.column);
  }
  for (const auto& [skipped, fix] : restored)
    restoreRow(table, *fix);
  for (const std::size_t column : columns)
    removeColumn(table, column);
  return table;
}

TableEdit editOf(const Table& table, std::span<const Fix> fixes) {
  if (fixes.size() == 1) {
    const Fix& fix = fixes.front();
    if (fix.action == Fix::Action::RemoveRows)
      return removal(table, fixes);
    if (fix.action == Fix::Action::SetFormula && fix.rows.size() == 1)
      return setFormula(table, fix.rows.front(), fix.formula);
    if (fix.action == Fix::Action::SetValues && fix.values.size() == 1) {
      const Fix::CellValue& cell = fix.values.front();
      return setValue(table, cell.row, cell.column, cell.value);
    }
  }
  TableEdit edit;
  edit.action = TableEdit::Action::ReplaceTable;
  edit.table = applied(table, fixes);
  return edit;
}

std::string_view actionName(Fix::Action action) {
  switch (action) {
    case Fix::Action::None:
      return "none";
    case Fix::Action::SetValues:
      return "set_values";
    case Fix::Action::RemoveRows:
      return "remove_rows";
    case Fix::Action::RemoveColumn:
      return "remove_column";
    case Fix::Action::RescaleColumn:
      return "rescale_column";
    case Fix::Action::SetFormula:
      return "set_formula";
    case Fix::Action::RestoreRow:
      return "restore_row";
    case Fix::Action::ReadByWeight:
      return "read_by_weight";
  }
  return "none";
}

}  // namespace vitrine::dataset
