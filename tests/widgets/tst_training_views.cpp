// The views of a study: what they draw, hand out and say.

#include "widgets/export/export.h"
#include "widgets/plot/plot.h"
#include "widgets/training/calibration_plot.h"
#include "widgets/training/contribution_chart.h"
#include "widgets/training/error_curves.h"
#include "widgets/training/residual_plot.h"
#include "widgets/training/sheet.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace vitrine::widgets;

namespace {

const PlotModel& drawn(const PlotGroup& view) {
  return view.plots().front()->model();
}

}  // namespace

class TestTrainingViews : public QObject {
  Q_OBJECT

 private slots:
  void anEmptyViewSaysWhy() {
    ResidualPlot view;
    ResidualPlotModel model;
    model.message = QStringLiteral("Nothing yet.");
    view.setModel(model);
    QCOMPARE(drawn(view).message, QStringLiteral("Nothing yet."));
    QVERIFY(drawn(view).scatters.empty());
    QVERIFY(view.data().rows.empty());
  }

  void residualsStandAboutZero() {
    ResidualPlot view;
    view.resize(500, 400);
    ResidualPlotModel model;
    model.element = QStringLiteral("Zr");
    model.model = QStringLiteral("Blend");
    model.formulas = {QStringLiteral("Zr50Cu50"), QStringLiteral("Zr60Cu40")};
    model.percent = {50.0, 60.0};
    model.residualK = {-3.0, 40.0};
    model.selected = 1;
    view.setModel(model);
    QCOMPARE(drawn(view).y.range.low, -drawn(view).y.range.high);
    QVERIFY(drawn(view).y.range.high > 40.0);
    QCOMPARE(drawn(view).highlight, std::optional(QPointF(60.0, 40.0)));
    QVERIFY(drawn(view).x.label.contains(QLatin1String("Zr")));
    QCOMPARE(view.data().rows.size(), std::size_t{2});
    QCOMPARE(std::get<double>(view.data().rows[1][2]), 40.0);

    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy chosen(&view, &ResidualPlot::pointChosen);
    Plot* plot = view.plots().front();
    QTest::mouseClick(plot, Qt::LeftButton, {}, plot->toPixels({50.0, -3.0}).toPoint());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toInt(), 0);
    view.setSelected(-1);
    QVERIFY(!drawn(view).highlight || view.model().selected == -1);
  }

  void intervalsAreHeldAgainstTheDiagonal() {
    CalibrationPlot view;
    CalibrationPlotModel model;
    model.points = {{0.5, 0.45, 0.02}, {0.9, 0.91, 0.01}};
    view.setModel(model);
    QVERIFY(drawn(view).equalScales);
    QCOMPARE(drawn(view).curves.front().points.back(), QPointF(100.0, 100.0));
    QCOMPARE(drawn(view).scatters.front().points.front(), QPointF(50.0, 45.0));
    QVERIFY(std::abs(drawn(view).bands.front().low.front() - 43.0) < 1e-9);
  }

  // One model off by far does not press the others together.
  void anOutlierDoesNotRuleTheScale() {
    ErrorCurves view;
    ErrorCurvesModel model;
    model.series = {{QStringLiteral("extra_trees"),
                     QStringLiteral("Extra trees"),
                     {{100, 20, 30, 2}, {1000, 90, 20, 1}}},
                    {QStringLiteral("linear_regression"),
                     QStringLiteral("Linear regression"),
                     {{100, 20, 1e9, 5}, {1000, 90, 40, 2}}}};
    view.setModel(model);
    QVERIFY(drawn(view).y.range.high < 1000.0);
    QCOMPARE(drawn(view).scatters.size(), std::size_t{2});
    QCOMPARE(drawn(view).scatters[0].points[1], QPointF(3.0, 20.0));
    QCOMPARE(view.data().rows.size(), std::size_t{4});
    QVERIFY(drawn(view).scatters[0].colour != drawn(view).scatters[1].colour);
  }

  void barsCarryTheNamesOfElements() {
    ContributionChart view;
    ContributionChartModel model;
    model.bars = {{QStringLiteral("B"), 40.0, 38.0, 12}, {QStringLiteral("Cu"), 10.0, -6.0, 80}};
    view.setModel(model);
    QCOMPARE(drawn(view).x.ticks.size(), std::size_t{2});
    QCOMPARE(drawn(view).x.ticks[1].label, QStringLiteral("Cu"));
    QCOMPARE(drawn(view).bands[0].high[0], 40.0);
    // What raises and what lowers has another colour and a word in the legend.
    QVERIFY(drawn(view).bands[0].colour != drawn(view).bands[1].colour);
    QVERIFY(!drawn(view).bands[0].name.isEmpty() && !drawn(view).bands[1].name.isEmpty());
    QVERIFY(toSvg(view).contains("Cu"));
  }

  void aSheetShowsAndExportsItsRows() {
    Sheet view(QStringLiteral("Scores"));
    SheetModel model;
    model.fileName = QStringLiteral("scores");
    model.headers = {QStringLiteral("Model"), QStringLiteral("RMSE/K"), QStringLiteral("Where")};
    model.rows = {{QStringLiteral("Blend"), QStringLiteral("18.5 ± 2.0"), QStringLiteral("here")},
                  {QStringLiteral("Line"), QStringLiteral("–"), QStringLiteral("there")}};
    model.strongRow = 0;
    model.numbers.headers = {QStringLiteral("model"), QStringLiteral("rmse_K")};
    model.numbers.rows = {{QStringLiteral("blend"), 18.5}, {QStringLiteral("line"), std::nan("")}};
    view.setModel(model);
    QCOMPARE(view.rowCount(), 2);
    QVERIFY(view.item(0, 0)->font().bold());
    QVERIFY(view.item(0, 1)->textAlignment() & Qt::AlignRight);
    QVERIFY(view.item(0, 2)->textAlignment() & Qt::AlignLeft);
    QCOMPARE(toCsv(view.data()), QByteArray("model,rmse_K\nblend,18.5\nline,\n"));
    QVERIFY(toSvg(view).contains("Blend"));
    // The chosen row stays chosen by its name.
    view.setCurrentCell(1, 0);
    std::swap(model.rows[0], model.rows[1]);
    view.setModel(model);
    QCOMPARE(view.currentRow(), 0);
    const QColor fresh = view.item(0, 0)->foreground().color();
    model.stale = true;
    view.setModel(model);
    QVERIFY(view.item(0, 0)->foreground().color() != fresh);
  }
};

QTEST_MAIN(TestTrainingViews)
#include "tst_training_views.moc"
