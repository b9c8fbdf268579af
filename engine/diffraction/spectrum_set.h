#pragma once

#include "engine/alloy/composition.h"
#include "engine/core/finding.h"
#include "engine/diffraction/spectrum.h"

#include <optional>
#include <string>
#include <vector>

namespace vitrine::diffraction {

/// A pattern as it was measured, each over an axis of its own.
struct MeasuredSpectrum {
  std::string id;  ///< unlike any other of its collection, e.g. "SampleB2_6/1"
  std::optional<alloy::Composition> composition;  ///< empty where the files do not say
  Spectrum spectrum;
};

/// Where patterns come from. A file says that its patterns are simulated by a remark, "# origin:
/// simulated", before its header; the remarks after it say how they were computed.
enum class PatternOrigin { Measured, Simulated };

/// What one file or folder held.
struct SpectrumCollection {
  std::string source;  ///< name of the file or folder
  std::vector<MeasuredSpectrum> spectra;
  /// Errors are patterns that were skipped, and why; notes say what was assumed or left out.
  std::vector<Finding> findings;
  PatternOrigin origin = PatternOrigin::Measured;
  std::vector<std::string> remarks{};  ///< how simulated patterns were computed
};

/// One prepared pattern of a set.
struct MeasuredPattern {
  std::string id;
  alloy::Composition composition;
  std::vector<double> intensities;  ///< over the axis of the set
};

/// Patterns of known alloys over one common axis, and how they were made: what generators learn
/// from and are judged by.
struct SpectrumSet {
  std::string source;
  UniformAxis axis;
  /// The preprocessing, one sentence a step, in order; before it how simulated ones were computed.
  std::vector<std::string> steps;
  std::vector<MeasuredPattern> patterns;
  PatternOrigin origin = PatternOrigin::Measured;
};

}  // namespace vitrine::diffraction
