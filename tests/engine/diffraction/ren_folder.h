#pragma once

#include "engine/files/csv.h"
#include "engine/files/number_text.h"
#include "engine/files/text_file.h"
#include "tests/support/paths.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>

namespace vitrine::test {

/// The folder of one system of Ren et al., e.g. "CoVZr"; it may be absent.
inline std::filesystem::path renFolder(const std::string& system) {
  return sharedDir() / "data" / "ren-hitp" / system;
}

/// One numeric column of the index by "<wafer>/<scan>"; 0 where it is blank.
inline std::map<std::string, double> indexColumn(const std::filesystem::path& folder,
                                                 const std::string& name) {
  const auto csv = files::parseCsv(files::readText(folder / "index.csv"));
  const auto& header = csv.rows.front().cells;
  const auto column = [&](const std::string& wanted) {
    return static_cast<std::size_t>(std::find(header.begin(), header.end(), wanted) -
                                    header.begin());
  };
  std::map<std::string, double> values;
  for (std::size_t i = 1; i < csv.rows.size(); ++i) {
    const auto& cells = csv.rows[i].cells;
    values[cells.at(column("wafer")) + "/" + cells.at(column("scan"))] =
        files::parseNumber(cells.at(column(name))).value_or(0.0);
  }
  return values;
}

}  // namespace vitrine::test
