#pragma once

#include "engine/generation/generator.h"
#include "engine/generation/training_set.h"

#include <memory>

namespace vitrine::generation {

/// The baselines that interpolate patterns smoothly in composition, one principal component at a
/// time: linear radial basis functions through every pattern (RadialBasis), or Gaussian processes
/// of squared exponential covariance and maximal likelihood (GaussianProcess). The band comes from
/// leaving out each pattern in turn.
std::shared_ptr<const SpectrumGenerator> fitComponents(GeneratorCard card, const TrainingSet& set,
                                                       const RunContext& context);

/// @throws Error (Damaged)
std::shared_ptr<const SpectrumGenerator> makeComponents(GeneratorCard card, Matrix known,
                                                        const files::TensorFile& tensors);

}  // namespace vitrine::generation
