#pragma once

#include "app/cli/options.h"
#include "engine/core/run_context.h"
#include "engine/diffraction/preprocessing.h"
#include "engine/generation/training_set.h"

#include <string>

namespace vitrine::cli {

/// Which measured patterns a verb works with and how they are prepared: --data, --edges, --inside,
/// --wavelength, --substrate, --subtract-background.
struct PatternData {
  std::string data;
  std::string edges;
  std::string inside;
  std::string wavelength;
  std::string substrate;
  bool subtractsBackground = false;

  void addTo(Options& options);
  /// @throws Error (InvalidInput) for a bad option, or as reading the substrate does; Cancelled
  [[nodiscard]] diffraction::Recipe recipe(const RunContext& context) const;
  /// Read and prepared. @throws Error naming what is wrong with the data; Cancelled
  [[nodiscard]] generation::TrainingSet read(const RunContext& context) const;
};

}  // namespace vitrine::cli
