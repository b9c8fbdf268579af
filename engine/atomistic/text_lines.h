#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::atomistic {

/// The lines of a text file one after the other, with their fields, for files of a million lines:
/// nothing is copied. The text must outlive it.
class TextLines {
 public:
  /// @param before  lines of the file that stand above the text
  explicit TextLines(std::string_view text, std::size_t before = 0)
      : m_rest(text), m_number(before) {}

  /// Goes on to the next line; false behind the last one.
  bool next();
  /// The same; behind the last line an error that says what was expected there.
  /// @throws Error (Damaged)
  void expectNext(const char* what);

  /// Without its end.
  [[nodiscard]] std::string_view line() const noexcept { return m_line; }
  /// 1-based.
  [[nodiscard]] std::size_t number() const noexcept { return m_number; }
  /// What spaces and tabs separate.
  [[nodiscard]] const std::vector<std::string_view>& fields() const noexcept { return m_fields; }

  /// @throws Error (Damaged) naming the line where the field is missing or no finite number
  [[nodiscard]] double real(std::size_t field) const;
  /// The same for a whole number.
  [[nodiscard]] long long whole(std::size_t field) const;
  /// @throws Error (Damaged) "Line 12: SENTENCE."
  [[noreturn]] void fail(const std::string& sentence) const;
  /// @throws Error (Damaged) "Line 12: "FIELD" is no WHAT."; the field may be missing
  [[noreturn]] void refuse(std::size_t field, const char* what) const;

 private:
  std::string_view m_rest;
  std::string_view m_line;
  std::size_t m_number = 0;
  std::vector<std::string_view> m_fields;
};

}  // namespace vitrine::atomistic
