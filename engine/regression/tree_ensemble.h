#pragma once

#include "engine/regression/regressor.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace vitrine::regression {

/// Regression trees that are averaged (extra trees, random forest, a single decision tree) or added
/// up (gradient boosting). One class for all four, whoever trained them.
///
/// The nodes of all trees lie in one array. Each tree is in preorder: the left child of node i is
/// node i + 1. A row goes left where `float(x[feature]) <= value`; NaN goes right.
class TreeEnsemble final : public Regressor {
 public:
  static constexpr std::int32_t kLeaf = -1;

  struct Node {
    float value = 0.0F;            ///< threshold of a split, prediction of a leaf
    std::int32_t feature = kLeaf;  ///< column that is compared; kLeaf for a leaf
    std::uint32_t right = 0;       ///< right child, counted from the tree's first node
    std::uint32_t cover = 0;       ///< training rows that came through here; at least 1
  };

  /// @param kind     GradientBoosting adds the trees and `base` up, the other kinds average
  /// @param starts   first node of each tree, ascending from 0
  /// @throws Error (Damaged) where the nodes are no trees in preorder, a feature does not exist, a
  /// value is not finite, or the covers of two children do not add up to their parent's.
  static std::shared_ptr<const TreeEnsemble> create(ModelKind kind, std::size_t featureCount,
                                                    double base, std::vector<Node> nodes,
                                                    std::vector<std::size_t> starts,
                                                    const RunContext& context = {});

  [[nodiscard]] ModelKind kind() const noexcept override { return m_kind; }
  [[nodiscard]] std::size_t featureCount() const noexcept override { return m_featureCount; }

  /// All rows go down a tree together, so neighbouring rows (a map) cost little more than the
  /// leaves they reach. A row's prediction does not depend on the rows beside it.
  [[nodiscard]] std::vector<double> predict(const Matrix& x,
                                            const RunContext& context) const override;
  [[nodiscard]] Predictions predictWithSpread(const Matrix& x,
                                              const RunContext& context) const override;

  [[nodiscard]] std::size_t treeCount() const noexcept { return m_starts.size(); }
  [[nodiscard]] std::span<const Node> tree(std::size_t i) const;
  [[nodiscard]] std::size_t nodeCount() const noexcept { return m_nodes.size(); }
  /// The prediction is `base() + treeWeight() · sum over trees`.
  [[nodiscard]] double base() const noexcept { return m_base; }
  [[nodiscard]] double treeWeight() const noexcept {
    return averages() ? 1.0 / static_cast<double>(treeCount()) : 1.0;
  }
  [[nodiscard]] bool averages() const noexcept { return m_kind != ModelKind::GradientBoosting; }

 private:
  TreeEnsemble() = default;

  ModelKind m_kind = ModelKind::ExtraTrees;
  std::size_t m_featureCount = 0;
  double m_base = 0.0;
  std::vector<Node> m_nodes;
  std::vector<std::size_t> m_starts;
};

/// The trees of a tree model; null for the other kinds.
const TreeEnsemble* asTrees(const Regressor& model) noexcept;

}  // namespace vitrine::regression
