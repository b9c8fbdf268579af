#pragma once

#include "engine/core/run_context.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::diffraction {

/// Many patterns over one axis: the first row holds names of leading columns, then the axis; each
/// further row as many names or amounts, then the intensities.
struct WideTable {
  struct Row {
    std::size_t line = 0;  ///< 1-based
    std::vector<std::string> leading;
    std::vector<double> intensities;  ///< as many as the axis has positions
  };

  std::vector<std::string> remarks;  ///< above the first row, without their mark
  std::vector<std::string> leading;  ///< names of the columns before the axis; may be empty
  std::vector<double> axis;          ///< rising
  std::vector<Row> rows;
};

/// Whether the first line that is no remark looks like names and a rising axis of eight or more.
bool looksLikeWideTable(std::string_view utf8);

/// @throws Error (InvalidInput) naming the line; Cancelled
WideTable parseWideTable(std::string_view utf8, const RunContext& context = RunContext());

}  // namespace vitrine::diffraction
