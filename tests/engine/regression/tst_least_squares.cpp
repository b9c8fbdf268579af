#include "engine/core/error.h"
#include "engine/regression/least_squares.h"
#include "engine/regression/ridge.h"

#include <QTest>

#include <cmath>
#include <stop_token>
#include <vector>

using namespace vitrine;
using namespace vitrine::regression;

namespace {

Matrix matrixOf(const std::vector<std::vector<double>>& rows) {
  Matrix matrix(rows.size(), rows.front().size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t j = 0; j < rows[i].size(); ++j)
      matrix(i, j) = rows[i][j];
  return matrix;
}

bool near(double a, double b) {
  return std::abs(a - b) < 1e-9;
}

}  // namespace

class TestLeastSquares : public QObject {
  Q_OBJECT

 private slots:
  // Means 1.5 and 1; sum of products 3 over sum of squares 5: slope 0.6, intercept 1 - 0.9.
  void aLineByHand() {
    const auto fit =
        leastSquares(matrixOf({{0}, {1}, {2}, {3}}), std::vector<double>{0, 1, 1, 2}, RunContext());
    QVERIFY(near(fit.coefficients[0], 0.6));
    QVERIFY(near(fit.intercept, 0.1));
    QVERIFY(near(fit.predict(matrixOf({{5}}))[0], 3.1));
  }

  // Contents add up to one, so that the intercept can be had from them as well: 3a + 5b is
  // 4 - a + b, the form with the smallest coefficients. The third column is always zero.
  void contentsThatAddUpToOne() {
    const auto x = matrixOf({{0.2, 0.8, 0}, {0.5, 0.5, 0}, {0.9, 0.1, 0}, {0.4, 0.6, 0}});
    const auto fit = leastSquares(x, std::vector<double>{4.6, 4.0, 3.2, 4.2}, RunContext());
    QVERIFY(near(fit.coefficients[0], -1.0));
    QVERIFY(near(fit.coefficients[1], 1.0));
    QCOMPARE(fit.coefficients[2], 0.0);
    QVERIFY(near(fit.intercept, 4.0));
    // An element that no row had adds nothing and takes nothing.
    QVERIFY(near(fit.predict(matrixOf({{0.0, 0.0, 1.0}}))[0], 4.0));
  }

  void aSingleRowIsItsOwnMean() {
    const auto fit = leastSquares(matrixOf({{0.3, 0.7}}), std::vector<double>{900}, RunContext());
    QVERIFY(near(fit.intercept, 900));
    QCOMPARE(fit.coefficients[0], 0.0);
  }

  // numpy: solve(Xc.T @ Xc + p m I, Xc.T @ yc) with m the mean squared length of the rows of Xc.
  void penalisedLineLikeNumpy() {
    const auto x = matrixOf({{0.1, 0.5, 0.2, 0.2}, {0.3, 0.1, 0.4, 0.2}, {0.2, 0.2, 0.5, 0.1}});
    const std::vector<double> y{1.0, 3.0, 2.5};
    const auto weak = ridge(x, y, 0.01, RunContext());
    QVERIFY(near(weak.coefficients[0], 1.9765398925175814));
    QVERIFY(near(weak.coefficients[3], 0.4779867713931158));
    QVERIFY(near(weak.intercept, 2.2441780350006937));
    const auto strong = ridge(x, y, 1.0, RunContext());
    QVERIFY(near(strong.coefficients[1], -2.3101265822784804));
    QVERIFY(near(strong.intercept, 2.1191983122362365));
    // The penalty means the same in any unit.
    auto scaled = x;
    for (std::size_t i = 0; i < x.rows(); ++i)
      for (double& value : scaled.row(i))
        value *= 1000.0;
    const auto again = ridge(scaled, y, 1.0, RunContext());
    QVERIFY(near(1000.0 * again.coefficients[1], strong.coefficients[1]));
  }

  void penalisedLineOfRowsThatAreAllTheSame() {
    const auto fit =
        ridge(matrixOf({{1, 2}, {1, 2}}), std::vector<double>{4, 6}, 0.1, RunContext());
    QVERIFY(near(fit.predict(matrixOf({{3, 3}}))[0], 5.0));
    QVERIFY_THROWS_EXCEPTION(
        Error, ridge(matrixOf({{1}, {2}}), std::vector<double>{1, 2}, 0.0, RunContext()));
  }

  void refusesAndStops() {
    QVERIFY_THROWS_EXCEPTION(Error,
                             leastSquares(matrixOf({{1}}), std::vector<double>{}, RunContext()));
    QVERIFY_THROWS_EXCEPTION(
        Error, leastSquares(matrixOf({{1}}), std::vector<double>{1, 2}, RunContext()));
    std::stop_source stop;
    stop.request_stop();
    RunContext::Options options;
    options.stop = stop.get_token();
    QVERIFY_THROWS_EXCEPTION(
        Cancelled,
        leastSquares(matrixOf({{1}, {2}}), std::vector<double>{1, 2}, RunContext(options)));
  }
};

QTEST_APPLESS_MAIN(TestLeastSquares)
#include "tst_least_squares.moc"
