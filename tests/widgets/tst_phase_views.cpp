// The views of phase diagrams and phase fractions: what they draw, tell and export.

#include "engine/calphad/tdb_reader.h"
#include "widgets/calphad/phase_diagram_view.h"
#include "widgets/calphad/phase_fraction_plot.h"
#include "widgets/export/export.h"
#include "widgets/plot/plot.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace vitrine;
using namespace vitrine::widgets;

namespace {

/// Two elements that do not mix in the solid: a eutectic.
std::shared_ptr<const calphad::Database> eutectic() {
  static const auto database = std::make_shared<const calphad::Database>(calphad::parseTdb(R"(
 ELEMENT AL X 27 0 0 !
 ELEMENT FE X 56 0 0 !
 PHASE LIQUID:L % 1 1 !
 CONST LIQUID:L : AL FE : !
 PAR G(LIQUID,AL),, 0;,, N !
 PAR G(LIQUID,FE),, 0;,, N !
 PHASE ONLYA % 1 1 !
 CONST ONLYA : AL : !
 PAR G(ONLYA,AL),, -10000+10*T;,, N !
 PHASE ONLYB % 1 1 !
 CONST ONLYB : FE : !
 PAR G(ONLYB,FE),, -18000+12*T;,, N !
)",
                                                                                           "test"));
  return database;
}

PhaseDiagramModel diagram() {
  PhaseDiagramModel model;
  model.diagram = std::make_shared<const calphad::PhaseDiagram>(
      calphad::phaseDiagram(eutectic(), "Al", "Fe", {}, RunContext()));
  model.regions = std::make_shared<const std::vector<calphad::DiagramRegion>>(
      calphad::diagramRegions(*model.diagram));
  return model;
}

bool hasLabel(const PlotModel& plot, const QString& text) {
  return std::any_of(plot.labels.begin(), plot.labels.end(),
                     [&](const PlotLabel& label) { return label.text == text; });
}

void show(QWidget& view) {
  view.resize(640, 480);
  view.show();
  QVERIFY(QTest::qWaitForWindowExposed(&view));
}

}  // namespace

class TestPhaseViews : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

  void namesFieldsAndReactions() {
    PhaseDiagramView view;
    const auto model = diagram();
    view.setModel(model);
    show(view);
    const auto& plot = view.plots()[0]->model();
    QVERIFY(hasLabel(plot, "LIQUID"));
    QVERIFY(hasLabel(plot, "ONLYA + ONLYB"));
    QVERIFY(hasLabel(plot, "LIQUID + ONLYB"));
    const double eutecticK = model.diagram->invariants.front().temperatureK;
    QVERIFY(hasLabel(plot, QString::number(qRound(eutecticK))));
    // In °C everything moves along.
    auto celsius = model;
    celsius.unit = TemperatureUnit::Celsius;
    view.setModel(celsius);
    QVERIFY(hasLabel(view.plots()[0]->model(), QString::number(qRound(eutecticK - 273.15))));
    QVERIFY(view.plots()[0]->model().y.label.contains(QStringLiteral("°C")));
  }

  void tellsWhatIsUnderThePointer() {
    PhaseDiagramView view;
    view.setModel(diagram());
    show(view);
    QCOMPARE(view.readOutAt(50.0, 600.0),
             QStringLiteral("50.0 at.% Fe, 600\u00A0K: ONLYA + ONLYB"));
    QVERIFY(view.readOutAt(50.0, 100.0).isEmpty());
    QSignalSpy told(&view, &PhaseDiagramView::readOut);
    Plot* plot = view.plots()[0];
    QTest::mouseMove(plot, plot->toPixels({50.0, 1480.0}).toPoint());
    QTRY_VERIFY(!told.isEmpty());
    QVERIFY(told.last()[0].toString().contains(QStringLiteral("LIQUID")));
  }

  void saysWhyThereIsNothing() {
    PhaseDiagramView view;
    PhaseDiagramModel model;
    model.message = "Choose two elements.";
    view.setModel(model);
    show(view);
    QCOMPARE(view.plots()[0]->model().message, model.message);
    QVERIFY(view.data().rows.empty());
    QVERIFY(view.readOutAt(50.0, 1000.0).isEmpty());
  }

  void exportsTieLines() {
    PhaseDiagramView view;
    view.setModel(diagram());
    show(view);
    QCOMPARE(view.exportName(), QStringLiteral("phase-diagram-Al-Fe"));
    const DataTable table = view.data();
    QCOMPARE(table.headers.size(), 6);
    QVERIFY(table.rows.size() > 50);
    QCOMPARE(std::get<QString>(table.rows.front()[2]), QStringLiteral("ONLYA"));
    // Off the screen it is drawn once more: field, border and word are vectors.
    const QByteArray svg = toSvg(view);
    QVERIFY(svg.contains("LIQUID"));
    QVERIFY(!toImage(view).isNull());
  }

  void sharesOfPhases() {
    PhaseFractionPlot view;
    PhaseFractionModel model;
    model.alloy = "Al70Fe30";
    model.fractions = std::make_shared<const calphad::PhaseFractions>(
        calphad::phaseFractions(eutectic(), {"Al", "Fe"}, std::vector{0.7, 0.3}, {}, RunContext()));
    view.setModel(model);
    show(view);
    QCOMPARE(view.plots()[0]->model().curves.size(), std::size_t{3});
    QVERIFY(view.readOutAt(600.0).endsWith(QStringLiteral("K: ONLYB 30.0 %, ONLYA 70.0 %")));
    QVERIFY(view.readOutAt(5000.0).isEmpty());
    QCOMPARE(view.data().headers.size(), 4);
    QCOMPARE(view.exportName(), QStringLiteral("phase-fractions-Al70Fe30"));
  }
};

QTEST_MAIN(TestPhaseViews)
#include "tst_phase_views.moc"
