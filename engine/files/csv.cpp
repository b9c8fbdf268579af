#include "engine/files/csv.h"

#include "engine/core/error.h"

#include <array>
#include <cstddef>
#include <optional>

namespace vitrine::files {

namespace {

/// More of the first line is not looked at to find the separator.
constexpr std::size_t kLongestHeader = std::size_t{64} << 10U;
constexpr std::size_t kEnd = std::string_view::npos;

bool isLineEnd(char character) {
  return character == '\n' || character == '\r';
}

/// Walks over the characters once; the place it has reached is `m_at`.
class Scanner {
 public:
  Scanner(std::string_view text, const RunContext& context) : m_text(text), m_context(context) {}

  CsvText scan() {
    skipPreamble();
    while (!atEnd()) {
      TextRow row = takeRow();
      const bool isBlank = row.cells.size() == 1 && row.cells.front().empty() && !m_sawQuotes;
      if (!isBlank)
        m_result.rows.push_back(std::move(row));
    }
    return std::move(m_result);
  }

 private:
  [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
  [[nodiscard]] char here() const { return m_text[m_at]; }
  [[nodiscard]] bool endsCell() const {
    return atEnd() || here() == m_result.separator || isLineEnd(here());
  }

  void step() {
    constexpr std::size_t kStepsBetweenTicks = 1U << 16U;
    ++m_at;
    if (m_at % kStepsBetweenTicks == 0)
      m_context.tick(static_cast<double>(m_at) / static_cast<double>(m_text.size()));
  }

  /// Steps over LF, CRLF or CR.
  void takeLineEnd() {
    if (here() == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n')
      step();
    step();
    ++m_line;
  }

  void skipLine() {
    while (!atEnd() && !isLineEnd(here()))
      step();
    if (!atEnd())
      takeLineEnd();
  }

  /// Comments, blank lines and "sep=;" before the header, which then decides on the separator.
  void skipPreamble() {
    while (!atEnd() && (here() == '#' || isLineEnd(here())))
      skipLine();
    constexpr std::string_view kSeparatorLine = "sep=";
    const std::string_view rest = m_text.substr(m_at);
    if (rest.starts_with(kSeparatorLine) && rest.size() > kSeparatorLine.size() + 1 &&
        isSeparator(rest[kSeparatorLine.size()]) && isLineEnd(rest[kSeparatorLine.size() + 1])) {
      m_result.separator = rest[kSeparatorLine.size()];
      skipLine();
    } else {
      m_result.separator = separatorOfThisLine();
    }
  }

  static bool isSeparator(char character) {
    return character == ',' || character == ';' || character == '\t';
  }

  [[nodiscard]] char separatorOfThisLine() const {
    // In doubt the rarer one: a comma in a cell is more usual than a tab.
    constexpr std::array kSeparators = {'\t', ';', ','};
    std::array<std::size_t, kSeparators.size()> counts = {};
    bool quoted = false;
    for (const char character : m_text.substr(m_at, kLongestHeader)) {
      if (isLineEnd(character) && !quoted)
        break;
      if (character == '"')
        quoted = !quoted;
      for (std::size_t k = 0; k < kSeparators.size() && !quoted; ++k)
        counts[k] += character == kSeparators[k];
    }
    std::size_t best = kSeparators.size() - 1;
    for (std::size_t k = kSeparators.size(); k-- > 0;)
      if (counts[k] > 0 && counts[k] >= counts[best])
        best = k;
    return kSeparators[best];
  }

  TextRow takeRow() {
    TextRow row;
    row.line = m_line;
    m_sawQuotes = false;
    for (;;) {
      row.cells.push_back(takeCell());
      if (++m_cells > kMaxCells)
        throw Error(ErrorCode::InvalidInput, "The table has more than " +
                                                 std::to_string(kMaxCells) +
                                                 " cells, which is more than can be read.");
      if (atEnd())
        return row;
      if (isLineEnd(here())) {
        takeLineEnd();
        return row;
      }
      step();
    }
  }

  std::string takeCell() {
    std::size_t quote = m_at;
    while (quote < m_text.size() && m_text[quote] == ' ')
      ++quote;
    if (quote < m_text.size() && m_text[quote] == '"' && quote != m_strayQuote) {
      const std::size_t start = m_at;
      const std::size_t line = m_line;
      m_at = quote;
      if (auto cell = takeQuoted())
        return *cell + takePlain();
      // Every later quote is then one of a doubled pair, so this happens once in a text at most.
      m_at = start;
      m_line = line;
      m_strayQuote = quote;
      m_result.findings.push_back({Finding::Severity::Note,
                                   "The quote opened in line " + std::to_string(line) +
                                       " is never closed and was taken as a plain character.",
                                   0});
    }
    return takePlain();
  }

  std::string takePlain() {
    const std::size_t begin = m_at;
    while (!endsCell())
      step();
    return std::string(m_text.substr(begin, m_at - begin));
  }

  /// The text between the quotes; empty where the closing one is missing.
  std::optional<std::string> takeQuoted() {
    std::string cell;
    step();
    while (!atEnd()) {
      if (here() == '"') {
        step();
        if (atEnd() || here() != '"') {
          m_sawQuotes = true;
          return cell;
        }
        cell.push_back('"');
        step();
      } else if (isLineEnd(here())) {
        const std::size_t begin = m_at;
        takeLineEnd();
        cell += m_text.substr(begin, m_at - begin);
      } else {
        cell.push_back(here());
        step();
      }
    }
    return std::nullopt;
  }

  std::string_view m_text;
  const RunContext& m_context;
  CsvText m_result;
  std::size_t m_at = 0;
  std::size_t m_line = 1;
  std::size_t m_cells = 0;
  std::size_t m_strayQuote = kEnd;
  bool m_sawQuotes = false;  ///< in the row being taken: "" alone in a line is a cell, not a blank
};

bool needsQuotes(std::string_view cell) {
  // A header "sep=" would pass for a line that names the separator, as '#' would for a comment.
  return cell.starts_with("sep=") || cell.find_first_of(",;\t\"\r\n#") != kEnd ||
         cell.starts_with(' ') || cell.ends_with(' ');
}

}  // namespace

CsvText parseCsv(std::string_view utf8, const RunContext& context) {
  return Scanner(utf8, context).scan();
}

void appendCsvRow(std::string& text, std::span<const std::string> cells) {
  const bool wouldBeBlank = cells.size() == 1 && cells.front().empty();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0)
      text += ',';
    if (!needsQuotes(cells[i]) && !wouldBeBlank) {
      text += cells[i];
      continue;
    }
    text += '"';
    for (const char character : cells[i]) {
      if (character == '"')
        text += '"';
      text += character;
    }
    text += '"';
  }
  text += '\n';
}

}  // namespace vitrine::files
