#pragma once

#include "app/cli/options.h"
#include "engine/core/run_context.h"
#include "engine/diffraction/preprocessing.h"
#include "engine/generation/training_set.h"

#include <optional>
#include <string>

namespace vitrine::cli {

/// Which patterns, or radial distribution functions, a verb works with and how they are prepared:
/// --data, --edges, --inside,
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
  /// Read and prepared; radial distribution functions as diffraction::radialRecipe says.
  /// @param axis  to bring them to, where it is not that of the recipe
  /// @throws Error naming what is wrong with the data; Cancelled
  [[nodiscard]] generation::TrainingSet read(
      const RunContext& context,
      const std::optional<diffraction::UniformAxis>& axis = std::nullopt) const;
};

}  // namespace vitrine::cli
