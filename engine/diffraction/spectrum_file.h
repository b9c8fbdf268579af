#pragma once

#include "engine/core/run_context.h"
#include "engine/diffraction/axis_hint.h"
#include "engine/diffraction/spectrum_set.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

namespace vitrine::diffraction {

/// Reads a file of diffraction patterns, known by its content:
///
/// - XRDML (see xrdml.h);
/// - a text of two columns, position and intensity (see pattern_text.h);
/// - a wide table: the first row holds names and then the axis, each further row one pattern. The
///   columns before the axis may name the alloy, as a formula or in one column for each element;
///   remarks above may say that the patterns are simulated (see PatternOrigin).
///
/// @throws Error (CannotRead, Damaged, InvalidInput) naming the file; Cancelled
SpectrumCollection readSpectrumFile(const std::filesystem::path& file,
                                    const ReadOptions& options = {},
                                    const RunContext& context = RunContext());

/// The same from the bytes of a file; `name` stands for it, and becomes the id of its pattern.
SpectrumCollection parseSpectrumFile(std::span<const std::byte> bytes, const std::string& name,
                                     const ReadOptions& options = {},
                                     const RunContext& context = RunContext());

}  // namespace vitrine::diffraction
