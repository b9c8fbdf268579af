#include "engine/core/error.h"
#include "engine/regression/least_squares.h"

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
