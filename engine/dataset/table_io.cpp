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

/// Rows of text, wherever they come from.
struct TextTable {
  std::vector<files::TextRow> rows;
  std::vector<Finding> findings;
  /// A comma between cells is no decimal mark.
  bool mayHaveDecimalComma = true;
};

TextTable textOfWorkbook(std::vector<std::byte> bytes, const RunContext& context) {
  files::Sheet sheet = files::readXlsx(std::move(bytes), {}, context);
  TextTable text{std::move(sheet.rows), std::move(sheet.findings)};
  if (sheet.sheetNames.size() > 1)
    text.findings.push_back(note("The workbook has " + std::to_string(sheet.sheetNames.size()) +
                                 " sheets; the first, \"" + sheet.name + "\", was read."));
  return text;
}

TextTable textOfCsv(std::span<const std::byte> bytes, const RunContext& context) {
  const files::DecodedText decoded = files::decodeText(bytes);
  files::CsvText csv = files::parseCsv(decoded.utf8, context);
  TextTable text{std::move(csv.rows), std::move(csv.findings), csv.separator != ','};
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

TextTable textOf(std::vector<std::byte> bytes, const RunContext& context) {
  if (startsWith(bytes, "PK\x03\x04"))
    return textOfWorkbook(std::move(bytes), context);
  if (startsWith(bytes, "\xD0\xCF\x11\xE0"))
    throw Error(ErrorCode::InvalidInput,
                "This is an XLS workbook or one with a password: save it as XLSX without one.");
  return textOfCsv(bytes, context);
}

}  // namespace

Table parseTable(std::vector<std::byte> bytes, std::string name, const RunContext& context) {
  TextTable text = textOf(std::move(bytes), context);
  const std::span<const files::TextRow> rows = text.rows;
  for (std::size_t i = 0; i < std::min(rows.size(), kHeaderSearch); ++i) {
    std::optional<TableLayout> layout = layoutOf(rows[i].cells);
    if (!layout)
      continue;
    if (i > 0)
      text.findings.push_back(
          note("The header was found in line " + std::to_string(rows[i].line) + "."));
    Table table =
        readRows(*std::move(layout), rows.subspan(i + 1), text.mayHaveDecimalComma, context);
    table.name = std::move(name);
    table.findings.insert(table.findings.begin(), text.findings.begin(), text.findings.end());
    return table;
  }
  throw Error(ErrorCode::InvalidInput,
              rows.empty() ? "There is no table in it."
                           : "It has no header line with a column \"formula\" or with columns "
                             "named after elements.");
}

Table readTable(const std::filesystem::path& file, const RunContext& context) {
  std::vector<std::byte> bytes = files::readBytes(file, kMaxTableBytes);
  try {
    return parseTable(std::move(bytes), file.stem().string(), context);
  } catch (const Error& error) {
    throw Error(error.code(), file.string() + ": " + error.what(), error.detail());
  }
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
