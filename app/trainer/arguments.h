#pragma once

#include "app/cli/pattern_data.h"
#include "app/cli/verb.h"
#include "app/trainer/settings.h"

#include <filesystem>
#include <string>

namespace vitrine::trainer {

/// What `vitrine spectra train --kind ccgan` was asked for.
struct Arguments {
  cli::PatternData patterns;
  std::filesystem::path out;  ///< file to write
  std::size_t count = 0;      ///< patterns to learn from; 0 for all
  double testShare = 0.0;     ///< of the patterns, kept back to judge the result by
  std::string preset = "small";
  TrainingSettings settings;
  std::string source;   ///< of the patterns, for the card; empty for the folder's name
  std::string licence;  ///< of the patterns, for the card
  int threads = 0;      ///< 0 for all processors
  double checkpointSeconds = 30.0;
  bool startsAnew = false;  ///< whatever checkpoint there is
  bool printsJson = false;
  bool printsProgress = false;

  [[nodiscard]] std::filesystem::path checkpoint() const { return out.string() + ".checkpoint"; }
};

/// @throws Error (InvalidInput), and what CLI11 throws for wrong usage and for --help
Arguments parseArguments(const cli::Call& call);

}  // namespace vitrine::trainer
