#include "engine/prediction/known_alloys.h"

#include "engine/alloy/element.h"

#include <algorithm>

namespace vitrine::prediction {

KnownAlloys::KnownAlloys(std::span<const alloy::Composition> alloys) {
  m_begin.push_back(0);
  for (const auto& alloy : alloys) {
    for (const auto& share : alloy.shares()) {
      m_elements.push_back(static_cast<std::uint8_t>(share.atomicNumber));
      m_amounts.push_back(share.amount);
    }
    m_begin.push_back(static_cast<std::uint32_t>(m_elements.size()));
  }
}

// Half the sum of |differences| of two compositions that add up to one is one minus what they have
// in common, so only shared elements need a look.
template <class Visitor>
void KnownAlloys::visit(const alloy::Composition& alloy, Visitor visitor) const {
  std::array<double, alloy::kElementCount + 1> wanted{};
  for (const auto& share : alloy.shares())
    wanted[static_cast<std::size_t>(share.atomicNumber)] = share.amount;
  for (std::size_t i = 0; i < size(); ++i) {
    double common = 0.0;
    for (std::size_t k = m_begin[i]; k < m_begin[i + 1]; ++k)
      common += std::min(wanted[m_elements[k]], m_amounts[k]);
    // Rounding must not turn an alloy's distance from itself into more or less than nothing.
    const double distance = 100.0 * (1.0 - common);
    visitor(i, distance < 1e-9 ? 0.0 : distance);
  }
}

std::vector<KnownAlloys::Near> KnownAlloys::nearest(const alloy::Composition& alloy,
                                                    std::size_t count) const {
  std::vector<Near> all;
  all.reserve(size());
  visit(alloy, [&](std::size_t i, double distance) { all.push_back({i, distance}); });
  count = std::min(count, all.size());
  std::ranges::partial_sort(
      all, all.begin() + static_cast<std::ptrdiff_t>(count), [](const Near& a, const Near& b) {
        return a.distancePercent != b.distancePercent ? a.distancePercent < b.distancePercent
                                                      : a.index < b.index;
      });
  all.resize(count);
  return all;
}

double KnownAlloys::nearestDistance(const alloy::Composition& alloy) const {
  double least = 100.0;
  visit(alloy, [&](std::size_t, double distance) { least = std::min(least, distance); });
  return least;
}

}  // namespace vitrine::prediction
