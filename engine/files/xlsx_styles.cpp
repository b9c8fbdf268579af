#include "engine/files/xlsx_styles.h"

#include "engine/core/error.h"
#include "engine/files/xml.h"

#include <set>
#include <string>

namespace vitrine::files {

namespace {

/// A workbook of a spreadsheet program has 65 490 at most.
constexpr std::size_t kMaxStyles = 100'000;

/// The formats without a code in the file that are dates or times (ECMA-376, 18.8.30; 27 to 36 and
/// 50 to 58 in the East Asian editions).
bool isBuiltInDate(int format) {
  return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) ||
         (format >= 45 && format <= 47) || (format >= 50 && format <= 58);
}

int numberOf(std::string_view text) {
  int number = 0;
  for (const char digit : text.substr(0, 9))
    if (digit >= '0' && digit <= '9')
      number = 10 * number + (digit - '0');
  return number;
}

class StylesHandler : public XmlHandler {
 public:
  void startElement(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "numFmt" && isDateFormat(attributes.get("formatCode")))
      m_dateFormats.insert(numberOf(attributes.get("numFmtId")));
    m_inCellStyles = m_inCellStyles || name == "cellXfs";
    if (name == "xf" && m_inCellStyles)
      m_formatOfStyle.push_back(numberOf(attributes.get("numFmtId")));
    if (m_formatOfStyle.size() > kMaxStyles)
      throw Error(ErrorCode::Damaged, "The workbook is damaged: it has too many cell styles.");
  }
  void endElement(std::string_view name) override {
    if (name == "cellXfs")
      m_inCellStyles = false;
  }
  void characters(std::string_view) override {}

  [[nodiscard]] std::vector<bool> dateStyles() const {
    std::vector<bool> dates;
    dates.reserve(m_formatOfStyle.size());
    for (const int format : m_formatOfStyle)
      dates.push_back(isBuiltInDate(format) || m_dateFormats.contains(format));
    return dates;
  }

 private:
  std::set<int> m_dateFormats;
  std::vector<int> m_formatOfStyle;
  bool m_inCellStyles = false;
};

}  // namespace

bool isDateFormat(std::string_view formatCode) {
  bool quoted = false;
  bool bracketed = false;
  for (std::size_t i = 0; i < formatCode.size(); ++i) {
    const char character = formatCode[i];
    if (quoted) {
      quoted = character != '"';
    } else if (bracketed) {
      bracketed = character != ']';
    } else if (character == '"') {
      quoted = true;
    } else if (character == '[') {
      // Colours and locales stand in brackets, elapsed times too: [h]:mm.
      bracketed = true;
    } else if (character == '\\' || character == '_' || character == '*') {
      ++i;
    } else if (std::string_view("ymdhsYMDHS").find(character) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

std::vector<bool> dateStylesOf(std::string_view stylesXml, const RunContext& context) {
  StylesHandler handler;
  parseXml(stylesXml, handler, context);
  return handler.dateStyles();
}

}  // namespace vitrine::files
