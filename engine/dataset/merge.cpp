#include "engine/dataset/merge.h"

#include "engine/core/units.h"
#include "engine/dataset/column_meaning.h"
#include "engine/dataset/composition_index.h"
#include "engine/dataset/conflicts.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace vitrine::dataset {

namespace {

/// Where a column of one table goes in the merged one.
struct Target {
  std::size_t column = 0;
  double offset = 0.0;  ///< added to the values on the way
};

/// The column of the first ones that a column joins; its own place behind them where it joins none.
Target targetOf(const PropertyColumn& column, std::span<const PropertyColumn> columns) {
  Target target{columns.size()};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name != column.name)
      continue;
    const bool bothCelsius = isCelsius(columns[i]) && isCelsius(column);
    if (columns[i].unit == column.unit || bothCelsius)
      target = {i};
    else if (isKelvin(columns[i]) && isCelsius(column))
      target = {i, kZeroCelsiusK};
    else if (isCelsius(columns[i]) && isKelvin(column))
      target = {i, -kZeroCelsiusK};
  }
  return target;
}

std::vector<std::vector<Target>> joinColumns(std::span<const Table> tables,
                                             std::vector<PropertyColumn>& columns) {
  std::vector<std::vector<Target>> targets;
  for (const Table& table : tables) {
    auto& ofTable = targets.emplace_back();
    for (const PropertyColumn& column : table.columns) {
      const Target target = targetOf(column, columns);
      if (target.column == columns.size())
        columns.push_back(column);
      ofTable.push_back(target);
    }
  }
  return targets;
}

/// The reports of one alloy, by the row that names it first.
using Group = std::vector<MergeOrigin>;

std::vector<Group> groupsOf(std::span<const Table> tables, double sameAlloyPercent,
                            const RunContext& context) {
  std::vector<alloy::Composition> alloys;
  std::vector<MergeOrigin> origins;
  for (std::size_t t = 0; t < tables.size(); ++t)
    for (std::size_t r = 0; r < tables[t].rows.size(); ++r) {
      alloys.push_back(tables[t].rows[r].composition);
      origins.push_back({t, r});
    }
  const CompositionIndex index(alloys, context.slice(0.0, 0.3));
  const RunContext part = context.slice(0.3, 1.0);
  std::vector<Group> groups;
  std::vector<char> isTaken(alloys.size(), 0);
  for (std::size_t i = 0; i < alloys.size(); ++i) {
    part.tick(static_cast<double>(i) / static_cast<double>(alloys.size()));
    if (isTaken[i])
      continue;
    // Rows that follow join the first one near them, so that chains of near alloys stay apart.
    std::vector<std::size_t> members = {i};
    for (const auto& neighbour :
         index.nearest(alloys[i], alloys.size(), sameAlloyPercent + 1e-9, i))
      if (neighbour.index > i && !isTaken[neighbour.index])
        members.push_back(neighbour.index);
    std::sort(members.begin(), members.end());
    Group group;
    for (const std::size_t member : members) {
      isTaken[member] = 1;
      group.push_back(origins[member]);
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

double medianOfSorted(const std::vector<double>& values) {
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2.0;
}

std::string joinedSources(std::span<const Table> tables, const Group& group) {
  std::vector<std::string_view> names;
  for (const auto& [table, row] : group) {
    const std::string& source = tables[table].rows[row].source;
    const std::string_view name = source.empty() ? std::string_view(tables[table].name) : source;
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
  }
  std::string joined;
  for (const std::string_view name : names)
    joined.append(joined.empty() ? "" : "+").append(name);
  return joined;
}

}  // namespace

MergedTable mergeTables(std::span<const Table> tables, const MergeOptions& options,
                        const RunContext& context) {
  MergedTable merged;
  const auto targets = joinColumns(tables, merged.table.columns);
  merged.origins = groupsOf(tables, options.sameAlloyPercent, context.slice(0.0, 0.8));
  for (const Group& group : merged.origins) {
    context.tick();
    const Row& first = tables[group.front().table].rows[group.front().row];
    Row row{first.formula, first.composition, {}, joinedSources(tables, group),
            first.line,    first.writtenSum};
    std::vector<std::vector<double>> reports(merged.table.columns.size());
    for (const auto& [t, r] : group)
      for (std::size_t c = 0; c < tables[t].columns.size(); ++c)
        if (const auto& value = tables[t].rows[r].values[c])
          reports[targets[t][c].column].push_back(*value + targets[t][c].offset);

    row.values.resize(reports.size());
    for (std::size_t c = 0; c < reports.size(); ++c) {
      std::vector<double>& values = reports[c];
      if (values.empty())
        continue;
      const double firstValue = values.front();
      // The tables copy one another: the same number twice is one report.
      std::sort(values.begin(), values.end());
      values.erase(std::unique(values.begin(), values.end()), values.end());
      const PropertyColumn& column = merged.table.columns[c];
      const double difference = relativeDifference(column, values.front(), values.back());
      const bool drops =
          options.policy == MergePolicy::DropBeyond &&
          difference > (options.threshold > 0.0 ? options.threshold : usualDifference(column));
      if (drops || difference > usualDifference(column))
        merged.conflicts.push_back(
            {merged.table.rows.size(), c, values.front(), values.back(), drops});
      if (!drops)
        row.values[c] = options.policy == MergePolicy::First ? firstValue : medianOfSorted(values);
    }
    merged.table.rows.push_back(std::move(row));
  }
  return merged;
}

std::vector<MergeReport> reportsOf(std::span<const Table> tables, const MergedTable& merged,
                                   std::size_t row, std::size_t column) {
  std::vector<MergeReport> reports;
  for (const MergeOrigin& origin : merged.origins[row]) {
    const Table& table = tables[origin.table];
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const Target target = targetOf(table.columns[c], merged.table.columns);
      const auto& value = table.rows[origin.row].values[c];
      if (target.column == column && value)
        reports.push_back({origin, *value + target.offset});
    }
  }
  return reports;
}

std::size_t sharedRows(const MergedTable& merged) {
  return static_cast<std::size_t>(
      std::count_if(merged.origins.begin(), merged.origins.end(), [](const auto& origins) {
        return std::any_of(origins.begin(), origins.end(), [&](const MergeOrigin& origin) {
          return origin.table != origins.front().table;
        });
      }));
}

}  // namespace vitrine::dataset
