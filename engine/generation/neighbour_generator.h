#pragma once

#include "engine/generation/generator.h"
#include "engine/generation/training_set.h"

#include <memory>

namespace vitrine::generation {

/// The plain baselines that hold the measured patterns themselves: the pattern of the nearest alloy
/// (Nearest), or the mean of all, weighted by 1 / distance³ (InverseDistance). Distances are
/// Euclidean in atomic fractions. The band comes from leaving out each pattern in turn.
std::shared_ptr<const SpectrumGenerator> fitNeighbours(GeneratorCard card, const TrainingSet& set,
                                                       const RunContext& context);

/// @throws Error (Damaged)
std::shared_ptr<const SpectrumGenerator> makeNeighbours(GeneratorCard card, Matrix known,
                                                        const files::TensorFile& tensors);

}  // namespace vitrine::generation
