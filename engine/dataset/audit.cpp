#include "engine/dataset/audit.h"

#include "engine/dataset/audit_checks.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <tuple>

namespace vitrine::dataset {

namespace {

void append(std::vector<Flaw>& all, std::vector<Flaw> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

std::vector<Flaw> auditOne(const AuditedTable& audited, const RunContext& context) {
  const Table& table = audited.table;
  std::vector<Flaw> flaws = findUnreadable(table, context.slice(0.0, 0.05));
  append(flaws, findDuplicates(audited, context.slice(0.05, 0.2)));
  append(flaws, findValueFlaws(audited, context.slice(0.2, 0.7)));
  append(flaws, findColumnFlaws(table, context.slice(0.7, 0.75)));
  append(flaws, findScrambledTargets(audited, context.slice(0.75, 0.85)));
  append(flaws, findLinearTargets(table, context.slice(0.85, 1.0)));
  // Where all amounts are wt.%, single ones need not be named.
  const auto isByWeight = [](const Flaw& flaw) { return flaw.kind == FlawKind::MassAtomic; };
  if (std::any_of(flaws.begin(), flaws.end(),
                  [&](const Flaw& flaw) { return isByWeight(flaw) && !flaw.row; }))
    std::erase_if(flaws, [&](const Flaw& flaw) { return isByWeight(flaw) && flaw.row; });
  return flaws;
}

std::vector<alloy::Composition> alloysOf(const Table& table) {
  std::vector<alloy::Composition> alloys;
  alloys.reserve(table.rows.size());
  for (const Row& row : table.rows)
    alloys.push_back(row.composition);
  return alloys;
}

}  // namespace

AuditedTable::AuditedTable(const Table& wholeTable, const RunContext& context)
    : table(wholeTable),
      index(alloysOf(wholeTable), context.slice(0.0, 0.2)),
      expected(wholeTable, index, context.slice(0.2, 1.0)) {}

std::vector<Flaw> audit(std::span<const Table> tables, const RunContext& context) {
  std::vector<Flaw> all;
  std::deque<AuditedTable> earlier;  // holds what refers to itself, so nothing may move
  const double share = 1.0 / static_cast<double>(std::max<std::size_t>(tables.size(), 1));
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const RunContext part =
        context.slice(share * static_cast<double>(i), share * static_cast<double>(i + 1));
    const auto take = [&](std::vector<Flaw> flaws, std::size_t related) {
      for (Flaw& flaw : flaws) {
        flaw.table = i;
        for (TableRow& other : flaw.related)
          other.table = related;
      }
      append(all, std::move(flaws));
    };
    for (std::size_t other = 0; other < i; ++other)
      take(findNearDuplicates(tables[i], earlier[other], part.silent()), other);
    earlier.emplace_back(tables[i], part.slice(0.0, 0.4));
    take(auditOne(earlier.back(), part.slice(0.4, 1.0)), i);
  }
  std::stable_sort(all.begin(), all.end(), [](const Flaw& a, const Flaw& b) {
    return std::tuple(a.table, a.line.value_or(0), a.kind, a.column) <
           std::tuple(b.table, b.line.value_or(0), b.kind, b.column);
  });
  context.tick(1.0);
  return all;
}

std::string_view flawName(FlawKind kind) {
  switch (kind) {
    case FlawKind::UnreadableFormula:
      return "unreadable_formula";
    case FlawKind::UnreadableValue:
      return "unreadable_value";
    case FlawKind::SumOff:
      return "sum_off";
    case FlawKind::Duplicate:
      return "duplicate";
    case FlawKind::ContradictingDuplicate:
      return "contradicting_duplicate";
    case FlawKind::ImpossibleOrder:
      return "impossible_order";
    case FlawKind::DecimalPoint:
      return "decimal_point";
    case FlawKind::UnitSlip:
      return "unit_slip";
    case FlawKind::CopiedColumn:
      return "copied_column";
    case FlawKind::CopiedValues:
      return "copied_values";
    case FlawKind::ScrambledTarget:
      return "scrambled_target";
    case FlawKind::LinearTarget:
      return "linear_target";
    case FlawKind::MassAtomic:
      return "mass_atomic";
    case FlawKind::NearDuplicate:
      return "near_duplicate";
    case FlawKind::Outlier:
      return "outlier";
  }
  return "";
}

std::string_view severityName(FlawSeverity severity) {
  switch (severity) {
    case FlawSeverity::Note:
      return "note";
    case FlawSeverity::Warning:
      return "warning";
    case FlawSeverity::Error:
      return "error";
  }
  return "";
}

}  // namespace vitrine::dataset
