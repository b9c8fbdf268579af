#include "engine/barcode/environment_counts.h"

namespace vitrine::barcode {

std::vector<double> EnvironmentCounts::shares() const {
  std::vector<double> parts;
  parts.reserve(counts.size());
  for (const std::size_t count : counts)
    parts.push_back(static_cast<double>(count) / static_cast<double>(ofAtom.size()));
  return parts;
}

EnvironmentCounts countEnvironments(const UniqueEnvironments& set,
                                    const atomistic::SoapDescriptor& descriptor,
                                    const atomistic::Structure& structure,
                                    const RunContext& context) {
  EnvironmentCounts result;
  result.counts.resize(set.size());
  result.ofAtom.reserve(structure.size());
  const double largest = squaredDistanceAt(set.settings.threshold);
  describeUnits(descriptor, structure, context,
                [&](std::size_t, const UnitRows& rows, const RunContext& part) {
                  for (const auto& match : set.index.nearest(rows, largest, part)) {
                    result.ofAtom.push_back(match ? static_cast<std::int32_t>(match->index)
                                                  : EnvironmentCounts::kUnknown);
                    ++(match ? result.counts[match->index] : result.unknown);
                  }
                });
  return result;
}

}  // namespace vitrine::barcode
