#include "engine/prediction/training_rows.h"

#include "engine/core/error.h"

#include <cmath>
#include <set>

namespace vitrine::prediction {
namespace {

std::vector<int> elementsOf(std::span<const alloy::Composition> alloys) {
  std::set<int> found;
  for (const auto& alloy : alloys)
    for (const auto& share : alloy.shares())
      found.insert(share.atomicNumber);
  return {found.begin(), found.end()};
}

}  // namespace

TrainingRows TrainingRows::select(std::span<const std::size_t> rows) const {
  TrainingRows part;
  part.elements = elements;
  for (const std::size_t i : rows) {
    part.alloys.push_back(alloys[i]);
    part.targetK.push_back(targetK[i]);
    part.systems.push_back(systems[i]);
    part.sources.push_back(sources[i]);
    part.tableRows.push_back(tableRows[i]);
  }
  return part;
}

std::size_t propertyColumnIndex(const dataset::Table& table, Property property,
                                std::string_view column) {
  const std::string_view wanted = column.empty() ? propertyColumn(property) : column;
  if (const auto index = table.column(wanted))
    return *index;
  throw Error(ErrorCode::InvalidInput, "The table " + table.name + " has no column " +
                                           std::string(wanted) + ", which " +
                                           std::string(propertyName(property)) + " is read from.");
}

TrainingRows trainingRows(const dataset::Table& table, Property property, std::string_view column) {
  const std::size_t place = propertyColumnIndex(table, property, column);
  TrainingRows rows;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto& row = table.rows[i];
    const auto& value = row.values.at(place);
    if (!value || !std::isfinite(*value))
      continue;
    rows.alloys.push_back(row.composition);
    rows.targetK.push_back(*value);
    rows.systems.push_back(alloy::alloySystem(row.composition));
    rows.sources.push_back(row.source);
    rows.tableRows.push_back(i);
  }
  const std::size_t systems = std::set(rows.systems.begin(), rows.systems.end()).size();
  if (rows.size() < kFewestRows || systems < kFewestSystems)
    throw Error(ErrorCode::InvalidInput,
                "The table " + table.name + " has " + std::to_string(rows.size()) + " alloys of " +
                    std::to_string(systems) + " systems with a value of " +
                    std::string(propertyName(property)) + "; training needs at least " +
                    std::to_string(kFewestRows) + " alloys of " + std::to_string(kFewestSystems) +
                    " systems.");
  rows.elements = elementsOf(rows.alloys);
  return rows;
}

}  // namespace vitrine::prediction
