#include "engine/core/error.h"
#include "engine/regression/scores.h"
#include "engine/regression/tree_builder.h"
#include "tests/engine/regression/reference.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace vitrine;
using namespace vitrine::regression;
using vitrine::test::Reference;

namespace {

const Reference& reference() {
  static const Reference loaded;
  return loaded;
}

std::shared_ptr<const Regressor> train(ModelKind kind, const Hyperparameters& parameters,
                                       const RunContext& context = {}) {
  return fit(kind, parameters, reference().trainX(), reference().trainY(), context);
}

/// Down one tree by the definition in the header.
double leafValue(std::span<const TreeEnsemble::Node> tree, std::span<const double> row) {
  std::size_t i = 0;
  while (tree[i].feature != TreeEnsemble::kLeaf)
    i = static_cast<float>(row[tree[i].feature]) <= tree[i].value ? i + 1 : tree[i].right;
  return tree[i].value;
}

std::size_t depth(std::span<const TreeEnsemble::Node> tree, std::size_t i = 0) {
  if (tree[i].feature == TreeEnsemble::kLeaf)
    return 0;
  return 1 + std::max(depth(tree, i + 1), depth(tree, tree[i].right));
}

}  // namespace

class TestTrees : public QObject {
  Q_OBJECT

 private slots:
  // A tree that tries all features and thresholds has no chance in it but where two features part
  // the same rows, deep down; rows it has seen must get scikit-learn's prediction, others too where
  // the tree is shallow.
  void decisionTreeIsScikitLearns_data() {
    QTest::addColumn<QString>("column");
    QTest::addColumn<double>("leaf");
    QTest::addColumn<double>("maxDepth");
    QTest::newRow("leaf 2") << "tree" << 2.0 << 0.0;
    QTest::newRow("depth 4") << "shallow_tree" << 1.0 << 4.0;
  }
  void decisionTreeIsScikitLearns() {
    QFETCH(QString, column);
    QFETCH(double, leaf);
    QFETCH(double, maxDepth);
    const auto model =
        train(ModelKind::DecisionTree, {{"min_samples_leaf", leaf}, {"max_depth", maxDepth}});
    const auto ours = model->predict(reference().x, {});
    const auto& theirs = reference().columns.at(column.toStdString());
    const auto comparable = maxDepth > 0 ? ours.size() : Reference::kTrain;
    for (std::size_t i = 0; i < comparable; ++i)
      QVERIFY2(std::abs(ours[i] - theirs[i]) < 1e-3, qPrintable(QString::number(i)));
  }

  // Means over 20 seeds of scikit-learn against one of ours; 400 trees leave about 2 % to chance.
  void ensemblesAreAsAccurateAsScikitLearns_data() {
    QTest::addColumn<ModelKind>("kind");
    QTest::addColumn<QString>("score");
    QTest::newRow("extra trees") << ModelKind::ExtraTrees << "extra_trees_rmse";
    QTest::newRow("random forest") << ModelKind::RandomForest << "random_forest_rmse";
  }
  void ensemblesAreAsAccurateAsScikitLearns() {
    QFETCH(ModelKind, kind);
    QFETCH(QString, score);
    const auto model = train(kind, {{"trees", 400}, {"max_features", 0.5}});
    const auto found = scores(reference().test("y"), model->predict(reference().testX(), {}));
    const double theirs = reference().scores.at(score.toStdString());
    QVERIFY2(std::abs(found.rmse / theirs - 1.0) < 0.05, qPrintable(QString::number(found.rmse)));
  }

  void spreadIsScikitLearns() {
    const auto model = train(ModelKind::ExtraTrees, {{"trees", 400}, {"max_features", 0.5}});
    const auto spread = model->predictWithSpread(reference().testX(), {}).spread;
    double mean = 0.0;
    for (const double value : spread)
      mean += value / static_cast<double>(spread.size());
    const double theirs = reference().scores.at("extra_trees_mean_spread");
    QVERIFY2(std::abs(mean / theirs - 1.0) < 0.05, qPrintable(QString::number(mean)));
  }

  void sameForAnyNumberOfThreads_data() {
    QTest::addColumn<ModelKind>("kind");
    for (const auto kind : kModelKinds)
      QTest::newRow(modelName(kind).data()) << kind;
  }
  void sameForAnyNumberOfThreads() {
    QFETCH(ModelKind, kind);
    const auto with = [&](int threads) {
      const auto context = RunContext().withThreads(threads).withSeed(3);
      return train(kind, {}, context)->predictWithSpread(reference().x, context);
    };
    const auto one = with(1);
    for (const int threads : {2, 4}) {
      const auto more = with(threads);
      QVERIFY(one.values == more.values);
      QVERIFY(one.spread == more.spread);
    }
  }

  void seedsDiffer() {
    const auto a = train(ModelKind::ExtraTrees, {{"trees", 5}}, RunContext().withSeed(1));
    const auto b = train(ModelKind::ExtraTrees, {{"trees", 5}}, RunContext().withSeed(2));
    QVERIFY(a->predict(reference().testX(), {}) != b->predict(reference().testX(), {}));
  }

  // The whole table at once, in halves and row by row: the same bits, and what the definition says.
  void batchesAreRows() {
    for (const auto kind : {ModelKind::ExtraTrees, ModelKind::GradientBoosting}) {
      const auto model = train(kind, {});
      const auto* trees = asTrees(*model);
      QVERIFY(trees != nullptr);
      const auto& x = reference().x;
      const auto all = model->predictWithSpread(x, {});
      for (std::size_t i = 0; i < x.rows(); ++i) {
        const std::vector<std::size_t> single{i};
        const auto one = model->predictWithSpread(x.select(single), {});
        QCOMPARE(one.values[0], all.values[i]);
        QCOMPARE(one.spread.size(), std::size_t(trees->averages() ? 1 : 0));
        double sum = 0.0;
        double squares = 0.0;
        for (std::size_t t = 0; t < trees->treeCount(); ++t) {
          const double value = leafValue(trees->tree(t), x.row(i));
          sum += value;
          squares += value * value;
        }
        const double mean = sum * trees->treeWeight();
        QVERIFY(std::abs(trees->base() + mean - all.values[i]) < 1e-8);
        if (!trees->averages())
          continue;
        QCOMPARE(one.spread[0], all.spread[i]);
        const double spread = std::sqrt(std::max(0.0, squares * trees->treeWeight() - mean * mean));
        QVERIFY(std::abs(spread - all.spread[i]) < 1e-4);
      }
    }
  }

  // A fine map of three features, more rows than one block holds.
  void mapsAreRows() {
    const auto model = train(ModelKind::ExtraTrees, {{"trees", 30}});
    const auto* trees = asTrees(*model);
    constexpr std::size_t steps = 130;
    std::vector<std::array<double, 2>> grid;
    for (std::size_t i = 0; i <= steps; ++i)
      for (std::size_t j = 0; i + j <= steps; ++j)
        grid.push_back({static_cast<double>(i) / steps, static_cast<double>(j) / steps});
    QVERIFY(grid.size() > 8192);
    Matrix map(grid.size(), Reference::kFeatures);
    for (std::size_t i = 0; i < grid.size(); ++i) {
      map(i, 1) = grid[i][0];
      map(i, 4) = grid[i][1];
      map(i, 6) = 1.0 - grid[i][0] - grid[i][1];
    }
    const auto values = model->predict(map, {});
    for (std::size_t i = 0; i < grid.size(); i += 7) {
      double sum = 0.0;
      for (std::size_t t = 0; t < trees->treeCount(); ++t)
        sum += leafValue(trees->tree(t), map.row(i));
      QVERIFY(std::abs(sum * trees->treeWeight() - values[i]) < 1e-8);
    }
  }

  void notANumberGoesRight() {
    using Node = TreeEnsemble::Node;
    const std::vector<Node> nodes{{0.5F, 0, 2, 2}, {1.0F, -1, 0, 1}, {2.0F, -1, 0, 1}};
    const auto tree = TreeEnsemble::create(ModelKind::DecisionTree, 1, 0.0, nodes, {0});
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    for (const std::size_t rows : {1U, 100U}) {
      Matrix x(rows, 1);
      for (std::size_t i = 0; i < rows; ++i)
        x(i, 0) = i % 3 == 0 ? nan : static_cast<double>(i % 3 - 1);
      const auto values = tree->predict(x, {});
      for (std::size_t i = 0; i < rows; ++i)
        QCOMPARE(values[i], i % 3 == 1 ? 1.0 : 2.0);
    }
  }

  void settingsAreKept() {
    const auto model = train(ModelKind::ExtraTrees, {{"trees", 20}, {"min_samples_leaf", 4}});
    const auto* trees = asTrees(*model);
    QCOMPARE(trees->treeCount(), std::size_t(20));
    for (std::size_t t = 0; t < trees->treeCount(); ++t) {
      QCOMPARE(trees->tree(t).front().cover, std::uint32_t(Reference::kTrain));
      for (const auto& node : trees->tree(t))
        if (node.feature == TreeEnsemble::kLeaf)
          QVERIFY(node.cover >= 4);
    }
    const auto shallow = train(ModelKind::RandomForest, {{"trees", 20}, {"max_depth", 3}});
    for (std::size_t t = 0; t < 20; ++t)
      QVERIFY(depth(asTrees(*shallow)->tree(t)) <= 3);
  }

  // With leaves of one row and no bootstrap every training row finds itself again.
  void extraTreesRememberTheirRows() {
    const auto model = train(ModelKind::ExtraTrees, {{"trees", 10}, {"min_samples_leaf", 1}});
    const auto values = model->predictWithSpread(reference().trainX(), {});
    const auto y = reference().trainY();
    for (std::size_t i = 0; i < y.size(); ++i) {
      QVERIFY(std::abs(values.values[i] - y[i]) < 1e-3);
      QVERIFY(values.spread[i] < 1e-3);
    }
  }

  // Equal rows with different values, constant features, negative values.
  void oddDataTrain() {
    Matrix x(6, 3);
    const double cells[6][2] = {{-1, 7}, {-1, 7}, {-3, 7}, {2, 7}, {2, 7}, {0, 7}};
    for (std::size_t i = 0; i < 6; ++i)
      for (std::size_t j = 0; j < 2; ++j)
        x(i, j) = cells[i][j];
    const std::vector<double> y{1, 3, 10, 20, 20, 5};
    const auto model = fit(ModelKind::DecisionTree, {{"min_samples_leaf", 1}}, x, y, {});
    const std::vector<double> expected{2, 2, 10, 20, 20, 5};
    QVERIFY(model->predict(x, {}) == expected);
    const auto extra = fit(ModelKind::ExtraTrees, {{"trees", 7}}, x, y, {});
    const auto values = extra->predict(x, {});
    for (std::size_t i = 0; i < 6; ++i)
      QVERIFY(std::abs(values[i] - expected[i]) < 1e-5);
  }

  void wrongTreesAreRefused_data() {
    using Nodes = std::vector<TreeEnsemble::Node>;
    QTest::addColumn<Nodes>("nodes");
    const auto leaf = TreeEnsemble::kLeaf;
    QTest::newRow("empty") << Nodes{};
    QTest::newRow("ends too early") << Nodes{{0.5F, 0, 2, 2}, {1.0F, leaf, 0, 1}};
    QTest::newRow("right before left")
        << Nodes{{0.5F, 0, 1, 2}, {1.0F, leaf, 0, 1}, {1.0F, leaf, 0, 1}};
    QTest::newRow("right outside")
        << Nodes{{0.5F, 0, 3, 2}, {1.0F, leaf, 0, 1}, {1.0F, leaf, 0, 1}};
    QTest::newRow("leaf too many") << Nodes{{0.5F, leaf, 0, 2}, {1.0F, leaf, 0, 1}};
    QTest::newRow("no such feature")
        << Nodes{{0.5F, 9, 2, 2}, {1.0F, leaf, 0, 1}, {1.0F, leaf, 0, 1}};
    QTest::newRow("negative feature")
        << Nodes{{0.5F, -2, 2, 2}, {1.0F, leaf, 0, 1}, {1.0F, leaf, 0, 1}};
    QTest::newRow("covers") << Nodes{{0.5F, 0, 2, 3}, {1.0F, leaf, 0, 1}, {1.0F, leaf, 0, 1}};
    QTest::newRow("no cover") << Nodes{{0.5F, leaf, 0, 0}};
    QTest::newRow("infinite") << Nodes{{std::numeric_limits<float>::infinity(), leaf, 0, 1}};
  }
  void wrongTreesAreRefused() {
    QFETCH(std::vector<TreeEnsemble::Node>, nodes);
    QVERIFY_EXCEPTION_THROWN(TreeEnsemble::create(ModelKind::ExtraTrees, 3, 0.0, nodes, {0}),
                             Error);
  }

  void wrongInputIsRefused_data() {
    QTest::addColumn<ModelKind>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("value");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("unknown") << ModelKind::ExtraTrees << "tres" << 3.0;
    QTest::newRow("of another model") << ModelKind::NearestNeighbours << "gamma" << 1.0;
    QTest::newRow("no trees") << ModelKind::ExtraTrees << "trees" << 0.0;
    QTest::newRow("half a tree") << ModelKind::RandomForest << "trees" << 2.5;
    QTest::newRow("no features") << ModelKind::ExtraTrees << "max_features" << 0.0;
    QTest::newRow("more than all") << ModelKind::DecisionTree << "max_features" << 1.5;
    QTest::newRow("empty leaf") << ModelKind::DecisionTree << "min_samples_leaf" << 0.0;
    QTest::newRow("rate") << ModelKind::GradientBoosting << "learning_rate" << -0.1;
    QTest::newRow("rounds") << ModelKind::GradientBoosting << "rounds" << 0.0;
    QTest::newRow("subsample") << ModelKind::GradientBoosting << "subsample" << 1.1;
    QTest::newRow("c") << ModelKind::SupportVector << "c" << 0.0;
    QTest::newRow("gamma") << ModelKind::SupportVector << "gamma" << nan;
    QTest::newRow("epsilon") << ModelKind::SupportVector << "epsilon" << -1.0;
    QTest::newRow("neighbours") << ModelKind::NearestNeighbours << "neighbours" << 0.0;
    QTest::newRow("power") << ModelKind::NearestNeighbours << "power" << 3.0;
    QTest::newRow("flag") << ModelKind::NearestNeighbours << "standardise" << 2.0;
  }
  void wrongInputIsRefused() {
    QFETCH(ModelKind, kind);
    QFETCH(QString, name);
    QFETCH(double, value);
    try {
      train(kind, {{name.toStdString(), value}});
      QFAIL("accepted");
    } catch (const Error& error) {
      QCOMPARE(error.code(), ErrorCode::InvalidInput);
      QVERIFY(QString(error.what()).contains(name));
    }
  }

  void wrongDataAreRefused() {
    const auto x = reference().trainX();
    const auto y = reference().trainY();
    auto holed = x;
    holed(3, 2) = std::numeric_limits<double>::quiet_NaN();
    auto infinite = y;
    infinite[5] = std::numeric_limits<double>::infinity();
    const std::vector<std::size_t> first{0};
    for (const auto kind : kModelKinds) {
      QVERIFY_EXCEPTION_THROWN(fit(kind, {}, holed, y, {}), Error);
      QVERIFY_EXCEPTION_THROWN(fit(kind, {}, x, infinite, {}), Error);
      QVERIFY_EXCEPTION_THROWN(fit(kind, {}, x, std::span(y).first(9), {}), Error);
      QVERIFY_EXCEPTION_THROWN(fit(kind, {}, x.select(first), std::span(y).first(1), {}), Error);
      QVERIFY_EXCEPTION_THROWN(fit(kind, {}, Matrix(y.size(), 0), y, {}), Error);
      QVERIFY_EXCEPTION_THROWN(train(kind, {})->predict(Matrix(3, 7), {}), Error);
    }
  }
};

QTEST_GUILESS_MAIN(TestTrees)
#include "tst_trees.moc"
