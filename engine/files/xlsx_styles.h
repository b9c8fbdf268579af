#pragma once

#include "engine/core/run_context.h"

#include <string_view>
#include <vector>

namespace vitrine::files {

/// For each cell style of a workbook's styles part, whether it shows a number as a date or time.
/// A cell names its style by the index. @throws Error (Damaged); Cancelled
std::vector<bool> dateStylesOf(std::string_view stylesXml, const RunContext& context);

/// Whether a number format such as "yyyy-mm-dd" shows a date or time.
bool isDateFormat(std::string_view formatCode);

}  // namespace vitrine::files
