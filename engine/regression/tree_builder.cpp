#include "engine/regression/tree_builder.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "engine/regression/tree_splitters.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

namespace vitrine::regression {

namespace {

using Node = TreeEnsemble::Node;

/// Grows trees one after another on one thread.
class Grower {
 public:
  Grower(const TrainingTable& table, const TreeSettings& settings, const RunContext& context)
      : m_table(table), m_settings(settings), m_context(context) {
    const auto leaf = settings.minSamplesLeaf;
    if (settings.splits == TreeSettings::Splits::Random)
      m_splitter = std::make_unique<RandomSplitter>(table, settings.maxFeatures, leaf, context);
    else
      m_splitter = std::make_unique<BestSplitter>(table, settings.maxFeatures, leaf, context);
  }

  std::vector<Node> grow(Random random) {
    chooseRows(random);
    m_splitter->startTree(m_rows);
    std::vector<Node> nodes;
    nodes.reserve(2 * m_rows.size());
    m_pending.assign(1, {0, m_rows.size(), 0, kNoParent});
    while (!m_pending.empty()) {
      const Pending here = m_pending.back();
      m_pending.pop_back();
      m_context.tick();
      if (here.parent != kNoParent)
        nodes[here.parent].right = static_cast<std::uint32_t>(nodes.size());
      nodes.push_back(growNode(here, nodes.size(), random));
    }
    return nodes;
  }

 private:
  static constexpr std::size_t kNoParent = SIZE_MAX;

  struct Pending {
    std::size_t begin, end;  // of m_rows
    std::size_t depth;
    std::size_t parent;  // of a right child
  };

  void chooseRows(Random& random) {
    m_rows.resize(m_table.rows());
    if (m_settings.bootstrap) {
      for (auto& row : m_rows)
        row = static_cast<std::uint32_t>(random.below(m_table.rows()));
    } else {
      std::iota(m_rows.begin(), m_rows.end(), 0U);
    }
  }

  Node growNode(const Pending& here, std::size_t index, Random& random) {
    const std::span rows = std::span(m_rows).subspan(here.begin, here.end - here.begin);
    const double* targets = m_table.targets();
    double sum = 0.0;
    bool pure = true;
    for (const auto row : rows) {
      sum += targets[row];
      pure = pure && targets[row] == targets[rows.front()];
    }

    Node node;
    node.cover = static_cast<std::uint32_t>(rows.size());
    const bool deepest = m_settings.maxDepth > 0 && here.depth >= m_settings.maxDepth;
    const auto split = pure || deepest || rows.size() < 2 * m_settings.minSamplesLeaf
                           ? std::nullopt
                           : m_splitter->find(rows, sum, random);
    if (!split) {
      m_splitter->close();
      const double value = pure ? targets[rows.front()] : sum / static_cast<double>(rows.size());
      node.value = static_cast<float>(m_table.mean() + value);
      return node;
    }
    const float* column = m_table.column(split->feature);
    std::size_t left = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto row = rows[i];
      rows[i] = rows[left];
      rows[left] = row;
      left += column[row] <= split->threshold ? 1 : 0;
    }
    m_splitter->descend(*split, left, rows.size() - left);
    m_pending.push_back({here.begin + left, here.end, here.depth + 1, index});
    m_pending.push_back({here.begin, here.begin + left, here.depth + 1, kNoParent});
    node.feature = static_cast<std::int32_t>(split->feature);
    node.value = split->threshold;
    return node;
  }

  const TrainingTable& m_table;
  const TreeSettings& m_settings;
  const RunContext& m_context;
  std::unique_ptr<Splitter> m_splitter;
  std::vector<std::uint32_t> m_rows;
  std::vector<Pending> m_pending;
};

void check(const TreeSettings& settings) {
  const auto refuse = [](const std::string& what) {
    throw Error(ErrorCode::InvalidInput,
                "Trees cannot be grown with these settings: " + what + ".");
  };
  if (settings.trees < 1 || settings.trees > 100'000)
    refuse("there must be 1 to 100000 trees");
  if (!(settings.maxFeatures > 0.0 && settings.maxFeatures <= 1.0))
    refuse("the share of features must lie above 0 and be at most 1");
  if (settings.minSamplesLeaf < 1)
    refuse("a leaf must keep at least one row");
}

}  // namespace

std::shared_ptr<const TreeEnsemble> growTrees(ModelKind kind, const TreeSettings& settings,
                                              const Matrix& x, std::span<const double> y,
                                              const RunContext& context) {
  check(settings);
  const TrainingTable table(x, y, context);
  std::vector<std::vector<Node>> trees(settings.trees);
  parallelFor(context, settings.trees, [&](std::size_t t) {
    trees[t] = Grower(table, settings, context).grow(Random(context.seed(), t));
  });

  std::vector<std::size_t> starts;
  std::size_t total = 0;
  for (const auto& tree : trees) {
    starts.push_back(total);
    total += tree.size();
  }
  std::vector<Node> nodes;
  nodes.reserve(total);
  for (const auto& tree : trees)
    nodes.insert(nodes.end(), tree.begin(), tree.end());
  return TreeEnsemble::create(kind, x.columns(), 0.0, std::move(nodes), std::move(starts));
}

}  // namespace vitrine::regression
