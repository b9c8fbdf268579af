// Correlations: what is drawn for points and lines, what a click means, what is exported.

#include "widgets/correlation/correlation_plot.h"
#include "widgets/export/export.h"
#include "widgets/plot/plot.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace vitrine::widgets;
using Rows = std::vector<std::size_t>;

namespace {

/// Four alloys near Tg = 0.4 <Tm>, the third far off; rows 2, 5, 7 and 9 of a table.
Correlation tgOverMean() {
  Correlation correlation;
  correlation.title = "Tg over mean";
  correlation.xName = "mean";
  correlation.yName = "Tg";
  correlation.formulas = {"Zr50Cu50", "Pd80Si20", "Fe80B20", "La60Al40"};
  correlation.rows = {2, 5, 7, 9};
  correlation.xK = {1700, 1800, 1900, 1200};
  correlation.yK = {680, 722, 1000, 478};
  correlation.lines = {{"through the origin", 0.4, 0.0, false}, {"published", 0.385, 10.0, true}};
  correlation.residualsOf = 0;
  correlation.residualK = {0, 2, 240, -2};
  correlation.outliers = {0, 0, 1, 0};
  return correlation;
}

CorrelationModel model() {
  CorrelationModel model;
  model.correlations = {tgOverMean(), tgOverMean()};
  model.selected = {5};
  return model;
}

void click(Plot& plot, QPointF at, Qt::KeyboardModifiers keys = {}) {
  QTest::mouseClick(&plot, Qt::LeftButton, keys, plot.toPixels(at).toPoint());
}

}  // namespace

class TestCorrelationPlot : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    applyTheme(*qApp, ThemeChoice::Light);
    qRegisterMetaType<Rows>("std::vector<std::size_t>");
  }

  void pointsLinesAndResiduals() {
    CorrelationPlot view;
    view.setModel(model());
    QCOMPARE(view.plots().size(), std::size_t{4});
    const PlotModel& above = view.plots()[0]->model();
    QCOMPARE(above.x.label, QStringLiteral("mean (K)"));
    QCOMPARE(above.scatters.at(0).points.size(), std::size_t{3});
    QCOMPARE(above.scatters.at(1).points.size(), std::size_t{1});
    QCOMPARE(above.scatters.at(1).points[0], QPointF(1900, 1000));
    // A ring round the selected alloy.
    QCOMPARE(above.rings, (std::vector<QPointF>{{1800, 722}}));
    QVERIFY(above.scatters.at(0).hints.at(0).startsWith(QLatin1String("Zr50Cu50")));
    QCOMPARE(above.curves.size(), std::size_t{2});
    QCOMPARE(above.curves[1].style, Qt::DashLine);
    for (const QPointF at : above.curves[1].points)
      QVERIFY(std::abs(at.y() - (0.385 * at.x() + 10.0)) < 1e-9);
    const PlotModel& below = view.plots()[2]->model();
    QCOMPARE(below.scatters.at(1).points[0], QPointF(1900, 240));
    QCOMPARE(below.markers.at(0).value, 0.0);
    view.setSelected({2, 9});
    QCOMPARE(view.plots()[1]->model().rings, (std::vector<QPointF>{{1700, 680}, {1200, 478}}));
    QCOMPARE(view.plots()[3]->model().rings, (std::vector<QPointF>{{1700, 0}, {1200, -2}}));
    QCOMPARE(view.model().selected, (Rows{2, 9}));
  }

  // In °C a line through absolute zero is still straight, and residuals are differences.
  void celsius() {
    CorrelationPlot view;
    CorrelationModel shown = model();
    shown.unit = TemperatureUnit::Celsius;
    view.setModel(shown);
    const PlotModel& above = view.plots()[0]->model();
    QCOMPARE(above.y.label, QStringLiteral("Tg (°C)"));
    for (const QPointF at : above.curves[0].points)
      QVERIFY(std::abs(at.y() + 273.15 - 0.4 * (at.x() + 273.15)) < 1e-9);
    QVERIFY(std::abs(above.scatters[0].points[0].y() - 406.85) < 1e-9);
    QCOMPARE(view.plots()[2]->model().scatters[1].points[0].y(), 240.0);
  }

  void clicksChooseRows() {
    CorrelationPlot view;
    view.setModel(model());
    view.resize(900, 700);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy chosen(&view, &CorrelationPlot::rowsChosen);
    const auto last = [&] { return chosen.takeLast().at(0).value<Rows>(); };
    click(*view.plots()[0], {1900, 1000});
    QCOMPARE(last(), (Rows{7}));
    click(*view.plots()[3], {1200, -2});
    QCOMPARE(last(), (Rows{9}));
    // With Ctrl one more, or one fewer.
    click(*view.plots()[0], {1700, 680}, Qt::ControlModifier);
    QCOMPARE(last(), (Rows{2, 5}));
    click(*view.plots()[0], {1800, 722}, Qt::ControlModifier);
    QCOMPARE(last(), Rows{});
  }

  void saysWhyThereIsNothing() {
    CorrelationPlot view;
    CorrelationModel empty;
    Correlation none;
    none.message = "no Tg";
    empty.correlations = {none};
    view.setModel(empty);
    QCOMPARE(view.plots()[0]->model().message, QStringLiteral("no Tg"));
    QVERIFY(view.plots()[0]->model().scatters.empty());
    QVERIFY(view.data().rows.empty());
  }

  void exports() {
    CorrelationPlot view;
    view.setModel(model());
    const DataTable table = view.data();
    QCOMPARE(table.rows.size(), std::size_t{8});
    QCOMPARE(std::get<QString>(table.rows[2][1]), QStringLiteral("Fe80B20"));
    QCOMPARE(std::get<double>(table.rows[2][5]), 240.0);
    QCOMPARE(std::get<double>(table.rows[2][6]), 1.0);
    const QTemporaryDir folder;
    for (const QString& suffix : exportSuffixes()) {
      const QString path = folder.filePath(view.exportName() + u'.' + suffix);
      exportTo(view, path);
      QVERIFY2(QFileInfo(path).size() > 20, qPrintable(path));
    }
  }
};

QTEST_MAIN(TestCorrelationPlot)
#include "tst_correlation_plot.moc"
