#pragma once

#include "engine/regression/search.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace vitrine::barcode {

/// How many different groups there are.
std::size_t energyGroupCount(std::span<const std::string> groups);

/// Parts of the samples that are left out in turn: whole groups where there are at least two of
/// them (then no more parts than groups), for inherent structures of one quench are alike; single
/// samples drawn at random otherwise. Of nearly equal size.
std::vector<regression::IndexSplit> energyFolds(std::span<const std::string> groups,
                                                std::size_t folds, std::uint64_t seed);

}  // namespace vitrine::barcode
