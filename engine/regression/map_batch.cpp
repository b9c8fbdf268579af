#include "engine/regression/map_batch.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace vitrine::regression {

namespace {

// Keeps the tables below half a megabyte a feature; a map in steps of 0.5 % passes.
constexpr std::size_t kMostValues = 256;

}  // namespace

std::unique_ptr<const MapBlock> MapBlock::find(const RowBlock& block) {
  std::vector<std::uint32_t> varying;
  for (std::uint32_t f = 0; f < block.low().size(); ++f)
    if (block.low()[f] != block.high()[f])
      varying.push_back(f);
  if (varying.empty())
    return nullptr;
  auto map = std::make_unique<MapBlock>();
  map->m_features.resize(block.low().size());
  if (!map->findLines(block, varying))
    return nullptr;
  for (const auto feature : varying)
    if (!map->tabulate(block, feature))
      return nullptr;
  return map;
}

bool MapBlock::findLines(const RowBlock& block, std::span<const std::uint32_t> varying) {
  m_order.resize(block.rows());
  std::iota(m_order.begin(), m_order.end(), std::uint16_t{0});
  const auto before = [&](std::uint16_t a, std::uint16_t b) {
    for (const auto feature : varying) {
      const float* column = block.column(feature);
      if (column[a] != column[b])
        return column[a] < column[b];
    }
    return false;
  };
  if (!std::ranges::is_sorted(m_order, before))
    std::ranges::stable_sort(m_order, before);
  const float* first = block.column(varying.front());
  for (std::size_t i = 0; i < m_order.size(); ++i) {
    const auto here = static_cast<std::uint16_t>(i);
    if (i == 0 || first[m_order[i]] != first[m_order[i - 1]]) {
      if (m_lines.size() == kMostValues)
        return false;
      m_lines.push_back({here, here});
    }
    m_lines.back().end = static_cast<std::uint16_t>(i + 1);
  }
  return true;
}

bool MapBlock::tabulate(const RowBlock& block, std::uint32_t feature) {
  const float* column = block.column(feature);
  auto& made = m_features[feature];
  // A rough look first: a feature with too many values is seen after a few of them.
  std::vector<float> values;
  for (const auto row : m_order) {
    const auto place = std::ranges::lower_bound(values, column[row]);
    if (place != values.end() && *place == column[row])
      continue;
    if (!(column[row] == column[row]) || values.size() == kMostValues)
      return false;
    values.insert(place, column[row]);
  }
  made.values = std::move(values);

  made.crossings.resize((made.values.size() + 1) * m_lines.size());
  for (std::size_t l = 0; l < m_lines.size(); ++l) {
    const auto line = std::span(m_order).subspan(m_lines[l].begin,
                                                 m_lines[l].end - std::size_t{m_lines[l].begin});
    const bool falls = column[line.front()] > column[line.back()];
    const auto inOrder = [&](std::uint16_t a, std::uint16_t b) {
      return falls ? column[a] > column[b] : column[a] < column[b];
    };
    if (!std::ranges::is_sorted(line, inOrder))
      return false;
    // Rows with at most the first k values, for k from all to none.
    auto left = line.size();
    for (auto k = made.values.size() + 1; k-- > 0;) {
      const float above =
          k < made.values.size() ? made.values[k] : std::numeric_limits<float>::infinity();
      while (left > 0 && column[falls ? line[line.size() - left] : line[left - 1]] >= above)
        --left;
      const auto cut = m_lines[l].begin + (falls ? line.size() - left : left);
      made.crossings[k * m_lines.size() + l] = {static_cast<std::uint16_t>(cut), falls};
    }
  }
  return true;
}

const MapBlock::Crossing* MapBlock::crossings(std::int32_t feature,
                                              float threshold) const noexcept {
  const auto& found = m_features[feature];
  const auto& values = found.values;
  // Maps have even steps, so the place is known but for rounding. The threshold lies between the
  // smallest and the largest value, or the bounds would have settled the split.
  const float share = (threshold - values.front()) / (values.back() - values.front());
  auto onTheLeft = static_cast<std::size_t>(std::clamp(share, 0.0F, 1.0F) *
                                            static_cast<float>(values.size() - 1));
  while (onTheLeft < values.size() && values[onTheLeft] <= threshold)
    ++onTheLeft;
  while (onTheLeft > 0 && values[onTheLeft - 1] > threshold)
    --onTheLeft;
  return found.crossings.data() + onTheLeft * m_lines.size();
}

MapWalker::MapWalker(const RowBlock& block, const MapBlock& map) : m_map(map), m_bounds(block) {}

std::size_t MapWalker::part(std::size_t begin, const MapBlock::Crossing* crossings) {
  const auto count = m_pieces.size() - begin;
  m_left.resize(count);
  std::size_t left = 0;
  auto right = begin;
  for (auto i = begin; i < begin + count; ++i) {
    const Piece piece = m_pieces[i];
    const auto [cut, falls] = crossings[piece.line()];
    const std::uint32_t middle = std::clamp<std::uint32_t>(cut, piece.begin(), piece.end());
    const Piece lower(piece.line(), piece.begin(), middle);
    const Piece upper(piece.line(), middle, piece.end());
    const std::size_t lowerStays = piece.begin() < middle ? 1 : 0;
    const std::size_t upperStays = middle < piece.end() ? 1 : 0;
    m_left[left] = falls ? upper : lower;
    m_pieces[right] = falls ? lower : upper;
    left += falls ? upperStays : lowerStays;
    right += falls ? lowerStays : upperStays;
  }
  m_pieces.resize(right);
  m_pieces.insert(m_pieces.end(), m_left.begin(),
                  m_left.begin() + static_cast<std::ptrdiff_t>(left));
  return right;
}

void MapWalker::addTree(std::span<const TreeEnsemble::Node> tree, double shift,
                        std::span<LeafSums> sums) {
  m_pieces.clear();
  for (std::size_t l = 0; l < m_map.lines().size(); ++l)
    m_pieces.emplace_back(static_cast<std::uint32_t>(l), m_map.lines()[l].begin,
                          m_map.lines()[l].end);
  std::uint32_t node = 0;
  std::size_t begin = 0;
  while (true) {
    const auto& n = tree[node];
    if (n.feature == TreeEnsemble::kLeaf) {
      const double value = static_cast<double>(n.value) - shift;
      const double square = value * value;
      for (auto p = begin; p < m_pieces.size(); ++p)
        for (std::size_t i = m_pieces[p].begin(); i < m_pieces[p].end(); ++i) {
          sums[i].sum += value;
          sums[i].squares += square;
        }
      if (m_pending.empty())
        break;
      const Pending next = m_pending.back();
      m_pending.pop_back();
      m_pieces.resize(begin);
      m_bounds.restore(next.undo);
      m_bounds.keepAbove(next.feature, next.threshold);
      node = next.node;
      begin = next.begin;
      continue;
    }
    if (m_bounds.allLeft(n.feature, n.value)) {
      ++node;
      continue;
    }
    if (m_bounds.allRight(n.feature, n.value)) {
      node = n.right;
      continue;
    }
    const auto middle = part(begin, m_map.crossings(n.feature, n.value));
    if (middle == m_pieces.size()) {
      node = n.right;
      continue;
    }
    if (middle > begin)
      m_pending.push_back({n.right, begin, m_bounds.changes(), n.feature, n.value});
    m_bounds.keepUpTo(n.feature, n.value);
    begin = middle;
    ++node;
  }
  m_bounds.restore(0);
}

}  // namespace vitrine::regression
