#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace vitrine::diffraction {

/// The cells of one line of numbers, without the quotes and blanks around them.
struct TextCells {
  std::vector<std::string_view> cells;
  char decimalMark = '.';
};

/// Takes a line apart as instruments write them. Semicolons separate; without one tabs do; then
/// commas, unless blanks separate the numbers and no comma touches a blank ("1,5 20,3"); then
/// blanks. Where something else separates, a comma is the decimal mark. `cells` is reused.
void splitCells(std::string_view line, TextCells& cells);

/// The finite number that is the whole cell.
std::optional<double> cellNumber(std::string_view cell, char decimalMark);

/// Walks over the lines of a text, which end with LF, CRLF or CR.
class LineWalk {
 public:
  explicit LineWalk(std::string_view text) : m_rest(text) {}

  /// The next line without its end and the blanks around it; empty at the end of the text.
  std::optional<std::string_view> next();
  /// Number of the line `next` returned last, from 1.
  [[nodiscard]] std::size_t line() const noexcept { return m_line; }
  [[nodiscard]] std::size_t remaining() const noexcept { return m_rest.size(); }

 private:
  std::string_view m_rest;
  std::size_t m_line = 0;
};

/// Whether the line starts with a mark that instruments and programs put before remarks.
bool isComment(std::string_view line);

}  // namespace vitrine::diffraction
