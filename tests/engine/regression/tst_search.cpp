#include "engine/core/error.h"
#include "engine/core/random.h"
#include "engine/regression/blend.h"
#include "engine/regression/conformal.h"
#include "engine/regression/gradient_boosting.h"
#include "engine/regression/scores.h"
#include "engine/regression/search.h"
#include "tests/engine/regression/reference.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace vitrine;
using namespace vitrine::regression;
using vitrine::test::Reference;

namespace {

std::vector<IndexSplit> threeFolds(std::size_t rows) {
  std::vector<IndexSplit> splits(3);
  for (std::size_t i = 0; i < rows; ++i)
    for (std::size_t s = 0; s < 3; ++s)
      (i % 3 == s ? splits[s].test : splits[s].train).push_back(i);
  return splits;
}

double squaredError(const Matrix& predictions, std::span<const double> y,
                    std::span<const double> weights) {
  double sum = 0.0;
  for (std::size_t i = 0; i < y.size(); ++i) {
    double error = -y[i];
    for (std::size_t j = 0; j < weights.size(); ++j)
      error += predictions(i, j) * weights[j];
    sum += error * error;
  }
  return sum;
}

}  // namespace

class TestSearch : public QObject {
  Q_OBJECT

 private slots:
  // scikit-learn's r2_score, mean_squared_error and mean_absolute_error on the same predictions.
  void scoresAreScikitLearns() {
    const Reference reference;
    const auto found = scores(reference.test("y"), reference.test("tree"));
    QVERIFY(std::abs(found.r2 - reference.scores.at("tree_r2")) < 1e-7);
    QVERIFY(std::abs(found.rmse - reference.scores.at("tree_rmse")) < 1e-5);
    QVERIFY(std::abs(found.mae - reference.scores.at("tree_mae")) < 1e-5);
  }
  void scoresOfNothing() {
    QVERIFY(std::isnan(scores(std::vector{2.0, 2.0}, std::vector{2.0, 3.0}).r2));
    QVERIFY_EXCEPTION_THROWN(scores({}, {}), Error);
    QVERIFY_EXCEPTION_THROWN(scores(std::vector{1.0}, std::vector{1.0, 2.0}), Error);
  }

  // Ten residuals: for 80 % the ⌈11 · 0.8⌉ = 9th smallest.
  void quantileByHand() {
    const std::vector<double> residuals{-1, 2, -3, 4, 5, -6, 7, 8, -9, 10};
    const std::vector<double> equal(10, 1.0);
    QCOMPARE(ConformalInterval::calibrate(residuals, equal, 0.8).quantile(), 9.0);
    QCOMPARE(ConformalInterval::calibrate(residuals, equal, 0.5).quantile(), 6.0);
    // Too few rows for the coverage: the largest.
    QCOMPARE(ConformalInterval::calibrate(residuals, equal, 0.99).quantile(), 10.0);

    std::vector<double> difficulty(10, 2.5);
    difficulty[9] = 20.0;
    const auto scaled = ConformalInterval::calibrate(residuals, difficulty, 0.8);
    // Sizes are |residual| / 2.5 but for the last, 10 / 20.
    QCOMPARE(scaled.quantile(), 8.0 / 2.5);
    QCOMPARE(scaled.halfWidth(4.0), 8.0 / 2.5 * 4.0);
    const auto back = ConformalInterval::restore(scaled.quantile());
    QCOMPARE(back.halfWidth(1.0), scaled.halfWidth(1.0));
  }

  // Residuals that grow with the difficulty: both kinds cover 90 % of new rows, the scaled one with
  // the narrower intervals. Standard error of a coverage over 4000 rows: 0.5 %.
  void coverageHolds() {
    Random random(2);
    const auto rows = [&](std::size_t n) {
      std::pair<std::vector<double>, std::vector<double>> made;
      for (std::size_t i = 0; i < n; ++i) {
        const double difficulty = 1.0 + 9.0 * random.uniform();
        made.second.push_back(difficulty);
        made.first.push_back(difficulty * (random.uniform() + random.uniform() - 1.0));
      }
      return made;
    };
    const auto calibration = rows(4000);
    const auto fresh = rows(4000);
    const auto plain = ConformalInterval::calibrate(calibration.first, std::vector(4000, 1.0), 0.9);
    const auto scaled = ConformalInterval::calibrate(calibration.first, calibration.second, 0.9);
    double coveredPlain = 0.0;
    double coveredScaled = 0.0;
    double width = 0.0;
    for (std::size_t i = 0; i < 4000; ++i) {
      coveredPlain += std::abs(fresh.first[i]) <= plain.halfWidth(1.0) ? 1.0 / 4000 : 0.0;
      coveredScaled +=
          std::abs(fresh.first[i]) <= scaled.halfWidth(fresh.second[i]) ? 1.0 / 4000 : 0.0;
      width += scaled.halfWidth(fresh.second[i]) / 4000;
    }
    QVERIFY(std::abs(coveredPlain - 0.9) < 0.03);
    QVERIFY(std::abs(coveredScaled - 0.9) < 0.03);
    QVERIFY(width < plain.halfWidth(1.0));
  }

  void wrongCalibrationsAreRefused() {
    const std::vector<double> two{1.0, 2.0};
    QVERIFY_EXCEPTION_THROWN(ConformalInterval::calibrate({}, {}, 0.9), Error);
    QVERIFY_EXCEPTION_THROWN(ConformalInterval::calibrate(two, two, 1.0), Error);
    QVERIFY_EXCEPTION_THROWN(ConformalInterval::calibrate(two, std::vector{1.0}, 0.9), Error);
    QVERIFY_EXCEPTION_THROWN(ConformalInterval::calibrate(two, std::vector{1.0, 0.0}, 0.9), Error);
    QVERIFY_EXCEPTION_THROWN(ConformalInterval::restore(NAN), Error);
  }

  // The Karush–Kuhn–Tucker conditions, which only the optimum meets: the slope of the error is the
  // same along all weights above zero and not smaller along the others.
  void blendIsOptimal() {
    Random random(17);
    for (int problem = 0; problem < 200; ++problem) {
      const std::size_t models = 1 + random.below(8);
      Matrix predictions(40, models);
      std::vector<double> y;
      for (std::size_t i = 0; i < 40; ++i) {
        y.push_back(600.0 + 200.0 * random.uniform());
        const double common = 30.0 * random.uniform();
        for (std::size_t j = 0; j < models; ++j)
          predictions(i, j) = y[i] + common + static_cast<double>(j) * 10.0 * random.uniform() +
                              20.0 * random.uniform() - 20.0;
      }
      const auto w = blendWeights(predictions, y);
      QVERIFY(std::abs(std::accumulate(w.begin(), w.end(), 0.0) - 1.0) < 1e-12);
      std::vector<double> slope(models, 0.0);
      for (std::size_t i = 0; i < 40; ++i) {
        double error = -y[i];
        for (std::size_t j = 0; j < models; ++j)
          error += predictions(i, j) * w[j];
        for (std::size_t j = 0; j < models; ++j)
          slope[j] += 2.0 * error * (predictions(i, j) - y[i]);
      }
      const double least = std::ranges::min(slope);
      for (std::size_t j = 0; j < models; ++j) {
        QVERIFY(w[j] >= 0.0);
        if (w[j] > 0.0)
          QVERIFY(slope[j] - least < 1e-6 * (1.0 + std::abs(least)));
      }
      for (std::size_t j = 0; j < models; ++j) {
        std::vector<double> alone(models, 0.0);
        alone[j] = 1.0;
        QVERIFY(squaredError(predictions, y, w) <= squaredError(predictions, y, alone) + 1e-6);
      }
    }
  }

  void blendOfRepeats() {
    Matrix predictions(3, 3);
    const std::vector<double> y{1, 2, 3};
    for (std::size_t i = 0; i < 3; ++i) {
      predictions(i, 0) = predictions(i, 1) = y[i] + 1.0;
      predictions(i, 2) = y[i] - 1.0;
    }
    const auto w = blendWeights(predictions, y);
    QVERIFY(std::abs(w[0] + w[1] - 0.5) < 1e-9 && std::abs(w[2] - 0.5) < 1e-9);
    for (std::size_t i = 0; i < 3; ++i)
      predictions(i, 2) = y[i];
    QVERIFY(std::abs(blendWeights(predictions, y)[2] - 1.0) < 1e-9);
    Matrix perfect(2, 2);
    QVERIFY((blendWeights(perfect, std::vector{0.0, 0.0}) == std::vector{0.5, 0.5}));
    QVERIFY_EXCEPTION_THROWN(blendWeights(Matrix(2, 0), std::vector{0.0, 0.0}), Error);
    QVERIFY_EXCEPTION_THROWN(blendWeights(Matrix(2, 1), std::vector{0.0}), Error);
  }

  void outOfFoldRowsWereNotSeen() {
    const Reference reference;
    const auto& y = reference.y();
    const auto splits = threeFolds(y.size());
    const Hyperparameters one{{"neighbours", 1}};
    const auto found = outOfFold(ModelKind::NearestNeighbours, one, reference.x, y, splits, {});
    // A row of the other two thirds that no other of them is nearer than, in Manhattan distance; of
    // alloys without a common element all are equally far.
    for (std::size_t i = 0; i < y.size(); ++i) {
      const auto distance = [&](std::size_t k) {
        double sum = 0.0;
        for (std::size_t f = 0; f < Reference::kFeatures; ++f)
          sum += std::abs(reference.x(i, f) - reference.x(k, f));
        return k % 3 == i % 3 ? 1e9 : sum;
      };
      double least = 1e9;
      for (std::size_t k = 0; k < y.size(); ++k)
        least = std::min(least, distance(k));
      bool nearest = false;
      for (std::size_t k = 0; k < y.size(); ++k)
        nearest = nearest || (std::abs(y[k] - found[i]) < 1e-9 && distance(k) < least + 1e-9);
      QVERIFY2(nearest, qPrintable(QString::number(i)));
    }
    const auto partly = outOfFold(ModelKind::NearestNeighbours, one, reference.x, y,
                                  std::span(splits).first(1), {});
    QVERIFY(!std::isnan(partly[0]) && std::isnan(partly[1]));
  }

  void searchIsRepeatable() {
    const Reference reference;
    const auto splits = threeFolds(reference.y().size());
    const auto with = [&](int threads) {
      return randomSearch(ModelKind::SupportVector, {},
                          defaultSearchSpace(ModelKind::SupportVector), reference.x, reference.y(),
                          splits, 6, RunContext().withThreads(threads).withSeed(4));
    };
    const auto one = with(1);
    QCOMPARE(one.trials.size(), std::size_t(6));
    QVERIFY(one.trials[0].parameters.empty());
    for (const auto& trial : one.trials)
      QVERIFY(trial.scores.rmse >= one.trials[one.best].scores.rmse);
    for (const int threads : {2, 4}) {
      const auto more = with(threads);
      QCOMPARE(more.best, one.best);
      for (std::size_t t = 0; t < 6; ++t) {
        QVERIFY(more.trials[t].parameters == one.trials[t].parameters);
        QCOMPARE(more.trials[t].scores.rmse, one.trials[t].scores.rmse);
      }
    }
    // The best trial's error is that of its out-of-fold predictions.
    const auto again = outOfFold(ModelKind::SupportVector, one.trials[one.best].parameters,
                                 reference.x, reference.y(), splits, RunContext().withSeed(4));
    QVERIFY(std::abs(scores(reference.y(), again).rmse - one.trials[one.best].scores.rmse) < 1e-9);
  }

  void drawsKeepToTheSpace() {
    const Reference reference;
    const auto splits = threeFolds(reference.y().size());
    for (const auto kind : {ModelKind::DecisionTree, ModelKind::NearestNeighbours}) {
      const auto space = defaultSearchSpace(kind);
      const auto result = randomSearch(kind, {}, space, reference.x, reference.y(), splits, 25, {});
      for (const auto& [name, from] : space) {
        std::vector<double> seen;
        for (std::size_t t = 1; t < result.trials.size(); ++t) {
          const double value = result.trials[t].parameters.at(name);
          seen.push_back(value);
          if (from.scale == Distribution::Scale::Choice)
            QVERIFY(std::ranges::find(from.choices, value) != from.choices.end());
          else
            QVERIFY(value >= from.low && value <= from.high);
          if (from.scale == Distribution::Scale::Integer)
            QCOMPARE(value, std::floor(value));
        }
        QVERIFY(std::ranges::max(seen) > std::ranges::min(seen));
      }
    }
  }

  // Fewer rounds and as many as the search allowed predict the watched rows no better.
  void stopsWhereTheWatchedRowsAreBest() {
    const Reference reference;
    BoostingSettings settings;
    settings.rounds = 400;
    settings.learningRate = 0.1;
    settings.gamma = 1.0;
    constexpr std::size_t kPatience = 40;
    const auto measured = reference.test("y");
    const auto stopped = boostUntilWorse(settings, reference.trainX(), reference.trainY(),
                                         reference.testX(), measured, kPatience, {});
    QVERIFY(stopped.rounds > 5 && stopped.rounds + kPatience < settings.rounds);
    const auto after = [&](std::size_t rounds) {
      settings.rounds = rounds;
      return boostTrees(settings, reference.trainX(), reference.trainY(), {})
          ->predict(reference.testX(), {});
    };
    const auto best = after(stopped.rounds);
    for (std::size_t i = 0; i < best.size(); ++i)
      QVERIFY(std::abs(best[i] - stopped.predictions[i]) < 1e-2);
    const double smallest = scores(measured, stopped.predictions).rmse;
    for (std::size_t rounds = 1; rounds < stopped.rounds + kPatience; rounds += 7)
      QVERIFY(scores(measured, after(rounds)).rmse >= smallest - 1e-3);
  }
  void noSplitIsWorthAnEnormousGamma() {
    const Reference reference;
    const auto y = reference.trainY();
    const double mean = std::accumulate(y.begin(), y.end(), 0.0) / static_cast<double>(y.size());
    const auto model =
        fit(ModelKind::GradientBoosting, {{"gamma", 1e9}, {"rounds", 50.0}, {"subsample", 1.0}},
            reference.trainX(), y, {});
    for (const double value : model->predict(reference.testX(), {}))
      QVERIFY(std::abs(value - mean) < 1e-3 * std::abs(mean));
  }
  void earlyStoppingFindsTheRounds() {
    const Reference reference;
    const auto splits = threeFolds(reference.y().size());
    const Hyperparameters start{{"rounds", 300.0}, {"learning_rate", 0.1}};
    const SearchSpace space{{"gamma", {Distribution::Scale::Logarithmic, 0.001, 10.0, {}}},
                            {"max_depth", {Distribution::Scale::Integer, 2.0, 20.0, {}}}};
    const auto one = earlyStoppedSearch(start, space, reference.x, reference.y(), splits, 4, 20,
                                        RunContext().withThreads(1).withSeed(3));
    const auto two = earlyStoppedSearch(start, space, reference.x, reference.y(), splits, 4, 20,
                                        RunContext().withThreads(2).withSeed(3));
    for (std::size_t t = 0; t < 4; ++t) {
      QVERIFY(one.trials[t].parameters == two.trials[t].parameters);
      QCOMPARE(one.trials[t].scores.rmse, two.trials[t].scores.rmse);
      const double rounds = one.trials[t].parameters.at("rounds");
      QVERIFY(rounds >= 1.0 && rounds <= 300.0 && rounds == std::round(rounds));
    }
    // The rounds found, used for all splits, do nearly as well as those of each split.
    const auto& best = one.trials[one.best];
    const auto held = outOfFold(ModelKind::GradientBoosting, best.parameters, reference.x,
                                reference.y(), splits, RunContext().withSeed(3));
    const double fixed = scores(reference.y(), held).rmse;
    QVERIFY(fixed >= best.scores.rmse - 1e-6 && fixed < 1.1 * best.scores.rmse);
  }
  void searchIsCancelled() {
    const Reference reference;
    std::stop_source source;
    RunContext::Options options;
    options.stop = source.get_token();
    double reached = 0.0;
    options.progress = [&](double fraction) {
      reached = fraction;
      if (fraction > 0.0)
        source.request_stop();
    };
    QVERIFY_EXCEPTION_THROWN(
        randomSearch(ModelKind::ExtraTrees, {}, defaultSearchSpace(ModelKind::ExtraTrees),
                     reference.x, reference.y(), threeFolds(reference.y().size()), 500,
                     RunContext(options)),
        Cancelled);
    QVERIFY(reached > 0.0 && reached < 0.5);
  }

  void wrongSearchesAreRefused() {
    const Reference reference;
    const auto& y = reference.y();
    const auto splits = threeFolds(y.size());
    const auto search = [&](const SearchSpace& space, std::span<const IndexSplit> over,
                            std::size_t budget) {
      return randomSearch(ModelKind::DecisionTree, {}, space, reference.x, y, over, budget, {});
    };
    using Scale = Distribution::Scale;
    QVERIFY_EXCEPTION_THROWN(search({}, {}, 1), Error);
    QVERIFY_EXCEPTION_THROWN(search({}, splits, 0), Error);
    const std::vector<IndexSplit> outside{{{0, 1, 2}, {y.size()}}};
    QVERIFY_EXCEPTION_THROWN(search({}, outside, 1), Error);
    const std::vector<IndexSplit> empty{{{0, 1, 2}, {}}};
    QVERIFY_EXCEPTION_THROWN(search({}, empty, 1), Error);
    QVERIFY_EXCEPTION_THROWN(search({{"max_depth", {Scale::Integer, 3, 1, {}}}}, splits, 1), Error);
    QVERIFY_EXCEPTION_THROWN(search({{"max_features", {Scale::Logarithmic, 0, 1, {}}}}, splits, 1),
                             Error);
    QVERIFY_EXCEPTION_THROWN(search({{"max_features", {Scale::Choice, 0, 1, {}}}}, splits, 1),
                             Error);
    QVERIFY_EXCEPTION_THROWN(search({{"tres", {Scale::Linear, 0, 1, {}}}}, splits, 2), Error);
  }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
