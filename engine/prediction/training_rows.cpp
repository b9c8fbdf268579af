#include "engine/prediction/training_rows.h"

#include "engine/core/error.h"

#include <cmath>
#include <set>

namespace vitrine::prediction {
namespace {

constexpr std::size_t kFewestRows = 50;
constexpr std::size_t kFewestSystems = 10;

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
  }
  return part;
}

std::size_t propertyColumnIndex(const dataset::Table& table, Property property) {
  if (const auto column = table.column(propertyColumn(property)))
    return *column;
  throw Error(ErrorCode::InvalidInput, "The table " + table.name + " has no column " +
                                           std::string(propertyColumn(property)) + ", which " +
                                           std::string(propertyName(property)) + " is read from.");
}

TrainingRows trainingRows(const dataset::Table& table, Property property) {
  const std::size_t column = propertyColumnIndex(table, property);
  TrainingRows rows;
  for (const auto& row : table.rows) {
    const auto& value = row.values.at(column);
    if (!value || !std::isfinite(*value))
      continue;
    rows.alloys.push_back(row.composition);
    rows.targetK.push_back(*value);
    rows.systems.push_back(alloy::alloySystem(row.composition));
    rows.sources.push_back(row.source);
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
