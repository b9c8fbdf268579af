#pragma once

#include "engine/campaign/glass_row.h"

#include <string>
#include <vector>

namespace vitrine::campaign {

/// All samples of glasses in one table (CSV), in the order of the rows:
///   file, energy_eV_per_atom, volume_A3_per_atom, group, stage, temperature_K, formula,
///   rate_K_per_s, seed, atoms, potential, crc32
/// `file` is a path from the campaign's folder; `group` is the glass that a sample comes from, so
/// that samples of one quench are not split between learning and testing.
std::string sampleTable(const std::vector<GlassRow>& rows);

}  // namespace vitrine::campaign
