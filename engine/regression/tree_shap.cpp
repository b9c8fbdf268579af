#include "engine/regression/tree_shap.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <string>

namespace vitrine::regression {

namespace {

using Node = TreeEnsemble::Node;

constexpr std::size_t kTreesPerBlock = 25;
constexpr std::uint32_t kNone = UINT32_MAX;

/// Gauss–Legendre on [0, 1]: exact for polynomials up to degree 2·size − 1. Newton's method on the
/// Legendre polynomial from the usual cosine start.
struct Quadrature {
  explicit Quadrature(std::size_t size) : at(size), weight(size) {
    const auto n = static_cast<double>(size);
    for (std::size_t i = 0; i < size; ++i) {
      double x = std::cos(std::numbers::pi * (static_cast<double>(i) + 0.75) / (n + 0.5));
      double slope = 0.0;
      for (int step = 0; step < 100; ++step) {
        double value = 1.0;
        double before = 0.0;
        for (std::size_t k = 0; k < size; ++k) {
          const auto d = static_cast<double>(k);
          const double next = ((2.0 * d + 1.0) * x * value - d * before) / (d + 1.0);
          before = value;
          value = next;
        }
        slope = n * (x * value - before) / (x * x - 1.0);
        const double move = value / slope;
        x -= move;
        if (std::abs(move) < 1e-15)
          break;
      }
      at[i] = 0.5 * (1.0 + x);
      weight[i] = 1.0 / ((1.0 - x * x) * slope * slope);
    }
  }

  std::vector<double> at, weight;
};

/// The way into a node: what is known of the feature its parent splits on, over the whole path.
/// With the feature in the coalition the row passes with chance `inside` (0 or 1), without it with
/// chance `outside`; with the feature in with chance t, `outside + (inside − outside) t`.
struct Edge {
  double outside = 1.0;
  double inside = 1.0;
  std::int32_t feature = TreeEnsemble::kLeaf;
  std::uint32_t before = kNone;  // the last node above with an edge of the same feature

  [[nodiscard]] double chance(double t) const { return outside + (inside - outside) * t; }
  [[nodiscard]] double slope(double t) const { return (inside - outside) / chance(t); }
};

/// Shapley values of one tree after another for one row.
///
/// The multilinear extension of the game at t is the mean prediction when every feature joins with
/// chance t; the Shapley value of a feature is the integral of its partial derivative over t (Owen
/// 1972). A leaf adds value · product over the features of its path of `chance`, so the derivative
/// for one of them is that product times its `slope`, a polynomial of degree (features − 1).
class Explainer {
 public:
  Explainer(std::span<const double> x, std::span<double> contributions)
      : m_x(x.begin(), x.end()), m_last(x.size(), kNone), m_contributions(contributions) {}

  /// Adds the tree's Shapley values; returns its mean over the training rows.
  double add(std::span<const Node> tree) {
    const auto features = enter(tree);
    const Quadrature points((features + 1) / 2 + (features == 0 ? 1 : 0));
    const auto size = points.at.size();
    m_products.resize(tree.size() * size);
    down(tree, points);
    up(tree, points);
    double mean = 0.0;
    for (const Node& node : tree)
      if (node.feature == TreeEnsemble::kLeaf)
        mean += static_cast<double>(node.value) * node.cover;
    return mean / tree.front().cover;
  }

 private:
  /// Fills m_edges; returns the largest number of different features on a path.
  std::size_t enter(std::span<const Node> tree) {
    m_edges.assign(tree.size(), {});
    m_parents.assign(tree.size(), 0);
    struct Open {
      std::uint32_t node;
      std::uint32_t before;  // what m_last held
    };
    std::vector<Open> path;  // nodes above the current one, root excluded
    std::size_t distinct = 0;
    std::size_t most = 0;
    const auto leave = [&] {
      const auto& edge = m_edges[path.back().node];
      m_last[edge.feature] = path.back().before;
      distinct -= edge.before == kNone ? 1 : 0;
      path.pop_back();
    };
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
      if (i > 0) {
        const auto parent = m_parents[i];
        while ((path.empty() ? 0U : path.back().node) != parent)
          leave();
        const Node& above = tree[parent];
        const bool left = i == parent + 1;
        Edge& edge = m_edges[i];
        edge.feature = above.feature;
        edge.before = m_last[above.feature];
        edge.outside = static_cast<double>(tree[i].cover) / above.cover;
        edge.inside = left == (m_x[above.feature] <= above.value) ? 1.0 : 0.0;
        if (edge.before != kNone) {
          edge.outside *= m_edges[edge.before].outside;
          edge.inside *= m_edges[edge.before].inside;
        } else {
          most = std::max(most, ++distinct);
        }
        path.push_back({i, edge.before});
        m_last[above.feature] = i;
      }
      if (tree[i].feature != TreeEnsemble::kLeaf) {
        m_parents[i + 1] = i;
        m_parents[tree[i].right] = i;
      }
    }
    while (!path.empty())
      leave();
    return most;
  }

  void down(std::span<const Node> tree, const Quadrature& points) {
    const auto size = points.at.size();
    std::ranges::copy(points.weight, m_products.begin());
    for (std::size_t i = 1; i < tree.size(); ++i) {
      const Edge& edge = m_edges[i];
      const Edge before = edge.before == kNone ? Edge{} : m_edges[edge.before];
      const double* above = m_products.data() + m_parents[i] * size;
      double* here = m_products.data() + i * size;
      for (std::size_t q = 0; q < size; ++q)
        here[q] = above[q] * edge.chance(points.at[q]) / before.chance(points.at[q]);
    }
  }

  /// From the leaves to the root: a product becomes the sum of value · product of its leaves.
  void up(std::span<const Node> tree, const Quadrature& points) {
    const auto size = points.at.size();
    for (auto i = tree.size(); i-- > 0;) {
      double* here = m_products.data() + i * size;
      if (tree[i].feature == TreeEnsemble::kLeaf) {
        for (std::size_t q = 0; q < size; ++q)
          here[q] *= static_cast<double>(tree[i].value);
      } else {
        const double* left = m_products.data() + (i + 1) * size;
        const double* right = m_products.data() + tree[i].right * size;
        for (std::size_t q = 0; q < size; ++q)
          here[q] = left[q] + right[q];
      }
      if (i == 0)
        break;
      // The leaves below count once for each feature, with the last edge of it on their path; the
      // edge before has counted them too.
      const Edge& edge = m_edges[i];
      const Edge before = edge.before == kNone ? Edge{} : m_edges[edge.before];
      double share = 0.0;
      for (std::size_t q = 0; q < size; ++q)
        share += here[q] * (edge.slope(points.at[q]) - before.slope(points.at[q]));
      m_contributions[edge.feature] += share;
    }
  }

  const std::vector<float> m_x;
  std::vector<std::uint32_t> m_last;
  std::span<double> m_contributions;
  std::vector<Edge> m_edges;
  std::vector<std::uint32_t> m_parents;
  std::vector<double> m_products;
};

}  // namespace

Attribution treeShap(const TreeEnsemble& trees, std::span<const double> x,
                     const RunContext& context) {
  if (x.size() != trees.featureCount())
    throw Error(ErrorCode::InvalidInput,
                "This model was trained on " + std::to_string(trees.featureCount()) +
                    " features and cannot explain " + std::to_string(x.size()) + ".");
  const std::size_t blocks = (trees.treeCount() + kTreesPerBlock - 1) / kTreesPerBlock;
  std::vector<Attribution> parts(blocks);
  parallelFor(context, blocks, [&](std::size_t b) {
    parts[b].contributions.assign(x.size(), 0.0);
    Explainer explainer(x, parts[b].contributions);
    const auto end = std::min((b + 1) * kTreesPerBlock, trees.treeCount());
    for (auto t = b * kTreesPerBlock; t < end; ++t) {
      parts[b].base += explainer.add(trees.tree(t));
      context.tick();
    }
  });
  Attribution whole;
  whole.contributions.assign(x.size(), 0.0);
  for (const auto& part : parts) {
    whole.base += trees.treeWeight() * part.base;
    for (std::size_t f = 0; f < x.size(); ++f)
      whole.contributions[f] += trees.treeWeight() * part.contributions[f];
  }
  whole.base += trees.base();
  return whole;
}

}  // namespace vitrine::regression
