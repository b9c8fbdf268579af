// Straight lines through points. Expected numbers, where no closed form stands beside them, were
// printed by numpy 1.24.2: slope and intercept by polyfit(x, y, 1, cov=True), those through the
// origin by linalg.lstsq(x[:, None], y); standard errors, R2 about the mean and RMSE from the
// residuals.

#include "engine/thermo/line_fit.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <vector>

using namespace vitrine;
using namespace vitrine::thermo;

namespace {

// The first of F. J. Anscombe's four sets, The American Statistician 27, 17 (1973).
const std::vector<double> kAnscombeX = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
const std::vector<double> kAnscombeY = {8.04, 6.95, 7.58,  8.81, 8.33, 9.96,
                                        7.24, 4.26, 10.84, 4.82, 5.68};

bool close(double a, double b, double relative = 1e-12) {
  return std::abs(a - b) <= relative * std::abs(b);
}

}  // namespace

class TestLineFit : public QObject {
  Q_OBJECT

 private slots:
  // NIST Statistical Reference Datasets, NoInt1: certified slope and its standard deviation.
  void certifiedLineThroughTheOrigin() {
    std::vector<double> x;
    std::vector<double> y;
    for (int i = 0; i <= 10; ++i) {
      x.push_back(60 + i);
      y.push_back(130 + i);
    }
    const auto fit = fitThroughOrigin(x, y).value();
    QVERIFY(close(fit.slope, 2.07438016528926));
    QVERIFY(close(fit.slopeError, 0.0165289256198347));
    QCOMPARE(fit.intercept, 0.0);
    QCOMPARE(fit.points, std::size_t{11});
    // About the mean the line is worse than the mean itself; about zero NIST has 0.9994.
    QVERIFY(close(fit.agreement.r2, -0.15702479338842856, 1e-10));
    QVERIFY(close(fit.agreement.rmse, 3.401506715249036));
  }

  void anscombe() {
    const auto line = fitLine(kAnscombeX, kAnscombeY).value();
    QVERIFY(close(line.slope, 0.5000909090909094));
    QVERIFY(close(line.slopeError, 0.11790550059563382));
    QVERIFY(close(line.intercept, 3.000090909090908));
    QVERIFY(close(line.interceptError, 1.1247467908086413));
    QVERIFY(close(line.agreement.r2, 0.666542459508775));
    QVERIFY(close(line.agreement.rmse, 1.1185497916336296));
    const auto origin = fitThroughOrigin(kAnscombeX, kAnscombeY).value();
    QVERIFY(close(origin.slope, 0.7968031968031967));
    QVERIFY(close(origin.slopeError, 0.049616380740026604));
    QVERIFY(close(origin.agreement.r2, 0.40293521728329174));
    QVERIFY(close(origin.agreement.rmse, 1.4967379751789383));
  }

  // Points of a line are met by it: no error, R2 1.
  void exactLine() {
    const std::vector<double> x = {1, 2, 4};
    const std::vector<double> y = {5, 7, 11};
    const auto fit = fitLine(x, y).value();
    QVERIFY(close(fit.slope, 2.0));
    QVERIFY(close(fit.intercept, 3.0));
    QVERIFY(fit.slopeError < 1e-12);
    QVERIFY(close(fit.agreement.r2, 1.0));
    // (1*5 + 2*7 + 4*11) / (1 + 4 + 16)
    QVERIFY(close(fitThroughOrigin(x, y)->slope, 3.0));
  }

  void tooLittleToFit() {
    const std::vector<double> none;
    const std::vector<double> two = {3.0, 3.0};
    const std::vector<double> three = {3.0, 3.0, 3.0};
    const std::vector<double> zero = {0.0, 0.0, 0.0};
    QVERIFY(!fitThroughOrigin(none, none));
    QVERIFY(!fitLine(two, two));
    QVERIFY(!fitLine(three, three));
    QVERIFY(!fitThroughOrigin(zero, three));
    QVERIFY(std::isnan(fitThroughOrigin(three, three)->agreement.r2));
  }

  // Residuals about -1, 0, 1 have the robust deviation 1.4826; only what lies beyond 3 of those
  // from the median is marked, and it does not widen the limit.
  void outliers() {
    std::vector<double> residuals;
    for (int i = 0; i < 40; ++i)
      residuals.push_back(10.0 + (i % 4) - 1.5);  // median 10.5, distances 0, 1, 1 and 2
    residuals.push_back(10.5 + 3.1 * 1.4826);
    residuals.push_back(10.5 - 2.9 * 1.4826);
    residuals.push_back(1e6);
    const auto flags = outliersOf(residuals);
    for (std::size_t i = 0; i < 40; ++i)
      QCOMPARE(int(flags[i]), 0);
    QCOMPARE(int(flags[40]), 1);
    QCOMPARE(int(flags[41]), 0);
    QCOMPARE(int(flags[42]), 1);
  }

  void meltingOverGlassTransition_data() {
    QTest::addColumn<int>("column");
    QTest::addColumn<std::size_t>("points");
    QTest::addColumn<std::vector<double>>("origin");  ///< slope, its error, R2, RMSE
    QTest::addColumn<std::vector<double>>("line");    ///< the same, then intercept and its error
    QTest::newRow("liquidus") << 3 << std::size_t{1172}
                              << std::vector<double>{1.724605116315414, 0.003670875680122931,
                                                     0.9027901873476312, 81.05316388384112}
                              << std::vector<double>{1.4929087703747732, 0.012272563933133593,
                                                     0.9267273482734864, 70.36972817436954,
                                                     154.81585914463733, 7.91875945964916};
    QTest::newRow("solidus") << 4 << std::size_t{330}
                             << std::vector<double>{1.6140309805807687, 0.004704626184766255,
                                                    0.9712020307249357, 49.5617104278761}
                             << std::vector<double>{1.5321074093852884, 0.013735593232205306,
                                                    0.9743144192214981, 46.80691832087481,
                                                    50.2932573110773,   7.977570238397596};
  }
  // The shared table of measured alloys, by numpy in the same way.
  void meltingOverGlassTransition() {
    QFETCH(int, column);
    QFETCH(std::size_t, points);
    QFETCH(std::vector<double>, origin);
    QFETCH(std::vector<double>, line);
    QFile file(QString::fromStdString((test::sharedDir() / "data/thermal/thermal.csv").string()));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
      QSKIP("The shared table data/thermal/thermal.csv is not here.");
    std::vector<double> x;
    std::vector<double> y;
    file.readLine();
    while (!file.atEnd()) {
      const auto fields = file.readLine().trimmed().split(',');
      if (fields.at(1).isEmpty() || fields.at(column).isEmpty())
        continue;
      x.push_back(fields.at(1).toDouble());
      y.push_back(fields.at(column).toDouble());
    }
    QCOMPARE(x.size(), points);
    const auto through = fitThroughOrigin(x, y).value();
    QVERIFY(close(through.slope, origin[0], 1e-9));
    QVERIFY(close(through.slopeError, origin[1], 1e-9));
    QVERIFY(close(through.agreement.r2, origin[2], 1e-9));
    QVERIFY(close(through.agreement.rmse, origin[3], 1e-9));
    const auto fit = fitLine(x, y).value();
    QVERIFY(close(fit.slope, line[0], 1e-9));
    QVERIFY(close(fit.slopeError, line[1], 1e-9));
    QVERIFY(close(fit.agreement.r2, line[2], 1e-9));
    QVERIFY(close(fit.agreement.rmse, line[3], 1e-9));
    QVERIFY(close(fit.intercept, line[4], 1e-9));
    QVERIFY(close(fit.interceptError, line[5], 1e-9));
  }
};

QTEST_APPLESS_MAIN(TestLineFit)
#include "tst_line_fit.moc"
