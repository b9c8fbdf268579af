#include "engine/alloy/formula_scanner.h"

#include "engine/alloy/formula.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <utility>

namespace vitrine::alloy {

namespace {

constexpr char32_t kInvalid = 0xFFFFFFFF;
constexpr char32_t kSubscriptZero = 0x2080;
constexpr std::size_t kMaxNumberCharacters = 32;
/// Keeps sixteen nested multiplications far from overflow.
constexpr double kMaxAmount = 1e9;

/// The code point at `offset`, which moves behind it; kInvalid for a byte that is no UTF-8.
char32_t nextCodePoint(std::string_view text, std::size_t& offset) {
  const auto byteAt = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byteAt(offset++);
  if (lead < 0x80)
    return lead;
  int following = 0;
  char32_t smallest = 0;
  if (lead >= 0xC2 && lead < 0xE0) {
    following = 1;
    smallest = 0x80;
  } else if (lead >= 0xE0 && lead < 0xF0) {
    following = 2;
    smallest = 0x800;
  } else if (lead >= 0xF0 && lead < 0xF5) {
    following = 3;
    smallest = 0x10000;
  } else {
    return kInvalid;
  }
  char32_t point = lead & (0x3F >> following);
  std::size_t end = offset;
  for (int i = 0; i < following; ++i, ++end) {
    if (end >= text.size() || (byteAt(end) & 0xC0) != 0x80)
      return kInvalid;
    point = (point << 6) | (byteAt(end) & 0x3F);
  }
  if (point < smallest || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000))
    return kInvalid;
  offset = end;
  return point;
}

bool isSpace(char32_t c) {
  return c == ' ' || c == '\t';
}
bool isUpper(char32_t c) {
  return c >= 'A' && c <= 'Z';
}
bool isLower(char32_t c) {
  return c >= 'a' && c <= 'z';
}
bool isAsciiDigit(char32_t c) {
  return c >= '0' && c <= '9';
}
bool isSubscriptDigit(char32_t c) {
  return c >= kSubscriptZero && c < kSubscriptZero + 10;
}
bool isDigit(char32_t c) {
  return isAsciiDigit(c) || isSubscriptDigit(c);
}
bool startsNumber(char32_t c) {
  return isDigit(c) || c == '.';
}

/// How a message names a character that may be invisible or look like another one.
std::string described(char32_t c) {
  if (c == kInvalid)
    return "A byte that is not UTF-8";
  if (c > 0x20 && c < 0x7F)
    return std::string("The character '") + static_cast<char>(c) + "'";
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "The character U+%04X", static_cast<unsigned>(c));
  return text.data();
}

std::string refusal(char32_t c) {
  std::string clause = described(c) + " cannot stand in a formula";
  if (c == ',')
    clause += " (decimals take a point)";
  else if (c == 0x2212 || (c >= 0x2010 && c <= 0x2015))
    clause += " (use the plain hyphen)";
  else if (c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079))
    clause += " (amounts are plain or subscript digits)";
  return clause;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) {
    // Only as much as can be accepted is decoded, and one character more to see that it is too
    // much.
    for (std::size_t offset = 0; offset < text.size() && m_text.size() <= kMaxFormulaCharacters;)
      m_text.push_back(nextCodePoint(text, offset));
  }

  Scan run() {
    if (m_text.size() > kMaxFormulaCharacters) {
      fail(kMaxFormulaCharacters,
           "A formula has at most " + std::to_string(kMaxFormulaCharacters) + " characters");
      m_scan.tokens.emplace_back();
      return std::move(m_scan);
    }
    bool space = false;
    while (m_at < m_text.size() && m_scan.error.empty()) {
      const char32_t c = m_text[m_at];
      if (isSpace(c)) {
        space = true;
        ++m_at;
        continue;
      }
      m_scan.tokens.push_back({Token::Kind::End, m_at + 1, {}, 0.0, std::exchange(space, false)});
      if (isUpper(c) || isLower(c))
        scanSymbol();
      else if (startsNumber(c))
        scanNumber();
      else
        scanSign(c);
    }
    if (m_scan.error.empty())
      m_scan.tokens.push_back({Token::Kind::End, m_text.size() + 1, {}, 0.0, space});
    else
      m_scan.tokens.back() = {Token::Kind::End, m_scan.errorPosition, {}, 0.0, false};
    return std::move(m_scan);
  }

 private:
  [[nodiscard]] char32_t peek(std::size_t at) const { return at < m_text.size() ? m_text[at] : 0; }

  void fail(std::size_t at, std::string clause) {
    m_scan.error = std::move(clause);
    m_scan.errorPosition = at + 1;
  }

  /// A capital letter and all the small letters behind it: "Zrcu" is one wrong word, not Zr and
  /// more.
  void scanSymbol() {
    Token& token = m_scan.tokens.back();
    token.kind = Token::Kind::Symbol;
    token.text += static_cast<char>(m_text[m_at++]);
    while (isLower(peek(m_at)))
      token.text += static_cast<char>(m_text[m_at++]);
  }

  void scanNumber() {
    const std::size_t begin = m_at;
    std::string digits;
    std::size_t decimals = 0;
    bool point = false;
    bool ascii = false;
    bool subscript = false;
    for (; startsNumber(peek(m_at)); ++m_at) {
      const char32_t c = m_text[m_at];
      if (c == '.') {
        if (point)
          return fail(m_at, "A number has one decimal point");
        point = true;
        digits += '.';
        continue;
      }
      ascii |= isAsciiDigit(c);
      subscript |= isSubscriptDigit(c);
      if (ascii && subscript)
        return fail(m_at, "A number is written in plain or in subscript digits, not in both");
      digits += static_cast<char>('0' + (c - (ascii ? U'0' : kSubscriptZero)));
      decimals += point ? 1 : 0;
    }
    if (point && decimals == 0)
      return fail(m_at - 1, "Digits must follow the decimal point");
    if (digits.size() > kMaxNumberCharacters)
      return fail(begin, "The number is longer than " + std::to_string(kMaxNumberCharacters) +
                             " characters");
    // "1e3" or "1E3" with digits behind it is an exponent; "1Er50" is an amount and erbium.
    if ((peek(m_at) == 'e' || peek(m_at) == 'E') &&
        (isDigit(peek(m_at + 1)) || peek(m_at + 1) == '-' || peek(m_at + 1) == '+'))
      return fail(m_at, "Amounts are written out, without an exponent");

    Token& token = m_scan.tokens.back();
    token.kind = Token::Kind::Number;
    std::from_chars(digits.data(), digits.data() + digits.size(), token.value,
                    std::chars_format::fixed);
    if (token.value > kMaxAmount)
      fail(begin, "The amount is larger than 1000000000");
  }

  void scanSign(char32_t c) {
    Token& token = m_scan.tokens.back();
    if (c == '(' || c == '[' || c == '{')
      token.kind = Token::Kind::Open;
    else if (c == ')' || c == ']' || c == '}')
      token.kind = Token::Kind::Close;
    else if (c == '-')
      token.kind = Token::Kind::Hyphen;
    else
      return fail(m_at, refusal(c));
    token.text = static_cast<char>(c);
    ++m_at;
  }

  std::vector<char32_t> m_text;
  std::size_t m_at = 0;
  Scan m_scan;
};

}  // namespace

Scan scanFormula(std::string_view text) {
  return Scanner(text).run();
}

std::string printable(std::string_view text) {
  constexpr int kMostShown = 60;
  std::string result;
  std::size_t offset = 0;
  for (int shown = 0; offset < text.size(); ++shown) {
    if (shown == kMostShown)
      return result + "…";
    const std::size_t begin = offset;
    const char32_t c = nextCodePoint(text, offset);
    if (c == kInvalid || c < 0x20 || (c >= 0x7F && c < 0xA0))
      result += '?';
    else
      result += text.substr(begin, offset - begin);
  }
  return result;
}

}  // namespace vitrine::alloy
