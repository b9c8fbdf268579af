#pragma once

#include "engine/calphad/phase_diagram.h"

#include <optional>

namespace vitrine::calphad {

/// What happens between two levels so close that only one thing does; empty where it is none of the
/// kinds that are known.
/// @param liquid  index of the liquid
std::optional<Invariant> invariantBetween(const BinaryLevel& low, const BinaryLevel& high,
                                          std::size_t liquid);

}  // namespace vitrine::calphad
