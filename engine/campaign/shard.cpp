#include "engine/campaign/shard.h"

#include "engine/core/error.h"

#include <charconv>
#include <string>

namespace vitrine::campaign {

namespace {

constexpr std::size_t kMostShards = 100'000;

/// 0 for what is no whole number.
std::size_t wholeNumber(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : 0;
}

}  // namespace

Shard parseShard(std::string_view text) {
  const auto slash = text.find('/');
  const std::size_t number = wholeNumber(text.substr(0, slash));
  const std::size_t count =
      slash == std::string_view::npos ? 0 : wholeNumber(text.substr(slash + 1));
  if (number < 1 || number > count || count > kMostShards)
    throw Error(ErrorCode::InvalidInput,
                "A part of a campaign is written as 2/4 (the second of "
                "four), not \"" +
                    std::string(text) + "\".");
  return {number - 1, count};
}

}  // namespace vitrine::campaign
