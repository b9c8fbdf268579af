#pragma once

#include "engine/barcode/barcode_model.h"
#include "engine/files/model_container.h"

#include <filesystem>
#include <memory>

namespace vitrine::barcode {

/// A barcode model as a container: "card" (JSON, see cardJson); "environments" (number, length,
/// vectors in single precision); "origins" (of each environment: structure, atom, species, kernel,
/// importance, its atoms); "bars" (their environments); "model_all" and "model_bars"
/// (EnergyPredictor::encode); "samples" (barcodes, energies, groups, out-of-fold predictions).
files::ModelContainer packBarcode(const BarcodeModel& model);

/// @throws Error (Damaged, TooNew) with one clear sentence, whatever the sections hold
std::shared_ptr<const BarcodeModel> unpackBarcode(const files::ModelContainer& container);

/// @throws Error (CannotWrite)
void saveBarcode(const std::filesystem::path& path, const BarcodeModel& model);
/// @throws Error (CannotRead, Damaged, TooNew) naming the file
std::shared_ptr<const BarcodeModel> loadBarcode(const std::filesystem::path& path);

}  // namespace vitrine::barcode
