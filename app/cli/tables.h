#pragma once

#include "engine/core/run_context.h"
#include "engine/dataset/table.h"
#include "engine/prediction/estimate.h"
#include "engine/regression/regressor.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace vitrine::cli {

/// "Tg" or "Tm". @throws Error (InvalidInput)
prediction::Property propertyOf(std::string_view name);

/// The models a name stands for; "all" and "blend" give an empty list, which means all six.
/// @throws Error (InvalidInput) naming what exists
std::vector<regression::ModelKind> modelsOf(std::string_view name);

/// The table of --data. @throws Error naming the file; Cancelled
dataset::Table tableOf(const std::filesystem::path& file, const RunContext& context);

}  // namespace vitrine::cli
