#include "engine/dataset/table_rows.h"

#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vitrine::dataset {

namespace {

using Role = TableLayout::Role;

/// Skipped rows that get a finding of their own.
constexpr std::size_t kMaxRowFindings = 100;

Finding note(std::string message) {
  return {Finding::Severity::Note, std::move(message), 0};
}

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  result += text;
  return result += '"';
}

bool isDigit(char character) {
  return character >= '0' && character <= '9';
}

bool hasBetweenDigits(std::string_view text, char mark) {
  for (std::size_t i = 1; i + 1 < text.size(); ++i)
    if (text[i] == mark && isDigit(text[i - 1]) && isDigit(text[i + 1]))
      return true;
  return false;
}

bool isBlank(std::string_view cell) {
  constexpr std::array<std::string_view, 10> kBlanks = {"",    "-",  "\u2013", "\u2014", "n/a",
                                                        "N/A", "NA", "NaN",    "nan",    "None"};
  return std::find(kBlanks.begin(), kBlanks.end(), files::trimmed(cell)) != kBlanks.end();
}

/// Reads the rows below a header.
class TableReader {
 public:
  TableReader(TableLayout layout, std::span<const files::TextRow> rows, bool mayHaveDecimalComma,
              const RunContext& context)
      : m_layout(std::move(layout)), m_rows(rows), m_context(context) {
    if (mayHaveDecimalComma && usesDecimalComma())
      m_decimalMark = ',';
    leaveOutTexts();
    m_unreadable.resize(m_layout.columns.size());
  }

  Table read() {
    for (const auto& column : m_layout.columns)
      if (column.role == Role::Property)
        m_table.columns.push_back(column.property);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
      m_context.tick(static_cast<double>(i) / static_cast<double>(m_rows.size()));
      readRow(m_rows[i]);
    }
    addNotes();
    return std::move(m_table);
  }

 private:
  /// Where something was seen first, and how often.
  struct Count {
    std::size_t count = 0;
    std::size_t firstLine = 0;
    void add(std::size_t line) {
      if (count++ == 0)
        firstLine = line;
    }
  };

  static std::string_view cellOf(const files::TextRow& row, std::size_t column) {
    return column < row.cells.size() ? files::trimmed(row.cells[column]) : std::string_view();
  }

  /// Numbers decide, as 668,5 against 668.5; where all of them are whole, the formulas do.
  [[nodiscard]] bool usesDecimalComma() const {
    bool numberComma = false;
    bool numberPoint = false;
    bool formulaComma = false;
    bool formulaPoint = false;
    for (const files::TextRow& row : m_rows) {
      m_context.tick();
      for (std::size_t i = 0; i < m_layout.columns.size(); ++i) {
        const std::string_view cell = cellOf(row, i);
        if (m_layout.columns[i].role == Role::Formula) {
          formulaComma = formulaComma || hasBetweenDigits(cell, ',');
          formulaPoint = formulaPoint || hasBetweenDigits(cell, '.');
        } else if (m_layout.columns[i].role != Role::Source) {
          numberComma = numberComma ||
                        (cell.find(',') != std::string_view::npos && files::parseNumber(cell, ','));
          numberPoint = numberPoint ||
                        (cell.find('.') != std::string_view::npos && files::parseNumber(cell, '.'));
        }
      }
    }
    if (numberComma || numberPoint)
      return numberComma && !numberPoint;
    return formulaComma && !formulaPoint;
  }

  /// Columns of names or remarks are no properties.
  void leaveOutTexts() {
    for (std::size_t i = 0; i < m_layout.columns.size(); ++i) {
      auto& column = m_layout.columns[i];
      if (column.role != Role::Property)
        continue;
      bool hasText = false;
      bool hasNumber = false;
      for (const files::TextRow& row : m_rows) {
        m_context.tick();
        const std::string_view cell = cellOf(row, i);
        if (isBlank(cell))
          continue;
        hasNumber = files::parseNumber(cell, m_decimalMark).has_value();
        if (hasNumber)
          break;
        hasText = true;
      }
      if (hasText && !hasNumber) {
        column.role = Role::Ignored;
        m_layout.findings.push_back(
            note("The column " + column.header + " holds no numbers and was left out."));
      }
    }
  }

  void readRow(const files::TextRow& row) {
    const bool isEmpty = std::all_of(row.cells.begin(), row.cells.end(),
                                     [](const auto& cell) { return files::trimmed(cell).empty(); });
    if (isEmpty)
      return;
    // A stray separator shifts the cells behind it, so nothing in such a row can be trusted.
    for (std::size_t i = m_layout.columns.size(); i < row.cells.size(); ++i)
      if (!files::trimmed(row.cells[i]).empty())
        return skip(row, "it has " + std::to_string(row.cells.size()) + " cells and the header " +
                             std::to_string(m_layout.columns.size()));
    try {
      std::optional<Row> read = m_layout.find(Role::Formula) ? fromFormula(row) : fromAmounts(row);
      if (!read)
        return;
      readValues(row, *read);
      m_table.rows.push_back(*std::move(read));
    } catch (const Error& error) {
      skip(row, error.what());
    }
  }

  void skip(const files::TextRow& row, std::string why) {
    if (why.ends_with('.'))
      why.pop_back();
    if (m_table.skipped.size() < kMaxUnread)
      m_table.skipped.push_back(skippedRow(row, why + "."));
    if (m_table.skippedRows++ >= kMaxRowFindings)
      return;
    m_table.findings.push_back({Finding::Severity::Error,
                                "Line " + std::to_string(row.line) + " was skipped: " + why + ".",
                                0});
  }

  /// What can be read of a row without a composition.
  [[nodiscard]] SkippedRow skippedRow(const files::TextRow& row, std::string reason) const {
    SkippedRow skipped{row.line, {}, {}, {}, std::move(reason)};
    if (const auto formula = m_layout.find(Role::Formula))
      skipped.formula = cellOf(row, *formula);
    if (row.cells.size() > m_layout.columns.size())
      return skipped;
    for (std::size_t i = 0; i < m_layout.columns.size(); ++i) {
      if (m_layout.columns[i].role == Role::Source)
        skipped.source = cellOf(row, i);
      if (m_layout.columns[i].role == Role::Property)
        skipped.values.push_back(files::parseNumber(cellOf(row, i), m_decimalMark));
    }
    return skipped;
  }

  std::optional<Row> fromFormula(const files::TextRow& row) {
    const std::string_view written = cellOf(row, *m_layout.find(Role::Formula));
    if (written.empty()) {
      skip(row, "it has no formula");
      return std::nullopt;
    }
    std::string formula(written);
    if (m_decimalMark == ',')
      std::replace(formula.begin(), formula.end(), ',', '.');
    const alloy::ParsedFormula parsed = alloy::parseFormula(formula, m_layout.basis);
    if (!parsed.composition) {
      const std::string why = parsed.findings.empty() ? "" : parsed.findings.front().message;
      skip(row, quoted(written) + ": " + why);
      return std::nullopt;
    }
    noteSum(parsed.writtenSum, row.line);
    if (m_layout.basis == alloy::Basis::WeightPercent)
      formula = parsed.composition->formula();
    return Row{std::move(formula), *parsed.composition, {}, {}, row.line, parsed.writtenSum};
  }

  std::optional<Row> fromAmounts(const files::TextRow& row) {
    std::vector<alloy::Share> amounts;
    double sum = 0.0;
    for (std::size_t i = 0; i < m_layout.columns.size(); ++i) {
      const auto& column = m_layout.columns[i];
      if (column.role != Role::Element || isBlank(cellOf(row, i)))
        continue;
      const auto amount = files::parseNumber(cellOf(row, i), m_decimalMark);
      if (!amount) {
        skip(row, quoted(cellOf(row, i)) + " in the column " + column.header + " is no number");
        return std::nullopt;
      }
      amounts.push_back({column.atomicNumber, *amount});
      sum += *amount;
    }
    auto composition = alloy::Composition::fromAmounts(amounts, m_layout.basis);
    noteSum(sum, row.line);
    std::string formula = composition.formula();
    return Row{std::move(formula), std::move(composition), {}, {}, row.line, sum};
  }

  void noteSum(double sum, std::size_t line) {
    if (std::abs(sum - 100.0) <= 0.5)
      m_percentRows.add(line);
    else if (std::abs(sum - 1.0) <= 0.005)
      m_fractionRows.add(line);
    else
      m_otherRows.add(line);
  }

  void readValues(const files::TextRow& row, Row& read) {
    for (std::size_t i = 0; i < m_layout.columns.size(); ++i) {
      const Role role = m_layout.columns[i].role;
      const std::string_view cell = cellOf(row, i);
      if (role == Role::Source)
        read.source = cell;
      if (role != Role::Property)
        continue;
      read.values.push_back(files::parseNumber(cell, m_decimalMark));
      if (read.values.back() || isBlank(cell))
        continue;
      m_unreadable[i].add(row.line);
      if (m_table.unread.size() < kMaxUnread)
        m_table.unread.push_back({m_table.rows.size(), read.values.size() - 1, std::string(cell)});
    }
  }

  void addNotes() {
    auto& findings = m_table.findings;
    findings.insert(findings.begin(), m_layout.findings.begin(), m_layout.findings.end());
    if (m_table.skippedRows > kMaxRowFindings)
      findings.push_back(
          {Finding::Severity::Error,
           counted(m_table.skippedRows - kMaxRowFindings, "more row was", "more rows were") +
               " skipped.",
           0});
    if (m_decimalMark == ',')
      findings.push_back(note("The numbers are written with a decimal comma."));
    for (std::size_t i = 0; i < m_unreadable.size(); ++i)
      if (m_unreadable[i].count > 0)
        findings.push_back(note(counted(m_unreadable[i].count, "cell", "cells") +
                                " of the column " + m_layout.columns[i].header +
                                " without a number stayed empty (first: line " +
                                std::to_string(m_unreadable[i].firstLine) + ")."));
    if (!m_layout.find(Role::Formula))
      findings.push_back(note("The element columns were read as " + amountsText() + "."));
    else if (m_layout.basis == alloy::Basis::WeightPercent)
      findings.push_back(note("The formulas were read by weight and turned to atomic per cent."));
    if (m_otherRows.count > 0)
      findings.push_back(note(counted(m_otherRows.count, "alloy does", "alloys do") +
                              " not add up to 100 % and had to be normalised (first: line " +
                              std::to_string(m_otherRows.firstLine) + ")."));
  }

  [[nodiscard]] std::string amountsText() const {
    const bool byWeight = m_layout.basis == alloy::Basis::WeightPercent;
    if (m_fractionRows.count > 0 && m_percentRows.count == 0)
      return byWeight ? "weight fractions" : "atomic fractions";
    return byWeight ? "weight per cent" : "atomic per cent";
  }

  TableLayout m_layout;
  std::span<const files::TextRow> m_rows;
  const RunContext& m_context;
  char m_decimalMark = '.';
  Table m_table;
  std::vector<Count> m_unreadable;  ///< for each column of the text
  Count m_percentRows;
  Count m_fractionRows;
  Count m_otherRows;
};

}  // namespace

Table readRows(TableLayout layout, std::span<const files::TextRow> rows, bool mayHaveDecimalComma,
               const RunContext& context) {
  // Short rows count in full: each row of the table holds a value for every column.
  if (rows.size() > files::kMaxCells / std::max<std::size_t>(layout.columns.size(), 1))
    throw Error(ErrorCode::InvalidInput, "The table has more than " +
                                             std::to_string(files::kMaxCells) +
                                             " cells, which is more than can be read.");
  return TableReader(std::move(layout), rows, mayHaveDecimalComma, context).read();
}

}  // namespace vitrine::dataset
