#pragma once

#include "engine/diffraction/spectrum.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::diffraction {

/// What a reader is told where files leave it out; it takes precedence over what they say.
struct ReadOptions {
  std::optional<AxisKind> axis;
  std::optional<double> wavelengthA;
};

/// What the words above the numbers say about them.
struct AxisHint {
  std::optional<AxisKind> axis;
  double toInverseA = 1.0;  ///< factor to 1/Å of a q axis that is given in 1/nm
  std::optional<double> wavelengthA;
};

/// Looks for "g(r)", "2theta", "q", "1/nm" and "wavelength: 1.54" in the lines above the numbers.
/// The line nearest to the numbers decides on the axis.
AxisHint axisHintOf(const std::vector<std::string>& headings);

/// An axis, and whether it was guessed.
struct AxisChoice {
  AxisKind axis = AxisKind::Q;
  bool isGuess = false;
};

/// What the options or the hint say; else a guess from the last position: laboratory patterns end
/// far beyond 15 degrees, and few patterns go to 15 1/Å.
AxisChoice chosenAxis(const ReadOptions& options, const AxisHint& hint, double lastPosition);

}  // namespace vitrine::diffraction
