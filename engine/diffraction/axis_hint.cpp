#include "engine/diffraction/axis_hint.h"

#include "engine/diffraction/text_cells.h"

#include <algorithm>
#include <array>

namespace vitrine::diffraction {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr double kLargestLikelyQ = 15.0;

std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& character : result)
    if (character >= 'A' && character <= 'Z')
      character = static_cast<char>(character - 'A' + 'a');
  return result;
}

bool isLetterOrDigit(char character) {
  return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
}

/// Place of a word with no letter or digit on either side.
std::size_t findWord(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != kNone; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !isLetterOrDigit(text[at - 1])) &&
        (end == text.size() || !isLetterOrDigit(text[end])))
      return at;
  }
  return kNone;
}

std::size_t findAngle(std::string_view text) {
  constexpr std::array<std::string_view, 9> kNames = {
      "2theta", "2-theta", "2 theta", "2_theta", "twotheta", "two theta", "2th", "2θ", "2 θ"};
  std::size_t first = kNone;
  for (const std::string_view name : kNames)
    first = std::min(first, text.find(name));
  return first;
}

/// G(r), which differs from g(r) and can be negative, is not meant.
bool isRadial(std::string_view heading) {
  return heading.find("g(r)") != kNone;
}

std::optional<AxisKind> axisIn(std::string_view line) {
  const std::size_t angle = findAngle(line);
  const std::size_t q = findWord(line, "q");
  if (angle == kNone && q == kNone)
    return std::nullopt;
  return angle < q ? AxisKind::TwoTheta : AxisKind::Q;
}

/// The first number behind a word, and the unit behind that.
std::optional<double> wavelengthIn(std::string_view line) {
  std::size_t at = kNone;
  for (const std::string_view word : {"wavelength", "lambda"})
    at = std::min(at, findWord(line, word) == kNone ? kNone : findWord(line, word) + word.size());
  if (at == kNone)
    return std::nullopt;
  const std::size_t begin = line.find_first_of("0123456789.", at);
  if (begin == kNone)
    return std::nullopt;
  const std::size_t end = std::min(line.find_first_not_of("0123456789.e-+", begin), line.size());
  const auto number = cellNumber(line.substr(begin, end - begin), '.');
  if (!number)
    return std::nullopt;
  std::string_view unit = line.substr(end);
  unit.remove_prefix(std::min(unit.find_first_not_of(" \t[("), unit.size()));
  double wavelengthA = *number;
  if (unit.starts_with("nm"))
    wavelengthA *= 10.0;
  else if (unit.starts_with("pm"))
    wavelengthA *= 0.01;
  else if (wavelengthA < 1e-6)  // metres, as pyFAI writes them
    wavelengthA *= 1e10;
  const bool isLikely = wavelengthA >= 0.01 && wavelengthA <= 20.0;
  return isLikely ? std::optional(wavelengthA) : std::nullopt;
}

}  // namespace

AxisHint axisHintOf(const std::vector<std::string>& headings) {
  AxisHint hint;
  for (std::size_t i = headings.size(); i-- > 0;) {
    const std::string line = lowered(headings[i]);
    if (!hint.axis) {
      hint.axis = isRadial(headings[i]) ? AxisKind::R : axisIn(line);
      if (hint.axis == AxisKind::Q && findWord(line, "nm") != kNone)
        hint.toInverseA = 0.1;
    }
    if (!hint.wavelengthA)
      hint.wavelengthA = wavelengthIn(line);
  }
  return hint;
}

AxisChoice chosenAxis(const ReadOptions& options, const AxisHint& hint, double lastPosition) {
  if (options.axis)
    return {*options.axis, false};
  if (hint.axis)
    return {*hint.axis, false};
  return {lastPosition > kLargestLikelyQ ? AxisKind::TwoTheta : AxisKind::Q, true};
}

}  // namespace vitrine::diffraction
