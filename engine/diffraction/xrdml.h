#pragma once

#include "engine/core/run_context.h"
#include "engine/diffraction/axis_hint.h"
#include "engine/diffraction/spectrum_set.h"

#include <string>
#include <string_view>

namespace vitrine::diffraction {

/// Reads the scans of a PANalytical XRDML document over 2 theta, each as one pattern: the first
/// under the name of the file, further ones as "<name>/2" and so on. Counts behind an attenuator
/// are multiplied by its factor; the wavelength is the one that was intended, K-alpha 1 or the mean
/// of the doublet, weighted by its ratio.
/// @throws Error (Damaged, InvalidInput) saying what is wrong; Cancelled
SpectrumCollection parseXrdml(std::string_view document, const std::string& name,
                              const ReadOptions& options = {},
                              const RunContext& context = RunContext());

}  // namespace vitrine::diffraction
