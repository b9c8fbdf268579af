#pragma once

#include "engine/atomistic/structure.h"
#include "engine/atomistic/voronoi.h"
#include "engine/barcode/barcode_model.h"

#include <cstdint>
#include <vector>

namespace vitrine::barcode {

/// The atoms of an environment by themselves: the centre first, in the middle of a cubic cell that
/// keeps them farther from their images than from each other.
atomistic::Structure structureOf(const EnvironmentAtoms& atoms);

/// Atoms of structureOf that share a face with the centre's Voronoi cell. Empty where the cell that
/// these atoms alone cut has another index than `kernel`, so that nothing else is shown for it.
/// @throws Cancelled
std::vector<std::uint32_t> shellOf(const atomistic::Structure& environment,
                                   const atomistic::VoronoiIndex& kernel,
                                   const RunContext& context = RunContext());

}  // namespace vitrine::barcode
