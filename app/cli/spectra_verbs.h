#pragma once

#include "app/cli/verb.h"

namespace vitrine::cli {

// The tasks of `vitrine spectra`, each like a verb of its own.
void spectraTrain(const Call& call);
void spectraEvaluate(const Call& call);

}  // namespace vitrine::cli
