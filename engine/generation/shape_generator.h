#pragma once

#include "engine/generation/generator.h"
#include "engine/generation/training_set.h"

#include <memory>

namespace vitrine::generation {

/// Our own generator: the scale of a pattern and its shape are two things.
///
/// Patterns scaled to a common maximum carry the height of their sharpest peak in every point: one
/// number, the mean intensity, holds nine tenths of what tells them apart, and nearly all of what
/// an interpolation of whole patterns gets wrong. So
///
/// - the mean intensity t is a field of its own, see ScaleField;
/// - the shape, log(pattern / t), is low in rank: principal components, each a Gaussian field;
/// - both trust patterns less which no neighbour agrees with (grains, faults): one such pattern
///   among fifty would spoil a part of the map. Among hundreds they have neighbours like them, and
///   all patterns are trusted alike where that misses left-out ones less;
/// - all fields average over hyperparameters by likelihood, rather than trust the best of them.
///
/// The band is the fields' variance, stretched until nine of ten points of left-out patterns lie
/// inside.
std::shared_ptr<const SpectrumGenerator> fitShape(GeneratorCard card, const TrainingSet& set,
                                                  const RunContext& context);

/// @throws Error (Damaged)
std::shared_ptr<const SpectrumGenerator> makeShape(GeneratorCard card, Matrix known,
                                                   const files::TensorFile& tensors);

}  // namespace vitrine::generation
