#include "engine/campaign/row_file.h"

#include "engine/core/error.h"
#include "engine/files/gzip.h"
#include "engine/files/number_text.h"
#include "engine/files/text_file.h"

#include <algorithm>

namespace vitrine::campaign {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = std::size_t{512} << 20U;

}  // namespace

std::vector<GlassRow> finishedRows(const CampaignFolder& folder, const RunContext& context) {
  const Plan plan = folder.plan();
  std::vector<GlassRow> rows;
  for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
    context.tick(static_cast<double>(i) / static_cast<double>(plan.tasks.size()));
    const Task& task = plan.tasks[i];
    if (!folder.finished(task))
      continue;
    rows.push_back(readGlassRow(folder.row(task)));
  }
  return rows;
}

std::string rowLines(const std::vector<GlassRow>& rows) {
  std::string text;
  for (const GlassRow& row : rows)
    text += toJson(row);
  return text;
}

std::vector<GlassRow> parseRowLines(std::string_view text, const RunContext& context) {
  std::vector<GlassRow> rows;
  std::size_t line = 0;
  while (!text.empty()) {
    context.tick();
    ++line;
    const auto end = std::min(text.find('\n'), text.size());
    const auto words = files::trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (words.empty())
      continue;
    try {
      rows.push_back(parseGlassRow(words));
    } catch (const Error& error) {
      throw Error(error.code(), "Line " + std::to_string(line) + ": " + error.what(),
                  error.detail());
    }
  }
  if (rows.empty())
    throw Error(ErrorCode::InvalidInput, "It holds no row of a glass.");
  return rows;
}

std::vector<GlassRow> readRows(const fs::path& path, const RunContext& context) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored))
    return finishedRows(CampaignFolder(path), context);
  try {
    auto bytes = files::readBytes(path);
    if (files::isGzip(bytes))
      bytes = files::gunzip(bytes, kMostBytes, context.slice(0.0, 0.5));
    return parseRowLines({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, context);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::CannotRead)
      throw;
    throw Error(error.code(), path.string() + ": " + error.what(), error.detail());
  }
}

}  // namespace vitrine::campaign
