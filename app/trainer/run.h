#pragma once

#include "app/cli/verb.h"

namespace vitrine::trainer {

/// `vitrine spectra train --kind ccgan`: reads the patterns, trains, writes the generator. Progress
/// goes out as JSON lines where it is wanted. A training that was stopped goes on from its last
/// checkpoint, which lies beside the file to be written until that is complete.
void train(const cli::Call& call);

}  // namespace vitrine::trainer
