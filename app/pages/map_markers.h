#pragma once

#include "app/quantities/next_alloys.h"
#include "app/services/reference_library.h"
#include "engine/alloy/grid.h"
#include "engine/core/run_context.h"
#include "engine/dataset/table.h"
#include "engine/generation/generator.h"
#include "widgets/ternary/ternary_model.h"
#include "widgets/theme/units.h"

#include <vector>

namespace vitrine::app {

/// Published alloys that lie in the section or close to it.
std::vector<widgets::TernaryMarker> knownAlloyMarkers(const std::vector<KnownAlloy>& alloys,
                                                      const alloy::TernarySection& section,
                                                      widgets::TemperatureUnit unit);

/// The alloys of the section whose patterns a generator learned from.
std::vector<widgets::TernaryMarker> measuredPatternMarkers(
    const generation::SpectrumGenerator& generator, const alloy::TernarySection& section);

/// A row of a table that lies in a section.
struct RowMarker {
  std::size_t row = 0;
  widgets::TernaryMarker marker;
};

/// The rows of a table that lie in the section or close to it. @throws Cancelled
std::vector<RowMarker> rowMarkers(const dataset::Table& table, const alloy::TernarySection& section,
                                  const RunContext& context);

/// The alloys worth measuring next, with their rank.
std::vector<widgets::TernaryMarker> nextMeasurementMarkers(const std::vector<NextAlloy>& alloys,
                                                           const alloy::TernarySection& section);

}  // namespace vitrine::app
