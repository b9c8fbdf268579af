#pragma once

#include "engine/alloy/composition.h"
#include "engine/core/finding.h"
#include "engine/core/run_context.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::diffraction {

/// One row of an index: an alloy, and where its pattern stands.
struct IndexRow {
  std::size_t line = 0;  ///< 1-based
  alloy::Composition composition;
  std::string wafer;  ///< with `scan`: a row of a table; both empty where `file` is given
  std::string scan;
  std::string file;  ///< relative to the folder of the index
};

struct SpectrumIndex {
  std::vector<IndexRow> rows;
  std::vector<Finding> findings;  ///< rows that were skipped, and notes
};

/// Reads the text of an `index.csv`; see readSpectrumFolder.
/// @throws Error (InvalidInput) where it has no header with the columns needed; Cancelled
SpectrumIndex parseSpectrumIndex(std::string_view utf8, const RunContext& context = RunContext());

}  // namespace vitrine::diffraction
