#include "engine/files/samples.h"

#include "engine/core/error.h"
#include "engine/files/text_file.h"

#include <nlohmann/json.hpp>

#include <array>

namespace vitrine::files {

namespace {

constexpr std::size_t kFields = 4;

[[noreturn]] void damaged(std::string_view name, const std::string& what) {
  throw Error(ErrorCode::Damaged,
              "The list of samples " + std::string(name) + " cannot be read: " + what + ".");
}

/// The texts of each entry of a list, in the order of `fields`.
std::vector<std::array<std::string, kFields>> entriesOf(
    std::string_view json, std::string_view name, const char* list,
    const std::array<const char*, kFields>& fields) {
  const auto document = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!document.is_object() || !document.contains(list) || !document[list].is_array())
    damaged(name, "it is not JSON with a list \"" + std::string(list) + "\"");
  std::vector<std::array<std::string, kFields>> entries;
  for (const auto& entry : document[list]) {
    std::array<std::string, kFields> texts;
    for (std::size_t i = 0; i < kFields; ++i) {
      const char* field = fields[i];
      if (!entry.is_object() || !entry.contains(field) || !entry[field].is_string())
        damaged(name,
                "entry " + std::to_string(entries.size() + 1) + " has no text \"" + field + "\"");
      texts[i] = entry[field].template get<std::string>();
    }
    entries.push_back(std::move(texts));
  }
  return entries;
}

}  // namespace

std::vector<SampleEntry> parseSamples(std::string_view json, std::string_view name) {
  std::vector<SampleEntry> samples;
  for (auto& [title, formula, description, source] :
       entriesOf(json, name, "samples", {"title", "formula", "description", "source"}))
    samples.push_back({title, formula, description, source});
  return samples;
}

std::vector<SampleEntry> readSamples(const std::filesystem::path& file) {
  return parseSamples(readText(file), file.filename().string());
}

std::vector<SampleTable> parseSampleTables(std::string_view json, std::string_view name) {
  std::vector<SampleTable> tables;
  for (auto& [title, file, description, source] :
       entriesOf(json, name, "tables", {"title", "file", "description", "source"}))
    tables.push_back({title, file, description, source});
  return tables;
}

std::vector<SampleTable> readSampleTables(const std::filesystem::path& file) {
  return parseSampleTables(readText(file), file.filename().string());
}

}  // namespace vitrine::files
