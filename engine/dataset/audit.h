#pragma once

#include "engine/core/run_context.h"
#include "engine/dataset/table.h"
#include "engine/dataset/table_fix.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::dataset {

/// What can be wrong with a table of alloys.
enum class FlawKind {
  UnreadableFormula,       ///< a row without a composition
  UnreadableValue,         ///< a cell whose text is no number
  SumOff,                  ///< amounts that add up to neither 100 nor 1
  Duplicate,               ///< an alloy that is there twice, with the same values
  ContradictingDuplicate,  ///< an alloy that is there twice, with different values
  ImpossibleOrder,         ///< Tg >= Tx, Tg >= Tl and the like
  DecimalPoint,            ///< a value ten, a hundred or a thousand times too large or too small
  UnitSlip,                ///< °C among K, or the other way round
  CopiedColumn,            ///< two columns with the same numbers
  CopiedValues,            ///< different alloys with all the same numbers
  ScrambledTarget,         ///< a column that has nothing to do with the compositions
  LinearTarget,            ///< a column that is (nearly) a linear form of the composition
  MassAtomic,              ///< wt.% taken for at.%
  NearDuplicate,           ///< nearly the same alloy in two tables, e.g. training and test
  Outlier,                 ///< a value that fits neither like alloys nor the rest of its row
};

enum class FlawSeverity { Note, Warning, Error };

/// What a linear form says of a pure element, and what the element facts say.
struct EndMember {
  int atomicNumber = 0;
  double implied = 0.0;         ///< in the unit of the column
  std::optional<double> known;  ///< in the same; empty where no fact is meant or known
};

/// A row of one of the tables.
struct TableRow {
  std::size_t table = 0;
  std::size_t row = 0;  ///< index into Table::rows
};

/// One thing that looks wrong, why, and what would mend it.
struct Flaw {
  FlawKind kind{};
  FlawSeverity severity = FlawSeverity::Warning;
  std::size_t table = 0;            ///< index of the table it is in
  std::optional<std::size_t> row;   ///< index into Table::rows; empty: skipped, or the whole table
  std::optional<std::size_t> line;  ///< of the file, 1-based; empty for the whole table
  std::optional<std::size_t> column;  ///< index into Table::columns
  std::string message;                ///< one sentence or two
  Fix fix;                            ///< of the same table
  std::vector<TableRow> related;      ///< the other rows it is about
  std::vector<EndMember> endMembers;  ///< of a linear target, by rising atomic number
};

/// Everything that looks wrong in the tables, each by itself and, for nearly equal alloys, the
/// later ones against the earlier ones. Ordered by table, then whole-table flaws, then by line.
///
/// Checks that weigh values against alloys nearby (decimal points, units, wt.% for at.%, order)
/// need some dozen rows; the permutation test takes its random numbers from the seed of `context`.
/// The same result for any number of threads. @throws Cancelled
std::vector<Flaw> audit(std::span<const Table> tables, const RunContext& context = RunContext());

/// "unreadable_formula", …, "linear_target", …
std::string_view flawName(FlawKind kind);
/// "note", "warning", "error".
std::string_view severityName(FlawSeverity severity);

}  // namespace vitrine::dataset
