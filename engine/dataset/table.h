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

/// "Tg_K", the name of the column in a file.
std::string headerOf(const PropertyColumn& column);

/// One alloy of a table. `values[i]` belongs to column i of the table; empty where not given.
struct Row {
  std::string formula;  ///< as written in the file, with a decimal point
  alloy::Composition composition;
  std::vector<std::optional<double>> values;
  std::string source;
  std::size_t line = 0;     ///< line (or sheet row) in the file, 1-based
  double writtenSum = 0.0;  ///< of the amounts as written, e.g. 100 or 1; 0 where nothing was
};

/// A row that could not be read. What was readable of it is kept, so that it can be mended.
struct SkippedRow {
  std::size_t line = 0;
  std::string formula;                        ///< as written; empty where there was none
  std::vector<std::optional<double>> values;  ///< as in Row; empty where cells are shifted
  std::string source;
  std::string reason;  ///< a sentence
};

/// A cell of a property column whose text is no number.
struct UnreadCell {
  std::size_t row = 0;  ///< index into the rows of the table
  std::size_t column = 0;
  std::string text;
};

/// No more skipped rows or unread cells than this are kept; a file with more is no table.
inline constexpr std::size_t kMaxUnread = 10'000;

/// A table of alloys. A plain value: rows that could not be read are not in it but in `findings`.
struct Table {
  std::string name;
  std::vector<PropertyColumn> columns;
  std::vector<Row> rows;
  /// Errors are rows that were skipped, and why (the first of them; skippedRows counts all). Notes
  /// say what was detected (decimal comma …) and what was left out.
  std::vector<Finding> findings;
  std::size_t skippedRows = 0;
  std::vector<SkippedRow> skipped;  ///< at most kMaxUnread of them
  std::vector<UnreadCell> unread;   ///< the same

  /// Index of the column "Tg_K" or "Tg"; empty where there is none.
  [[nodiscard]] std::optional<std::size_t> column(std::string_view wanted) const;
};

}  // namespace vitrine::dataset
