#include "engine/prediction/merge_rows.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace vitrine::prediction {

namespace {

using dataset::MergeOrigin;
using dataset::Table;

/// The number of the alloy that a row of a table is.
using AlloyNumbers = std::vector<std::vector<std::size_t>>;

bool hasValue(const dataset::Row& row, std::size_t column) {
  const auto& value = row.values.at(column);
  return value && std::isfinite(*value);
}

MergedRows rowsOf(std::span<const Table> tables, std::span<const std::size_t> subset,
                  const AlloyNumbers& numbers, Property property,
                  const dataset::MergeOptions& options, const RunContext& context) {
  std::vector<Table> parts;
  for (const std::size_t table : subset)
    parts.push_back(tables[table]);
  const dataset::MergedTable merged = dataset::mergeTables(parts, options, context);
  const std::size_t column = propertyColumnIndex(merged.table, property);
  MergedRows result;
  std::set<int> elements;
  for (std::size_t r = 0; r < merged.table.rows.size(); ++r) {
    const dataset::Row& row = merged.table.rows[r];
    if (!hasValue(row, column))
      continue;
    std::set<std::size_t> reporting;
    for (const auto& [part, origin] : merged.origins[r]) {
      if (hasValue(parts[part].rows[origin], propertyColumnIndex(parts[part], property)))
        reporting.insert(part);
    }
    result.shared += reporting.size() > 1 ? 1 : 0;
    const MergeOrigin& first = merged.origins[r].front();
    result.alloy.push_back(numbers[subset[first.table]][first.row]);
    result.rows.alloys.push_back(row.composition);
    result.rows.targetK.push_back(*row.values[column]);
    result.rows.systems.push_back(alloy::alloySystem(row.composition));
    result.rows.sources.push_back(row.source);
    result.rows.tableRows.push_back(r);
    for (const auto& share : row.composition.shares())
      elements.insert(share.atomicNumber);
  }
  result.rows.elements.assign(elements.begin(), elements.end());
  result.conflicts = static_cast<std::size_t>(
      std::count_if(merged.conflicts.begin(), merged.conflicts.end(),
                    [column](const auto& conflict) { return conflict.column == column; }));
  return result;
}

}  // namespace

MergedSubsets mergeSubsets(std::span<const Table> tables,
                           std::span<const std::vector<std::size_t>> subsets, Property property,
                           const dataset::MergeOptions& options, const RunContext& context) {
  MergedSubsets result;
  const auto whole = dataset::mergeTables(tables, options, context.slice(0.0, 0.3));
  AlloyNumbers numbers;
  for (const Table& table : tables)
    numbers.emplace_back(table.rows.size());
  for (std::size_t number = 0; number < whole.origins.size(); ++number) {
    context.tick();
    auto& alloy = result.alloys.emplace_back();
    alloy.system = alloy::alloySystem(whole.table.rows[number].composition);
    for (const auto& [table, row] : whole.origins[number]) {
      numbers[table][row] = number;
      if (hasValue(tables[table].rows[row], propertyColumnIndex(tables[table], property)))
        alloy.firstTable = std::min(alloy.firstTable, table);
    }
  }
  const auto count = static_cast<double>(subsets.size());
  for (std::size_t s = 0; s < subsets.size(); ++s) {
    const auto share = [&](std::size_t i) { return 0.3 + 0.7 * static_cast<double>(i) / count; };
    result.subsets.push_back(rowsOf(tables, subsets[s], numbers, property, options,
                                    context.slice(share(s), share(s + 1))));
  }
  return result;
}

std::vector<char> setAside(std::span<const StudiedAlloy> alloys, dataset::SplitKind kind,
                           double fraction, std::uint64_t seed) {
  // A system belongs to the first table that has it: none is on both sides.
  std::map<std::string, std::size_t> tableOfSystem;
  for (const StudiedAlloy& alloy : alloys) {
    if (alloy.firstTable == StudiedAlloy::kNoTable)
      continue;
    const auto [entry, isNew] = tableOfSystem.try_emplace(alloy.system, alloy.firstTable);
    entry->second = std::min(entry->second, alloy.firstTable);
  }
  struct Stratum {
    std::vector<std::size_t> alloys;
    std::vector<std::string> systems;
  };
  std::map<std::size_t, Stratum> strata;
  for (std::size_t i = 0; i < alloys.size(); ++i) {
    if (alloys[i].firstTable == StudiedAlloy::kNoTable)
      continue;
    const std::size_t table = kind == dataset::SplitKind::Grouped
                                  ? tableOfSystem.at(alloys[i].system)
                                  : alloys[i].firstTable;
    strata[table].alloys.push_back(i);
    strata[table].systems.push_back(alloys[i].system);
  }
  std::vector<char> isTest(alloys.size(), 0);
  for (const auto& [table, stratum] : strata) {
    const std::set<std::string> systems(stratum.systems.begin(), stratum.systems.end());
    const std::size_t units =
        kind == dataset::SplitKind::Grouped ? systems.size() : stratum.alloys.size();
    if (units < 2)
      continue;
    for (const std::size_t row : dataset::holdOut(kind, stratum.systems, fraction, seed).test)
      isTest[stratum.alloys[row]] = 1;
  }
  return isTest;
}

}  // namespace vitrine::prediction
