#include "engine/core/error.h"
#include "engine/regression/tree_shap.h"
#include "tests/engine/regression/reference.h"

#include <QTest>

#include <bit>
#include <cmath>

using namespace vitrine;
using namespace vitrine::regression;
using vitrine::test::Reference;

namespace {

using Node = TreeEnsemble::Node;

/// Algorithm 1 of Lundberg, Erion & Lee (2018): the mean prediction of a tree where only the
/// features in `known` are known.
double expectation(std::span<const Node> tree, std::size_t i, std::span<const double> x,
                   unsigned known) {
  const Node& node = tree[i];
  if (node.feature == TreeEnsemble::kLeaf)
    return node.value;
  if ((known >> static_cast<unsigned>(node.feature) & 1U) != 0U)
    return expectation(tree, static_cast<float>(x[node.feature]) <= node.value ? i + 1 : node.right,
                       x, known);
  const double left = tree[i + 1].cover;
  const double right = tree[node.right].cover;
  return (left * expectation(tree, i + 1, x, known) +
          right * expectation(tree, node.right, x, known)) /
         (left + right);
}

double expectation(const TreeEnsemble& trees, std::span<const double> x, unsigned known) {
  double sum = 0.0;
  for (std::size_t t = 0; t < trees.treeCount(); ++t)
    sum += expectation(trees.tree(t), 0, x, known);
  return trees.base() + trees.treeWeight() * sum;
}

/// Shapley's formula, over all subsets.
std::vector<double> bruteForce(const TreeEnsemble& trees, std::span<const double> x) {
  const auto n = static_cast<unsigned>(x.size());
  std::vector<double> values(1U << n);
  for (unsigned known = 0; known < values.size(); ++known)
    values[known] = expectation(trees, x, known);
  std::vector<double> shapley(n, 0.0);
  for (unsigned f = 0; f < n; ++f)
    for (unsigned known = 0; known < values.size(); ++known) {
      if ((known >> f & 1U) != 0U)
        continue;
      const auto size = static_cast<double>(std::popcount(known));
      const double weight = std::tgamma(size + 1.0) * std::tgamma(n - size) / std::tgamma(n + 1.0);
      shapley[f] += weight * (values[known | 1U << f] - values[known]);
    }
  return shapley;
}

}  // namespace

class TestTreeShap : public QObject {
  Q_OBJECT

 private slots:
  void isShapleysFormula_data() {
    QTest::addColumn<ModelKind>("kind");
    QTest::addColumn<double>("trees");
    QTest::newRow("decision tree") << ModelKind::DecisionTree << 1.0;
    QTest::newRow("extra trees") << ModelKind::ExtraTrees << 12.0;
    QTest::newRow("random forest") << ModelKind::RandomForest << 12.0;
    QTest::newRow("boosting") << ModelKind::GradientBoosting << 60.0;
  }
  void isShapleysFormula() {
    QFETCH(ModelKind, kind);
    QFETCH(double, trees);
    const Reference reference;
    Hyperparameters parameters;
    if (kind == ModelKind::GradientBoosting)
      parameters["rounds"] = trees;
    else if (kind != ModelKind::DecisionTree)
      parameters["trees"] = trees;
    const auto model = fit(kind, parameters, reference.trainX(), reference.trainY(), {});
    const auto* ensemble = asTrees(*model);
    for (const std::size_t row : {0U, 57U, 200U}) {
      const auto x = reference.x.row(row);
      const auto found = treeShap(*ensemble, x, {});
      const auto expected = bruteForce(*ensemble, x);
      for (std::size_t f = 0; f < expected.size(); ++f)
        QVERIFY2(
            std::abs(found.contributions[f] - expected[f]) < 1e-8,
            qPrintable(
                QString("%1: %2, not %3").arg(f).arg(found.contributions[f]).arg(expected[f])));
      QVERIFY(std::abs(found.base - expectation(*ensemble, x, 0)) < 1e-8);
    }
  }

  // A feature that comes back on its path, with a side the row does not take in between.
  void repeatedFeatures() {
    const std::int32_t leaf = TreeEnsemble::kLeaf;
    const std::vector<Node> nodes{
        {0.5F, 0, 8, 10},   {0.3F, 1, 5, 7},     {0.2F, 0, 4, 4},
        {1.0F, leaf, 0, 3}, {5.0F, leaf, 0, 1},  {0.1F, 0, 7, 3},
        {2.0F, leaf, 0, 1}, {-4.0F, leaf, 0, 2}, {9.0F, leaf, 0, 3},
    };
    const auto tree = TreeEnsemble::create(ModelKind::DecisionTree, 3, 0.0, nodes, {0});
    for (const auto& x : {std::vector{0.15, 0.2, 1.0}, std::vector{0.05, 0.9, 1.0},
                          std::vector{0.9, 0.1, 1.0}, std::vector{0.25, 0.3, 1.0}}) {
      const auto found = treeShap(*tree, x, {});
      const auto expected = bruteForce(*tree, x);
      for (std::size_t f = 0; f < 3; ++f)
        QVERIFY(std::abs(found.contributions[f] - expected[f]) < 1e-12);
      QCOMPARE(found.contributions[2], 0.0);
    }
  }

  void addsUpAndKeepsToThreads() {
    const Reference reference;
    const auto model =
        fit(ModelKind::ExtraTrees, {{"trees", 100}}, reference.trainX(), reference.trainY(), {});
    const auto values = model->predict(reference.testX(), {});
    for (std::size_t i = 0; i < 5; ++i) {
      const auto x = reference.testX();
      const auto one = treeShap(*asTrees(*model), x.row(i), RunContext().withThreads(1));
      double sum = one.base;
      for (const double part : one.contributions)
        sum += part;
      QVERIFY(std::abs(sum - values[i]) < 1e-8);
      for (const int threads : {2, 4})
        QVERIFY(
            treeShap(*asTrees(*model), x.row(i), RunContext().withThreads(threads)).contributions ==
            one.contributions);
    }
  }

  void aSingleLeafExplainsNothing() {
    const auto tree = TreeEnsemble::create(ModelKind::DecisionTree, 2, 0.0,
                                           {{7.0F, TreeEnsemble::kLeaf, 0, 3}}, {0});
    const auto found = treeShap(*tree, std::vector{1.0, 2.0}, {});
    QCOMPARE(found.base, 7.0);
    QVERIFY((found.contributions == std::vector{0.0, 0.0}));
    QVERIFY_EXCEPTION_THROWN(treeShap(*tree, std::vector{1.0}, {}), Error);
  }
};

QTEST_GUILESS_MAIN(TestTreeShap)
#include "tst_tree_shap.moc"
