#include "engine/dataset/composition_index.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace vitrine::dataset {

struct CompositionIndex::Search {
  const alloy::Composition& alloy;
  std::size_t count;
  double radius;  ///< shrinks to the farthest of the best once there are enough of them
  std::size_t except;
  std::vector<Neighbour> best;  ///< a heap, the farthest on top

  void offer(Neighbour candidate) {
    if (candidate.index == except || candidate.distance > radius)
      return;
    if (best.size() == count) {
      if (!(candidate < best.front()))
        return;
      std::pop_heap(best.begin(), best.end());
      best.pop_back();
    }
    best.push_back(candidate);
    std::push_heap(best.begin(), best.end());
    if (best.size() == count)
      radius = best.front().distance;
  }
};

CompositionIndex::CompositionIndex(std::vector<alloy::Composition> alloys,
                                   const RunContext& context)
    : m_alloys(std::move(alloys)), m_order(m_alloys.size()), m_radius(m_alloys.size(), 0.0) {
  std::iota(m_order.begin(), m_order.end(), std::size_t{0});
  std::vector<double> distance(m_alloys.size());
  std::vector<std::pair<std::size_t, std::size_t>> open = {{0, m_order.size()}};
  std::size_t done = 0;
  while (!open.empty()) {
    const auto [begin, end] = open.back();
    open.pop_back();
    if (end - begin < 2)
      continue;
    const alloy::Composition& vantage = m_alloys[m_order[begin]];
    for (std::size_t i = begin + 1; i < end; ++i) {
      distance[m_order[i]] = alloy::distancePercent(vantage, m_alloys[m_order[i]]);
      if (++done % 4096 == 0)
        context.tick();
    }
    const std::size_t middle = begin + 1 + (end - begin - 1) / 2;
    const auto at = [&](std::size_t i) { return m_order.begin() + static_cast<std::ptrdiff_t>(i); };
    const auto nearer = [&](std::size_t a, std::size_t b) {
      return distance[a] != distance[b] ? distance[a] < distance[b] : a < b;
    };
    std::nth_element(at(begin + 1), at(middle), at(end), nearer);
    m_radius[begin] = distance[m_order[middle]];
    open.emplace_back(begin + 1, middle);
    open.emplace_back(middle, end);
  }
}

void CompositionIndex::visit(std::size_t begin, std::size_t end, Search& search) const {
  if (begin == end)
    return;
  const std::size_t vantage = m_order[begin];
  const double distance = alloy::distancePercent(search.alloy, m_alloys[vantage]);
  search.offer({vantage, distance});
  if (end - begin < 2)
    return;
  const std::size_t middle = begin + 1 + (end - begin - 1) / 2;
  // A distance is only known to rounding.
  constexpr double kRounding = 1e-9;
  const auto inside = [&] {
    if (distance - search.radius <= m_radius[begin] + kRounding)
      visit(begin + 1, middle, search);
  };
  const auto outside = [&] {
    if (distance + search.radius >= m_radius[begin] - kRounding)
      visit(middle, end, search);
  };
  if (distance < m_radius[begin]) {
    inside();
    outside();
  } else {
    outside();
    inside();
  }
}

std::vector<CompositionIndex::Neighbour> CompositionIndex::nearest(const alloy::Composition& alloy,
                                                                   std::size_t count, double radius,
                                                                   std::size_t except) const {
  Search search{alloy, count, radius, except, {}};
  if (count > 0)
    visit(0, m_order.size(), search);
  std::sort_heap(search.best.begin(), search.best.end());
  return std::move(search.best);
}

}  // namespace vitrine::dataset
