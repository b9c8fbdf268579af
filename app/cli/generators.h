#pragma once

#include "app/cli/json_output.h"
#include "engine/diffraction/first_peak.h"
#include "engine/generation/generator.h"
#include "engine/generation/generator_folder.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vitrine::cli {

using SharedGenerator = std::shared_ptr<const generation::SpectrumGenerator>;

/// The generators that come with the program.
std::vector<generation::GeneratorEntry> shippedGenerators(const std::filesystem::path& resources);

/// A generator by the name of a shipped one or by its file. @throws Error naming what there is
SharedGenerator loadGenerator(const std::filesystem::path& resources, const std::string& wish);

/// The generator of patterns of that name or file or, where `wish` is empty, the shipped one that
/// covers the alloy. @throws Error naming what there is, or where it makes g(r)
SharedGenerator patternGeneratorFor(const std::filesystem::path& resources, const std::string& wish,
                                    const alloy::Composition& alloy);

/// Why nothing is generated unasked for an alloy that no default one of `entries` covers; names
/// others that cover it.
std::string uncoveredReason(const alloy::Composition& alloy,
                            std::span<const generation::GeneratorEntry> entries);

/// "glass", "mixed" or "crystalline", by the rule of Ren et al.; null without a peak.
Json stateJson(const std::optional<diffraction::FirstPeak>& peak);

}  // namespace vitrine::cli
