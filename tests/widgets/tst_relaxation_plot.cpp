#include "widgets/plot/plot.h"
#include "widgets/relaxation/free_energy_plot.h"
#include "widgets/relaxation/relaxation_drawing.h"
#include "widgets/relaxation/relaxation_plot.h"
#include "widgets/theme/theme.h"

#include <QButtonGroup>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <cmath>
#include <limits>

using namespace vitrine;
using namespace vitrine::widgets;

namespace {

constexpr double kTgK = 690.0;

/// The universal curve, T - Tg in K and log10 tau in s, as tabulated for the theory.
const std::vector<std::pair<double, double>> kUniversal{
    {-20, 4.6687}, {-10, 3.2779}, {0, 2.0},      {10, 0.8249},  {20, -0.2565},
    {30, -1.2524}, {40, -2.1701}, {50, -3.0162}, {75, -4.8559}, {100, -6.3628}};

RelaxationPlotModel sample() {
  RelaxationPlotModel model;
  model.alloy = "Zr50Cu40Al10";
  for (const auto& [deltaK, log10Tau] : kUniversal) {
    model.curve.push_back({kTgK + deltaK, log10Tau});
    model.band.push_back({kTgK + deltaK, log10Tau - 1.3, log10Tau + 1.3});
  }
  model.bandLabel = "90 % interval";
  model.tgK = kTgK;
  model.tgIntervalK = prediction::Interval{668, 714};
  model.fragility = 84.5;
  model.theoryK = prediction::Interval{670, 790};
  model.overlays = {{"DMA", RelaxationOverlay::Kind::Measured, {{700, 1.2}, {710, 0.4}}, "a paper"},
                    {"VFT", RelaxationOverlay::Kind::Derived, {{690, 2.0}, {730, -1.0}}, "m = 57"}};
  return model;
}

bool contains(const PlotRange& range, double value) {
  return value >= range.low && value <= range.high;
}

FreeEnergyPlotModel barrier() {
  // A cubic with its minimum at 0.1 and its maximum at 0.4, 4.5 kT above it.
  FreeEnergyPlotModel model;
  for (int i = 0; i <= 100; ++i) {
    const double r = 0.005 * i;
    model.r.push_back(r);
    model.freeEnergy.push_back(1000 * (-r * r * r / 3 + 0.25 * r * r - 0.04 * r));
  }
  model.rL = 0.1;
  model.rB = 0.4;
  model.barrier = 1000 * (std::pow(0.3, 3) / 6);
  model.phi = 0.6;
  model.temperature = "T = 750 K";
  return model;
}

}  // namespace

class TestRelaxationPlot : public QObject {
  Q_OBJECT

 private slots:
  void axesTurnTemperatures() {
    auto model = sample();
    QCOMPARE(abscissaOf(500, model), 2.0);
    QCOMPARE(temperatureAt(2.0, model), 500.0);
    model.axis = TemperatureAxis::Linear;
    model.unit = TemperatureUnit::Celsius;
    QVERIFY(std::abs(abscissaOf(500, model) - 226.85) < 1e-9);
    QVERIFY(std::abs(temperatureAt(226.85, model) - 500) < 1e-9);
  }

  void everythingAskedForIsDrawn() {
    for (const auto axis : {TemperatureAxis::Inverse, TemperatureAxis::Linear}) {
      auto model = sample();
      model.axis = axis;
      const auto plot = drawingOf(model, theme(false));
      for (const auto& curve : plot.curves)
        for (const auto& point : curve.points) {
          QVERIFY(contains(plot.x.range, point.x()));
          QVERIFY(contains(plot.y.range, point.y()));
        }
      // Tg lies where the curve passes 100 s.
      QCOMPARE(plot.markers.size(), std::size_t(2));
      QCOMPARE(plot.markers[0].orientation, Qt::Horizontal);
      QCOMPARE(plot.markers[0].value, 2.0);
      QCOMPARE(plot.markers[1].orientation, Qt::Vertical);
      QCOMPARE(plot.markers[1].value, abscissaOf(kTgK, model));
      QVERIFY(plot.markers[1].label.contains("690"));
      // Both ends beyond the theory are shaded.
      QCOMPARE(plot.regions.size(), std::size_t(2));
      const double ends[2] = {abscissaOf(670, model), abscissaOf(790, model)};
      QCOMPARE(plot.regions[0].x.high, std::min(ends[0], ends[1]));
      QCOMPARE(plot.regions[1].x.low, std::max(ends[0], ends[1]));
      QVERIFY(plot.scatters.at(0).name.contains("measured"));
      QVERIFY(plot.curves.at(1).name.contains("derived"));
    }
  }

  void temperaturesStandAboveTheReciprocalAxis() {
    auto model = sample();
    const auto plot = drawingOf(model, theme(false));
    QVERIFY(plot.topTicks.size() >= 3);
    for (const auto& tick : plot.topTicks)
      QVERIFY(std::abs(1000.0 / tick.position - tick.label.toDouble()) < 0.5);
    model.unit = TemperatureUnit::Celsius;
    for (const auto& tick : drawingOf(model, theme(false)).topTicks)
      QVERIFY(std::abs(1000.0 / tick.position - 273.15 - tick.label.toDouble()) < 0.5);
  }

  void axesStayWhileAnAlloyMovesALittle() {
    auto model = sample();
    model.overlays.clear();
    const auto before = drawingOf(model, theme(false));
    for (auto& point : model.curve)
      point.temperatureK += 1.0;
    const auto after = drawingOf(model, theme(false));
    QCOMPARE(after.x.range, before.x.range);
    QCOMPARE(after.y.range, before.y.range);
  }

  void gapsAndEmptyModelsAreDrawn() {
    auto model = sample();
    model.curve[3].log10TauS = std::numeric_limits<double>::quiet_NaN();
    model.band[3].lowLog10TauS = std::numeric_limits<double>::quiet_NaN();
    RelaxationPlot view;
    view.resize(320, 240);
    view.setModel(model);
    QVERIFY(!view.grab().isNull());
    RelaxationPlotModel empty;
    empty.message = "outside the known elements";
    view.setModel(empty);
    QVERIFY(!view.grab().isNull());
    QVERIFY(view.plot()->accessibleDescription().contains("outside"));
  }

  void buttonsAskForTheOtherAxis() {
    RelaxationPlot view;
    view.setModel(sample());
    view.show();
    QSignalSpy chosen(&view, &RelaxationPlot::axisChosen);
    const auto buttons = view.findChildren<QToolButton*>();
    QCOMPARE(buttons.size(), 2);
    QVERIFY(buttons[0]->isChecked());
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0].at(0).value<TemperatureAxis>(), TemperatureAxis::Linear);
    QTest::keyClick(buttons[0], Qt::Key_Space);
    QCOMPARE(chosen.last().at(0).value<TemperatureAxis>(), TemperatureAxis::Inverse);
    for (auto* button : buttons)
      QVERIFY(!button->accessibleName().isEmpty());
  }

  void hoverReadsTheCurve() {
    RelaxationPlot view;
    view.resize(480, 360);
    view.setModel(sample());
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy hovered(&view, &RelaxationPlot::temperatureHovered);
    auto* plot = view.plot();
    QTest::mouseMove(plot, plot->toPixels({1000.0 / 740, -5}).toPoint());
    QTRY_VERIFY(!hovered.isEmpty());
    QVERIFY(std::abs(hovered.last().at(0).toDouble() - 740) < 1.0);
    // log10 tau 50 K above Tg is -3.02.
    const auto* readout = view.findChild<QLabel*>();
    QVERIFY2(readout->text().contains("3.0"), qPrintable(readout->text()));
    QTest::mouseMove(plot, plot->toPixels({plot->visibleX().low + 0.001, -5}).toPoint());
    QTRY_VERIFY(readout->text().contains("outside"));
  }

  void tableHasTheoryBandAndOverlays() {
    RelaxationPlot view;
    view.setModel(sample());
    const auto table = view.data();
    QCOMPARE(table.rows.size(), kUniversal.size() + 4);
    QCOMPARE(table.headers.size(), 7);
    const auto& tg = table.rows[2];
    QCOMPARE(std::get<double>(tg[2]), kTgK);
    QCOMPARE(std::get<double>(tg[4]), 2.0);
    QVERIFY(std::abs(std::get<double>(tg[5]) - 0.7) < 1e-12);
    QCOMPARE(std::get<QString>(table.rows.back()[1]), QStringLiteral("derived"));
  }

  void overlaysNameTheirAlloyWhereItIsAnother() {
    RelaxationPlotModel model = sample();
    model.overlays[0].alloy = "Zr55Cu35Al10";
    const auto plot = drawingOf(model, theme(false));
    QVERIFY(plot.scatters.at(0).name.startsWith("Zr55Cu35Al10, DMA"));
    QVERIFY(plot.curves.at(1).name.startsWith("VFT"));
    RelaxationPlot view;
    view.setModel(model);
    const auto table = view.data();
    const auto series = [&](std::size_t fromEnd) {
      return std::get<QString>(table.rows[table.rows.size() - fromEnd][0]);
    };
    QCOMPARE(series(4), QStringLiteral("Zr55Cu35Al10, DMA"));
    QCOMPARE(series(1), QStringLiteral("Zr50Cu40Al10, VFT"));
  }

  void freeEnergyShowsItsScales() {
    FreeEnergyPlot view;
    view.resize(440, 320);
    view.setModel(barrier());
    const auto& plot = view.plot()->model();
    QCOMPARE(plot.markers.size(), std::size_t(2));
    QCOMPARE(plot.markers[0].value, 0.1);
    QCOMPARE(plot.markers[1].value, 0.4);
    // The barrier's arrow spans exactly F_B at r_B, the jump's arrow r_B - r_L.
    QCOMPARE(plot.arrows.size(), std::size_t(2));
    QCOMPARE(plot.arrows[0].from.x(), 0.4);
    QVERIFY(std::abs(plot.arrows[0].to.y() - plot.arrows[0].from.y() - 4.5) < 1e-9);
    QVERIFY(std::abs(plot.arrows[1].to.x() - plot.arrows[1].from.x() - 0.3) < 1e-12);
    QVERIFY(!view.grab().isNull());
    QCOMPARE(view.data().rows.size(), std::size_t(101));
  }

  void lengthsAreInAngstromWhereTheDiameterIsKnown() {
    auto model = barrier();
    FreeEnergyPlot view;
    view.setModel(model);
    QVERIFY(view.plot()->model().topTicks.empty());
    model.diameterA = 2.5;
    model.diameterSource = QStringLiteral("first peak of g(r) of a glass");
    view.setModel(model);
    const auto& plot = view.plot()->model();
    QVERIFY(plot.topLabel.contains(QStringLiteral("2.50 Å")));
    QVERIFY(plot.topLabel.contains(model.diameterSource));
    QVERIFY(plot.topTicks.size() > 2);
    for (const auto& tick : plot.topTicks)
      QVERIFY(std::abs(tick.label.toDouble() - 2.5 * tick.position) < 1e-9);
    const auto table = view.data();
    QCOMPARE(table.headers.back(), QStringLiteral("r_A"));
    QCOMPARE(std::get<double>(table.rows[80][2]), 2.5 * 0.4);
  }

  void freeEnergyWithoutABarrierSaysWhy() {
    auto model = barrier();
    model.rL.reset();
    model.rB.reset();
    model.barrier.reset();
    model.message = "no barrier below Φ = 0.4315";
    FreeEnergyPlot view;
    view.resize(300, 240);
    view.setModel(model);
    QVERIFY(view.plot()->model().arrows.empty());
    QCOMPARE(view.plot()->model().message, model.message);
    QVERIFY(!view.grab().isNull());
    view.setModel({});
    QVERIFY(!view.grab().isNull());
  }
};

QTEST_MAIN(TestRelaxationPlot)
#include "tst_relaxation_plot.moc"
