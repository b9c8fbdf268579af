#pragma once

#include "engine/alloy/composition.h"
#include "engine/core/finding.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::dataset {

/// A named, measured or computed property with its unit, e.g. {"Tg", "K"}. In files the two stand
/// as one column name, "Tg_K".
struct PropertyColumn {
  std::string name;
  std::string unit;
};

/// One alloy of a table. `values[i]` belongs to column i of the table; empty where not given.
struct Row {
  std::string formula;  ///< as written in the file, with a decimal point
  alloy::Composition composition;
  std::vector<std::optional<double>> values;
  std::string source;
  std::size_t line = 0;  ///< line (or sheet row) in the file, 1-based
};

/// A table of alloys. A plain value: rows that could not be read are not in it but in `findings`.
struct Table {
  std::string name;
  std::vector<PropertyColumn> columns;
  std::vector<Row> rows;
  /// Errors are rows that were skipped, and why (the first of them; skippedRows counts all). Notes
  /// say what was detected (decimal comma …) and what was left out.
  std::vector<Finding> findings;
  std::size_t skippedRows = 0;

  /// Index of the column "Tg_K" or "Tg"; empty where there is none.
  [[nodiscard]] std::optional<std::size_t> column(std::string_view wanted) const;
};

}  // namespace vitrine::dataset
