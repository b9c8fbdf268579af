#include "tests/support/widget_walk.h"
#include "widgets/export/export.h"
#include "widgets/plot/plot.h"
#include "widgets/spectrum/spectrum_drawing.h"
#include "widgets/spectrum/spectrum_plot.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QUrl>

#include <cmath>
#include <memory>

using namespace vitrine;
using namespace vitrine::widgets;
using diffraction::AxisKind;

namespace {

/// A Gaussian of height 90 at 2.5 1/Å, 0.5 1/Å wide at half height, on a ground of 10.
SpectrumPlotModel sample() {
  SpectrumPlotModel model;
  model.alloy = QStringLiteral("Co20Ti40Zr40");
  model.generator = QStringLiteral("generated");
  for (int i = 0; i <= 400; ++i) {
    const double q = 1.0 + 0.01 * i;
    const double x = (q - 2.5) / 0.5;
    model.positions.push_back(q);
    model.mean.push_back(10.0 + 90.0 * std::exp(-4.0 * std::log(2.0) * x * x));
    model.lower.push_back(model.mean.back() - 5.0);
    model.upper.push_back(model.mean.back() + 5.0);
  }
  model.peak.emplace();
  diffraction::DirectPeak& peak = model.peak->direct;
  peak.shape = {2.5, 0.5};
  peak.height = 90.0;
  peak.lineFromQ = 1.5;
  peak.lineToQ = 3.5;
  peak.lineFromIntensity = peak.lineToIntensity = 10.0;
  peak.halfFromQ = 2.25;
  peak.halfToQ = 2.75;
  model.state = QStringLiteral("mixed");
  return model;
}

MeasuredCurve measured() {
  // Twice as bright, and one unit of the generated scale above it everywhere.
  const SpectrumPlotModel model = sample();
  MeasuredCurve curve;
  curve.label = QStringLiteral("wafer/7");
  curve.positions = model.positions;
  for (const double value : model.mean)
    curve.intensity.push_back(2.0 * (value + 1.0));
  curve.factor = 0.5;
  return curve;
}

}  // namespace

class TestSpectrumPlot : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_view = std::make_unique<SpectrumPlot>();
    m_view->resize(560, 420);
    m_view->setModel(sample());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
  }
  void cleanup() { m_view.reset(); }

  void anglesFollowBragg() {
    SpectrumPlotModel model = sample();
    QCOMPARE(abscissaOf(2.5, model), 2.5);
    model.axis = AxisKind::TwoTheta;
    model.wavelengthA = 1.5418;
    // 2 asin(q lambda / 4 pi) = 2 asin(0.306735) = 35.725 degrees.
    QVERIFY(std::abs(abscissaOf(2.5, model) - 35.725) < 1e-3);
    QVERIFY(std::abs(positionAt(abscissaOf(2.5, model), model) - 2.5) < 1e-12);
    // The axis ends where the wavelength can reach no further.
    model.wavelengthA = 2.5;
    QCOMPARE(drawingOf(model, theme(false)).x.range.high, abscissaOf(5.0, model));
    for (double& q : model.positions)
      q *= 1.2;
    QCOMPARE(drawingOf(model, theme(false)).x.range.high, 180.0);
  }

  void thePeakIsDrawnAsItWasRead() {
    for (const auto axis : {AxisKind::Q, AxisKind::TwoTheta}) {
      SpectrumPlotModel model = sample();
      model.axis = axis;
      const PlotModel plot = drawingOf(model, theme(false));
      QCOMPARE(plot.arrows.size(), std::size_t{1});
      QCOMPARE(plot.arrows[0].from.x(), abscissaOf(2.25, model));
      QCOMPARE(plot.arrows[0].to.x(), abscissaOf(2.75, model));
      QCOMPARE(plot.arrows[0].from.y(), 55.0);  // half of 90 over the ground
      QVERIFY(plot.arrows[0].label.contains(QLatin1String("0.5")));
      QVERIFY(plot.arrows[0].label.contains(QLatin1String("mixed")));
      QCOMPARE(plot.markers[0].value, abscissaOf(2.5, model));
    }
  }

  void radialFunctionsHaveAnAxisOfTheirOwn() {
    SpectrumPlotModel model;
    model.axis = AxisKind::R;
    model.positions = {0.5, 2.5, 5.0};
    model.mean = {0.0, 2.9, 1.0};
    model.lower = {0.0, 2.7, 0.9};
    model.upper = {0.1, 3.1, 1.1};
    model.choices = {{QStringLiteral("simulated"), QStringLiteral("simulated"), {}},
                     {QStringLiteral("simulated-rdf"), QStringLiteral("g(r), simulated"), {}}};
    model.choice = QStringLiteral("simulated-rdf");
    const PlotModel plot = drawingOf(model, theme(false));
    QCOMPARE(plot.x.label, QStringLiteral("r (Å)"));
    QCOMPARE(plot.y.label, QStringLiteral("g(r)"));
    QCOMPARE(plot.x.range.high, 5.0);
    QVERIFY(plot.y.range.high >= 3.1 && plot.y.range.high < 10.0);
    QCOMPARE(abscissaOf(2.5, model), 2.5);
    m_view->setModel(model);
    QCOMPARE(m_view->data().headers[2], QStringLiteral("r_A"));
    QCOMPARE(m_view->data().headers[4], QStringLiteral("g"));
    // Nothing to turn into angles, but another curve to choose.
    for (const auto* button : m_view->findChildren<QAbstractButton*>())
      QVERIFY(button->text() != QStringLiteral("2θ") || !button->isVisible());
    auto* choices = m_view->findChild<QComboBox*>();
    QVERIFY(choices->isVisible());
    QCOMPARE(choices->currentText(), QStringLiteral("g(r), simulated"));
    QSignalSpy chosen(m_view.get(), &SpectrumPlot::generatorChosen);
    emit choices->activated(0);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), QStringLiteral("simulated"));
  }

  void theFitIsDrawnBesideIt() {
    SpectrumPlotModel model = sample();
    const auto curves = drawingOf(model, theme(false)).curves.size();
    diffraction::FittedPeak fit;
    fit.shape = {2.5, 0.5};
    fit.uncertainty = {0.001, 0.002};
    fit.height = 90.0;
    fit.gaussShare = 1.0;
    fit.lineAtPeak = 10.0;
    fit.fromQ = 2.0;
    fit.toQ = 3.0;
    fit.residual = 0.013;
    model.peak->fit = fit;
    const PlotModel plot = drawingOf(model, theme(false));
    QCOMPARE(plot.curves.size(), curves + 1);
    const PlotCurve& curve = plot.curves.back();
    QVERIFY(curve.name.contains(QStringLiteral("0.500 ± 0.002")));
    QVERIFY(curve.name.contains(QLatin1String("1.3 %")));
    // The top, and half of 90 over the ground at half the width.
    const auto heightAt = [&](double q) {
      for (const QPointF& point : curve.points)
        if (std::abs(point.x() - q) < 1e-9)
          return point.y();
      return 0.0;
    };
    QVERIFY(std::abs(heightAt(2.5) - 100.0) < 1e-9);
    QVERIFY(std::abs(heightAt(2.25) - 55.0) < 1e-9);
  }

  void measuredPatternsAreScaledExplicitly() {
    SpectrumPlotModel model = sample();
    QVERIFY(m_view->residual()->isHidden());
    model.measured = {measured()};
    m_view->setModel(model);
    QVERIFY(m_view->residual()->isVisible());
    const PlotModel plot = drawingOf(model, theme(false));
    const auto& curve = plot.curves[1];
    QVERIFY(curve.name.contains(QLatin1String("0.5")));
    QCOMPARE(curve.points[150].y(), model.mean[150] + 1.0);
    const PlotModel residual = residualDrawingOf(model, theme(false));
    for (const QPointF& point : residual.curves.at(0).points)
      QVERIFY(std::abs(point.y() - 1.0) < 1e-9);
    QSignalSpy cleared(m_view.get(), &SpectrumPlot::measuredCleared);
    for (auto* button : m_view->findChildren<QToolButton*>()) {
      if (button->text().startsWith(QLatin1String("Clear")))
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(cleared.size(), 1);
  }

  void outsideTheDomainIsGreyAndSaysWhy() {
    SpectrumPlotModel model = sample();
    QVERIFY(!drawingOf(model, theme(false)).stale);
    model.outside = true;
    model.warning = QStringLiteral("Too far from any measured alloy.");
    QVERIFY(drawingOf(model, theme(false)).stale);
    m_view->setModel(model);
    QVERIFY(m_view->plot()->accessibleDescription().contains(QLatin1String("Too far")));
  }

  void choicesGoOut() {
    QSignalSpy axis(m_view.get(), &SpectrumPlot::axisChosen);
    QSignalSpy wavelength(m_view.get(), &SpectrumPlot::wavelengthChosen);
    QSignalSpy draws(m_view.get(), &SpectrumPlot::drawsToggled);
    for (auto* button : m_view->findChildren<QToolButton*>()) {
      if (button->text() == QStringLiteral("2θ") || button->text() == QLatin1String("Draws"))
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(axis.size(), 1);
    QCOMPARE(axis.first().at(0).value<AxisKind>(), AxisKind::TwoTheta);
    QCOMPARE(draws.first().at(0).toBool(), true);
    auto* box = m_view->findChild<QDoubleSpinBox*>();
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("0.7107"));
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(wavelength.last().at(0).toDouble(), 0.7107);
  }

  void filesAreDropped() {
    // Without a drag of the platform's own the event reaches the view only by hand.
    struct Target : SpectrumPlot {
      using SpectrumPlot::dropEvent;
    } target;
    QSignalSpy dropped(&target, &SpectrumPlot::filesDropped);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a.xy"))});
    QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    target.dropEvent(&event);
    QCOMPARE(dropped.first().at(0).toStringList(), QStringList{QStringLiteral("/tmp/a.xy")});
  }

  void everyControlHasANameAndIsReachedByTab() {
    SpectrumPlotModel model = sample();
    model.measured = {measured()};
    m_view->setModel(model);
    const QStringList faults = test::walkFaults(*m_view);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
  }

  void exportsPictureAndNumbers() {
    SpectrumPlotModel model = sample();
    model.measured = {measured()};
    m_view->setModel(model);
    const DataTable table = m_view->data();
    QCOMPARE(table.rows.size(), 2 * model.positions.size());
    QCOMPARE(std::get<double>(table.rows[150][2]), model.positions[150]);
    QCOMPARE(std::get<double>(table.rows[150][4]), model.mean[150]);
    QCOMPARE(std::get<double>(table.rows[401 + 150][4]), model.mean[150] + 1.0);
    QVERIFY(toSvg(*m_view).contains("<svg"));
    QCOMPARE(m_view->exportName(), QStringLiteral("pattern-Co20Ti40Zr40"));
  }

 private:
  std::unique_ptr<SpectrumPlot> m_view;
};

QTEST_MAIN(TestSpectrumPlot)
#include "tst_spectrum_plot.moc"
