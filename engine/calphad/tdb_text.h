#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::calphad {

/// The statements of a TDB file that say something of its substance, and those known to say nothing
/// that a calculation needs.
enum class TdbKeyword {
  Element,
  Species,
  Phase,
  Constituent,
  Function,
  Parameter,
  TypeDefinition,
  DefaultCommand,
  Ignored,
};

/// A word may be shortened and written with - or _: PAR, CONST, TYPE-DEF, DEFAULT-COM.
/// Empty where it is no keyword.
std::optional<TdbKeyword> tdbKeyword(std::string_view word);

/// Whether `word` is a shortened form of `whole`, part by part: A_P_D of AMEND_PHASE_DESCRIPTION.
bool abbreviates(std::string_view word, std::string_view whole);

/// One statement, from after its keyword to before its exclamation mark, in upper case, without
/// comments but with line ends.
struct TdbStatement {
  std::optional<TdbKeyword> keyword;
  std::string word;  ///< as written, in upper case
  std::string text;
  std::size_t line = 0;  ///< of the keyword, 1-based
};

/// Cuts a TDB file. A $ makes the rest of its line a comment; so is what follows an exclamation
/// mark on its line, unless that begins with a keyword.
std::vector<TdbStatement> tdbStatements(std::string_view text);

/// The comment lines before the first statement, without their $, blank ones left out; at most a
/// hundred.
std::vector<std::string> tdbHeader(std::string_view text);

/// Walks through one statement.
class TdbCursor {
 public:
  /// @param file  stands in messages
  TdbCursor(const TdbStatement& statement, const std::string& file)
      : m_statement(statement), m_file(file) {}

  /// The next character that is no space; 0 at the end. It is not taken.
  char peek();
  bool take(char c);
  /// Everything up to a space or one of `stops`, which stay. Empty at the end.
  std::string word(std::string_view stops = {});
  /// @throws Error (Damaged) naming `what` where there is none
  std::string requiredWord(std::string_view what, std::string_view stops = {});
  /// @throws Error (Damaged) naming `what` where there is none
  double number(std::string_view what);
  /// Everything up to `stop`, which is taken. @throws Error (Damaged) where there is none
  std::string_view until(char stop, std::string_view what);

  [[nodiscard]] std::size_t position() const noexcept { return m_position; }
  /// @throws Error (Damaged): "FILE, line N: WHAT." with the line of `position`
  [[noreturn]] void fail(const std::string& what, std::size_t position) const;
  [[noreturn]] void fail(const std::string& what) const { fail(what, m_position); }

 private:
  const TdbStatement& m_statement;
  const std::string& m_file;
  std::size_t m_position = 0;
};

}  // namespace vitrine::calphad
