#pragma once

#include "engine/core/run_context.h"
#include "engine/diffraction/spectrum.h"
#include "engine/diffraction/spectrum_set.h"

#include <optional>
#include <string>
#include <vector>

namespace vitrine::diffraction {

/// A pattern of the bare substrate, to be taken off as far as it reaches.
struct Substrate {
  Spectrum spectrum;
  /// Ratio of the two exposures; empty for as much of the substrate as leaves nearly all points
  /// positive, anew for each pattern.
  std::optional<double> factor;
};

/// What is done to a pattern before anything learns from it, in this order: axis to q, substrate
/// off, background off, cut and linear interpolation to the axis, maximum scaled to 100. Radial
/// distribution functions are only cut and interpolated: they have a scale of their own.
///
/// The default is the recipe of Xie et al. for the synchrotron patterns of Ren et al.: no
/// subtraction, q from 1 to 5 1/Å, 3743 points.
struct Recipe {
  std::optional<double> wavelengthA;  ///< for patterns over angles that do not name their own
  std::optional<Substrate> substrate;
  bool subtractsBackground = false;  ///< the one of Ren et al., see background.h
  UniformAxis axis = kPaperAxis;
  bool scalesMaximumTo100 = true;

  /// One sentence for each step, for people and for the record.
  [[nodiscard]] std::vector<std::string> steps() const;
};

/// The recipe for radial distribution functions: cut to the range that all of them cover, in steps
/// as fine as those of the first. Empty for patterns.
/// @throws Error (InvalidInput) where there are patterns among them, or they share no range
std::optional<Recipe> radialRecipe(const SpectrumCollection& collection);

/// The intensities over `recipe.axis`.
/// @throws Error (InvalidInput) where the pattern or the substrate does not cover the axis, the
///         pattern has no positive maximum to be scaled, lies over angles without a wavelength, or
///         is g(r) where patterns are wanted or the other way round
std::vector<double> preprocess(const Spectrum& spectrum, const Recipe& recipe = {});

/// All patterns of known composition of a collection. @throws Error (InvalidInput) naming the first
/// pattern that cannot be prepared, or where none has a composition; Cancelled
SpectrumSet prepare(const SpectrumCollection& collection, const Recipe& recipe = {},
                    const RunContext& context = RunContext());

}  // namespace vitrine::diffraction
