#include "app/cli/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <ctime>

namespace vitrine::cli {

namespace {

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string spaces(std::string_view text, std::size_t width) {
  return std::string(width - std::min(width, characters(text)), ' ');
}

}  // namespace

std::string fixed(double value, int decimals) {
  if (!std::isfinite(value))
    return "-";
  std::array<char, 400> text{};
  const auto result = std::to_chars(text.data(), text.data() + text.size(), value,
                                    std::chars_format::fixed, decimals);
  return {text.data(), result.ptr};
}

std::string fixed(std::optional<double> value, int decimals) {
  return value ? fixed(*value, decimals) : "-";
}

std::string padded(std::string_view text, std::size_t width) {
  return std::string(text) + spaces(text, width);
}

std::string aligned(std::string_view text, std::size_t width) {
  return spaces(text, width) + std::string(text);
}

std::string today() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm day{};
  gmtime_r(&now, &day);
  char text[16] = {};
  std::strftime(text, sizeof text, "%Y-%m-%d", &day);
  return text;
}

std::string skippedRows(const dataset::Table& table) {
  const auto isError = [](const Finding& f) { return f.severity == Finding::Severity::Error; };
  const auto first = std::find_if(table.findings.begin(), table.findings.end(), isError);
  if (table.skippedRows == 0 || first == table.findings.end())
    return {};
  return std::to_string(table.skippedRows) + (table.skippedRows == 1 ? " row" : " rows") +
         " could not be read; the first: " + first->message;
}

}  // namespace vitrine::cli
