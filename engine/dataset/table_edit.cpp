#include "engine/dataset/table_edit.h"

#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <string>
#include <utility>

namespace vitrine::dataset {

namespace {

using Action = TableEdit::Action;

[[noreturn]] void refuse(std::string sentence) {
  throw Error(ErrorCode::InvalidInput, std::move(sentence));
}

void requireRow(const Table& table, std::size_t row) {
  if (row >= table.rows.size())
    refuse("The table " + table.name + " has " + std::to_string(table.rows.size()) +
           " rows and no row " + std::to_string(row + 1) + ".");
}

/// Places of the rows outside `rows`, in order.
std::vector<std::size_t> othersOf(const std::vector<std::size_t>& rows, std::size_t count) {
  std::vector<std::size_t> others;
  others.reserve(count - rows.size());
  auto next = rows.begin();
  for (std::size_t i = 0; i < count; ++i) {
    if (next != rows.end() && *next == i)
      ++next;
    else
      others.push_back(i);
  }
  return others;
}

/// @returns the rows that stood there
std::vector<Row> replaceRows(Table& table, const std::vector<std::size_t>& rows,
                             std::vector<Row> content) {
  for (std::size_t i = 0; i < rows.size(); ++i)
    std::swap(table.rows[rows[i]], content[i]);
  return content;
}

void insertRows(Table& table, const std::vector<std::size_t>& rows, std::vector<Row> content) {
  std::vector<Row> before = std::move(table.rows);
  const std::size_t count = before.size() + rows.size();
  std::vector<std::size_t> source(count);
  const std::vector<std::size_t> others = othersOf(rows, count);
  for (std::size_t i = 0; i < others.size(); ++i)
    source[others[i]] = rows.size() + i;
  for (std::size_t i = 0; i < rows.size(); ++i)
    source[rows[i]] = i;
  table.rows.clear();
  table.rows.reserve(count);
  for (const std::size_t from : source)
    table.rows.push_back(
        std::move(from < rows.size() ? content[from] : before[from - rows.size()]));
}

/// @returns the rows that went
std::vector<Row> takeRows(Table& table, const std::vector<std::size_t>& rows) {
  std::vector<Row> before = std::move(table.rows);
  table.rows.clear();
  table.rows.reserve(before.size() - rows.size());
  for (const std::size_t other : othersOf(rows, before.size()))
    table.rows.push_back(std::move(before[other]));
  std::vector<Row> taken;
  taken.reserve(rows.size());
  for (const std::size_t row : rows)
    taken.push_back(std::move(before[row]));
  return taken;
}

void requireRows(const Table& table, const TableEdit& edit) {
  if (edit.rows.empty())
    return;
  const bool inserts = edit.action == Action::InsertRows;
  const std::size_t count = table.rows.size() + (inserts ? edit.rows.size() : 0);
  if (edit.rows.back() >= count)
    refuse("The table " + table.name + " has changed: there is no row " +
           std::to_string(edit.rows.back() + 1) + " any more.");
}

TableEdit replaceRow(const Table& table, std::size_t row, Row content) {
  return {Action::ReplaceRows, {row}, {std::move(content)}, table.unread, {}};
}

Row rowOf(std::string_view formula) {
  const alloy::ParsedFormula parsed = alloy::parseFormula(formula);
  if (!parsed.composition)
    refuse("\"" + std::string(formula) + "\": " + parsed.findings.front().message);
  return {std::string(files::trimmed(formula)), *parsed.composition, {}, {}, 0, parsed.writtenSum};
}

}  // namespace

TableEdit exchange(Table& table, TableEdit edit) {
  requireRows(table, edit);
  if (edit.action == Action::ReplaceTable) {
    std::swap(table, edit.table);
    return edit;
  }
  std::swap(table.unread, edit.unread);
  switch (edit.action) {
    case Action::ReplaceRows:
      edit.content = replaceRows(table, edit.rows, std::move(edit.content));
      break;
    case Action::InsertRows:
      insertRows(table, edit.rows, std::move(edit.content));
      edit.content.clear();
      edit.action = Action::RemoveRows;
      break;
    case Action::RemoveRows:
      edit.content = takeRows(table, edit.rows);
      edit.action = Action::InsertRows;
      break;
    case Action::ReplaceTable:
      break;
  }
  return edit;
}

TableEdit setValue(const Table& table, std::size_t row, std::size_t column,
                   std::optional<double> value) {
  requireRow(table, row);
  if (column >= table.columns.size())
    refuse("The table " + table.name + " has no column " + std::to_string(column + 1) + ".");
  Row content = table.rows[row];
  content.values[column] = value;
  TableEdit edit = replaceRow(table, row, std::move(content));
  std::erase_if(edit.unread,
                [&](const UnreadCell& cell) { return cell.row == row && cell.column == column; });
  return edit;
}

TableEdit setFormula(const Table& table, std::size_t row, std::string_view formula) {
  requireRow(table, row);
  Row content = rowOf(formula);
  const Row& before = table.rows[row];
  content.values = before.values;
  content.source = before.source;
  content.line = before.line;
  return replaceRow(table, row, std::move(content));
}

TableEdit setSource(const Table& table, std::size_t row, std::string_view source) {
  requireRow(table, row);
  Row content = table.rows[row];
  content.source = source;
  return replaceRow(table, row, std::move(content));
}

TableEdit insertRow(const Table& table, std::size_t row, std::string_view formula) {
  if (row > table.rows.size())
    requireRow(table, row);
  Row content = rowOf(formula);
  content.values.resize(table.columns.size());
  TableEdit edit{Action::InsertRows, {row}, {std::move(content)}, table.unread, {}};
  for (UnreadCell& cell : edit.unread)
    cell.row += cell.row >= row ? 1 : 0;
  return edit;
}

TableEdit removeRows(const Table& table, std::vector<std::size_t> rows) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  if (!rows.empty())
    requireRow(table, rows.back());
  TableEdit edit{Action::RemoveRows, std::move(rows), {}, {}, {}};
  for (UnreadCell cell : table.unread) {
    const auto place = std::lower_bound(edit.rows.begin(), edit.rows.end(), cell.row);
    if (place != edit.rows.end() && *place == cell.row)
      continue;
    cell.row -= static_cast<std::size_t>(place - edit.rows.begin());
    edit.unread.push_back(std::move(cell));
  }
  return edit;
}

TableEdit addColumn(const Table& table, const PropertyColumn& column) {
  if (column.name.empty())
    refuse("A column needs a name, for example Tg_K.");
  if (table.column(headerOf(column)))
    refuse("The table " + table.name + " has a column " + headerOf(column) + " already.");
  TableEdit edit{Action::ReplaceTable, {}, {}, {}, table};
  edit.table.columns.push_back(column);
  for (Row& row : edit.table.rows)
    row.values.emplace_back();
  return edit;
}

}  // namespace vitrine::dataset
