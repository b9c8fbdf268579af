#include "engine/files/samples.h"

#include "engine/core/error.h"
#include "engine/files/text_file.h"

#include <nlohmann/json.hpp>

namespace vitrine::files {

namespace {

[[noreturn]] void damaged(std::string_view name, const std::string& what) {
  throw Error(ErrorCode::Damaged,
              "The sample gallery " + std::string(name) + " cannot be read: " + what + ".");
}

}  // namespace

std::vector<SampleEntry> parseSamples(std::string_view json, std::string_view name) {
  const auto document = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!document.is_object() || !document.contains("samples") || !document["samples"].is_array())
    damaged(name, "it is not JSON with a list \"samples\"");
  std::vector<SampleEntry> samples;
  for (const auto& entry : document["samples"]) {
    const auto text = [&](const char* field) {
      if (!entry.is_object() || !entry.contains(field) || !entry[field].is_string())
        damaged(name,
                "entry " + std::to_string(samples.size() + 1) + " has no text \"" + field + "\"");
      return entry[field].get<std::string>();
    };
    samples.push_back({text("title"), text("formula"), text("description"), text("source")});
  }
  return samples;
}

std::vector<SampleEntry> readSamples(const std::filesystem::path& file) {
  return parseSamples(readText(file), file.filename().string());
}

}  // namespace vitrine::files
