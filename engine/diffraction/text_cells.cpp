#include "engine/diffraction/text_cells.h"

#include "engine/files/number_text.h"

#include <charconv>
#include <cmath>

namespace vitrine::diffraction {

namespace {

constexpr std::string_view kBlanks = " \t";
constexpr std::size_t kNone = std::string_view::npos;

bool isBlank(char character) {
  return character == ' ' || character == '\t';
}

bool aCommaTouchesABlank(std::string_view line) {
  for (std::size_t at = line.find(','); at != kNone; at = line.find(',', at + 1))
    if ((at > 0 && isBlank(line[at - 1])) || (at + 1 < line.size() && isBlank(line[at + 1])))
      return true;
  return false;
}

std::string_view withoutQuotes(std::string_view cell) {
  cell = files::trimmed(cell);
  if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"')
    cell = files::trimmed(cell.substr(1, cell.size() - 2));
  return cell;
}

/// Plain numbers need neither trimming nor quotes; they are nearly all cells there are.
std::string_view cleaned(std::string_view cell) {
  const auto isPlain = [](char character) {
    return (character >= '0' && character <= '9') || character == '-' || character == '.';
  };
  return !cell.empty() && isPlain(cell.front()) && isPlain(cell.back()) ? cell
                                                                        : withoutQuotes(cell);
}

void splitAt(std::string_view line, char separator, std::vector<std::string_view>& cells) {
  for (;;) {
    const std::size_t end = line.find(separator);
    cells.push_back(cleaned(line.substr(0, end)));
    if (end == kNone)
      return;
    line.remove_prefix(end + 1);
  }
}

void splitAtBlanks(std::string_view line, std::vector<std::string_view>& cells) {
  for (std::size_t begin = line.find_first_not_of(kBlanks); begin != kNone;) {
    const std::size_t end = line.find_first_of(kBlanks, begin);
    cells.push_back(withoutQuotes(line.substr(begin, end == kNone ? kNone : end - begin)));
    begin = end == kNone ? kNone : line.find_first_not_of(kBlanks, end);
  }
}

}  // namespace

void splitCells(std::string_view line, TextCells& result) {
  result.cells.clear();
  result.decimalMark = '.';
  const bool hasComma = line.find(',') != kNone;
  const bool hasSemicolon = line.find(';') != kNone;
  const bool hasBlank = line.find_first_of(kBlanks) != kNone;
  const bool hasTab = line.find('\t') != kNone;
  const bool commaSeparates = hasComma && !hasSemicolon && (!hasBlank || aCommaTouchesABlank(line));
  if (hasComma && !commaSeparates)
    result.decimalMark = ',';
  if (hasSemicolon)
    splitAt(line, ';', result.cells);
  else if (commaSeparates)
    splitAt(line, ',', result.cells);
  else if (hasTab)
    splitAt(line, '\t', result.cells);
  else
    splitAtBlanks(line, result.cells);
}

std::optional<double> cellNumber(std::string_view cell, char decimalMark) {
  double value = 0.0;
  const char* const end = cell.data() + cell.size();
  const auto [stop, error] = std::from_chars(cell.data(), end, value);
  if (error == std::errc() && stop == end && std::isfinite(value))
    return value;
  return files::parseNumber(cell, decimalMark);
}

std::optional<std::string_view> LineWalk::next() {
  if (m_rest.empty())
    return std::nullopt;
  const std::size_t end = m_rest.find_first_of("\r\n");
  const std::string_view line = m_rest.substr(0, end);
  if (end == kNone)
    m_rest = {};
  else
    m_rest.remove_prefix(end + (m_rest.substr(end, 2) == "\r\n" ? 2 : 1));
  ++m_line;
  return files::trimmed(line);
}

bool isComment(std::string_view line) {
  constexpr std::string_view kMarks = "#!%*'/_@";
  return !line.empty() && kMarks.find(line.front()) != kNone;
}

}  // namespace vitrine::diffraction
