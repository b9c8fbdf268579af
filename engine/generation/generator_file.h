#pragma once

#include "engine/generation/generator.h"

#include <filesystem>
#include <memory>

namespace vitrine::generation {

/// One file for every kind: safetensors, with the card as JSON under `__metadata__` / "card" and
/// the known alloys as tensor "known_fractions" (alloys × elements).
/// @throws Error (CannotWrite)
void saveGenerator(const std::filesystem::path& path, const SpectrumGenerator& generator);

/// A generator from what a file holds. @throws Error (Damaged, TooNew), whatever it holds
std::shared_ptr<const SpectrumGenerator> generatorFromTensors(files::TensorFile file);

/// @throws Error (CannotRead, Damaged, TooNew) with one clear sentence, whatever the file holds
std::shared_ptr<const SpectrumGenerator> loadGenerator(const std::filesystem::path& path);

}  // namespace vitrine::generation
