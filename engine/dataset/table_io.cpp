#include "engine/dataset/table_io.h"

#include "engine/core/error.h"
#include "engine/dataset/table_layout.h"
#include "engine/dataset/table_rows.h"
#include "engine/files/atomic_file.h"
#include "engine/files/csv.h"
#include "engine/files/number_text.h"
#include "engine/files/text_file.h"
#include "engine/files/xlsx.h"

#include <algorithm>
#include <utility>

namespace vitrine::dataset {

namespace {

/// Tables are for people; what is larger is something else by mistake.
constexpr std::size_t kMaxTableBytes = std::size_t{64} << 20U;
/// Titles may stand above the header, not more of them than this.
constexpr std::size_t kHeaderSearch = 10;

Finding note(std::string message) {
  return {Finding::Severity::Note, std::move(message), 0};
}

TableDraft draftOfWorkbook(std::vector<std::byte> bytes, const RunContext& context) {
  files::Sheet sheet = files::readXlsx(std::move(bytes), {}, context);
  TableDraft text;
  text.rows = std::move(sheet.rows);
  text.findings = std::move(sheet.findings);
  if (sheet.sheetNames.size() > 1)
    text.findings.push_back(note("The workbook has " + std::to_string(sheet.sheetNames.size()) +
                                 " sheets; the first, \"" + sheet.name + "\", was read."));
  return text;
}

TableDraft draftOfCsv(std::span<const std::byte> bytes, const RunContext& context) {
  const files::DecodedText decoded = files::decodeText(bytes);
  files::CsvText csv = files::parseCsv(decoded.utf8, context);
  TableDraft text;
  text.rows = std::move(csv.rows);
  text.findings = std::move(csv.findings);
  text.mayHaveDecimalComma = csv.separator != ',';
  if (decoded.encoding == files::TextEncoding::Utf16)
    text.findings.push_back(note("The text is UTF-16."));
  if (decoded.encoding == files::TextEncoding::Western)
    text.findings.push_back(note("The text is not UTF-8 and was read as Windows-1252."));
  if (csv.separator != ',')
    text.findings.push_back(note(csv.separator == ';' ? "The columns are separated by semicolons."
                                                      : "The columns are separated by tabs."));
  return text;
}

bool startsWith(std::span<const std::byte> bytes, std::string_view magic) {
  return std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size())
      .starts_with(magic);
}

TableDraft textOf(std::vector<std::byte> bytes, const RunContext& context) {
  if (startsWith(bytes, "PK\x03\x04"))
    return draftOfWorkbook(std::move(bytes), context);
  if (startsWith(bytes, "\xD0\xCF\x11\xE0"))
    throw Error(ErrorCode::InvalidInput,
                "This is an XLS workbook or one with a password: save it as XLSX without one.");
  return draftOfCsv(bytes, context);
}

/// All lines of text become a header and the rows below it.
TableDraft draftOf(std::vector<std::byte> bytes, std::string name, const RunContext& context) {
  TableDraft draft = textOf(std::move(bytes), context);
  draft.name = std::move(name);
  if (draft.rows.empty())
    throw Error(ErrorCode::InvalidInput, "There is no table in it.");
  std::size_t header = 0;
  for (std::size_t i = 0; i < std::min(draft.rows.size(), kHeaderSearch); ++i) {
    const std::optional<TableLayout> layout = layoutOf(draft.rows[i].cells);
    if (!layout)
      continue;
    header = i;
    draft.layout = *layout;
    if (i > 0)
      draft.findings.push_back(
          note("The header was found in line " + std::to_string(draft.rows[i].line) + "."));
    break;
  }
  if (draft.layout.columns.empty())
    for (const std::string& cell : draft.rows.front().cells)
      draft.layout.columns.push_back(
          {TableLayout::Role::Ignored, std::string(files::trimmed(cell)), 0, splitUnit(cell)});
  draft.rows.erase(draft.rows.begin(),
                   draft.rows.begin() + static_cast<std::ptrdiff_t>(header + 1));
  return draft;
}

/// Errors of a file name it.
template <class Read>
auto readNamed(const std::filesystem::path& file, const Read& read) {
  std::vector<std::byte> bytes = files::readBytes(file, kMaxTableBytes);
  try {
    return read(std::move(bytes), file.stem().string());
  } catch (const Error& error) {
    throw Error(error.code(), file.string() + ": " + error.what(), error.detail());
  }
}

}  // namespace

TableDraft draftTable(const std::filesystem::path& file, const RunContext& context) {
  return readNamed(file, [&](std::vector<std::byte> bytes, std::string name) {
    return draftOf(std::move(bytes), std::move(name), context);
  });
}

Table readDraft(const TableDraft& draft, const RunContext& context) {
  using Role = TableLayout::Role;
  const auto& columns = draft.layout.columns;
  const auto elements = std::count_if(columns.begin(), columns.end(), [](const auto& column) {
    return column.role == Role::Element;
  });
  if (!draft.layout.find(Role::Formula) && elements < 2)
    throw Error(ErrorCode::InvalidInput,
                "It has no header line with a column \"formula\" or with columns "
                "named after elements.");
  Table table = readRows(draft.layout, draft.rows, draft.mayHaveDecimalComma, context);
  table.name = draft.name;
  table.findings.insert(table.findings.begin(), draft.findings.begin(), draft.findings.end());
  return table;
}

Table parseTable(std::vector<std::byte> bytes, std::string name, const RunContext& context) {
  return readDraft(draftOf(std::move(bytes), std::move(name), context), context);
}

Table readTable(const std::filesystem::path& file, const RunContext& context) {
  return readNamed(file, [&](std::vector<std::byte> bytes, std::string name) {
    return parseTable(std::move(bytes), std::move(name), context);
  });
}

void writeTable(const Table& table, const std::filesystem::path& file) {
  const bool hasSource = std::any_of(table.rows.begin(), table.rows.end(),
                                     [](const Row& row) { return !row.source.empty(); });
  std::vector<std::string> cells = {"formula"};
  for (const PropertyColumn& column : table.columns)
    cells.push_back(headerOf(column));
  if (hasSource)
    cells.emplace_back("source");
  std::string text;
  files::appendCsvRow(text, cells);

  for (const Row& row : table.rows) {
    cells = {row.formula};
    for (const std::optional<double>& value : row.values)
      cells.push_back(value ? files::formatNumber(*value) : "");
    if (hasSource)
      cells.push_back(row.source);
    files::appendCsvRow(text, cells);
  }
  files::writeAtomically(file, text);
}

}  // namespace vitrine::dataset
