#include "app/cli/generators.h"

#include "engine/core/error.h"
#include "engine/generation/generator_file.h"

namespace vitrine::cli {

std::vector<generation::GeneratorEntry> shippedGenerators(const std::filesystem::path& resources) {
  return generation::listGenerators(resources / "generators");
}

SharedGenerator loadGenerator(const std::filesystem::path& resources, const std::string& wish) {
  const auto entries = shippedGenerators(resources);
  if (const auto* entry = generation::findGenerator(entries, wish))
    return generation::loadGenerator(entry->file);
  std::error_code ignored;
  if (std::filesystem::exists(wish, ignored))
    return generation::loadGenerator(wish);
  std::string names;
  for (const auto& entry : entries)
    names += (names.empty() ? "" : ", ") + entry.name;
  throw Error(ErrorCode::InvalidInput,
              "--generator: \"" + wish + "\" is neither a file nor a generator of the program; " +
                  (names.empty() ? "no generators are installed." : "there are " + names + "."));
}

std::string uncoveredReason(const alloy::Composition& alloy,
                            std::span<const generation::GeneratorEntry> entries) {
  std::string systems;
  for (const auto& entry : entries) {
    if (entry.isDefault())
      systems += (systems.empty() ? "" : ", ") + entry.name;
  }
  std::string reason = "No generator covers " + alloy::alloySystem(alloy) + "; " +
                       (systems.empty() ? "none is installed." : "there are " + systems + ".");
  std::string others;
  for (const auto& variant : generation::coveringVariants(entries, alloy))
    others.append(others.empty() ? "" : ", ")
        .append(generation::coveringGenerator(entries, alloy, variant)->name);
  if (!others.empty())
    reason.append(" On request (--generator) there are ").append(others).append(".");
  return reason;
}

SharedGenerator patternGeneratorFor(const std::filesystem::path& resources, const std::string& wish,
                                    const alloy::Composition& alloy) {
  if (!wish.empty()) {
    auto generator = loadGenerator(resources, wish);
    if (generation::isRadial(generator->card()))
      throw Error(ErrorCode::InvalidInput, "--generator: \"" + wish +
                                               "\" makes g(r), which has no q1 and delta q; name a "
                                               "generator of diffraction patterns.");
    return generator;
  }
  const auto entries = shippedGenerators(resources);
  const auto* entry = generation::coveringGenerator(entries, alloy);
  if (entry == nullptr)
    throw Error(ErrorCode::InvalidInput, uncoveredReason(alloy, entries));
  return generation::loadGenerator(entry->file);
}

Json stateJson(const std::optional<diffraction::FirstPeak>& peak) {
  if (!peak)
    return nullptr;
  switch (diffraction::glassState(peak->direct.shape.deltaQ)) {
    case diffraction::GlassState::Glass:
      return "glass";
    case diffraction::GlassState::Mixed:
      return "mixed";
    case diffraction::GlassState::Crystalline:
      return "crystalline";
  }
  return nullptr;
}

}  // namespace vitrine::cli
