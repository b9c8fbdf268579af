#pragma once

#include "app/training/study.h"

#include <filesystem>

namespace vitrine::app {

/// Writes a study: .json has the scores, the calibration and the card of the model, with the keys
/// of `vitrine train --json` under the name of each split; .csv has every held-out row with what
/// each model said of it. @throws Error (InvalidInput) for another suffix, (CannotWrite)
void writeStudy(const StudyResult& result, const std::filesystem::path& file);

}  // namespace vitrine::app
