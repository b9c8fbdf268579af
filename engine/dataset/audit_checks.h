#pragma once

#include "engine/core/run_context.h"
#include "engine/dataset/audit.h"
#include "engine/dataset/composition_index.h"
#include "engine/dataset/expected_values.h"

#include <span>
#include <vector>

/// The checks behind `audit`, one family a function. Each is pure, looks at one table (which it
/// calls table 0) and returns what it found in any order. `audit` runs them all.
namespace vitrine::dataset {

/// A table with what several checks look up in it.
struct AuditedTable {
  AuditedTable(const Table& wholeTable, const RunContext& context);

  const Table& table;
  CompositionIndex index;  ///< of the rows
  ExpectedValues expected;
};

/// Formulas and values that could not be read, and amounts that do not add up.
std::vector<Flaw> findUnreadable(const Table& table, const RunContext& context);

/// Alloys that are there more than once, and different alloys with all the same values.
std::vector<Flaw> findDuplicates(const AuditedTable& audited, const RunContext& context);

/// Values in an impossible order or far from those of like alloys, and what slip explains them;
/// among the slips, wt.% for at.% in single rows.
std::vector<Flaw> findValueFlaws(const AuditedTable& audited, const RunContext& context);

/// Columns that are copies of each other or in another unit than they say.
std::vector<Flaw> findColumnFlaws(const Table& table, const RunContext& context);

/// Columns that know nothing of the compositions, by a permutation test.
std::vector<Flaw> findScrambledTargets(const AuditedTable& audited, const RunContext& context);

/// Columns that are linear forms of the composition, and what that says about at.% or wt.%.
std::vector<Flaw> findLinearTargets(const Table& table, const RunContext& context);

/// Alloys of `table` that are nearly alloys of an earlier table. `related` rows belong to that one.
std::vector<Flaw> findNearDuplicates(const Table& table, const AuditedTable& earlier,
                                     const RunContext& context);

/// Two alloys closer than this (at.%) are one alloy, written with other roundings.
inline constexpr double kSameAlloyPercent = 0.05;
/// Closer than this they are written alike.
inline constexpr double kWrittenAlikePercent = 0.002;

}  // namespace vitrine::dataset
