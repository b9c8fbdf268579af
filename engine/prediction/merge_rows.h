#pragma once

#include "engine/core/run_context.h"
#include "engine/dataset/merge.h"
#include "engine/dataset/splits.h"
#include "engine/prediction/training_rows.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

/// The rows a merge study learns from and is tried on. Only the study and its tests need them.
namespace vitrine::prediction {

/// What some of the tables, merged, give to learn from.
struct MergedRows {
  TrainingRows rows;
  std::vector<std::size_t> alloy;  ///< of each row, which of MergedSubsets::alloys it is
  std::size_t shared = 0;          ///< rows with values of more than one table
  std::size_t conflicts = 0;       ///< alloys whose reports differ by more than is usual
};

/// An alloy of at least one of the tables.
struct StudiedAlloy {
  static constexpr std::size_t kNoTable = std::numeric_limits<std::size_t>::max();
  std::string system;
  std::size_t firstTable = kNoTable;  ///< the first with a value for it
};

struct MergedSubsets {
  std::vector<MergedRows> subsets;
  std::vector<StudiedAlloy> alloys;
};

/// @param subsets  indices of tables, rising
/// @throws Error (InvalidInput) where a table lacks the property's column; Cancelled
MergedSubsets mergeSubsets(std::span<const dataset::Table> tables,
                           std::span<const std::vector<std::size_t>> subsets, Property property,
                           const dataset::MergeOptions& options, const RunContext& context);

/// For each alloy whether it is set aside for tests: of each table a fraction of the alloys (or
/// systems) that no earlier table has. Fewer than two such stay in training.
std::vector<char> setAside(std::span<const StudiedAlloy> alloys, dataset::SplitKind kind,
                           double fraction, std::uint64_t seed);

}  // namespace vitrine::prediction
