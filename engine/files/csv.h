#pragma once

#include "engine/core/finding.h"
#include "engine/core/run_context.h"
#include "engine/files/text_row.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::files {

/// A text table taken apart. Cells are as written, without their quotes.
struct CsvText {
  char separator = ',';       ///< a comma, semicolon or tab: what the first line has most of
  std::vector<TextRow> rows;  ///< without blank lines and without the comments before the header
  std::vector<Finding> findings;
};

/// Takes a CSV or TSV text apart, whatever it holds. Cells may be quoted as in RFC 4180, with line
/// ends and doubled quotes inside; lines end with LF, CRLF or CR. Lines before the header that
/// start with '#' are comments, and a first line "sep=;" names the separator as spreadsheets write
/// it. A quote that is never closed is taken as a plain character, with a note.
/// @throws Error (InvalidInput) past kMaxCells; Cancelled
CsvText parseCsv(std::string_view utf8, const RunContext& context = RunContext());

/// Adds one line, ended by LF, with a comma between the cells and quotes where they are needed.
void appendCsvRow(std::string& text, std::span<const std::string> cells);

}  // namespace vitrine::files
