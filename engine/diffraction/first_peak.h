#pragma once

#include "engine/diffraction/spectrum.h"

#include <optional>
#include <span>

namespace vitrine::diffraction {

/// Where and how the first peak is looked for.
struct FirstPeakOptions {
  double qFrom = 2.1;  ///< 1/Å; the peak's maximum lies between the two
  double qTo = 3.4;
  bool fits = true;  ///< also the pseudo-Voigt fit; without it an analysis is some ten times faster
};

/// A position and a full width at half maximum, in 1/Å.
struct PeakShape {
  double q1 = 0.0;
  double deltaQ = 0.0;
};

/// The peak as read off the curve over a straight line between the minima either side: q1 is the
/// vertex of a parabola through its top, deltaQ the distance of the crossings at half height.
struct DirectPeak {
  PeakShape shape;
  double height = 0.0;  ///< of the vertex over the line
  double lineFromQ = 0.0, lineFromIntensity = 0.0;
  double lineToQ = 0.0, lineToIntensity = 0.0;
  double halfFromQ = 0.0, halfToQ = 0.0;  ///< the crossings
};

/// The peak as a sum of a Gaussian and a Lorentzian of one width on a straight line.
struct FittedPeak {
  PeakShape shape;
  PeakShape uncertainty;          ///< one standard deviation, from the scatter about the fit
  double height = 0.0;            ///< over the line
  double gaussShare = 0.0;        ///< 0 to 1
  double lineAtPeak = 0.0;        ///< intensity of the line at q1
  double lineSlope = 0.0;         ///< per 1/Å
  double fromQ = 0.0, toQ = 0.0;  ///< the range that was fitted
  double residual = 0.0;          ///< root mean square of the deviations, as a share of the height

  [[nodiscard]] double at(double q) const noexcept;
};

struct FirstPeak {
  DirectPeak direct;
  std::optional<FittedPeak> fit;  ///< empty where it was not wanted or found no minimum
  /// Maxima between qFrom and qTo that stand out of the noise. More than one: crystals.
  int maxima = 1;
  [[nodiscard]] bool hasSeveralMaxima() const noexcept { return maxima > 1; }
};

/// Finds the first peak of a pattern over q. Empty where there is none: no maximum in the window,
/// or one that does not fall to its half on both sides.
/// @param q            1/Å, rising, nearly equidistant
/// @param intensities  as many
/// @throws Error (InvalidInput) where sizes differ or the window is not inside q
std::optional<FirstPeak> analyseFirstPeak(std::span<const double> q,
                                          std::span<const double> intensities,
                                          const FirstPeakOptions& options = {});

enum class GlassState { Glass, Mixed, Crystalline };

/// The rule of Ren et al., Sci. Adv. 4, eaaq1566 (2018): wider than 0.57 1/Å is a glass, narrower
/// than 0.16 1/Å crystalline, the rest a mixture of both.
inline constexpr double kGlassDeltaQ = 0.57;
inline constexpr double kCrystalDeltaQ = 0.16;
GlassState glassState(double deltaQ) noexcept;

}  // namespace vitrine::diffraction
