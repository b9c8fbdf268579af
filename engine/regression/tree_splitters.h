#pragma once

#include "engine/core/random.h"
#include "engine/core/run_context.h"
#include "engine/regression/training_table.h"

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
};

/// What both ways to split need. One splitter grows one tree at a time, in preorder.
class Splitter {
 public:
  virtual ~Splitter() = default;

  /// A new tree from these rows (a row drawn twice stands there twice).
  virtual void startTree(std::span<const std::uint32_t> rows) = 0;
  /// The best split found for the node reached; nothing where it must be a leaf.
  /// @param sum  of the targets of `rows`
  virtual std::optional<SplitChoice> find(std::span<const std::uint32_t> rows, double sum,
                                          Random& random) = 0;
  /// The node was split; the left child is the next one reached.
  virtual void descend(const SplitChoice& split, std::size_t rowsLeft, std::size_t rowsRight) = 0;
  /// The node became a leaf.
  virtual void close() = 0;

 protected:
  Splitter(const TrainingTable& table, double maxFeatures, std::size_t minSamplesLeaf,
           const RunContext& context);

  /// How many of `active` features that vary in a node are among those drawn for it.
  std::size_t candidates(std::size_t active, Random& random) const;

  const TrainingTable& m_table;
  const std::size_t m_draws;  // features drawn at a node
  const std::size_t m_minSamplesLeaf;
  const RunContext& m_context;
};

/// One threshold at random for each candidate feature. Two passes over the rows' listed cells: the
/// range of each feature, then the sums beyond all thresholds together.
class RandomSplitter final : public Splitter {
 public:
  RandomSplitter(const TrainingTable& table, double maxFeatures, std::size_t minSamplesLeaf,
                 const RunContext& context);

  void startTree(std::span<const std::uint32_t>) override {}
  std::optional<SplitChoice> find(std::span<const std::uint32_t> rows, double sum,
                                  Random& random) override;
  void descend(const SplitChoice&, std::size_t, std::size_t) override {}
  void close() override {}

 private:
  struct Column {
    float low, high;       // range of the listed cells
    std::uint32_t listed;  // how many there are
    std::uint32_t beyond;  // how many lie above the threshold
    double sumBeyond;      // the targets of those
    float threshold;
  };

  std::optional<SplitChoice> splitPair(std::uint32_t a, std::uint32_t b, Random& random);
  void measure(std::span<const std::uint32_t> rows);
  void reset();

  std::vector<Column> m_columns;
  std::vector<std::uint32_t> m_touched;  // features with listed cells in this node
  std::size_t m_touchedCount = 0;
  std::vector<std::uint32_t> m_active;  // those that vary
};

/// The best threshold of each candidate feature. The listed cells of a feature are sorted once for
/// the whole ensemble and kept sorted while they are parted among the nodes.
class BestSplitter final : public Splitter {
 public:
  BestSplitter(const TrainingTable& table, double maxFeatures, std::size_t minSamplesLeaf,
               const RunContext& context)
      : Splitter(table, maxFeatures, minSamplesLeaf, context) {}

  void startTree(std::span<const std::uint32_t> rows) override;
  std::optional<SplitChoice> find(std::span<const std::uint32_t> rows, double sum,
                                  Random& random) override;
  void descend(const SplitChoice& split, std::size_t rowsLeft, std::size_t rowsRight) override;
  void close() override;

 private:
  /// The listed cells of one feature in one node: a part of m_cells.
  struct Segment {
    std::uint32_t feature;
    std::uint32_t begin, end;
  };

  void keepIfVarying(const Segment& segment, std::size_t rows);

  std::vector<TrainingTable::Cell> m_cells, m_right;
  std::vector<Segment> m_segments;          // of the nodes still to be reached, the next one last
  std::vector<std::size_t> m_segmentStart;  // first segment of each of those nodes
  std::vector<Segment> m_scratch;
};

}  // namespace vitrine::regression
