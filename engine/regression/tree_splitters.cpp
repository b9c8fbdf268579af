#include "engine/regression/tree_splitters.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrine::regression {

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
// Rows between two ticks of a pass.
constexpr std::size_t kRowsPerTick = 16384;

/// Uniform below `bound`; its bias of 2^-32 is no matter here and it needs no division.
std::size_t below(Random& random, std::size_t bound) {
  return static_cast<std::size_t>(((random.next() >> 32U) * bound) >> 32U);
}

/// What the squared error falls by, up to a constant of the node.
double gain(double sumLeft, double countLeft, double sumRight, double countRight) {
  return sumLeft * sumLeft / countLeft + sumRight * sumRight / countRight;
}

float thresholdBetween(float low, float high, double share) {
  const auto threshold =
      static_cast<float>(low + share * (static_cast<double>(high) - static_cast<double>(low)));
  return threshold < high ? threshold : low;
}

}  // namespace

Splitter::Splitter(const TrainingTable& table, double maxFeatures, std::size_t minSamplesLeaf,
                   const RunContext& context)
    : m_table(table),
      m_draws(std::max<std::size_t>(
          1, static_cast<std::size_t>(maxFeatures * static_cast<double>(table.features())))),
      m_minSamplesLeaf(minSamplesLeaf),
      m_context(context) {}

std::size_t Splitter::candidates(std::size_t active, Random& random) const {
  if (m_draws >= m_table.features())
    return active;
  // Selection sampling: m_draws of all features are drawn without replacement, the varying ones
  // looked at first.
  std::size_t drawn = 0;
  auto left = m_table.features();
  for (std::size_t i = 0; i < active; ++i, --left)
    if (below(random, left) < m_draws - drawn)
      ++drawn;
  return std::max<std::size_t>(1, drawn);
}

RandomSplitter::RandomSplitter(const TrainingTable& table, double maxFeatures,
                               std::size_t minSamplesLeaf, const RunContext& context)
    : Splitter(table, maxFeatures, minSamplesLeaf, context),
      m_columns(table.features(), Column{kInfinity, -kInfinity, 0, 0, 0.0, kInfinity}),
      m_touched(table.features() + 1) {}

std::optional<SplitChoice> RandomSplitter::splitPair(std::uint32_t a, std::uint32_t b,
                                                     Random& random) {
  // Any feature that differs parts two rows equally well, so one of them is as good as another.
  m_active.clear();
  const auto cellsA = m_table.row(a);
  const auto cellsB = m_table.row(b);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < cellsA.size() || j < cellsB.size()) {
    const auto featureA = i < cellsA.size() ? cellsA[i].index : UINT32_MAX;
    const auto featureB = j < cellsB.size() ? cellsB[j].index : UINT32_MAX;
    if (featureA != featureB || cellsA[i].value != cellsB[j].value)
      m_active.push_back(std::min(featureA, featureB));
    i += featureA <= featureB ? 1 : 0;
    j += featureB <= featureA ? 1 : 0;
  }
  if (m_active.empty())
    return {};
  const auto feature = m_active[below(random, m_active.size())];
  const auto [low, high] = std::minmax(m_table.column(feature)[a], m_table.column(feature)[b]);
  return SplitChoice{feature, thresholdBetween(low, high, random.uniform())};
}

void RandomSplitter::measure(std::span<const std::uint32_t> rows) {
  std::size_t touched = 0;
  std::size_t untilTick = kRowsPerTick;
  for (const auto row : rows) {
    for (const auto& cell : m_table.row(row)) {
      auto& c = m_columns[cell.index];
      m_touched[touched] = cell.index;
      touched += c.listed == 0 ? 1 : 0;
      ++c.listed;
      c.low = std::min(c.low, cell.value);
      c.high = std::max(c.high, cell.value);
    }
    if (--untilTick == 0) {
      m_context.tick();
      untilTick = kRowsPerTick;
    }
  }
  m_touchedCount = touched;
}

void RandomSplitter::reset() {
  for (std::size_t i = 0; i < m_touchedCount; ++i)
    m_columns[m_touched[i]] = {kInfinity, -kInfinity, 0, 0, 0.0, kInfinity};
}

std::optional<SplitChoice> RandomSplitter::find(std::span<const std::uint32_t> rows, double sum,
                                                Random& random) {
  if (rows.size() == 2)
    return splitPair(rows[0], rows[1], random);
  measure(rows);
  m_active.clear();
  for (std::size_t i = 0; i < m_touchedCount; ++i) {
    auto& c = m_columns[m_touched[i]];
    if (c.listed < rows.size())
      c.low = m_table.background(m_touched[i]);
    if (c.low < c.high)
      m_active.push_back(m_touched[i]);
  }
  if (m_active.empty()) {
    reset();
    return {};
  }
  const auto count = candidates(m_active.size(), random);
  // A random order, so that candidates that part the rows alike have equal chances.
  for (std::size_t i = 0; i < count; ++i) {
    std::swap(m_active[i], m_active[i + below(random, m_active.size() - i)]);
    auto& c = m_columns[m_active[i]];
    c.threshold = thresholdBetween(c.low, c.high, random.uniform());
  }

  std::size_t untilTick = kRowsPerTick;
  const double* targets = m_table.targets();
  for (const auto row : rows) {
    const double target = targets[row];
    for (const auto& cell : m_table.row(row)) {
      auto& c = m_columns[cell.index];
      const bool beyond = cell.value > c.threshold;
      c.beyond += beyond ? 1U : 0U;
      c.sumBeyond += beyond ? target : 0.0;
    }
    if (--untilTick == 0) {
      m_context.tick();
      untilTick = kRowsPerTick;
    }
  }

  std::optional<SplitChoice> best;
  double bestGain = -1.0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto& c = m_columns[m_active[i]];
    const auto left = rows.size() - c.beyond;
    if (left < m_minSamplesLeaf || c.beyond < m_minSamplesLeaf)
      continue;
    const double found = gain(sum - c.sumBeyond, static_cast<double>(left), c.sumBeyond,
                              static_cast<double>(c.beyond));
    if (found > bestGain) {
      bestGain = found;
      best = SplitChoice{m_active[i], c.threshold};
    }
  }
  reset();
  return best;
}

void BestSplitter::startTree(std::span<const std::uint32_t> rows) {
  std::vector<std::uint32_t> times(m_table.rows(), 0);
  for (const auto row : rows)
    ++times[row];
  m_cells.clear();
  m_segments.clear();
  m_segmentStart.assign(1, 0);
  for (std::size_t f = 0; f < m_table.features(); ++f) {
    const auto begin = static_cast<std::uint32_t>(m_cells.size());
    for (const auto& cell : m_table.sorted(f))
      m_cells.insert(m_cells.end(), times[cell.index], cell);
    keepIfVarying(
        {static_cast<std::uint32_t>(f), begin, static_cast<std::uint32_t>(m_cells.size())},
        rows.size());
  }
  m_right.resize(rows.size());
}

void BestSplitter::keepIfVarying(const Segment& segment, std::size_t rows) {
  if (segment.begin == segment.end)
    return;
  const bool full = segment.end - segment.begin == rows;
  if (!full || m_cells[segment.begin].value < m_cells[segment.end - 1].value)
    m_segments.push_back(segment);
}

std::optional<SplitChoice> BestSplitter::find(std::span<const std::uint32_t> rows, double sum,
                                              Random& random) {
  m_scratch.assign(m_segments.begin() + static_cast<std::ptrdiff_t>(m_segmentStart.back()),
                   m_segments.end());
  const auto count = m_scratch.empty() ? 0 : candidates(m_scratch.size(), random);
  const double* targets = m_table.targets();
  const auto n = rows.size();

  std::optional<SplitChoice> best;
  double bestGain = -1.0;
  for (std::size_t i = 0; i < count; ++i) {
    m_context.tick();
    std::swap(m_scratch[i], m_scratch[i + below(random, m_scratch.size() - i)]);
    const auto segment = m_scratch[i];
    // From the highest value down: what is not yet counted on the right, background included, is
    // on the left.
    double sumRight = 0.0;
    for (auto j = segment.end; j-- > segment.begin;) {
      const auto& cell = m_cells[j];
      sumRight += targets[cell.index];
      const auto right = static_cast<std::size_t>(segment.end - j);
      const auto left = n - right;
      if (left < m_minSamplesLeaf || left == 0)
        break;
      const float lower =
          j > segment.begin ? m_cells[j - 1].value : m_table.background(segment.feature);
      if (right < m_minSamplesLeaf || lower == cell.value)
        continue;
      const double found =
          gain(sum - sumRight, static_cast<double>(left), sumRight, static_cast<double>(right));
      if (found > bestGain) {
        bestGain = found;
        best = SplitChoice{segment.feature, thresholdBetween(lower, cell.value, 0.5)};
      }
    }
  }
  return best;
}

void BestSplitter::descend(const SplitChoice& split, std::size_t rowsLeft, std::size_t rowsRight) {
  m_scratch.assign(m_segments.begin() + static_cast<std::ptrdiff_t>(m_segmentStart.back()),
                   m_segments.end());
  m_segments.resize(m_segmentStart.back());
  const float* column = m_table.column(split.feature);
  for (auto& segment : m_scratch) {
    auto left = segment.begin;
    std::size_t right = 0;
    for (auto j = segment.begin; j < segment.end; ++j) {
      const auto cell = m_cells[j];
      const bool goesLeft = column[cell.index] <= split.threshold;
      m_cells[left] = cell;
      m_right[right] = cell;
      left += goesLeft ? 1U : 0U;
      right += goesLeft ? 0U : 1U;
    }
    std::copy_n(m_right.begin(), right, m_cells.begin() + left);
    keepIfVarying({segment.feature, left, segment.end}, rowsRight);
    segment.end = left;
  }
  m_segmentStart.push_back(m_segments.size());
  for (const auto& segment : m_scratch)
    keepIfVarying(segment, rowsLeft);
}

void BestSplitter::close() {
  m_segments.resize(m_segmentStart.back());
  m_segmentStart.pop_back();
}

}  // namespace vitrine::regression
