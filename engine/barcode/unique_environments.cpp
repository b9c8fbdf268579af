#include "engine/barcode/unique_environments.h"

#include "engine/core/error.h"

#include <algorithm>
#include <utility>

namespace vitrine::barcode {

namespace {

/// Rows that are looked up in the set before those of them that are new join it.
constexpr std::size_t kRowsAtOnce = 256;

}  // namespace

void checkThreshold(double threshold) {
  if (!(threshold > 0.0 && threshold < 1.0))
    throw Error(ErrorCode::InvalidInput,
                "The similarity threshold lies between 0 and 1, e.g. 0.84.");
}

EnvironmentCollector::EnvironmentCollector(EnvironmentSettings settings) {
  checkThreshold(settings.threshold);
  m_found.settings = std::move(settings);
}

void EnvironmentCollector::add(const UnitRows& rows, std::size_t first,
                               const std::vector<int>& species, const RunContext& context) {
  const double largest = squaredDistanceAt(m_found.settings.threshold);
  for (std::size_t begin = 0; begin < rows.size(); begin += kRowsAtOnce) {
    UnitRows part(rows.length());
    for (std::size_t i = begin; i < std::min(rows.size(), begin + kRowsAtOnce); ++i)
      part.add(rows.row(i));
    const auto known = m_found.index.nearest(part, largest, context.silent());
    UnitRows added(rows.length());
    for (std::size_t i = 0; i < part.size(); ++i) {
      if (known[i])
        continue;
      context.tick();
      if (nearestOfAll(added, part.row(i), largest))
        continue;
      added.add(part.row(i));
      const std::size_t atom = first + begin + i;
      m_found.sources.push_back({m_found.structuresSeen, atom, species[atom]});
    }
    m_found.index.add(added);
  }
  m_found.environmentsSeen += rows.size();
}

}  // namespace vitrine::barcode
