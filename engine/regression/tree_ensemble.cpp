#include "engine/regression/tree_ensemble.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/regression/feature_scale.h"
#include "engine/regression/map_batch.h"
#include "engine/regression/tree_batch.h"

#include <algorithm>
#include <cmath>

namespace vitrine::regression {

namespace {

using Node = TreeEnsemble::Node;

// Trees are summed in blocks and the blocks in order, whoever worked them out, so that the last
// digit depends neither on the threads nor on the rows predicted together.
constexpr std::size_t kTreesPerBlock = 25;
// Fewer rows walk one by one.
constexpr std::size_t kSmallBatch = 24;

[[noreturn]] void damaged(const std::string& what) {
  throw Error(ErrorCode::Damaged, "The trees of this model are damaged: " + what + ".");
}

void checkTree(std::span<const Node> tree, std::size_t featureCount) {
  std::vector<std::uint32_t> rights;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const Node& node = tree[i];
    if (!std::isfinite(node.value))
      damaged("a node holds no finite number");
    if (node.cover == 0)
      damaged("a node without training rows");
    if (node.feature == TreeEnsemble::kLeaf) {
      const bool last = i + 1 == tree.size();
      if (rights.empty() != last || (!last && rights.back() != i + 1))
        damaged("nodes out of order");
      if (!last)
        rights.pop_back();
    } else {
      if (node.feature < 0 || static_cast<std::size_t>(node.feature) >= featureCount)
        damaged("a split on a feature that does not exist");
      if (node.right >= tree.size() || node.right < i + 2)
        damaged("a child outside of its tree");
      if (std::uint64_t{tree[i + 1].cover} + tree[node.right].cover != node.cover)
        damaged("children whose training rows do not add up");
      rights.push_back(node.right);
    }
  }
  if (!rights.empty())
    damaged("a tree that ends too early");
}

double leafValue(std::span<const Node> tree, std::span<const float> row) {
  std::size_t i = 0;
  while (tree[i].feature != TreeEnsemble::kLeaf)
    i = row[tree[i].feature] <= tree[i].value ? i + 1 : tree[i].right;
  return tree[i].value;
}

/// Something near the predictions, so that squares about it lose no digits.
double centre(const TreeEnsemble& trees) {
  double sum = 0.0;
  for (const Node& node : trees.tree(0))
    if (node.feature == TreeEnsemble::kLeaf)
      sum += static_cast<double>(node.value) * node.cover;
  return sum / trees.tree(0).front().cover;
}

std::vector<LeafSums> sumOneByOne(const TreeEnsemble& trees, const Matrix& x, double shift,
                                  const RunContext& context) {
  std::vector<LeafSums> total(x.rows());
  for (std::size_t i = 0; i < x.rows(); ++i) {
    const std::vector<float> row(x.row(i).begin(), x.row(i).end());
    for (std::size_t begin = 0; begin < trees.treeCount(); begin += kTreesPerBlock) {
      LeafSums part;
      for (auto t = begin; t < std::min(begin + kTreesPerBlock, trees.treeCount()); ++t) {
        const double value = leafValue(trees.tree(t), row) - shift;
        part.add({value, value * value});
      }
      total[i].add(part);
    }
    context.tick(static_cast<double>(i + 1) / static_cast<double>(x.rows()));
  }
  return total;
}

template <class Rows>
std::vector<LeafSums> sumTrees(const TreeEnsemble& trees, std::size_t begin, std::size_t end,
                               const RowBlock& block, Rows rows, double shift,
                               const RunContext& context) {
  TreeWalker walker(block, std::move(rows));
  std::vector<LeafSums> sums(block.rows());
  for (auto t = begin; t < end; ++t) {
    walker.addTree(trees.tree(t), shift, sums);
    context.tick();
  }
  return sums;
}

std::vector<LeafSums> sumTogether(const TreeEnsemble& trees, const RowBlock& rows, double shift,
                                  const RunContext& context) {
  const auto map = MapBlock::find(rows);
  const std::size_t blocks = (trees.treeCount() + kTreesPerBlock - 1) / kTreesPerBlock;
  std::vector<std::vector<LeafSums>> parts(blocks);
  parallelFor(context, blocks, [&](std::size_t b) {
    const auto begin = b * kTreesPerBlock;
    const auto end = std::min(begin + kTreesPerBlock, trees.treeCount());
    parts[b] = map ? sumTrees(trees, begin, end, rows, MapRows(*map), shift, context)
                   : sumTrees(trees, begin, end, rows, BatchRows(rows), shift, context);
  });
  std::vector<LeafSums> total(rows.rows());
  for (const auto& part : parts)
    for (std::size_t i = 0; i < total.size(); ++i)
      total[i].add(part[i]);
  if (!map)
    return total;
  std::vector<LeafSums> inOrder(rows.rows());
  for (std::size_t i = 0; i < total.size(); ++i)
    inOrder[map->order()[i]] = total[i];
  return inOrder;
}

std::vector<LeafSums> leafSums(const TreeEnsemble& trees, const Matrix& x, double shift,
                               const RunContext& context) {
  if (x.rows() < kSmallBatch)
    return sumOneByOne(trees, x, shift, context);
  std::vector<LeafSums> sums;
  sums.reserve(x.rows());
  for (std::size_t begin = 0; begin < x.rows(); begin += RowBlock::kMaxRows) {
    const auto end = std::min(begin + RowBlock::kMaxRows, x.rows());
    const auto share = [&](std::size_t i) {
      return static_cast<double>(i) / static_cast<double>(x.rows());
    };
    const RowBlock rows(x, begin, end);
    const auto part = sumTogether(trees, rows, shift, context.slice(share(begin), share(end)));
    sums.insert(sums.end(), part.begin(), part.end());
  }
  return sums;
}

}  // namespace

std::shared_ptr<const TreeEnsemble> TreeEnsemble::create(ModelKind kind, std::size_t featureCount,
                                                         double base, std::vector<Node> nodes,
                                                         std::vector<std::size_t> starts,
                                                         const RunContext& context) {
  if (kind == ModelKind::SupportVector || kind == ModelKind::NearestNeighbours)
    damaged("this kind of model has none");
  if (starts.empty() || starts.front() != 0 || !std::isfinite(base))
    damaged("there is no tree");
  parallelFor(context.silent(), starts.size(), [&](std::size_t t) {
    const auto end = t + 1 < starts.size() ? starts[t + 1] : nodes.size();
    if (starts[t] >= end || end > nodes.size() || end - starts[t] > UINT32_MAX)
      damaged("a tree without nodes");
    checkTree(std::span(nodes).subspan(starts[t], end - starts[t]), featureCount);
  });
  std::shared_ptr<TreeEnsemble> made(new TreeEnsemble);
  made->m_kind = kind;
  made->m_featureCount = featureCount;
  made->m_base = base;
  made->m_nodes = std::move(nodes);
  made->m_starts = std::move(starts);
  return made;
}

std::span<const TreeEnsemble::Node> TreeEnsemble::tree(std::size_t i) const {
  const auto end = i + 1 < m_starts.size() ? m_starts[i + 1] : m_nodes.size();
  return std::span(m_nodes).subspan(m_starts[i], end - m_starts[i]);
}

std::vector<double> TreeEnsemble::predict(const Matrix& x, const RunContext& context) const {
  return predictWithSpread(x, context).values;
}

Predictions TreeEnsemble::predictWithSpread(const Matrix& x, const RunContext& context) const {
  requireColumns(x, m_featureCount);
  const double shift = averages() ? centre(*this) : 0.0;
  const auto sums = leafSums(*this, x, shift, context);
  Predictions result;
  result.values.reserve(sums.size());
  for (const auto& s : sums)
    result.values.push_back(m_base + shift + treeWeight() * s.sum);
  if (averages()) {
    result.spread.reserve(sums.size());
    for (const auto& s : sums) {
      const double mean = treeWeight() * s.sum;
      result.spread.push_back(std::sqrt(std::max(0.0, treeWeight() * s.squares - mean * mean)));
    }
  }
  return result;
}

const TreeEnsemble* asTrees(const Regressor& model) noexcept {
  return dynamic_cast<const TreeEnsemble*>(&model);
}

}  // namespace vitrine::regression
