#pragma once

#include "engine/alloy/composition.h"
#include "engine/generation/generator_card.h"

#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::generation {

/// One generator of a folder. The name is that of its alloy system, and of its variant where it is
/// not the one to take by default: "Co-Ti-Zr" in Co-Ti-Zr.safetensors, "Co-Ti-Zr:ccgan" in
/// Co-Ti-Zr.ccgan.safetensors. The variant also tells measured from simulated and patterns from
/// radial distribution functions: "simulated", "rdf", "simulated-rdf".
struct GeneratorEntry {
  std::string name;
  std::vector<int> elements;  ///< atomic numbers, rising
  std::filesystem::path file;

  /// Whether it is the one to take for its system.
  [[nodiscard]] bool isDefault() const { return name.find(':') == std::string::npos; }
  /// What stands after the colon; empty for the default one.
  [[nodiscard]] std::string_view variant() const;
};

/// The variant that a generator's card asks for; empty for patterns that were measured.
std::string variantOf(const GeneratorCard& card);
/// The file that a generator of this card has in a folder: "Al-Cu-Zr.simulated.safetensors".
std::string fileNameOf(const GeneratorCard& card);

/// What a folder offers, by name; read from the names of its files alone. Other files are ignored,
/// and a folder that does not exist offers nothing.
std::vector<GeneratorEntry> listGenerators(const std::filesystem::path& folder);

/// Null where there is none of that name. Elements may stand in any order: "Zr-Ti-Co".
const GeneratorEntry* findGenerator(std::span<const GeneratorEntry> entries, std::string_view name);

/// The generator of the smallest system that holds all elements of the alloy, or null.
/// @param variant  the default one where empty
const GeneratorEntry* coveringGenerator(std::span<const GeneratorEntry> entries,
                                        const alloy::Composition& alloy,
                                        std::string_view variant = {});

/// The variants that cover an alloy, in alphabetic order; the default one, "", goes first.
std::set<std::string> coveringVariants(std::span<const GeneratorEntry> entries,
                                       const alloy::Composition& alloy);

}  // namespace vitrine::generation
