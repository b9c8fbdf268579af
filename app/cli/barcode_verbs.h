#pragma once

#include "app/cli/json_output.h"
#include "app/cli/verb.h"
#include "engine/atomistic/structure.h"
#include "engine/barcode/barcode_model.h"
#include "engine/core/run_context.h"

#include <filesystem>
#include <string>
#include <vector>

namespace vitrine::cli {

// The tasks of `vitrine barcode`, each like a verb of its own.
void barcodeTrain(const Call& call);
void barcodeRead(const Call& call);

/// Atomic numbers of "Cu,Zr", in the order given. @throws Error (InvalidInput)
std::vector<int> elementsOfTypes(const std::string& text);

/// A structure with its elements: those of the file, or `elements` where it numbers its kinds of
/// atoms and does not name them.
/// @throws Error naming the file; Cancelled
atomistic::Structure glassFrom(const std::filesystem::path& file, const std::vector<int>& elements,
                               const RunContext& context);

/// The bars of a model as JSON: kernel, group, importance, correlation with the energy.
Json barsJson(const barcode::BarcodeModel& model);

}  // namespace vitrine::cli
