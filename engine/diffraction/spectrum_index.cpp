#include "engine/diffraction/spectrum_index.h"

#include "engine/core/error.h"
#include "engine/dataset/table_layout.h"
#include "engine/dataset/table_rows.h"
#include "engine/files/csv.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <utility>

namespace vitrine::diffraction {

namespace {

using dataset::TableLayout;

/// Names under which the file of a pattern may stand.
constexpr std::array<std::string_view, 4> kFileNames = {"file", "filename", "file name", "path"};
constexpr std::array<std::string_view, 1> kWaferNames = {"wafer"};
constexpr std::array<std::string_view, 1> kScanNames = {"scan"};

std::string lowered(std::string_view text) {
  std::string result(files::trimmed(text));
  for (char& character : result)
    if (character >= 'A' && character <= 'Z')
      character = static_cast<char>(character - 'A' + 'a');
  return result;
}

std::optional<std::size_t> columnNamed(const TableLayout& layout,
                                       std::span<const std::string_view> names) {
  for (std::size_t i = 0; i < layout.columns.size(); ++i)
    if (std::find(names.begin(), names.end(), lowered(layout.columns[i].header)) != names.end())
      return i;
  return std::nullopt;
}

std::string cellOf(const files::TextRow& row, std::size_t column) {
  return column < row.cells.size() ? std::string(files::trimmed(row.cells[column])) : std::string();
}

}  // namespace

SpectrumIndex parseSpectrumIndex(std::string_view utf8, const RunContext& context) {
  const files::CsvText csv = files::parseCsv(utf8, context);
  if (csv.rows.empty())
    throw Error(ErrorCode::InvalidInput, "The index of the patterns is empty.");
  auto layout = dataset::layoutOf(csv.rows.front().cells);
  if (!layout)
    throw Error(ErrorCode::InvalidInput,
                "The index needs a column \"formula\" or columns named after elements, such as "
                "\"Zr_at\".");
  const auto file = columnNamed(*layout, kFileNames);
  const auto wafer = columnNamed(*layout, kWaferNames);
  const auto scan = columnNamed(*layout, kScanNames);
  if (!file && !(wafer && scan))
    throw Error(
        ErrorCode::InvalidInput,
        "The index needs a column \"file\", or columns \"wafer\" and \"scan\", to say where "
        "each pattern stands.");

  // Of the other columns only the alloy is wanted here.
  layout->findings.clear();
  for (TableLayout::Column& column : layout->columns)
    if (column.role == TableLayout::Role::Property || column.role == TableLayout::Role::Source)
      column.role = TableLayout::Role::Ignored;
  const std::span<const files::TextRow> below = std::span(csv.rows).subspan(1);
  dataset::Table alloys =
      dataset::readRows(*std::move(layout), below, csv.separator != ',', context);

  SpectrumIndex index;
  index.findings = csv.findings;
  std::move(alloys.findings.begin(), alloys.findings.end(), std::back_inserter(index.findings));
  auto text = below.begin();
  for (const dataset::Row& alloy : alloys.rows) {
    context.tick();
    while (text->line != alloy.line)
      ++text;
    IndexRow row{alloy.line, alloy.composition, {}, {}, {}};
    if (wafer && scan) {
      row.wafer = cellOf(*text, *wafer);
      row.scan = cellOf(*text, *scan);
    }
    if (file && (row.wafer.empty() || row.scan.empty()))
      row.file = cellOf(*text, *file);
    index.rows.push_back(std::move(row));
  }
  return index;
}

}  // namespace vitrine::diffraction
