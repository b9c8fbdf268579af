// A workbook from its parts, so that no mutation is lost on the checksums of the archive. The input
// holds the sheet, the shared strings, the styles, the workbook and the relationships, in this
// order, separated by the byte 0x1E; what is missing is a good part.

#include "engine/core/error.h"
#include "engine/files/xlsx.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <string_view>

using namespace vitrine;

namespace {

constexpr char kSeparator = 0x1E;

constexpr std::array<std::string_view, 6> kNames = {
    "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",       "xl/styles.xml",
    "xl/workbook.xml",          "xl/_rels/workbook.xml.rels", "_rels/.rels"};

constexpr std::array<std::string_view, 6> kGoodParts = {
    "<worksheet><row><c t='s'><v>0</v></c><c s='1'><v>1</v></c></row></worksheet>",
    "<sst><si><t>a</t></si></sst>",
    "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy'/></numFmts>"
    "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs></styleSheet>",
    "<workbook xmlns:r='r'><sheet name='Data' r:id='r1'/></workbook>",
    "<Relationships><Relationship Id='r1' Type='/worksheet' Target='worksheets/sheet1.xml'/>"
    "<Relationship Id='r2' Type='/sharedStrings' Target='sharedStrings.xml'/>"
    "<Relationship Id='r3' Type='/styles' Target='styles.xml'/></Relationships>",
    "<Relationships><Relationship Id='r1' Type='/officeDocument' Target='xl/workbook.xml'/>"
    "</Relationships>"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view input(reinterpret_cast<const char*>(data), size);
  std::map<std::string, std::string> parts;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const std::size_t end = input.find(kSeparator);
    const std::string_view part = input.substr(0, end);
    parts[std::string(kNames[i])] = part.empty() ? kGoodParts[i] : part;
    input = end == std::string_view::npos ? std::string_view() : input.substr(end + 1);
  }
  try {
    const files::Sheet sheet =
        files::readXlsxParts([&](const std::string& name) -> std::optional<std::string> {
          const auto found = parts.find(name);
          return found == parts.end() ? std::nullopt : std::optional(found->second);
        });
    for (const files::TextRow& row : sheet.rows)
      if (row.cells.empty() || row.line == 0)
        std::abort();
  } catch (const Error&) {
    // Refused with a word for people.
  }
  return 0;
}
