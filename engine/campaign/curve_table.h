#pragma once

#include "engine/atomistic/pair_distribution.h"
#include "engine/campaign/glass_row.h"
#include "engine/core/run_context.h"
#include "engine/diffraction/spectrum.h"

#include <optional>
#include <string>
#include <vector>

namespace vitrine::campaign {

/// What a row tells of the pairs of atoms, with the density at the end of the quench.
/// @throws Error (Damaged) where it does not hold every pair of its elements over one axis
atomistic::PairDistribution pairsOf(const GlassRow& row);

/// X-ray patterns are computed over these wave numbers: what copper K-alpha sees from 10 to 118
/// degrees.
inline constexpr diffraction::UniformAxis kXrayAxis{0.7, 7.0, 631};

/// The total radial distribution functions g(r) of glasses, of all atoms alike, in one wide table
/// (see diffraction::readSpectrumFile): as far as those of all glasses go. The remarks above say
/// that they are simulated, and how.
/// @throws Error (Damaged) naming a glass; (InvalidInput) where there are no rows; Cancelled
std::string radialTable(const std::vector<GlassRow>& rows, const RunContext& context);

/// The X-ray patterns of the same glasses, after Faber and Ziman with the form factors of
/// Waasmaier and Kirfel, in electron units for each atom.
/// @param wavelengthA  gives them over 2 theta; without it they lie over q
std::string xrayTable(const std::vector<GlassRow>& rows, std::optional<double> wavelengthA,
                      const RunContext& context);

}  // namespace vitrine::campaign
