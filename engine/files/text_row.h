#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace vitrine::files {

/// One row of a text table or a sheet.
struct TextRow {
  std::size_t line = 0;  ///< line of the file (or row of the sheet) it starts in, 1-based
  std::vector<std::string> cells;
};

/// No table has more cells than this, filled or empty; it keeps a reader within some hundred MB.
inline constexpr std::size_t kMaxCells = 4'000'000;

}  // namespace vitrine::files
