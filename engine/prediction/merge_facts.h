#pragma once

#include "engine/prediction/merge_rows.h"
#include "engine/prediction/merge_study.h"

#include <span>

/// What the tables of a merge study say without any model. Only the study and its tests need it.
namespace vitrine::prediction {

/// Mean and standard deviation (of these values, not of what they are a sample of); NaN of none.
Spread momentsOf(std::span<const double> values);

StudiedTable factsOf(const dataset::Table& table, const MergedRows& rows, Property property,
                     const RunContext& context);

/// @param first, second  indices of the tables
TablePair compared(std::size_t first, const MergedRows& firstRows, std::size_t second,
                   const MergedRows& secondRows, const RunContext& context);

}  // namespace vitrine::prediction
