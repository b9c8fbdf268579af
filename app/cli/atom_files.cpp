#include "app/cli/atom_files.h"

#include "app/cli/options.h"
#include "engine/alloy/element.h"
#include "engine/atomistic/structure_file.h"
#include "engine/core/error.h"

#include <utility>

namespace vitrine::cli {

std::vector<int> elementsOfTypes(const std::string& text, std::string_view option) {
  std::vector<int> elements;
  if (text.empty())
    return elements;
  for (const auto& symbol : parts(text, ',')) {
    const auto* element = alloy::findElement(symbol);
    if (element == nullptr)
      throw Error(ErrorCode::InvalidInput, std::string(option).append(": \"").append(symbol).append(
                                               "\" is not an element."));
    elements.push_back(element->atomicNumber);
  }
  return elements;
}

atomistic::Structure structureOf(atomistic::TypedStructure typed,
                                 const std::vector<int>& elements) {
  if (typed.knowsElements())
    return withElements(std::move(typed));
  if (elements.empty())
    throw Error(ErrorCode::InvalidInput,
                "The file does not say which elements its " +
                    std::to_string(typed.elements.size()) +
                    " types of atoms are; name them in their order, e.g. --elements Cu,Zr.");
  return withElements(std::move(typed), elements);
}

atomistic::Structure glassFrom(const std::filesystem::path& file, const std::vector<int>& elements,
                               const RunContext& context) {
  auto typed = atomistic::readStructure(file, context);
  try {
    return structureOf(std::move(typed), elements);
  } catch (const Error& error) {
    throw Error(error.code(), file.string() + ": " + error.what(), error.detail());
  }
}

}  // namespace vitrine::cli
