#include "app/quantities/next_alloys.h"

#include "engine/alloy/grid.h"
#include "engine/generation/next_measurement.h"

#include <algorithm>

namespace vitrine::app {

namespace {

constexpr int kDivisions = 25;

}  // namespace

std::vector<NextAlloy> nextAlloys(const generation::SpectrumGenerator& generator,
                                  const SectionPlane& plane, std::size_t count,
                                  const RunContext& context) {
  const alloy::TernarySection section(plane.corners, plane.fixedPercent);
  const auto points = alloy::triangularGrid(kDivisions);
  Matrix candidates(points.size(), generator.card().elements.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto row = generator.fractionsOf(section.at(points[i]));
    std::copy(row.begin(), row.end(), candidates.row(i).begin());
  }
  std::vector<NextAlloy> result;
  for (const auto& each : generation::suggestMeasurements(generator, candidates, count, context))
    result.push_back({section.at(points[each.candidate]), each.gain});
  return result;
}

}  // namespace vitrine::app
