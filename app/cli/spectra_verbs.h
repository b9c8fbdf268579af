#pragma once

#include "app/cli/verb.h"
#include "engine/generation/training_set.h"

#include <string>

namespace vitrine::cli {

// The tasks of `vitrine spectra`, each like a verb of its own.
void spectraTrain(const Call& call);
void spectraEvaluate(const Call& call);

/// The patterns of a folder, prepared in the default way: q from 1 to 5 1/Å, 3743 points, maximum
/// 100. @throws Error naming what is wrong with the folder
generation::TrainingSet preparedPatterns(const std::string& folder, const RunContext& context);

}  // namespace vitrine::cli
