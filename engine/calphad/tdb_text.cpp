#include "engine/calphad/tdb_text.h"

#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace vitrine::calphad {

namespace {

constexpr std::size_t kShortestKeyword = 3;

constexpr std::array<std::pair<std::string_view, TdbKeyword>, 19> kKeywords{{
    {"ELEMENT", TdbKeyword::Element},
    {"SPECIES", TdbKeyword::Species},
    {"PHASE", TdbKeyword::Phase},
    {"CONSTITUENT", TdbKeyword::Constituent},
    {"FUNCTION", TdbKeyword::Function},
    {"PARAMETER", TdbKeyword::Parameter},
    {"TYPE_DEFINITION", TdbKeyword::TypeDefinition},
    {"DEFAULT_COMMAND", TdbKeyword::DefaultCommand},
    {"DEFINE_SYSTEM_DEFAULT", TdbKeyword::Ignored},
    {"TEMP_LIM", TdbKeyword::Ignored},
    {"TEMPERATURE_LIMITS", TdbKeyword::Ignored},
    {"LIST_OF_REFERENCES", TdbKeyword::Ignored},
    {"ADD_REFERENCES", TdbKeyword::Ignored},
    {"REFERENCE_FILE", TdbKeyword::Ignored},
    {"ASSESSED_SYSTEMS", TdbKeyword::Ignored},
    {"DATABASE_INFORMATION", TdbKeyword::Ignored},
    {"VERSION_DATE", TdbKeyword::Ignored},
    {"DIFFUSION", TdbKeyword::Ignored},
    {"ZERO_VOLUME_SPECIES", TdbKeyword::Ignored},
}};

bool isSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// The first part of a name in parts, and the name without it.
std::pair<std::string_view, std::string_view> firstPart(std::string_view name) {
  const auto end = name.find_first_of("-_");
  if (end == std::string_view::npos)
    return {name, {}};
  return {name.substr(0, end), name.substr(end + 1)};
}

/// Comments become nothing, letters capitals; lines stay lines.
std::string withoutComments(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  bool comment = false;
  for (const char c : text) {
    if (c == '\n')
      comment = false;
    else if (c == '$')
      comment = true;
    if (!comment)
      plain += upper(c);
  }
  return plain;
}

std::string_view firstWord(std::string_view text) {
  const auto begin = std::find_if_not(text.begin(), text.end(), isSpace);
  const auto end = std::find_if(begin, text.end(), isSpace);
  return text.substr(static_cast<std::size_t>(begin - text.begin()),
                     static_cast<std::size_t>(end - begin));
}

}  // namespace

bool abbreviates(std::string_view word, std::string_view whole) {
  while (!word.empty()) {
    const auto [part, rest] = firstPart(word);
    const auto [wholePart, wholeRest] = firstPart(whole);
    if (part.empty() || !wholePart.starts_with(part))
      return false;
    word = rest;
    whole = wholeRest;
  }
  return true;
}

std::optional<TdbKeyword> tdbKeyword(std::string_view word) {
  if (word.size() < kShortestKeyword)
    return {};
  for (const auto& [whole, keyword] : kKeywords) {
    if (abbreviates(word, whole))
      return keyword;
  }
  return {};
}

std::vector<TdbStatement> tdbStatements(std::string_view text) {
  const std::string plain = withoutComments(text);
  std::vector<TdbStatement> statements;
  std::size_t line = 1;
  std::size_t i = 0;
  bool afterEnd = false;  // an exclamation mark stands earlier on this line
  while (i < plain.size()) {
    if (isSpace(plain[i])) {
      if (plain[i] == '\n') {
        ++line;
        afterEnd = false;
      }
      ++i;
      continue;
    }
    TdbStatement statement;
    statement.word = firstWord(std::string_view(plain).substr(i));
    statement.word.resize(std::min(statement.word.size(), statement.word.find('!')));
    statement.keyword = tdbKeyword(statement.word);
    if (afterEnd && !statement.keyword) {
      i = std::min(plain.find('\n', i), plain.size());
      continue;
    }
    statement.line = line;
    const auto begin = i + statement.word.size();
    const auto end = std::min(plain.find('!', begin), plain.size());
    statement.text = plain.substr(begin, end - begin);
    line +=
        static_cast<std::size_t>(std::count(statement.text.begin(), statement.text.end(), '\n'));
    statements.push_back(std::move(statement));
    i = end + 1;
    afterEnd = true;
  }
  return statements;
}

std::vector<std::string> tdbHeader(std::string_view text) {
  constexpr std::size_t kMostLines = 100;
  constexpr std::size_t kLongestLine = 400;
  std::vector<std::string> lines;
  while (!text.empty() && lines.size() < kMostLines) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const auto first = std::find_if_not(line.begin(), line.end(), isSpace);
    if (first == line.end())
      continue;
    if (*first != '$')
      break;
    line.remove_prefix(static_cast<std::size_t>(first - line.begin()));
    line.remove_prefix(std::min(line.find_first_not_of("$ \t\r"), line.size()));
    const auto last = line.find_last_not_of(" \t\r");
    line = line.substr(0, last == std::string_view::npos ? 0 : last + 1);
    if (line.find_first_not_of("-=*$`") != std::string_view::npos)
      lines.emplace_back(line.substr(0, kLongestLine));
  }
  return lines;
}

char TdbCursor::peek() {
  const auto& text = m_statement.text;
  while (m_position < text.size() && isSpace(text[m_position]))
    ++m_position;
  return m_position < text.size() ? text[m_position] : '\0';
}

bool TdbCursor::take(char c) {
  if (peek() != c)
    return false;
  ++m_position;
  return true;
}

std::string TdbCursor::word(std::string_view stops) {
  std::string result;
  const auto& text = m_statement.text;
  for (char c = peek(); c != '\0' && !isSpace(c) && stops.find(c) == std::string_view::npos;
       c = m_position < text.size() ? text[m_position] : '\0') {
    result += c;
    ++m_position;
  }
  return result;
}

std::string TdbCursor::requiredWord(std::string_view what, std::string_view stops) {
  auto result = word(stops);
  if (result.empty())
    fail(std::string(what) + " is missing");
  return result;
}

double TdbCursor::number(std::string_view what) {
  const char first = peek();
  const auto& text = m_statement.text;
  const char* begin = text.data() + m_position + (first == '+' ? 1 : 0);
  double value = 0.0;
  const auto read = std::from_chars(begin, text.data() + text.size(), value);
  if (read.ec != std::errc() || !std::isfinite(value))
    fail(std::string(what) + " is missing or is no number");
  m_position = static_cast<std::size_t>(read.ptr - text.data());
  return value;
}

std::string_view TdbCursor::until(char stop, std::string_view what) {
  const auto& text = m_statement.text;
  const auto end = text.find(stop, m_position);
  if (end == std::string::npos)
    fail("the '" + std::string(1, stop) + "' that ends " + std::string(what) + " is missing");
  const auto part = std::string_view(text).substr(m_position, end - m_position);
  m_position = end + 1;
  return part;
}

void TdbCursor::fail(const std::string& what, std::size_t position) const {
  const auto& text = m_statement.text;
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(position, text.size()));
  const auto line =
      m_statement.line + static_cast<std::size_t>(std::count(text.begin(), end, '\n'));
  throw Error(ErrorCode::Damaged, m_file + ", line " + std::to_string(line) + ": " + what + ".");
}

}  // namespace vitrine::calphad
