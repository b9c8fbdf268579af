#include "engine/dataset/table_fix.h"

#include "engine/alloy/formula.h"
#include "engine/core/error.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace vitrine::dataset {

namespace {

void require(bool holds) {
  if (!holds)
    throw Error(ErrorCode::InvalidInput,
                "The table has changed since it was audited: audit it again before mending it.");
}

void setValues(Table& table, const Fix& fix) {
  for (const Fix::CellValue& cell : fix.values)
    require(cell.row < table.rows.size() && cell.column < table.columns.size());
  for (const Fix::CellValue& cell : fix.values) {
    table.rows[cell.row].values[cell.column] = cell.value;
    std::erase_if(table.unread, [&](const UnreadCell& unread) {
      return unread.row == cell.row && unread.column == cell.column;
    });
  }
}

void removeRows(Table& table, std::vector<std::size_t> rows) {
  std::sort(rows.begin(), rows.end(), std::greater<>());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  require(rows.empty() || rows.front() < table.rows.size());
  for (const std::size_t row : rows) {
    table.rows.erase(table.rows.begin() + static_cast<std::ptrdiff_t>(row));
    std::erase_if(table.unread, [&](const UnreadCell& unread) { return unread.row == row; });
    for (UnreadCell& unread : table.unread)
      unread.row -= unread.row > row ? 1 : 0;
  }
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

void setFormula(Row& row, const std::string& formula) {
  row.composition = alloy::compositionOf(formula);
  row.writtenSum = alloy::parseFormula(formula).writtenSum;
  row.formula = formula;
}

void restoreRow(Table& table, const Fix& fix) {
  require(fix.rows.size() == 1 && fix.rows[0] < table.skipped.size());
  SkippedRow& skipped = table.skipped[fix.rows[0]];
  Row row{{}, alloy::compositionOf(fix.formula), skipped.values, skipped.source, skipped.line};
  setFormula(row, fix.formula);
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

}  // namespace

Table applied(Table table, const Fix& fix) {
  switch (fix.action) {
    case Fix::Action::None:
      break;
    case Fix::Action::SetValues:
      setValues(table, fix);
      break;
    case Fix::Action::RemoveRows:
      removeRows(table, fix.rows);
      break;
    case Fix::Action::RemoveColumn:
      removeColumn(table, fix.column);
      break;
    case Fix::Action::RescaleColumn:
      rescaleColumn(table, fix);
      break;
    case Fix::Action::SetFormula:
      require(fix.rows.size() == 1 && fix.rows[0] < table.rows.size());
      setFormula(table.rows[fix.rows[0]], fix.formula);
      break;
    case Fix::Action::RestoreRow:
      restoreRow(table, fix);
      break;
    case Fix::Action::ReadByWeight:
      readByWeight(table);
      break;
  }
  return table;
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
