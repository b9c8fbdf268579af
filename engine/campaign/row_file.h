#pragma once

#include "engine/campaign/campaign_folder.h"
#include "engine/campaign/glass_row.h"
#include "engine/core/run_context.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::campaign {

/// The rows of a campaign's finished glasses, in the order of the plan.
/// @throws Error (CannotRead, Damaged) naming a row; Cancelled
std::vector<GlassRow> finishedRows(const CampaignFolder& folder, const RunContext& context);

/// Rows in one text, one a line (JSON lines), and back: a campaign that has lost its folders.
std::string rowLines(const std::vector<GlassRow>& rows);
/// @throws Error (Damaged) naming the line; (InvalidInput) where there is no row; Cancelled
std::vector<GlassRow> parseRowLines(std::string_view text, const RunContext& context);

/// The rows of a campaign's folder, or of a file of rows, plain or packed by gzip.
/// @throws Error (CannotRead, Damaged, InvalidInput) naming the file; Cancelled
std::vector<GlassRow> readRows(const std::filesystem::path& path, const RunContext& context);

}  // namespace vitrine::campaign
