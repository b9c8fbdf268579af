#pragma once

#include "engine/barcode/barcode_reading.h"

#include <QString>

#include <optional>

namespace vitrine::app {

/// "<0,0,12,0> icosahedron around Cu".
QString kernelText(const barcode::BarcodeModel& model, std::size_t bar);

/// What a barcode says about a glass, one fact a line.
/// @param knownEvPerAtom  its energy, where the user knows it
QString barcodeFacts(const barcode::BarcodeModel& model, const barcode::BarcodeReading& reading,
                     std::optional<double> knownEvPerAtom);

/// One sentence about what takes away from a reading.
QString cautionWords(const barcode::Caution& caution);

/// The card of a model for people, as rich text.
QString cardText(const barcode::BarcodeModel& model);

}  // namespace vitrine::app
