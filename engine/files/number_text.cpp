#include "engine/files/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace vitrine::files {

namespace {

/// Longer than any number that means something; keeps the copy below small.
constexpr std::size_t kMaxNumberCharacters = 400;
constexpr std::string_view kMinus = "\u2212";

/// How many bytes of white space `text` starts with.
std::size_t leadingSpace(std::string_view text) {
  constexpr std::array<std::string_view, 10> kSpaces = {
      " ", "\t", "\r", "\n", "\v", "\f", "\u00A0", "\u2009", "\u202F", "\uFEFF"};
  for (const std::string_view space : kSpaces)
    if (text.starts_with(space))
      return space.size();
  return 0;
}

std::size_t trailingSpace(std::string_view text) {
  for (const std::size_t size : {1, 2, 3})
    if (text.size() >= size && leadingSpace(text.substr(text.size() - size)) == size)
      return size;
  return 0;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (const std::size_t size = leadingSpace(text))
    text.remove_prefix(size);
  while (const std::size_t size = trailingSpace(text))
    text.remove_suffix(size);
  return text;
}

std::optional<double> parseNumber(std::string_view text, char decimalMark) {
  text = trimmed(text);
  std::string number;
  if (text.starts_with(kMinus)) {
    number = "-";
    text.remove_prefix(kMinus.size());
  } else if (text.starts_with('+') || text.starts_with('-')) {
    if (text.front() == '-')
      number = "-";
    text.remove_prefix(1);
  }
  // One sign is enough, and the words "inf" and "nan" are no measured values.
  const bool startsLikeANumber = !text.empty() && ((text.front() >= '0' && text.front() <= '9') ||
                                                   text.front() == decimalMark);
  if (!startsLikeANumber || text.size() > kMaxNumberCharacters)
    return std::nullopt;
  if (decimalMark != '.' && text.find('.') != std::string_view::npos)
    return std::nullopt;
  number += text;
  std::replace(number.begin(), number.end(), decimalMark, '.');

  double value = 0.0;
  const char* const end = number.data() + number.size();
  const auto [stop, error] = std::from_chars(number.data(), end, value);
  if (error != std::errc() || stop != end || !std::isfinite(value))
    return std::nullopt;
  return value;
}

std::string formatNumber(double value) {
  std::array<char, 32> text;
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
  return {text.data(), end};
}

}  // namespace vitrine::files
