#pragma once

#include "engine/core/run_context.h"
#include "engine/diffraction/axis_hint.h"
#include "engine/diffraction/spectrum_set.h"

#include <filesystem>

namespace vitrine::diffraction {

/// Reads a folder of patterns with an `index.csv`, in which each row is one pattern: its alloy as a
/// formula or in one column for each element ("Zr_at"), and where its numbers stand:
///
/// - in columns `wafer` and `scan`: the row of that number in `<wafer>_spectra.csv`, whose first
///   row is the axis; the pattern becomes "<wafer>/<scan>";
/// - or in a column `file` (`filename`, `path`): a file below this folder (see spectrum_file.h), of
///   which the first pattern is taken; the pattern is named as the cell names the file.
///
/// Other files are ignored. Rows that cannot be read are skipped with a finding.
/// @throws Error (CannotRead, Damaged, InvalidInput) naming the file where nothing can be read;
///         Cancelled
SpectrumCollection readSpectrumFolder(const std::filesystem::path& folder,
                                      const RunContext& context = RunContext(),
                                      const ReadOptions& options = {});

/// The patterns of a folder with an index, or of a single file (see spectrum_file.h): whatever
/// `path` is. @throws Error (CannotRead, Damaged, InvalidInput) naming the file; Cancelled
SpectrumCollection readSpectra(const std::filesystem::path& path,
                               const RunContext& context = RunContext(),
                               const ReadOptions& options = {});

/// The one pattern of a file, such as that of the bare substrate.
/// @throws Error as readSpectra, and (InvalidInput) where there are more; Cancelled
Spectrum readOneSpectrum(const std::filesystem::path& file,
                         const RunContext& context = RunContext());

}  // namespace vitrine::diffraction
