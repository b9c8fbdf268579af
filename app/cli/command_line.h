#pragma once

#include "app/quantities/section_map.h"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vitrine::cli {

/// A composition triangle to be drawn into a file.
struct MapPicture {
  app::SectionPlane plane;
  int divisions = 0;
  app::MapQuantity quantity{};
  app::QuantityMap map;        ///< points in the order of alloy::triangularGrid
  std::filesystem::path file;  ///< .png, .svg or .pdf
};

/// Streams, paths and services a verb works with; tests give their own.
struct Environment {
  std::ostream& out;
  std::ostream& err;
  std::filesystem::path resources;  ///< the folder with models/, references.json …
  /// Draws and writes a picture; throws Error. The views that can do it are no part of the command
  /// line, so whoever has them passes this in. Where it is empty, `map` writes tables only.
  std::function<void(const MapPicture&)> drawMap = {};
  /// Goes on as the trainer of networks with these arguments; returns only by throwing an Error.
  std::function<void(const std::vector<std::string>&)> startTrainer = {};
};

/// What a command line asks for that names no verb.
struct WorkbenchRequest {
  std::filesystem::path resources;
  std::filesystem::path file;        ///< to open; empty where none was named
  std::string formula;               ///< to start with; empty where none was named
  std::filesystem::path screenshot;  ///< write a picture of the main window there and end
  std::string theme;                 ///< "light" or "dark"; empty follows the settings
  int width = 0;                     ///< of the window in pixels; 0 as it was left
  int height = 0;
};

/// "0.1.0".
std::string_view version();

/// Runs the verb that `arguments` (without the program name) ask for and returns the exit status:
/// 0 good, 1 the task failed, 2 wrong usage or input. Where they ask for the workbench instead,
/// returns what it shall open.
///
/// A verb's output reaches `out` when all of it is known, so that a failure leaves nothing there;
/// an error is one line on `err`.
std::variant<int, WorkbenchRequest> run(std::span<const std::string> arguments,
                                        const Environment& environment);

}  // namespace vitrine::cli
