#include "app/services/measured_patterns.h"

#include <algorithm>
#include <utility>

namespace vitrine::app {

void MeasuredPatterns::setPatterns(Patterns patterns) {
  m_patterns = std::move(patterns);
  emit changed();
}

std::vector<MeasuredPatterns::Neighbour> MeasuredPatterns::nearest(const alloy::Composition& alloy,
                                                                   std::size_t count,
                                                                   double reachPercent) const {
  std::vector<Neighbour> neighbours;
  if (!m_patterns)
    return neighbours;
  for (std::size_t i = 0; i < m_patterns->patterns.size(); ++i) {
    const double distance = alloy::distancePercent(alloy, m_patterns->patterns[i].composition);
    if (distance <= reachPercent)
      neighbours.push_back({i, distance});
  }
  const auto last =
      neighbours.begin() + static_cast<std::ptrdiff_t>(std::min(count, neighbours.size()));
  std::partial_sort(
      neighbours.begin(), last, neighbours.end(),
      [](const Neighbour& a, const Neighbour& b) { return a.distancePercent < b.distancePercent; });
  neighbours.erase(last, neighbours.end());
  return neighbours;
}

}  // namespace vitrine::app
