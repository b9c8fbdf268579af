#include "engine/atomistic/text_lines.h"

#include "engine/core/error.h"

#include <charconv>
#include <cmath>

namespace vitrine::atomistic {

namespace {

template <class Number>
bool parse(std::string_view text, Number& value) {
  if (text.starts_with('+'))
    text.remove_prefix(1);
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  return result.ec == std::errc() && result.ptr == text.data() + text.size();
}

}  // namespace

bool TextLines::next() {
  if (m_rest.empty())
    return false;
  const std::size_t end = m_rest.find('\n');
  m_line = m_rest.substr(0, end);
  m_rest.remove_prefix(end == std::string_view::npos ? m_rest.size() : end + 1);
  if (m_line.ends_with('\r'))
    m_line.remove_suffix(1);
  ++m_number;
  m_fields.clear();
  std::size_t begin = m_line.find_first_not_of(" \t");
  while (begin != std::string_view::npos) {
    const std::size_t stop = m_line.find_first_of(" \t", begin);
    m_fields.push_back(m_line.substr(begin, stop - begin));
    begin = m_line.find_first_not_of(" \t", stop);
  }
  return true;
}

void TextLines::expectNext(const char* what) {
  if (!next())
    throw Error(ErrorCode::Damaged,
                "The file ends after line " + std::to_string(m_number) + ", before " + what + ".");
}

double TextLines::real(std::size_t field) const {
  double value = 0.0;
  if (field >= m_fields.size() || !parse(m_fields[field], value) || !std::isfinite(value))
    refuse(field, "number");
  return value;
}

long long TextLines::whole(std::size_t field) const {
  long long value = 0;
  if (field >= m_fields.size() || !parse(m_fields[field], value))
    refuse(field, "whole number");
  return value;
}

void TextLines::fail(const std::string& sentence) const {
  throw Error(ErrorCode::Damaged, "Line " + std::to_string(m_number) + ": " + sentence + ".");
}

void TextLines::refuse(std::size_t field, const char* what) const {
  constexpr std::size_t kShown = 40;
  std::string sentence;
  if (field < m_fields.size())
    sentence.append("\"").append(m_fields[field].substr(0, kShown)).append("\" is no ");
  else
    sentence = "the line is too short: there is no ";
  fail(sentence.append(what));
}

}  // namespace vitrine::atomistic
