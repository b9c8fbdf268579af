#include "app/cli/atom_files.h"

#include "app/cli/options.h"
#include "engine/alloy/element.h"
#include "engine/atomistic/structure_file.h"
#include "engine/core/error.h"

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

atomistic::Structure glassFrom(const std::filesystem::path& file, const std::vector<int>& elements,
                               const RunContext& context) {
  auto typed = atomistic::readStructure(file, context);
  try {
    const bool named = typed.knowsElements();
    return atomistic::withElements(std::move(typed), named ? std::vector<int>() : elements);
  } catch (const Error& error) {
    throw Error(error.code(),
                file.string()
                    .append(": ")
                    .append(error.what())
                    .append(" Name them with --elements, e.g. --elements Cu,Zr."),
                error.detail());
  }
}

}  // namespace vitrine::cli
