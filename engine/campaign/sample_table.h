#pragma once

#include "engine/campaign/campaign_folder.h"
#include "engine/core/run_context.h"

#include <string>

namespace vitrine::campaign {

/// All samples of a campaign's finished glasses in one table (CSV), in the order of the plan:
///   file, energy_eV_per_atom, volume_A3_per_atom, group, stage, temperature_K, formula,
///   rate_K_per_s, seed, atoms, potential, crc32
/// `file` is a path from the campaign's folder; `group` is the glass that a sample comes from, so
/// that samples of one quench are not split between learning and testing.
/// @throws Error (CannotRead, Damaged) naming a row; Cancelled
std::string sampleTable(const CampaignFolder& folder, const Plan& plan, const RunContext& context);

}  // namespace vitrine::campaign
