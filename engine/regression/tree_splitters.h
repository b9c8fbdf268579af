#pragma once

#include "engine/core/random.h"
#include "engine/core/run_context.h"
#include "engine/regression/training_table.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace vitrine::regression {

/// Rows whose feature is `<= threshold` go left.
struct SplitChoice {
  std::uint32_t feature = 0;
  float threshold = 0.0F;
  double sumRight = 0.0;    ///< of the targets that go right
  std::uint32_t right = 0;  ///< how many rows go right
};

/// The split that lowers the squared error most of those offered for one node.
class BestOffer {
 public:
  BestOffer(std::size_t rows, double sum, std::size_t minSamplesLeaf)
      : m_rows(rows), m_minSamplesLeaf(minSamplesLeaf), m_mean(sum / static_cast<double>(rows)) {}

  /// Refused where a side keeps too few rows.
  void offer(const SplitChoice& split) {
    const auto left = m_rows - split.right;
    if (left < m_minSamplesLeaf || split.right < m_minSamplesLeaf)
      return;
    // The error falls by excess² · rows / (left · right); compared without dividing.
    const double excess = split.sumRight - static_cast<double>(split.right) * m_mean;
    const double above = excess * excess;
    const double below = static_cast<double>(left) * static_cast<double>(split.right);
    if (above * m_below > m_above * below) {
      m_above = above;
      m_below = below;
      m_best = split;
    }
  }
  [[nodiscard]] const std::optional<SplitChoice>& best() const noexcept { return m_best; }

 private:
  std::size_t m_rows;
  std::size_t m_minSamplesLeaf;
  double m_mean;
  double m_above = -1.0;
  double m_below = 1.0;
  std::optional<SplitChoice> m_best;
};

/// The part of a node that one feature's cells make: rows above background, by value.
struct FeatureCells {
  std::uint32_t feature;
  std::span<const std::uint32_t> rows;
  const float* values;    ///< of the feature, by row
  const double* targets;  ///< by row
  float lowest;           ///< value of the node's lowest row, background included
};

/// One threshold at random, between the lowest and the highest value.
struct RandomThreshold {
  static double share(Random& random) { return random.uniform(); }
  static void offer(const FeatureCells& cells, Random& random, BestOffer& best);
};

/// Every threshold halfway between two values that follow each other.
struct BestThreshold {
  static double share(Random&) { return 0.5; }
  static void offer(const FeatureCells& cells, Random& random, BestOffer& best);
};

/// A threshold with `low` on its left and `high` on its right, whatever the rounding.
inline float thresholdBetween(float low, float high, double share) {
  const auto threshold =
      static_cast<float>(low + share * (static_cast<double>(high) - static_cast<double>(low)));
  return threshold < high ? threshold : low;
}

/// Finds splits, node by node in preorder, one tree at a time.
///
/// The rows above background of a feature are sorted once for all trees and stay sorted while they
/// are parted among the nodes, so a node costs time in proportion to its cells above background.
template <class Threshold>
class Splitter {
 public:
  Splitter(const TrainingTable& table, double maxFeatures, std::size_t minSamplesLeaf,
           const RunContext& context)
      : m_table(table),
        m_minSamplesLeaf(minSamplesLeaf),
        m_draws(std::max<std::size_t>(
            1, static_cast<std::size_t>(maxFeatures * static_cast<double>(table.features())))),
        m_context(context) {}

  /// A new tree from these rows (a row drawn twice stands there twice).
  void startTree(std::span<const std::uint32_t> rows) {
    std::vector<std::uint32_t> times(m_table.rows(), 0);
    std::size_t cells = 0;
    for (const auto row : rows) {
      ++times[row];
      cells += m_table.row(row).size();
    }
    m_cells.resize(cells);
    m_segments.clear();
    m_segmentStart.assign(1, 0);
    std::uint32_t end = 0;
    for (std::uint32_t f = 0; f < m_table.features(); ++f) {
      const auto begin = end;
      for (const auto row : m_table.sorted(f))
        for (auto i = times[row]; i > 0; --i)
          m_cells[end++] = row;
      const Segment segment{f, begin, end};
      if (varies(segment, rows.size()))
        m_segments.push_back(segment);
    }
    m_right.resize(rows.size());
  }

  /// The best split found for the node reached; nothing where it must be a leaf.
  /// @param sum  of the targets of `rows`
  std::optional<SplitChoice> find(std::span<const std::uint32_t> rows, double sum, Random& random) {
    if (rows.size() == 2)
      return splitPair(rows[0], rows[1], random);
    auto* const here = m_segments.data() + m_segmentStart.back();
    const auto active = m_segments.size() - m_segmentStart.back();
    if (active == 0)
      return {};
    const bool large = rows.size() >= kLargeNode;
    BestOffer best(rows.size(), sum, m_minSamplesLeaf);
    const auto count = candidates(active, random);
    for (std::size_t i = 0; i < count; ++i) {
      if (large)
        m_context.tick();
      // A random order, so that features that part the rows alike have equal chances.
      std::swap(here[i], here[i + below(random, active - i)]);
      const Segment segment = here[i];
      const float* values = m_table.column(segment.feature);
      const bool full = segment.end - segment.begin == rows.size();
      const float lowest =
          full ? values[m_cells[segment.begin]] : m_table.background(segment.feature);
      Threshold::offer({segment.feature,
                        {m_cells.data() + segment.begin, m_cells.data() + segment.end},
                        values,
                        m_table.targets(),
                        lowest},
                       random, best);
    }
    return best.best();
  }

  /// The node was split; the left child is the next one reached.
  void descend(const SplitChoice& split, std::size_t rowsLeft) {
    const bool keepLeft = needsSegments(rowsLeft);
    const bool keepRight = needsSegments(split.right);
    m_left.clear();
    auto right = m_segmentStart.back();
    for (auto i = right; i < m_segments.size() && (keepLeft || keepRight); ++i) {
      const auto [feature, begin, end] = m_segments[i];
      // By value, the cells of the feature that was split lie as they have to.
      const auto middle = feature == split.feature ? end - split.right : part(begin, end, split);
      if (keepLeft && varies({feature, begin, middle}, rowsLeft))
        m_left.push_back({feature, begin, middle});
      if (keepRight && varies({feature, middle, end}, split.right))
        m_segments[right++] = {feature, middle, end};
    }
    m_segments.resize(right);
    m_segmentStart.push_back(right);
    m_segments.insert(m_segments.end(), m_left.begin(), m_left.end());
  }

  /// The node became a leaf.
  void close() {
    m_segments.resize(m_segmentStart.back());
    m_segmentStart.pop_back();
  }

 private:
  // From here on each feature takes long enough to look at the stop request.
  static constexpr std::size_t kLargeNode = 4096;

  /// The rows above background of one feature in one node: a part of m_cells, by value.
  struct Segment {
    std::uint32_t feature;
    std::uint32_t begin, end;
  };

  /// Uniform below `bound`; its bias of 2^-32 is no matter here and it needs no division.
  static std::size_t below(Random& random, std::size_t bound) {
    return static_cast<std::size_t>(((random.next() >> 32U) * bound) >> 32U);
  }

  /// How many of `active` features that vary in a node are among those drawn for it.
  std::size_t candidates(std::size_t active, Random& random) const {
    if (m_draws >= m_table.features())
      return active;
    // Selection sampling: m_draws of all features are drawn without replacement, the varying ones
    // looked at first.
    std::size_t drawn = 0;
    auto left = m_table.features();
    for (std::size_t i = 0; i < active; ++i, --left)
      drawn += below(random, left) < m_draws - drawn ? 1 : 0;
    return std::max<std::size_t>(1, drawn);
  }

  /// Pairs are split without their segments.
  [[nodiscard]] bool needsSegments(std::size_t rows) const noexcept {
    return rows > 2 && rows >= 2 * m_minSamplesLeaf;
  }

  /// Whether the `rows` rows of a node differ in the feature of `segment`.
  [[nodiscard]] bool varies(const Segment& segment, std::size_t rows) const noexcept {
    const auto listed = segment.end - segment.begin;
    if (listed < rows)
      return listed > 0;
    const float* values = m_table.column(segment.feature);
    return values[m_cells[segment.begin]] < values[m_cells[segment.end - 1]];
  }

  /// Moves the cells of one feature that go right behind those that go left; returns where.
  std::uint32_t part(std::uint32_t begin, std::uint32_t end, const SplitChoice& split) {
    const float* values = m_table.column(split.feature);
    std::uint32_t* const cells = m_cells.data() + begin;
    std::uint32_t* const right = m_right.data();
    const std::size_t count = end - begin;
    std::size_t left = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const auto row = cells[i];
      cells[left] = row;
      right[i - left] = row;
      left += values[row] <= split.threshold ? 1 : 0;
    }
    std::copy_n(right, count - left, cells + left);
    return begin + static_cast<std::uint32_t>(left);
  }

  /// Any feature that differs parts two rows equally well, so one of them is as good as another.
  std::optional<SplitChoice> splitPair(std::uint32_t a, std::uint32_t b, Random& random) {
    m_differing.clear();
    const auto cellsA = m_table.row(a);
    const auto cellsB = m_table.row(b);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < cellsA.size() || j < cellsB.size()) {
      const auto featureA = i < cellsA.size() ? cellsA[i].feature : UINT32_MAX;
      const auto featureB = j < cellsB.size() ? cellsB[j].feature : UINT32_MAX;
      if (featureA != featureB || cellsA[i].value != cellsB[j].value)
        m_differing.push_back(std::min(featureA, featureB));
      i += featureA <= featureB ? 1 : 0;
      j += featureB <= featureA ? 1 : 0;
    }
    if (m_differing.empty())
      return {};
    const auto feature = m_differing[below(random, m_differing.size())];
    const float* values = m_table.column(feature);
    const auto [lower, higher] = values[a] < values[b] ? std::pair(a, b) : std::pair(b, a);
    const auto threshold =
        thresholdBetween(values[lower], values[higher], Threshold::share(random));
    return SplitChoice{feature, threshold, m_table.targets()[higher], 1};
  }

  const TrainingTable& m_table;
  const std::size_t m_minSamplesLeaf;
  const std::size_t m_draws;  // features drawn at a node
  const RunContext& m_context;
  std::vector<std::uint32_t> m_cells;       // rows
  std::vector<std::uint32_t> m_right;       // cells on their way to the right child
  std::vector<Segment> m_segments;          // of the nodes still to be reached, the next one last
  std::vector<std::size_t> m_segmentStart;  // first segment of each of those nodes
  std::vector<Segment> m_left;              // of the left child, until the right one has its own
  std::vector<std::uint32_t> m_differing;
};

inline void RandomThreshold::offer(const FeatureCells& cells, Random& random, BestOffer& best) {
  const auto& rows = cells.rows;
  const float threshold =
      thresholdBetween(cells.lowest, cells.values[rows.back()], random.uniform());
  // The highest value is above the threshold in any case.
  auto i = rows.size() - 1;
  double sumRight = cells.targets[rows[i]];
  while (i > 0 && cells.values[rows[i - 1]] > threshold)
    sumRight += cells.targets[rows[--i]];
  best.offer({cells.feature, threshold, sumRight, static_cast<std::uint32_t>(rows.size() - i)});
}

inline void BestThreshold::offer(const FeatureCells& cells, Random&, BestOffer& best) {
  // From the highest value down: what is not yet counted on the right, background included, is on
  // the left.
  const auto& rows = cells.rows;
  double sumRight = 0.0;
  for (auto i = rows.size(); i-- > 0;) {
    const float value = cells.values[rows[i]];
    sumRight += cells.targets[rows[i]];
    const float lower = i > 0 ? cells.values[rows[i - 1]] : cells.lowest;
    if (lower < value)
      best.offer({cells.feature, thresholdBetween(lower, value, 0.5), sumRight,
                  static_cast<std::uint32_t>(rows.size() - i)});
  }
}

}  // namespace vitrine::regression
