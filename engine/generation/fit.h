#pragma once

#include "engine/generation/generator.h"
#include "engine/generation/training_set.h"

#include <memory>

namespace vitrine::generation {

/// The card of a generator that learns from `set`: all but licence, settings and scores.
GeneratorCard cardFor(GeneratorKind kind, const TrainingSet& set);

/// Trains a generator of `card.kind`; its settings are added to the card. Deterministic: the same
/// card, set and seed give the same generator for any number of threads.
/// @throws Error (InvalidInput) for fewer than three patterns, and for ccgan, which the trainer
///         makes
std::shared_ptr<const SpectrumGenerator> fitGenerator(GeneratorCard card, const TrainingSet& set,
                                                      const RunContext& context);

}  // namespace vitrine::generation
