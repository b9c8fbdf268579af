#include "engine/files/published_scores.h"

#include "engine/core/error.h"
#include "engine/files/text_file.h"

#include <nlohmann/json.hpp>

namespace vitrine::files {

namespace {

[[noreturn]] void damaged(std::string_view name, const std::string& what) {
  throw Error(ErrorCode::Damaged,
              "The published figures " + std::string(name) + " cannot be read: " + what + ".");
}

}  // namespace

PublishedScores parsePublishedScores(std::string_view json, std::string_view name) {
  const auto document = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!document.is_object() || !document.contains("rows") || !document["rows"].is_array())
    damaged(name, "it is not JSON with a list \"rows\"");
  const auto text = [&](const nlohmann::json& from, const char* field) {
    if (!from.is_object() || !from.contains(field) || !from[field].is_string())
      damaged(name, "there is no text \"" + std::string(field) + "\"");
    return from[field].get<std::string>();
  };
  PublishedScores scores{
      text(document, "source"), text(document, "table"), text(document, "note"), {}};
  for (const auto& row : document["rows"]) {
    if (!row.is_object() || !row.contains("rows") || !row["rows"].is_number_integer())
      damaged(name, "an entry has no number \"rows\"");
    scores.models.push_back({row["rows"].get<long>(), text(row, "data"), text(row, "models"),
                             text(row, "r2_percent"), text(row, "rmse_K"), text(row, "reference")});
  }
  return scores;
}

PublishedScores readPublishedScores(const std::filesystem::path& file) {
  return parsePublishedScores(readText(file), file.filename().string());
}

}  // namespace vitrine::files
