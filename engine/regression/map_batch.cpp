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

NodeRows MapRows::all() {
  m_pieces.clear();
  for (std::size_t l = 0; l < m_map.lines().size(); ++l)
    m_pieces.emplace_back(static_cast<std::uint32_t>(l), m_map.lines()[l].begin,
                          m_map.lines()[l].end);
  return {0, m_pieces.size()};
}

PartedRows MapRows::part(NodeRows here, std::int32_t feature, float threshold) {
  const auto* crossings = m_map.crossings(feature, threshold);
  m_left.resize(here.end - here.begin);
  std::size_t left = 0;
  auto right = here.begin;
  for (auto i = here.begin; i < here.end; ++i) {
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
  return {{right, m_pieces.size()}, {here.begin, right}};
}

void MapRows::add(NodeRows here, LeafSums leaf, std::span<LeafSums> sums) const {
  for (auto p = here.begin; p < here.end; ++p)
    for (std::size_t i = m_pieces[p].begin(); i < m_pieces[p].end(); ++i)
      sums[i].add(leaf);
}

}  // namespace vitrine::regression
