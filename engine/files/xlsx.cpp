#include "engine/files/xlsx.h"

#include "engine/core/error.h"
#include "engine/files/number_text.h"
#include "engine/files/xlsx_package.h"
#include "engine/files/xlsx_styles.h"
#include "engine/files/xml.h"
#include "engine/files/zip.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <utility>

namespace vitrine::files {

namespace {

/// The size of a sheet: XFD and 2^20.
constexpr std::size_t kMaxColumns = 16'384;
constexpr std::size_t kMaxRows = 1'048'576;
/// One long shared string can be meant by millions of cells; all texts together stay below this.
constexpr std::size_t kMaxTextBytes = std::size_t{64} << 20U;

/// Collects the text of a string item, which is one <t> or several in rich text runs, and leaves
/// out the phonetic hints.
class StringItem {
 public:
  void start(std::string_view element) {
    m_inHint = m_inHint || element == "rPh";
    m_inText = element == "t" && !m_inHint;
  }
  void end(std::string_view element) {
    m_inText = false;
    if (element == "rPh")
      m_inHint = false;
  }
  void characters(std::string_view text) {
    if (m_inText)
      m_text += text;
  }
  std::string take() { return std::exchange(m_text, {}); }

 private:
  std::string m_text;
  bool m_inText = false;
  bool m_inHint = false;
};

class SharedStringsHandler : public XmlHandler {
 public:
  void startElement(std::string_view name, const XmlAttributes&) override { m_item.start(name); }
  void endElement(std::string_view name) override {
    m_item.end(name);
    if (name != "si")
      return;
    if (m_strings.size() == kMaxCells)
      throw Error(ErrorCode::InvalidInput, "The workbook has more texts than can be read.");
    m_strings.push_back(m_item.take());
  }
  void characters(std::string_view text) override { m_item.characters(text); }

  std::vector<std::string> take() { return std::move(m_strings); }

 private:
  StringItem m_item;
  std::vector<std::string> m_strings;
};

struct CellPlace {
  std::size_t column = 0;  ///< from 1
  std::size_t row = 0;     ///< from 1
};

/// "AB12"; empty where the text is no place in a sheet.
std::optional<CellPlace> placeOf(std::string_view reference) {
  CellPlace place;
  std::size_t i = 0;
  for (; i < reference.size() && reference[i] >= 'A' && reference[i] <= 'Z'; ++i) {
    place.column = 26 * place.column + static_cast<std::size_t>(reference[i] - 'A' + 1);
    if (place.column > kMaxColumns)
      return std::nullopt;
  }
  const char* const end = reference.data() + reference.size();
  const auto [stop, error] = std::from_chars(reference.data() + i, end, place.row);
  const bool isPlace =
      i > 0 && error == std::errc() && stop == end && place.row >= 1 && place.row <= kMaxRows;
  return isPlace ? std::optional(place) : std::nullopt;
}

std::optional<std::size_t> indexOf(std::string_view text) {
  std::size_t index = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), index);
  const bool isIndex = error == std::errc() && stop == text.data() + text.size();
  return isIndex ? std::optional(index) : std::nullopt;
}

class SheetHandler : public XmlHandler {
 public:
  SheetHandler(const std::vector<std::string>& strings, const std::vector<bool>& dateStyles)
      : m_strings(strings), m_dateStyles(dateStyles) {}

  void startElement(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "row") {
      startRow(attributes);
    } else if (name == "c") {
      startCell(attributes);
    } else if (m_inCell) {
      m_item.start(name);
      m_inValue = name == "v";
    }
  }

  void endElement(std::string_view name) override {
    if (name == "row") {
      endRow();
    } else if (name == "c" && m_inCell) {
      m_inCell = false;
      placeCell(cellText());
    } else {
      m_item.end(name);
      m_inValue = false;
    }
  }

  void characters(std::string_view text) override {
    if (m_inValue)
      m_value += text;
    else if (m_inCell)
      m_item.characters(text);
  }

  std::vector<TextRow> takeRows() { return std::move(m_rows); }

  [[nodiscard]] std::vector<Finding> findings() const {
    if (m_dates == 0)
      return {};
    return {{Finding::Severity::Note,
             "The sheet has " + std::to_string(m_dates) + (m_dates == 1 ? " date" : " dates") +
                 ", read as day numbers (first: cell " + m_firstDate + ").",
             0}};
  }

 private:
  void startRow(const XmlAttributes& attributes) {
    const std::string_view number = attributes.get("r");
    const std::optional<std::size_t> line = number.empty() ? m_row.line + 1 : indexOf(number);
    if (!line || *line < 1 || *line > kMaxRows)
      throwDamaged("row " + std::string(number));
    m_row = {*line, {}};
    m_column = 0;
  }

  void endRow() {
    const bool hasText = std::any_of(m_row.cells.begin(), m_row.cells.end(),
                                     [](const std::string& cell) { return !cell.empty(); });
    if (hasText)
      m_rows.push_back({m_row.line, std::move(m_row.cells)});
    m_row.cells.clear();
  }

  void startCell(const XmlAttributes& attributes) {
    m_reference = attributes.get("r");
    if (m_reference.empty()) {
      ++m_column;
    } else if (const auto place = placeOf(m_reference)) {
      m_column = place->column;
    } else {
      throwDamaged("cell " + m_reference);
    }
    if (m_column > kMaxColumns)
      throwDamaged("a row of more than " + std::to_string(kMaxColumns) + " cells");
    m_type = attributes.get("t");
    m_style = indexOf(attributes.get("s"));
    m_value.clear();
    m_item = {};
    m_inCell = true;
    m_inValue = false;
  }

  std::string cellText() {
    if (m_type == "inlineStr")
      return m_item.take();
    if (m_type == "s") {
      const std::optional<std::size_t> index = indexOf(trimmed(m_value));
      if (!index || *index >= m_strings.size())
        throwDamaged("cell " + m_reference + ", which means text " + m_value);
      return m_strings[*index];
    }
    if (m_type == "b")
      return trimmed(m_value) == "0" ? "FALSE" : "TRUE";
    if (!m_type.empty() && m_type != "n")
      return m_value;
    const std::optional<double> number = parseNumber(m_value);
    if (!number)
      return m_value;
    if (m_style && *m_style < m_dateStyles.size() && m_dateStyles[*m_style] && m_dates++ == 0)
      m_firstDate = m_reference;
    return formatNumber(*number);
  }

  void placeCell(std::string text) {
    m_textBytes += text.size();
    if (m_column > m_row.cells.size()) {
      m_cells += m_column - m_row.cells.size();
      if (m_cells > kMaxCells)
        throwTooLarge("more than " + std::to_string(kMaxCells) + " cells");
      m_row.cells.resize(m_column);
    }
    if (m_textBytes > kMaxTextBytes)
      throwTooLarge("more text than " + std::to_string(kMaxTextBytes) + " bytes");
    m_row.cells[m_column - 1] = std::move(text);
  }

  [[noreturn]] static void throwTooLarge(const std::string& what) {
    throw Error(ErrorCode::InvalidInput, "The sheet has " + what + ", which cannot be read.");
  }
  [[noreturn]] static void throwDamaged(const std::string& what) {
    throw Error(ErrorCode::Damaged, "The sheet is damaged: it has " + what + ".");
  }

  const std::vector<std::string>& m_strings;
  const std::vector<bool>& m_dateStyles;
  std::vector<TextRow> m_rows;
  TextRow m_row;
  std::size_t m_column = 0;
  std::size_t m_cells = 0;
  std::size_t m_textBytes = 0;
  std::size_t m_dates = 0;
  std::string m_firstDate;

  // The cell being read.
  std::string m_reference;
  std::string m_type;
  std::optional<std::size_t> m_style;
  std::string m_value;
  StringItem m_item;
  bool m_inCell = false;
  bool m_inValue = false;
};

std::vector<std::string> readSharedStrings(const ReadPart& readPart, const std::string& part,
                                           const RunContext& context) {
  SharedStringsHandler handler;
  if (!part.empty())
    parseXml(requirePart(readPart, part), handler, context);
  return handler.take();
}

const XlsxPackage::SheetPart& chosenSheet(const XlsxPackage& package, std::string_view wanted) {
  if (wanted.empty())
    return package.sheets.front();
  std::string names;
  for (const auto& sheet : package.sheets) {
    if (sheet.name == wanted)
      return sheet;
    names += (names.empty() ? "\"" : ", \"") + sheet.name + "\"";
  }
  throw Error(ErrorCode::InvalidInput,
              "The workbook has no sheet \"" + std::string(wanted) + "\"; it has " + names + ".");
}

}  // namespace

Sheet readXlsxParts(const ReadPart& readPart, std::string_view wanted, const RunContext& context) {
  const XlsxPackage package = readXlsxPackage(readPart, context);
  const auto& [name, part] = chosenSheet(package, wanted);
  const auto strings = readSharedStrings(readPart, package.sharedStrings, context);
  const auto dateStyles = package.styles.empty()
                              ? std::vector<bool>()
                              : dateStylesOf(requirePart(readPart, package.styles), context);

  SheetHandler handler(strings, dateStyles);
  parseXml(requirePart(readPart, part), handler, context);
  Sheet sheet;
  sheet.name = name;
  for (const auto& other : package.sheets)
    sheet.sheetNames.push_back(other.name);
  sheet.rows = handler.takeRows();
  sheet.findings = handler.findings();
  return sheet;
}

Sheet readXlsx(std::vector<std::byte> file, std::string_view sheet, const RunContext& context) {
  ZipReader zip(std::move(file));
  return readXlsxParts([&](const std::string& part) { return zip.read(part, context); }, sheet,
                       context);
}

}  // namespace vitrine::files
