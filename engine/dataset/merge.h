#pragma once

#include "engine/core/run_context.h"
#include "engine/dataset/table.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace vitrine::dataset {

/// What a merged table takes where reports of one alloy differ.
enum class MergePolicy {
  Median,      ///< the median of the different values, whatever their spread
  First,       ///< the value of the first table (row) that has one
  DropBeyond,  ///< the median, but no value where the reports differ by more than a threshold
};

struct MergeOptions {
  MergePolicy policy = MergePolicy::Median;
  /// For DropBeyond: largest difference as a fraction of the mean (temperatures in K); 0 takes what
  /// is usual for the property: 4 % of a temperature, a factor of two of a length, else 10 %.
  double threshold = 0.0;
  /// Alloys closer than this are one, at.%.
  double sameAlloyPercent = 0.1;
};

/// Where a value of the merged table comes from.
struct MergeOrigin {
  std::size_t table = 0;
  std::size_t row = 0;
};

/// A place where reports differ by more than is usual.
struct MergeConflict {
  std::size_t row = 0;     ///< of the merged table
  std::size_t column = 0;  ///< of the merged table
  double lowest = 0.0;
  double highest = 0.0;
  bool dropped = false;  ///< the cell was left empty
};

struct MergedTable {
  Table table;
  std::vector<std::vector<MergeOrigin>> origins;  ///< of each row, in the order of the tables
  std::vector<MergeConflict> conflicts;
};

/// What one row of a table says of a merged cell.
struct MergeReport {
  MergeOrigin origin;
  double value = 0.0;  ///< in the unit of the merged column
};

/// Everything the tables say of a cell of what they were merged to, in the order of the tables.
/// @pre `merged` is mergeTables of these tables
std::vector<MergeReport> reportsOf(std::span<const Table> tables, const MergedTable& merged,
                                   std::size_t row, std::size_t column);

/// Rows of the merged table that hold an alloy of more than one table.
std::size_t sharedRows(const MergedTable& merged);

/// One row for each alloy of all tables. Rows keep the order in which alloys first appear; columns
/// with the same name and unit become one, and °C joins K where the other table has K. The source
/// of a row names those of its origins, or else their tables, joined by "+"; the line is that of
/// the first. @throws Cancelled
MergedTable mergeTables(std::span<const Table> tables, const MergeOptions& options = {},
                        const RunContext& context = RunContext());

}  // namespace vitrine::dataset
