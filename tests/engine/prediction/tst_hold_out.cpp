// The hold-out study against predictions computed here: three nearest neighbours and a straight
// line are simple enough for that.

#include "engine/alloy/element.h"
#include "engine/core/error.h"
#include "engine/prediction/learning_curve.h"
#include "engine/prediction/mean_contributions.h"
#include "engine/prediction/training_rows.h"
#include "tests/engine/prediction/synthetic.h"

#include <QTest>

#include <cmath>
#include <map>
#include <numeric>
#include <set>

using namespace vitrine;
using namespace vitrine::prediction;
using dataset::SplitKind;
using regression::ModelKind;

namespace {

TrainingOptions neighbours(SplitKind split, int seeds) {
  auto options = test::quickOptions();
  options.models = {ModelKind::NearestNeighbours};
  options.split = split;
  options.seeds = seeds;
  return options;
}

/// The documented setting: three neighbours by the sum of absolute differences, weighted by the
/// inverse of that.
double byNeighbours(const dataset::Table& table, const std::vector<std::size_t>& train,
                    std::size_t row) {
  std::vector<std::pair<double, double>> near;
  for (const std::size_t other : train) {
    double distance = 0.0;
    for (int z = 1; z <= 103; ++z)
      distance += std::abs(table.rows[other].composition.fraction(z) -
                           table.rows[row].composition.fraction(z));
    near.emplace_back(distance, *table.rows[other].values[0]);
  }
  std::ranges::sort(near);
  double sum = 0.0, weights = 0.0;
  for (std::size_t k = 0; k < 3; ++k) {
    sum += near[k].second / near[k].first;
    weights += 1.0 / near[k].first;
  }
  return sum / weights;
}

/// Solves the normal equations for one end value an element, by Gauss's elimination.
std::map<int, double> lineThrough(const dataset::Table& table,
                                  const std::vector<std::size_t>& train) {
  std::set<int> found;
  for (const std::size_t row : train)
    for (const auto& share : table.rows[row].composition.shares())
      found.insert(share.atomicNumber);
  const std::vector<int> elements(found.begin(), found.end());
  const std::size_t n = elements.size();
  std::vector<std::vector<double>> a(n, std::vector<double>(n + 1));
  for (const std::size_t row : train)
    for (std::size_t i = 0; i < n; ++i) {
      const double x = table.rows[row].composition.fraction(elements[i]);
      for (std::size_t j = 0; j < n; ++j)
        a[i][j] += x * table.rows[row].composition.fraction(elements[j]);
      a[i][n] += x * *table.rows[row].values[0];
    }
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < n; ++k) {
      const double factor = k == i ? 0.0 : a[k][i] / a[i][i];
      for (std::size_t j = i; j <= n && k != i; ++j)
        a[k][j] -= factor * a[i][j];
    }
  std::map<int, double> ends;
  for (std::size_t i = 0; i < n; ++i)
    ends[elements[i]] = a[i][n] / a[i][i];
  return ends;
}

bool near(double a, double b) {
  return std::abs(a - b) < 1e-6 * std::max(1.0, std::abs(b));
}

}  // namespace

class TestHoldOut : public QObject {
  Q_OBJECT

 private slots:
  void rowsAreMeansOverTheirTestParts() {
    auto table = test::syntheticTable(30, 5);
    table.rows[7].values[0].reset();  // so that rows of the table and of the study differ
    const auto report = holdOutStudy(table, neighbours(SplitKind::Random, 3), RunContext());
    std::vector<std::size_t> used;
    for (std::size_t i = 0; i < table.rows.size(); ++i)
      if (i != 7)
        used.push_back(i);
    const std::vector<std::string> groups(used.size());

    std::map<std::size_t, std::vector<double>> byRow, lineByRow;
    std::vector<double> rmse, lineRmse;
    for (std::uint64_t seed = 0; seed < 3; ++seed) {
      const auto split = dataset::holdOut(SplitKind::Random, groups, 0.2, seed);
      std::vector<std::size_t> train;
      for (const std::size_t i : split.train)
        train.push_back(used[i]);
      const auto ends = lineThrough(table, train);
      double square = 0.0, lineSquare = 0.0;
      for (const std::size_t i : split.test) {
        const std::size_t row = used[i];
        byRow[row].push_back(byNeighbours(table, train, row));
        double line = 0.0;
        for (const auto& share : table.rows[row].composition.shares())
          line += share.amount * ends.at(share.atomicNumber);
        lineByRow[row].push_back(line);
        const double measured = *table.rows[row].values[0];
        square += std::pow(byRow[row].back() - measured, 2);
        lineSquare += std::pow(line - measured, 2);
      }
      rmse.push_back(std::sqrt(square / static_cast<double>(split.test.size())));
      lineRmse.push_back(std::sqrt(lineSquare / static_cast<double>(split.test.size())));
    }
    QCOMPARE(report.heldOut.size(), byRow.size());
    const auto place = static_cast<std::size_t>(ModelKind::NearestNeighbours);
    for (const auto& row : report.heldOut) {
      const auto& said = byRow.at(row.tableRow);
      QCOMPARE(row.times, static_cast<int>(said.size()));
      const double mean = std::accumulate(said.begin(), said.end(), 0.0) / row.times;
      QVERIFY(near(row.predictedK[place], mean));
      const auto& line = lineByRow.at(row.tableRow);
      QVERIFY(near(row.linearK, std::accumulate(line.begin(), line.end(), 0.0) / row.times));
      QCOMPARE(row.measuredK, *table.rows[row.tableRow].values[0]);
      QVERIFY(near(0.5 * (row.interval90.lo + row.interval90.hi), mean));
      QVERIFY(std::isnan(row.predictedK[kBlend]));
    }
    const auto& score = report.models.at("nearest_neighbours").rmseK;
    QVERIFY(near(score.mean, (rmse[0] + rmse[1] + rmse[2]) / 3.0));
    QVERIFY(near(report.linear.rmseK.mean, (lineRmse[0] + lineRmse[1] + lineRmse[2]) / 3.0));
    double square = 0.0;
    for (const double value : rmse)
      square += std::pow(value - score.mean, 2) / 3.0;
    QVERIFY(near(score.sd, std::sqrt(square)));
  }

  // One split: the rows themselves tell how many lie inside.
  void coverageIsCounted() {
    const auto report =
        holdOutStudy(test::syntheticTable(30, 5), neighbours(SplitKind::Grouped, 1), RunContext());
    double inside = 0.0, width = 0.0;
    const auto n = static_cast<double>(report.heldOut.size());
    for (const auto& row : report.heldOut) {
      inside += row.measuredK >= row.interval90.lo && row.measuredK <= row.interval90.hi ? 1 : 0;
      width += (row.interval90.hi - row.interval90.lo) / n;
    }
    QVERIFY(near(report.coverage90->mean, inside / n));
    QVERIFY(near(report.meanWidthK->mean, width));
    QCOMPARE(report.calibration.size(), std::size_t{10});
    QCOMPARE(report.calibration[8].nominal, 0.9);
    QCOMPARE(report.calibration[8].actual.mean, report.coverage90->mean);
    for (std::size_t i = 1; i < report.calibration.size(); ++i) {
      QVERIFY(report.calibration[i].nominal > report.calibration[i - 1].nominal);
      QVERIFY(report.calibration[i].actual.mean >= report.calibration[i - 1].actual.mean);
    }
  }

  // Targets drawn at random about a constant: whoever predicts them is off by the same in every
  // system, so that intervals hold what they promise. 12 test parts of 60 rows.
  void intervalsHoldWhatTheyPromise() {
    auto table = test::syntheticTable(60, 5);
    Random random(5);
    for (auto& row : table.rows)
      row.values[0] = 700.0 + 20.0 * random.normal();
    auto options = neighbours(SplitKind::Grouped, 12);
    options.models = {ModelKind::DecisionTree};
    const auto report = holdOutStudy(table, options, RunContext());
    for (const auto& point : report.calibration)
      QVERIFY2(std::abs(point.actual.mean - point.nominal) < 0.07,
               qPrintable(QStringLiteral("%1 %2").arg(point.nominal).arg(point.actual.mean)));
  }

  void elementsAreLeftOutOneByOne() {
    auto table = test::syntheticTable(40, 5);
    // Osmium in one row only.
    table.rows.push_back(
        {"Os50Zr50",
         alloy::Composition::fromAmounts(std::vector<alloy::Share>{{76, 50.0}, {40, 50.0}}),
         {800.0, 1300.0},
         "made",
         0});
    const auto report =
        holdOutStudy(table, neighbours(SplitKind::LeaveOneElementOut, 1), RunContext());
    QCOMPARE(report.seeds, 9);
    QCOMPARE(report.elements.size(), std::size_t{9});
    QCOMPARE(report.notLeft.size(), std::size_t{1});
    QCOMPARE(report.notLeft[0].atomicNumber, 76);
    QCOMPARE(report.notLeft[0].rows, std::size_t{1});
    double mean = 0.0, lineMean = 0.0;
    for (const auto& element : report.elements) {
      std::vector<std::size_t> train, test;
      for (std::size_t i = 0; i < table.rows.size(); ++i)
        (table.rows[i].composition.fraction(element.atomicNumber) > 0.0 ? test : train)
            .push_back(i);
      QCOMPARE(element.rows, test.size());
      // Neighbours tie where an element is missing, so it is the line that is computed here. Of the
      // lines that are equally good it is that of the smallest coefficients, in which an element
      // nobody has seen counts as the mean of the others.
      const auto ends = lineThrough(table, train);
      double middle = 0.0, square = 0.0;
      for (const auto& [z, end] : ends)
        middle += end / static_cast<double>(ends.size());
      for (const std::size_t row : test) {
        double line = 0.0;
        for (const auto& share : table.rows[row].composition.shares())
          line += share.amount *
                  (ends.contains(share.atomicNumber) ? ends.at(share.atomicNumber) : middle);
        square += std::pow(line - *table.rows[row].values[0], 2) / static_cast<double>(test.size());
      }
      QVERIFY2(near(element.linear.rmseK.mean, std::sqrt(square)),
               alloy::element(element.atomicNumber).symbol.data());
      mean += element.models.at("nearest_neighbours").rmseK.mean / 9.0;
      lineMean += element.linear.rmseK.mean / 9.0;
    }
    QVERIFY(near(report.models.at("nearest_neighbours").rmseK.mean, mean));
    QVERIFY(near(report.linear.rmseK.mean, lineMean));
    // Every alloy is a test row once for each of its elements but osmium.
    for (const auto& row : report.heldOut)
      QCOMPARE(row.times, row.tableRow + 1 == table.rows.size() ? 1 : 3);
  }

  void saysWhyNoElementCanBeLeftOut() {
    const auto table = test::syntheticTable(14, 4);
    try {
      holdOutStudy(table, neighbours(SplitKind::LeaveOneElementOut, 1), RunContext());
      QFAIL("56 rows cannot spare an element");
    } catch (const Error& error) {
      const QString sentence = QString::fromUtf8(error.what());
      QVERIFY2(sentence.startsWith(QLatin1String("No element can be left out: without ")),
               error.what());
      QVERIFY2(sentence.contains(QLatin1String("at least 50 of 10 are needed")), error.what());
    }
  }

  // A rule of mixtures is seen at once: the line is exact, the models are not.
  void aRuleOfMixturesStandsOut() {
    auto table = test::syntheticTable(30, 5);
    for (auto& row : table.rows) {
      double mean = 0.0;
      for (const auto& share : row.composition.shares())
        mean += share.amount * *alloy::element(share.atomicNumber).meltingPointK;
      row.values[1] = mean;
    }
    auto options = neighbours(SplitKind::Random, 2);
    options.property = Property::Tm;
    const auto report = holdOutStudy(table, options, RunContext());
    QVERIFY(report.linear.rmseK.mean < 1e-6);
    QVERIFY(report.models.at("nearest_neighbours").rmseK.mean > 10.0);
    // The same from a column of another name.
    table.columns[1] = {"MP", ""};
    options.column = "MP";
    const auto named = holdOutStudy(table, options, RunContext());
    QCOMPARE(named.models.at("nearest_neighbours").rmseK.mean,
             report.models.at("nearest_neighbours").rmseK.mean);
  }

  void learningEndsWhereTheStudyBegins() {
    const auto table = test::syntheticTable(30, 5);
    std::set<std::string> systems;
    for (const auto& row : table.rows)
      systems.insert(alloy::alloySystem(row.composition));
    for (const SplitKind kind : {SplitKind::Random, SplitKind::Grouped}) {
      auto options = neighbours(kind, kind == SplitKind::Random ? 3 : 1);
      options.models.push_back(ModelKind::DecisionTree);
      const auto curve = learningCurve(table, options, RunContext());
      const auto study = holdOutStudy(table, options, RunContext());
      QCOMPARE(curve.points.size(), std::size_t{5});
      QCOMPARE(curve.testRows, study.testRows);
      QCOMPARE(curve.points.back().rows, 150 - study.testRows);
      if (kind == SplitKind::Grouped)
        QCOMPARE(curve.points.back().systems, systems.size() - (systems.size() + 4) / 5);
      for (const auto& name : {"nearest_neighbours", "decision_tree"}) {
        const auto& end = curve.points.back().rmseK.at(name);
        QVERIFY(near(end.mean, study.models.at(name).rmseK.mean));
        QVERIFY(near(end.sd, study.models.at(name).rmseK.sd));
        QVERIFY(curve.points.front().rmseK.at(name).mean > end.mean);
      }
      QVERIFY(near(curve.points.back().linearRmseK.mean, study.linear.rmseK.mean));
      // A tenth of 120 rows; of whole systems, as many as it takes.
      if (kind == SplitKind::Random)
        QCOMPARE(curve.points.front().rows, std::size_t{12});
      QVERIFY(10 * curve.points.front().rows >= curve.points.back().rows);
      QVERIFY(5 * curve.points.front().rows < curve.points.back().rows + 5 * 10);
    }
  }

  void sameForAnyNumberOfThreads() {
    const auto table = test::syntheticTable(30, 5);
    auto options = test::quickOptions();
    const auto one = holdOutStudy(table, options, RunContext().withThreads(1));
    const auto two = holdOutStudy(table, options, RunContext().withThreads(2));
    QCOMPARE(one.heldOut.size(), two.heldOut.size());
    for (std::size_t i = 0; i < one.heldOut.size(); ++i) {
      QCOMPARE(one.heldOut[i].predictedK[kBlend], two.heldOut[i].predictedK[kBlend]);
      QCOMPARE(one.heldOut[i].linearK, two.heldOut[i].linearK);
      QCOMPARE(one.heldOut[i].interval90.lo, two.heldOut[i].interval90.lo);
    }
    const auto first = learningCurve(table, options, RunContext().withThreads(1));
    const auto second = learningCurve(table, options, RunContext().withThreads(2));
    for (std::size_t i = 0; i < first.points.size(); ++i)
      QCOMPARE(first.points[i].rmseK.at("support_vector").mean,
               second.points[i].rmseK.at("support_vector").mean);
  }

  void contributionsAreMeans() {
    const auto table = test::syntheticTable(14, 5);
    const auto model = trainPropertyModel(table, test::quickOptions(), RunContext());
    std::vector<alloy::Composition> alloys;
    for (const auto& row : table.rows)
      alloys.push_back(row.composition);
    const auto means = meanContributions(*model, alloys, 30, RunContext().withThreads(2));
    std::map<int, std::vector<double>> single;
    for (std::size_t i = 0; i < 30; ++i)
      for (const auto& part :
           model->contributions(alloys[i * alloys.size() / 30], RunContext()).elements)
        single[part.atomicNumber].push_back(part.deltaK);
    QCOMPARE(means.size(), single.size());
    for (std::size_t i = 0; i < means.size(); ++i) {
      const auto& values = single.at(means[i].atomicNumber);
      double absolute = 0.0, signedSum = 0.0;
      for (const double value : values) {
        absolute += std::abs(value) / static_cast<double>(values.size());
        signedSum += value / static_cast<double>(values.size());
      }
      QCOMPARE(means[i].alloys, values.size());
      QVERIFY(near(means[i].meanAbsoluteK, absolute));
      QVERIFY(std::abs(means[i].meanK - signedSum) < 1e-6);
      QVERIFY(i == 0 || means[i].meanAbsoluteK <= means[i - 1].meanAbsoluteK);
    }
    QVERIFY(meanContributions(*model, {}, 30, RunContext()).empty());
  }
};

QTEST_APPLESS_MAIN(TestHoldOut)
#include "tst_hold_out.moc"
