#pragma once

#include "app/cli/verb.h"

namespace vitrine::cli {

// The tasks of `vitrine calphad`, each like a verb of its own.
void calphadLiquidus(const Call& call);
void calphadDataset(const Call& call);

}  // namespace vitrine::cli
