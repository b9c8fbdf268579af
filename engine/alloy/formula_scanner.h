#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::alloy {

/// A formula cut into words. Only the parser needs them.
struct Token {
  enum class Kind { Symbol, Number, Open, Close, Hyphen, End };

  Kind kind = Kind::End;
  std::size_t position = 0;  ///< 1-based character
  std::string text;          ///< letters of a symbol; a bracket
  double value = 0.0;        ///< of a number
  bool spaceBefore = false;
};

/// The words of a formula with `End` last. Where a character is refused, `End` stands in its place
/// and the words before it are there, so that an earlier mistake of another kind is named first.
struct Scan {
  std::vector<Token> tokens;
  std::string error;  ///< a clause without a full stop; empty where all went well
  std::size_t errorPosition = 0;
};

Scan scanFormula(std::string_view text);

/// The text as it may stand in a message: one line, valid UTF-8, 60 characters at most.
std::string printable(std::string_view text);

}  // namespace vitrine::alloy
