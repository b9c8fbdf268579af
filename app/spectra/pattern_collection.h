#pragma once

#include "engine/core/run_context.h"
#include "engine/diffraction/preprocessing.h"
#include "engine/diffraction/spectrum_set.h"
#include "engine/generation/generator.h"
#include "engine/generation/training_set.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vitrine::app {

/// How patterns are to be prepared. The substrate of the recipe is read from its file.
struct Preparation {
  diffraction::Recipe recipe;
  std::filesystem::path substrate;  ///< empty where none is taken off
};

/// Measured patterns as they were read, and what was made of them to learn from. Immutable.
struct PatternCollection {
  std::filesystem::path path;  ///< folder or file
  std::shared_ptr<const diffraction::SpectrumCollection> measured;
  std::filesystem::path substrate;  ///< file of that of the recipe; empty for none
  diffraction::Recipe recipe;
  std::shared_ptr<const diffraction::SpectrumSet> set;  ///< prepared; null where that failed
  std::optional<generation::TrainingSet> prepared;      ///< the same to learn from
  std::string unusable;  ///< why nothing can be learned from them; one sentence
};

/// Reads and prepares. @throws Error where nothing can be read; Cancelled
PatternCollection readPatterns(const std::filesystem::path& path, const Preparation& preparation,
                               const RunContext& context);

/// The same patterns prepared in another way. @throws Error where the substrate cannot be read;
/// Cancelled
PatternCollection preparedAnew(const PatternCollection& patterns, const Preparation& preparation,
                               const RunContext& context);

/// One of the patterns, prepared and, where a generator knows its alloy, generated.
struct PatternLook {
  std::size_t row = 0;           ///< in `measured->spectra`
  std::vector<double> prepared;  ///< over the axis of the recipe
  std::string failure;           ///< why it cannot be prepared; one sentence
  std::vector<double> mean;      ///< empty where nothing was generated
  std::vector<double> lower;     ///< 90 % band
  std::vector<double> upper;
};

/// @param generator  may be null
PatternLook lookAt(const PatternCollection& patterns, std::size_t row,
                   const generation::SpectrumGenerator* generator, const RunContext& context);

/// First and last wave number that all patterns cover, in 1/Å; empty where a pattern over angles
/// has no wavelength.
struct WaveNumberRange {
  double first = 0.0;
  double last = 0.0;
};
std::optional<WaveNumberRange> commonRange(const PatternCollection& patterns);

/// Whether a pattern lies over angles and names no wavelength itself.
bool needsWavelength(const diffraction::SpectrumCollection& measured);

/// "Co-Ti-Zr": the elements of all patterns; empty where none names its alloy.
std::string systemOf(const diffraction::SpectrumCollection& measured);

}  // namespace vitrine::app
