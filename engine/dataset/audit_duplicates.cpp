#include "engine/dataset/audit_checks.h"
#include "engine/dataset/audit_text.h"
#include "engine/dataset/column_meaning.h"
#include "engine/dataset/conflicts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace vitrine::dataset {

namespace {

using Neighbour = CompositionIndex::Neighbour;

std::string lineText(const Row& row) {
  return "row " + std::to_string(row.line) + " (" + row.formula + ")";
}

/// The columns in which two rows of one alloy contradict each other.
std::vector<std::size_t> conflictingColumns(const Table& table, const Row& a, const Row& b) {
  std::vector<std::size_t> columns;
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    if (a.values[c] && b.values[c] && inConflict(table.columns[c], *a.values[c], *b.values[c]))
      columns.push_back(c);
  return columns;
}

/// Empty for alloys that are only rounded in another way and agree: `copiedValues` has them.
std::optional<Flaw> duplicateFlaw(const AuditedTable& audited, std::size_t row,
                                  std::size_t earlier) {
  const Table& table = audited.table;
  const Row& own = table.rows[row];
  const Row& other = table.rows[earlier];
  Flaw flaw;
  flaw.row = row;
  flaw.line = own.line;
  flaw.related = {{0, earlier}};
  flaw.fix.action = Fix::Action::RemoveRows;
  const auto columns = conflictingColumns(table, own, other);
  if (columns.empty()) {
    if (alloy::distancePercent(own.composition, other.composition) > kWrittenAlikePercent)
      return std::nullopt;
    flaw.kind = FlawKind::Duplicate;
    flaw.severity = FlawSeverity::Note;
    flaw.message = "The same alloy as " + lineText(other) + ", with values that agree.";
    flaw.fix.rows = {row};
    return flaw;
  }
  flaw.kind = FlawKind::ContradictingDuplicate;
  flaw.severity = FlawSeverity::Error;
  flaw.column = columns.front();
  flaw.message = "The same alloy as " + lineText(other) + ", but";
  for (const std::size_t c : columns)
    flaw.message += (c == columns.front() ? " " : ", ") + headerOf(table.columns[c]) + " is " +
                    numberText(*own.values[c]) + " here and " + numberText(*other.values[c]) +
                    " there";
  flaw.message += '.';
  const bool ownIsWorse = audited.expected.fit(row, own.values).logLikelihood() <=
                          audited.expected.fit(row, other.values).logLikelihood();
  flaw.fix.rows = {ownIsWorse ? row : earlier};
  return flaw;
}

/// Equal values in three columns or more cannot be chance; fewer can.
constexpr std::size_t kLeastEqualValues = 3;

/// Different alloys with exactly the same values, all of them in one finding: which of them is
/// wrong cannot be seen from here.
std::optional<Flaw> copiedValues(const Table& table, const RunContext& context) {
  std::map<std::vector<std::optional<double>>, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    context.tick();
    // Lengths are few and round.
    std::vector<std::optional<double>> values;
    for (std::size_t c = 0; c < table.columns.size(); ++c)
      if (!isLength(table.columns[c]))
        values.push_back(table.rows[i].values[c]);
    const auto given = static_cast<std::size_t>(
        std::count_if(values.begin(), values.end(), [](const auto& value) { return value; }));
    if (given >= kLeastEqualValues)
      groups[std::move(values)].push_back(i);
  }
  Flaw flaw;
  flaw.kind = FlawKind::CopiedValues;
  flaw.severity = FlawSeverity::Note;
  std::size_t count = 0;
  std::string first;
  for (const auto& [values, rows] : groups) {
    context.tick();
    const Row& one = table.rows[rows.front()];
    const bool differ = std::any_of(rows.begin(), rows.end(), [&](std::size_t row) {
      return alloy::distancePercent(one.composition, table.rows[row].composition) >
             kWrittenAlikePercent;
    });
    if (!differ)
      continue;
    ++count;
    for (const std::size_t row : rows)
      flaw.related.push_back({0, row});
  }
  if (count == 0)
    return std::nullopt;
  std::sort(flaw.related.begin(), flaw.related.end(),
            [](const TableRow& a, const TableRow& b) { return a.row < b.row; });
  flaw.message = numberText(static_cast<double>(count)) + (count == 1 ? " group" : " groups") +
                 " of different alloys with exactly the same values, as if rows were copied or "
                 "one alloy written in several ways; the first is " +
                 lineText(table.rows[flaw.related.front().row]) + ".";
  return flaw;
}

}  // namespace

std::vector<Flaw> findDuplicates(const AuditedTable& audited, const RunContext& context) {
  const Table& table = audited.table;
  std::vector<Flaw> flaws;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    context.tick(static_cast<double>(i) / static_cast<double>(table.rows.size()));
    // As many as there are of one alloy; some more would not tell more.
    constexpr std::size_t kMost = 32;
    std::optional<std::size_t> earlier;
    for (const Neighbour& neighbour :
         audited.index.nearest(table.rows[i].composition, kMost, kSameAlloyPercent, i))
      if (neighbour.index < i && (!earlier || neighbour.index < *earlier))
        earlier = neighbour.index;
    if (!earlier)
      continue;
    if (auto flaw = duplicateFlaw(audited, i, *earlier))
      flaws.push_back(*std::move(flaw));
  }
  if (auto copied = copiedValues(table, context))
    flaws.push_back(*std::move(copied));
  return flaws;
}

std::vector<Flaw> findNearDuplicates(const Table& table, const AuditedTable& earlier,
                                     const RunContext& context) {
  // One atom of a hundred exchanged: a quarter of the alloys of a random test set are this near to
  // a training alloy, and their errors say little about unseen ones.
  constexpr double kNear = 1.0;
  constexpr double kRounding = 1e-9;
  std::vector<Flaw> flaws;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    context.tick();
    const auto nearest = earlier.index.nearest(table.rows[i].composition, 1, kNear + kRounding);
    if (nearest.empty())
      continue;
    Flaw flaw;
    flaw.kind = FlawKind::NearDuplicate;
    flaw.row = i;
    flaw.line = table.rows[i].line;
    flaw.related = {{0, nearest.front().index}};
    const bool same = nearest.front().distance <= kSameAlloyPercent;
    flaw.severity = same ? FlawSeverity::Error : FlawSeverity::Warning;
    flaw.message =
        (same ? "The same alloy as " : numberText(nearest.front().distance, 2) + " at.% from ") +
        lineText(earlier.table.rows[nearest.front().index]) + " of " + earlier.table.name +
        ": a model trained on the one is not tested by the other.";
    flaw.fix.action = Fix::Action::RemoveRows;
    flaw.fix.rows = {i};
    flaws.push_back(std::move(flaw));
  }
  return flaws;
}

}  // namespace vitrine::dataset
