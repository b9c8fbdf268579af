#pragma once

#include "engine/core/run_context.h"
#include "engine/files/xlsx.h"

#include <string>
#include <vector>

namespace vitrine::files {

/// Where the parts of a workbook lie in its archive.
struct XlsxPackage {
  struct SheetPart {
    std::string name;  ///< as on its tab
    std::string part;  ///< e.g. "xl/worksheets/sheet1.xml"
  };
  std::vector<SheetPart> sheets;  ///< in the order of the tabs, without chart sheets
  std::string sharedStrings;      ///< empty where the workbook has none
  std::string styles;             ///< empty where the workbook has none
};

/// Follows the relationships from the root of the archive; part names are not guessed.
/// @throws Error (Damaged) where this is no workbook or it has no sheet; Cancelled
XlsxPackage readXlsxPackage(const ReadPart& readPart, const RunContext& context);

/// The part. @throws Error (Damaged) where it is missing.
std::string requirePart(const ReadPart& readPart, const std::string& name);

}  // namespace vitrine::files
