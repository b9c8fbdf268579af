#pragma once

#include "engine/core/run_context.h"
#include "engine/dataset/table.h"
#include "engine/dataset/table_layout.h"
#include "engine/files/text_row.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace vitrine::dataset {

/// Reads a CSV, TSV or XLSX file with a header line: a `formula` column or one column for each
/// element, any number of `NAME_unit` property columns, and an optional `source` column.
///
/// - A workbook is known by its content, and its first sheet is read. Encoding, separator, quotes,
///   byte-order mark and decimal comma are detected; what is not the usual is said in the findings.
/// - Without `formula`, a column `composition` or `alloy` is taken, unless two columns or more are
///   named after elements. Element columns may end in a unit: "Zr", "Zr_at%", "Zr (wt.%)"; plain
///   ones are atomic. Whether they hold fractions or per cent is said; each row is normalised.
/// - A unit stands after the last underscore, or in round or square brackets: "Tg_K", "Tg [K]".
/// - Rows that do not parse are skipped with a finding that names the line. A cell that is no
/// number
///   leaves its value empty, with a note; property columns without any number are left out.
///
/// @throws Error (CannotRead, Damaged, InvalidInput) naming the file where there is nothing to read
///         at all; Cancelled
Table readTable(const std::filesystem::path& file, const RunContext& context = RunContext());

/// The same from the bytes of a file; `name` becomes the name of the table.
Table parseTable(std::vector<std::byte> bytes, std::string name,
                 const RunContext& context = RunContext());

/// A file as cells of text with what its header seems to say, before it becomes a table: somebody
/// may know better what the columns mean.
struct TableDraft {
  std::string name;
  /// By the header; where no line looks like one, the first line names columns that are all
  /// ignored.
  TableLayout layout;
  std::vector<files::TextRow> rows;  ///< below the header
  std::vector<Finding> findings;     ///< how the file was read
  /// A comma between cells is no decimal mark.
  bool mayHaveDecimalComma = true;
};

/// @throws Error as readTable, but for a file without a header; Cancelled
TableDraft draftTable(const std::filesystem::path& file, const RunContext& context = RunContext());

/// The table of a draft, by its layout.
/// @throws Error (InvalidInput) where the layout has no column of formulas nor two of elements;
///         Cancelled
Table readDraft(const TableDraft& draft, const RunContext& context = RunContext());

/// CSV with point decimals, formula column first, written atomically. Reads back as it was, but for
/// properties without a unit whose name has an underscore. @throws Error (CannotWrite)
void writeTable(const Table& table, const std::filesystem::path& file);

}  // namespace vitrine::dataset
