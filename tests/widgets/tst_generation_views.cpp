// The views of measured and generated patterns: what they draw, what clicks mean, what they export.

#include "widgets/export/export.h"
#include "widgets/generation/error_histogram.h"
#include "widgets/generation/learning_curve.h"
#include "widgets/generation/pattern_examples.h"
#include "widgets/generation/pattern_preview.h"
#include "widgets/generation/peak_agreement.h"
#include "widgets/generation/training_curves.h"
#include "widgets/plot/plot.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace vitrine::widgets;

namespace {

PatternCurves curves() {
  return {{1.0, 2.0, 3.0}, {10, 100, 20}, {12, 95, 22}, {8, 90, 15}, {18, 100, 30}};
}

ErrorHistogramModel errors() {
  ErrorHistogramModel model;
  model.ids = {"a", "b", "c", "d"};
  model.formulas = {"Co50Zr50", "Co40Zr60", "Co30Zr70", "Co20Zr80"};
  model.generator = "shape";
  model.mse = {1.0, 10.0, 10.0, 100.0};
  model.baseline = "rbf";
  model.baselineMse = {2.0, 20.0, 30.0, 200.0};
  return model;
}

PeakAgreementModel peaks() {
  PeakAgreementModel model;
  model.ids = {"a", "b", "c"};
  model.formulas = {"Co50Zr50", "Co40Zr60", "Co30Zr70"};
  model.position = {{2.4, std::nullopt, 2.8}, {2.45, 2.6, 2.75}, 1.001, 0.98};
  model.width = {{0.4, 0.5, 0.6}, {0.42, 0.5, 0.55}, 0.97, 0.9};
  return model;
}

template <class View>
void show(View& view) {
  view.resize(700, 420);
  view.show();
  QVERIFY(QTest::qWaitForWindowExposed(&view));
}

}  // namespace

class TestGenerationViews : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

  void previewShowsMeasuredAndPrepared() {
    PatternPreview view;
    PatternPreviewModel model;
    model.id = "wafer/3";
    model.positions = {0.9, 2.0, 5.2};
    model.intensities = {100, 400, 150};
    model.q = {1.0, 2.0, 3.0};
    model.prepared = {20, 100, 30};
    view.setModel(model);
    show(view);
    QCOMPARE(view.plots().size(), std::size_t{2});
    QCOMPARE(view.plots()[1]->model().curves.size(), std::size_t{1});
    QVERIFY(view.plots()[1]->model().bands.empty());
    model.generator = "rbf";
    model.mean = {25, 90, 30};
    model.lower = {20, 80, 25};
    model.upper = {30, 99, 35};
    view.setModel(model);
    QCOMPARE(view.plots()[1]->model().curves.size(), std::size_t{2});
    QCOMPARE(view.plots()[1]->model().bands.size(), std::size_t{1});
    QCOMPARE(view.exportName(), QStringLiteral("measured-wafer-3"));
    QCOMPARE(view.data().rows.size(), std::size_t{9});
  }

  void histogramCountsEveryPattern() {
    ErrorHistogram view;
    view.setModel(errors());
    show(view);
    const PlotModel& plot = view.plots()[0]->model();
    double counted = 0.0;
    for (const PlotBand& bar : plot.bands)
      counted += bar.high[0];
    QCOMPARE(counted, 4.0);
    QVERIFY(plot.x.logarithmic);
    // Points stand at the logarithm of their error.
    QCOMPARE(plot.scatters[0].points[3].x(), 2.0);
    QSignalSpy chosen(&view, &ErrorHistogram::patternChosen);
    const QPointF at = view.plots()[0]->toPixels(plot.scatters[0].points[3]);
    QTest::mouseClick(view.plots()[0], Qt::LeftButton, {}, at.toPoint());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), QStringLiteral("d"));
    QCOMPARE(view.data().rows.size(), std::size_t{4});
  }

  void agreementLeavesOutWhatHasNoPeak() {
    PeakAgreement view;
    view.setModel(peaks());
    show(view);
    const auto& dots = view.plots()[0]->model().scatters[0].points;
    QCOMPARE(dots.size(), std::size_t{2});
    QVERIFY(view.plots()[0]->accessibleName().contains(QLatin1String("1.001")));
    QSignalSpy chosen(&view, &PeakAgreement::patternChosen);
    QTest::mouseClick(view.plots()[0], Qt::LeftButton, {},
                      view.plots()[0]->toPixels(dots[1]).toPoint());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), QStringLiteral("c"));
    auto ringed = peaks();
    ringed.selected = "a";
    view.setModel(ringed);
    QVERIFY(view.plots()[0]->model().highlight == std::optional(dots[0]));
  }

  void examplesStandInTwoRows() {
    PatternExamples view;
    PatternExamplesModel model;
    model.message = "nothing yet";
    view.setModel(model);
    QCOMPARE(view.plots()[0]->model().message, QStringLiteral("nothing yet"));
    for (int i = 0; i < 6; ++i)
      model.examples.push_back({QString::number(i), "Co50Zr50", 1.0 + i, i < 3, curves()});
    view.setModel(model);
    show(view);
    QCOMPARE(view.plots().size(), std::size_t{6});
    QCOMPARE(view.plots()[0]->y(), view.plots()[2]->y());
    QVERIFY(view.plots()[3]->y() > view.plots()[0]->y());
    QCOMPARE(view.exportSize(), QSizeF(960, 480));
    QCOMPARE(view.data().rows.size(), std::size_t{18});
  }

  void trainingInterruptsWhatIsNotKnown() {
    TrainingCurves view;
    TrainingCurvesModel model;
    model.steps = 100;
    model.points = {{1, 1000.0, std::nullopt, 2.0, 0.7}, {50, 100.0, 150.0, 1.5, 0.6}};
    model.bestStep = 50;
    view.setModel(model);
    show(view);
    const auto& set = view.plots()[0]->model().curves;
    QCOMPARE(set[0].points[0].y(), 3.0);
    QVERIFY(std::isnan(set[1].points[0].y()));
    QCOMPARE(view.plots()[0]->model().x.range, (PlotRange{0, 100}));
    QCOMPARE(view.data().rows.size(), std::size_t{2});
  }

  void learningCurveIsLogarithmic() {
    LearningCurve view;
    LearningCurveModel model;
    model.generator = "rbf";
    model.judgedBy = 30;
    model.points = {{20, 50.0, 30.0}, {200, 10.0, 5.0}};
    view.setModel(model);
    show(view);
    QCOMPARE(view.plots()[0]->model().scatters[0].points[0],
             QPointF(std::log10(20), std::log10(50)));
    QVERIFY(view.plots()[0]->accessibleName().contains(QLatin1String("30")));
  }

  void picturesAreLightWhateverTheScreen() {
    applyTheme(*qApp, ThemeChoice::Dark);
    PeakAgreement view;
    view.setModel(peaks());
    show(view);
    QVERIFY(view.grab().toImage().pixelColor(2, 2).lightness() < 100);
    const QImage image = toImage(view);
    QVERIFY(image.pixelColor(2, 2).lightness() > 200);
    QVERIFY(toSvg(view).contains("<svg"));
    QVERIFY(toPdf(view).startsWith("%PDF"));
    applyTheme(*qApp, ThemeChoice::Light);
  }
};

QTEST_MAIN(TestGenerationViews)
#include "tst_generation_views.moc"
