#pragma once

#include "engine/alloy/composition.h"
#include "engine/dataset/table.h"
#include "engine/prediction/estimate.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::prediction {

/// The rows of a table that a model of one property can learn from.
struct TrainingRows {
  std::vector<alloy::Composition> alloys;
  std::vector<double> targetK;
  std::vector<std::string> systems;  ///< groups of grouped splits
  std::vector<std::string> sources;
  std::vector<std::size_t> tableRows;  ///< where each stands in the table
  /// Atomic numbers of the elements that models get a column for, ascending. A selection keeps
  /// those of the whole, so that models of a part can still be asked about every row.
  std::vector<int> elements;

  [[nodiscard]] std::size_t size() const noexcept { return alloys.size(); }
  [[nodiscard]] TrainingRows select(std::span<const std::size_t> rows) const;
};

/// What training needs at least.
inline constexpr std::size_t kFewestRows = 50;
inline constexpr std::size_t kFewestSystems = 10;

/// @param column  of the table, holding the property in K; empty for the property's own
/// @throws Error (InvalidInput) where the table lacks the column or holds fewer than kFewestRows
///         rows or kFewestSystems alloy systems with a value.
TrainingRows trainingRows(const dataset::Table& table, Property property,
                          std::string_view column = {});

/// Index of a column, or of the property's own ("Tg_K"; "Tl_K" for Tm).
/// @throws Error (InvalidInput)
std::size_t propertyColumnIndex(const dataset::Table& table, Property property,
                                std::string_view column = {});

}  // namespace vitrine::prediction
