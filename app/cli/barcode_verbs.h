#pragma once

#include "app/cli/json_output.h"
#include "app/cli/verb.h"
#include "engine/barcode/barcode_model.h"

namespace vitrine::cli {

// The tasks of `vitrine barcode`, each like a verb of its own.
void barcodeTrain(const Call& call);
void barcodeRead(const Call& call);

/// The bars of a model as JSON: kernel, group, importance, correlation with the energy.
Json barsJson(const barcode::BarcodeModel& model);

}  // namespace vitrine::cli
