#pragma once

#include "app/cli/options.h"
#include "engine/core/run_context.h"
#include "engine/diffraction/preprocessing.h"
#include "engine/generation/training_set.h"

#include <string>

namespace vitrine::cli {

/// Which measured patterns a verb works with and how they are prepared: --data, --wavelength,
/// --subtract-background.
struct PatternData {
  std::string data;
  std::string wavelength;
  bool subtractsBackground = false;

  void addTo(Options& options);
  /// @throws Error (InvalidInput)
  [[nodiscard]] diffraction::Recipe recipe() const;
  /// Read and prepared. @throws Error naming what is wrong with the data; Cancelled
  [[nodiscard]] generation::TrainingSet read(const RunContext& context) const;
};

}  // namespace vitrine::cli
