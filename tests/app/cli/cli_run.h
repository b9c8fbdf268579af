#pragma once

#include "app/cli/command_line.h"
#include "tests/support/paths.h"

#include <QTemporaryDir>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <sstream>
#include <string>
#include <vector>

namespace vitrine::test {

/// What a command line left behind.
struct CliRun {
  int status = -1;  ///< -1 where it asked for the workbench
  std::string out;
  std::string err;
  cli::WorkbenchRequest request;

  /// The one object on standard output; discarded (no object) where there is none.
  [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(out, nullptr, false); }
  /// Nothing on standard output, one line on standard error.
  [[nodiscard]] bool failedWith(int wanted) const {
    return status == wanted && out.empty() && !err.empty() && err.back() == '\n' &&
           std::count(err.begin(), err.end(), '\n') == 1;
  }
};

inline CliRun runCli(const std::vector<std::string>& arguments,
                     const std::filesystem::path& resources = resourceDir(),
                     std::function<void(const cli::MapPicture&)> drawMap = {}) {
  std::ostringstream out;
  std::ostringstream err;
  CliRun result;
  const auto outcome = cli::run(arguments, {out, err, resources, std::move(drawMap)});
  if (const int* status = std::get_if<int>(&outcome))
    result.status = *status;
  else
    result.request = std::get<cli::WorkbenchRequest>(outcome);
  result.out = out.str();
  result.err = err.str();
  return result;
}

/// A folder of resources with models of one kind, trained by the program itself on made-up alloys
/// of Zr, Cu, Al, Ni, Ti and Fe, whose temperatures are averages over the atoms.
class TrainedResources {
 public:
  [[nodiscard]] std::filesystem::path folder() const { return m_folder.path().toStdString(); }
  [[nodiscard]] std::filesystem::path table() const { return folder() / "table.csv"; }

  /// Empty, or what went wrong.
  std::string train(const std::string& model) {
    writeTable();
    for (const char* property : {"Tg", "Tm"}) {
      const auto done =
          runCli({"train", "--property", property, "--model", model, "--data", table().string(),
                  "--seeds", "0", "--out", (folder() / "models").string(), "--json"},
                 folder());
      if (done.status != 0)
        return done.err;
    }
    return {};
  }

 private:
  void writeTable() const {
    const char* symbols[] = {"Zr", "Cu", "Al", "Ni", "Ti", "Fe"};
    const double end[] = {700, 600, 800, 650, 720, 850};
    std::ofstream out(table());
    out << "formula,Tg_K,Tl_K,source\n";
    for (int a = 0; a < 6; ++a) {
      for (int b = a + 1; b < 6; ++b) {
        for (int k = 1; k <= 5; ++k) {
          const int first = 15 * k;
          const double tg = (first * end[a] + (100 - first) * end[b]) / 100.0;
          out << symbols[a] << first << symbols[b] << 100 - first << "," << tg << "," << 1.7 * tg
              << ",made-up\n";
        }
      }
    }
  }

  QTemporaryDir m_folder;
};

}  // namespace vitrine::test
