#pragma once

#include "engine/core/run_context.h"
#include "engine/dataset/table.h"
#include "engine/dataset/table_layout.h"
#include "engine/files/text_row.h"

#include <span>

namespace vitrine::dataset {

/// Reads the rows below a header. `mayHaveDecimalComma` is false where commas stand between the
/// cells; else the numbers themselves decide on the decimal mark.
/// @throws Error (InvalidInput) past files::kMaxCells; Cancelled
Table readRows(TableLayout layout, std::span<const files::TextRow> rows, bool mayHaveDecimalComma,
               const RunContext& context);

}  // namespace vitrine::dataset
