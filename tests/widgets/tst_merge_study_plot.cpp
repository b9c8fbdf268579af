// The plot of a merge study: strips, dots, deviations, published values, clicks, numbers.

#include "widgets/export/export.h"
#include "widgets/merge/merge_study_plot.h"
#include "widgets/plot/plot.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace vitrine::widgets;

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

MergeStudyModel model() {
  MergeStudyModel model;
  model.triedOn = "a";
  model.modelNames = {"Extra trees", "Forest", "Boosting", "SVR", "Neighbours", "Tree"};
  MergeStudyModel::Panel panel;
  panel.title = "random";
  panel.subsets = {
      {"a", {{0, {{{30, 3}, {20, 2}, {0.98, 0.01}}}}, {4, {{{40, 4}, {30, 3}, {0.97, 0.01}}}}}},
      {"b", {}},
      {"a + b", {{0, {{{50, 5}, {35, 2}, {0.95, 0.02}}}}}}};
  panel.published = {{"Fig. 3", "theirs", {23.72, kNone, 0.9913}, {23.72, kNone, 0.9913}},
                     {"Fig. 5", "range", {19.94, kNone, 0.9437}, {33.96, kNone, 0.9806}}};
  model.panels = {panel};
  return model;
}

}  // namespace

class TestMergeStudyPlot : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

  void dotsAndDeviations() {
    MergeStudyPlot view;
    view.setModel(model());
    QCOMPARE(view.plots().size(), std::size_t{1});
    const PlotModel& plot = view.plots()[0]->model();
    QCOMPARE(plot.y.label, QStringLiteral("RMSE (K)"));
    // Two models, then the published values: one, and the two ends of a range.
    QCOMPARE(plot.scatters.size(), std::size_t{3});
    QCOMPARE(plot.scatters[0].points.size(), std::size_t{2});
    QCOMPARE(plot.scatters[0].points[1].y(), 50.0);
    QCOMPARE(std::lround(plot.scatters[0].points[1].x()), 3L);
    QCOMPARE(plot.scatters[1].points[0].y(), 40.0);
    QVERIFY(plot.scatters[0].points[0].x() < plot.scatters[1].points[0].x());
    QCOMPARE(plot.scatters[2].points.size(), std::size_t{3});
    QCOMPARE(plot.scatters[2].points[0], QPointF(4.0, 23.72));
    QCOMPARE(plot.scatters[2].points[2], QPointF(5.0, 33.96));
    // A bar of one deviation to each side, and one for the published range.
    QCOMPARE(plot.bands.at(0).low[0], 27.0);
    QCOMPARE(plot.bands.at(0).high[0], 33.0);
    QCOMPARE(plot.regions.size(), std::size_t{5});
    QCOMPARE(plot.regions[3].label, QStringLiteral("Fig. 3"));
    QVERIFY(plot.y.range.low < 19.94 && plot.y.range.high > 55.0);
  }

  void anotherQuantity() {
    MergeStudyPlot view;
    MergeStudyModel shown = model();
    shown.quantity = MergeStudyModel::Quantity::R2;
    view.setModel(shown);
    QCOMPARE(view.plots()[0]->model().scatters[0].points[1].y(), 0.95);
    // Nothing is published of this one.
    shown.quantity = MergeStudyModel::Quantity::MaeK;
    view.setModel(shown);
    QVERIFY(view.plots()[0]->model().scatters[2].points.empty());
    QVERIFY(view.plots()[0]->model().scatters[2].name.isEmpty());
  }

  void aClickNamesTheSubset() {
    MergeStudyPlot view;
    view.setModel(model());
    view.resize(700, 420);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy chosen(&view, &MergeStudyPlot::subsetChosen);
    Plot& plot = *view.plots()[0];
    QTest::mouseClick(&plot, Qt::LeftButton, {},
                      plot.toPixels(plot.model().scatters[0].points[1]).toPoint());
    QCOMPARE(chosen.takeFirst().at(0).toInt(), 2);
    QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.toPixels({4.0, 23.72}).toPoint());
    QVERIFY(chosen.isEmpty());
  }

  void emptyAndNumbers() {
    MergeStudyPlot view;
    MergeStudyModel empty;
    empty.message = "no study";
    view.setModel(empty);
    QCOMPARE(view.plots()[0]->model().message, QStringLiteral("no study"));
    QVERIFY(view.data().rows.empty());
    view.setModel(model());
    const DataTable table = view.data();
    QCOMPARE(table.rows.size(), std::size_t{3});
    QCOMPARE(std::get<QString>(table.rows[2][1]), QStringLiteral("a + b"));
    QCOMPARE(std::get<double>(table.rows[2][4]), 50.0);
    QCOMPARE(std::get<double>(table.rows[2][9]), 0.02);
    QVERIFY(!toImage(view).isNull());
  }
};

QTEST_MAIN(TestMergeStudyPlot)
#include "tst_merge_study_plot.moc"
