#pragma once

#include "app/spectra/pattern_collection.h"
#include "engine/generation/generator_card.h"
#include "engine/generation/training_set.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <filesystem>
#include <memory>

namespace vitrine::app {

/// What a generator is to be trained with.
struct TrainingRequest {
  std::shared_ptr<const PatternCollection> patterns;
  generation::GeneratorKind kind = generation::GeneratorKind::Shape;
  int count = 0;  ///< patterns to learn from
  int seed = 0;
  bool isLarge = false;  ///< the size of a network as published, not the small one

  bool operator==(const TrainingRequest&) const = default;
};

/// The command line that trains and writes `file`.
QStringList argumentsFor(const TrainingRequest& request, const std::filesystem::path& file);

/// The rows that such a training learns from, and all others, by which it can be judged.
generation::RandomSplit rowsOf(const TrainingRequest& request);

/// Whether the trainer of networks makes this kind, which can be stopped and gone on with.
bool isNetwork(generation::GeneratorKind kind);
/// The trainer beside the program; it is a part of its own that may not be installed.
bool hasTrainer(const std::filesystem::path& program);

/// "Radial basis".
QString kindTitle(generation::GeneratorKind kind);
/// "Radial basis, 50 patterns".
QString shortText(const TrainingRequest& request);
/// What a kind does, in a few words; empty where its title says it.
QString kindText(generation::GeneratorKind kind);

}  // namespace vitrine::app
