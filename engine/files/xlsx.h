#pragma once

#include "engine/core/finding.h"
#include "engine/core/run_context.h"
#include "engine/files/text_row.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::files {

/// One sheet of a workbook as text. Numbers are written with a decimal point; dates are the day
/// numbers the file holds, with a note; formulas are the results stored with them; an error such as
/// #DIV/0! is its text.
struct Sheet {
  std::string name;
  std::vector<std::string> sheetNames;  ///< every sheet of the workbook, in its order
  std::vector<TextRow> rows;            ///< without empty rows; short rows are not filled up
  std::vector<Finding> findings;
};

/// Gives the text of one part of a workbook by its name ("xl/workbook.xml"); empty where missing.
using ReadPart = std::function<std::optional<std::string>(const std::string& name)>;

/// Reads a sheet of an XLSX workbook: the named one, else the first.
/// @throws Error (Damaged; InvalidInput for a sheet that is not there or past kMaxCells); Cancelled
Sheet readXlsx(std::vector<std::byte> file, std::string_view sheet = {},
               const RunContext& context = RunContext());

/// The same from parts that are unpacked already.
Sheet readXlsxParts(const ReadPart& readPart, std::string_view sheet = {},
                    const RunContext& context = RunContext());

}  // namespace vitrine::files
