#pragma once

#include "engine/alloy/composition.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::generation {

/// One generator of a folder. The name is that of its alloy system, and of its kind where it is not
/// the one to take by default: "Co-Ti-Zr" in Co-Ti-Zr.safetensors, "Co-Ti-Zr:ccgan" in
/// Co-Ti-Zr.ccgan.safetensors.
struct GeneratorEntry {
  std::string name;
  std::vector<int> elements;  ///< atomic numbers, rising
  std::filesystem::path file;

  /// Whether it is the one to take for its system.
  [[nodiscard]] bool isDefault() const { return name.find(':') == std::string::npos; }
};

/// What a folder offers, by name; read from the names of its files alone. Other files are ignored,
/// and a folder that does not exist offers nothing.
std::vector<GeneratorEntry> listGenerators(const std::filesystem::path& folder);

/// Null where there is none of that name. Elements may stand in any order: "Zr-Ti-Co".
const GeneratorEntry* findGenerator(std::span<const GeneratorEntry> entries, std::string_view name);

/// The default generator of the smallest system that holds all elements of the alloy, or null.
const GeneratorEntry* coveringGenerator(std::span<const GeneratorEntry> entries,
                                        const alloy::Composition& alloy);

}  // namespace vitrine::generation
