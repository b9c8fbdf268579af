#include "engine/files/references.h"

#include "engine/core/error.h"
#include "engine/files/text_file.h"

#include <nlohmann/json.hpp>

#include <string>

namespace vitrine::files {

namespace {

using Json = nlohmann::json;

[[noreturn]] void damaged(std::string_view name, const std::string& what) {
  throw Error(ErrorCode::Damaged,
              "The list of references " + std::string(name) + " cannot be read: " + what + ".");
}

Reference referenceFrom(const Json& entry, std::string_view name) {
  if (!entry.is_object())
    damaged(name, "an entry is not an object");
  const auto text = [&](const char* field) -> std::string {
    const auto found = entry.find(field);
    if (found == entry.end())
      return {};
    if (!found->is_string())
      damaged(name, std::string("\"") + field + "\" is not a text");
    return found->get<std::string>();
  };
  Reference reference;
  reference.key = text("key");
  if (reference.key.empty())
    damaged(name, "an entry has no key");
  reference.authors = text("authors");
  reference.title = text("title");
  reference.source = text("source");
  reference.doi = text("doi");
  if (const auto year = entry.find("year"); year != entry.end()) {
    if (!year->is_number_integer())
      damaged(name, "the year of \"" + reference.key + "\" is not a whole number");
    reference.year = year->get<int>();
  }
  return reference;
}

}  // namespace

References parseReferences(std::string_view json, std::string_view name) {
  const Json document = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!document.is_object() || !document.contains("references") ||
      !document["references"].is_array())
    damaged(name, "it is not JSON with a list \"references\"");
  References references;
  for (const Json& entry : document["references"]) {
    Reference reference = referenceFrom(entry, name);
    const std::string key = reference.key;
    if (!references.emplace(key, std::move(reference)).second)
      damaged(name, "the key \"" + key + "\" stands there twice");
  }
  return references;
}

References readReferences(const std::filesystem::path& file) {
  return parseReferences(readText(file), file.filename().string());
}

}  // namespace vitrine::files
