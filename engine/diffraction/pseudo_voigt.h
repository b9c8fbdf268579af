#pragma once

#include "engine/diffraction/first_peak.h"

#include <optional>
#include <span>

namespace vitrine::diffraction {

/// Fits a pseudo-Voigt peak on a straight line by least squares (Levenberg and Marquardt).
/// @param q          1/Å, rising
/// @param start      where to begin: position and width of the peak
/// @returns empty where no minimum with a peak inside the range is found
std::optional<FittedPeak> fitPseudoVoigt(std::span<const double> q,
                                         std::span<const double> intensities,
                                         const PeakShape& start);

}  // namespace vitrine::diffraction
