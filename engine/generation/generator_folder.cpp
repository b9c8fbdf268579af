#include "engine/generation/generator_folder.h"

#include "engine/alloy/element.h"

#include <algorithm>
#include <optional>
#include <system_error>

namespace vitrine::generation {

namespace {

constexpr std::string_view kSuffix = ".safetensors";

/// The elements of "Co-Ti-Zr", rising; empty where a part is no element.
std::vector<int> elementsOf(std::string_view system) {
  std::vector<int> elements;
  while (!system.empty()) {
    const auto end = std::min(system.find('-'), system.size());
    const alloy::Element* element = alloy::findElement(system.substr(0, end));
    if (element == nullptr)
      return {};
    elements.push_back(element->atomicNumber);
    system.remove_prefix(std::min(end + 1, system.size()));
  }
  std::sort(elements.begin(), elements.end());
  return elements;
}

/// The entry that a file's name stands for, if any.
std::optional<GeneratorEntry> entryOf(const std::filesystem::path& file) {
  std::string stem = file.filename().string();
  if (!stem.ends_with(kSuffix))
    return std::nullopt;
  stem.resize(stem.size() - kSuffix.size());
  const auto dot = stem.find('.');
  auto elements = elementsOf(stem.substr(0, dot));
  if (elements.empty())
    return std::nullopt;
  if (dot != std::string::npos)
    stem[dot] = ':';
  return GeneratorEntry{std::move(stem), std::move(elements), file};
}

bool covers(const GeneratorEntry& entry, const alloy::Composition& alloy) {
  const auto shares = alloy.shares();
  return std::all_of(shares.begin(), shares.end(), [&](const alloy::Share& share) {
    return std::binary_search(entry.elements.begin(), entry.elements.end(), share.atomicNumber);
  });
}

}  // namespace

std::string_view GeneratorEntry::variant() const {
  const auto colon = name.find(':');
  return colon == std::string::npos ? std::string_view() : std::string_view(name).substr(colon + 1);
}

std::string variantOf(const GeneratorCard& card) {
  const bool simulated = card.origin == diffraction::PatternOrigin::Simulated;
  if (!isRadial(card))
    return simulated ? "simulated" : "";
  return simulated ? "simulated-rdf" : "rdf";
}

std::string fileNameOf(const GeneratorCard& card) {
  std::string name = systemName(card);
  if (const auto variant = variantOf(card); !variant.empty())
    name.append(".").append(variant);
  return name.append(kSuffix);
}

std::vector<GeneratorEntry> listGenerators(const std::filesystem::path& folder) {
  std::vector<GeneratorEntry> entries;
  std::error_code missing;
  for (const auto& file : std::filesystem::directory_iterator(folder, missing)) {
    if (auto entry = entryOf(file.path()))
      entries.push_back(std::move(*entry));
  }
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return entries;
}

const GeneratorEntry* findGenerator(std::span<const GeneratorEntry> entries,
                                    std::string_view name) {
  const auto colon = std::min(name.find(':'), name.size());
  const auto elements = elementsOf(name.substr(0, colon));
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto& entry) {
    const auto own = std::min(entry.name.find(':'), entry.name.size());
    return entry.elements == elements && entry.name.substr(own) == name.substr(colon);
  });
  return found == entries.end() ? nullptr : &*found;
}

const GeneratorEntry* coveringGenerator(std::span<const GeneratorEntry> entries,
                                        const alloy::Composition& alloy, std::string_view variant) {
  const GeneratorEntry* best = nullptr;
  for (const GeneratorEntry& entry : entries) {
    if (covers(entry, alloy) && entry.variant() == variant &&
        (best == nullptr || entry.elements.size() < best->elements.size()))
      best = &entry;
  }
  return best;
}

std::set<std::string> coveringVariants(std::span<const GeneratorEntry> entries,
                                       const alloy::Composition& alloy) {
  std::set<std::string> variants;
  for (const GeneratorEntry& entry : entries)
    if (covers(entry, alloy))
      variants.emplace(entry.variant());
  return variants;
}

}  // namespace vitrine::generation
