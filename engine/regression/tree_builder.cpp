#include "engine/regression/tree_builder.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "engine/regression/tree_splitters.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

namespace vitrine::regression {

namespace {

using Node = TreeEnsemble::Node;

/// Grows trees one after another on one thread.
template <class Threshold>
class Grower {
 public:
  Grower(const TrainingTable& table, const TreeSettings& settings, const RunContext& context)
      : m_table(table),
        m_settings(settings),
        m_context(context),
        m_splitter(table, settings.maxFeatures, settings.minSamplesLeaf, context) {}

  std::vector<Node> grow(Random random) {
    chooseRows(random);
    m_splitter.startTree(m_rows);
    std::vector<Node> nodes;
    nodes.reserve(2 * m_rows.size());
    double sum = 0.0;
    for (const auto row : m_rows)
      sum += m_table.targets()[row];
    Part here{0, m_rows.size(), 0, sum};
    while (true) {
      m_context.tick();
      if (growNode(here, nodes, random))
        continue;
      if (m_pending.empty())
        return nodes;
      here = m_pending.back().part;
      nodes[m_pending.back().parent].right = static_cast<std::uint32_t>(nodes.size());
      m_pending.pop_back();
    }
  }

 private:
  struct Part {
    std::size_t begin, end;  // of m_rows
    std::size_t depth;
    double sum;  // of the targets
  };
  /// A right child that waits until its left sibling has grown.
  struct Pending {
    std::size_t parent;
    Part part;
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

  /// Grows the node of `here`. If it was split further, true: `here` is the left child then, the
  /// right one is pending.
  bool growNode(Part& here, std::vector<Node>& nodes, Random& random) {
    const std::span rows = std::span(m_rows).subspan(here.begin, here.end - here.begin);
    const double* targets = m_table.targets();
    const bool pure =
        std::ranges::all_of(rows, [&](auto row) { return targets[row] == targets[rows.front()]; });
    const bool deepest = m_settings.maxDepth > 0 && here.depth >= m_settings.maxDepth;
    const auto split = pure || deepest || rows.size() < 2 * m_settings.minSamplesLeaf
                           ? std::nullopt
                           : m_splitter.find(rows, here.sum, random);
    if (!split) {
      m_splitter.close();
      nodes.push_back(leaf(
          rows.size(), pure ? targets[rows.front()] : here.sum / static_cast<double>(rows.size())));
      return false;
    }
    const auto index = nodes.size();
    nodes.push_back({split->threshold, static_cast<std::int32_t>(split->feature),
                     static_cast<std::uint32_t>(index + 2),
                     static_cast<std::uint32_t>(rows.size())});
    if (rows.size() == 2) {
      m_splitter.close();
      nodes.push_back(leaf(1, here.sum - split->sumRight));
      nodes.push_back(leaf(1, split->sumRight));
      return false;
    }
    const float* column = m_table.column(split->feature);
    std::size_t left = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto row = rows[i];
      rows[i] = rows[left];
      rows[left] = row;
      left += column[row] <= split->threshold ? 1 : 0;
    }
    m_splitter.descend(*split, left);
    const auto middle = here.begin + left;
    m_pending.push_back({index, {middle, here.end, here.depth + 1, split->sumRight}});
    here = {here.begin, middle, here.depth + 1, here.sum - split->sumRight};
    return true;
  }

  [[nodiscard]] Node leaf(std::size_t rows, double target) const {
    return {static_cast<float>(m_table.mean() + target), TreeEnsemble::kLeaf, 0,
            static_cast<std::uint32_t>(rows)};
  }

  const TrainingTable& m_table;
  const TreeSettings& m_settings;
  const RunContext& m_context;
  Splitter<Threshold> m_splitter;
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
    const Random random(context.seed(), t);
    trees[t] = settings.splits == TreeSettings::Splits::Random
                   ? Grower<RandomThreshold>(table, settings, context).grow(random)
                   : Grower<BestThreshold>(table, settings, context).grow(random);
  });

  std::vector<std::size_t> starts;
  std::size_t total = 0;
  for (const auto& tree : trees) {
    starts.push_back(total);
    total += tree.size();
  }
  std::vector<Node> nodes;
  nodes.reserve(total);
  for (auto& tree : trees) {
    context.tick();
    nodes.insert(nodes.end(), tree.begin(), tree.end());
    tree = {};
  }
  return TreeEnsemble::create(kind, x.columns(), 0.0, std::move(nodes), std::move(starts), context);
}

}  // namespace vitrine::regression
