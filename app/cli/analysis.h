#pragma once

#include "app/cli/json_output.h"
#include "engine/atomistic/displacement.h"
#include "engine/atomistic/structure_report.h"

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::cli {

/// A file of atoms and what was found in it.
struct Analysis {
  std::string file;
  atomistic::Structure structure;  ///< the last frame
  atomistic::ReportSettings settings;
  atomistic::StructureReport report;
  std::size_t frames = 1;
  /// One for each frame; none where atoms cannot be followed.
  std::vector<atomistic::Displacement> displacements;
  std::string note;                   ///< what is missing, and why; may be empty
  std::optional<double> wavelengthA;  ///< for the pattern over angles
};

/// "Cu".
std::string symbol(int atomicNumber);
/// "Cu-Zr".
std::string pairName(int first, int second);
/// "taper", "lorch" or "none".
std::string_view windowName(atomistic::Window window);

/// The object of one file in `vitrine analyse --json`.
Json analysisJson(const Analysis& analysis);

/// The main figures of all, a column for each.
void printAnalyses(std::ostream& out, const std::vector<Analysis>& analyses);

/// Writes NAME.g.csv, NAME.s.csv, NAME.xray.csv, NAME.voronoi.csv, NAME.msd.csv (of more than one
/// frame) and NAME.atoms.xyz with the numbers of each atom. @return the files
/// @throws Error (CannotWrite)
std::vector<std::string> writeAnalysis(const Analysis& analysis,
                                       const std::filesystem::path& folder,
                                       const std::string& name);

}  // namespace vitrine::cli
