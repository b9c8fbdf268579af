// Maps of generated patterns: which alloys were measured, which to measure next, and imported
// patterns beside the generated one.

#include "app/services/measured_patterns.h"
#include "engine/alloy/formula.h"
#include "tests/app/workbench_fixture.h"
#include "widgets/spectrum/spectrum_plot.h"
#include "widgets/ternary/ternary_map.h"

#include <QDockWidget>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace vitrine;
using widgets::MarkerKind;

namespace {

std::vector<widgets::TernaryMarker> markersOf(const widgets::TernaryMap& map, MarkerKind kind) {
  std::vector<widgets::TernaryMarker> found;
  std::copy_if(map.model().markers.begin(), map.model().markers.end(), std::back_inserter(found),
               [kind](const auto& marker) { return marker.kind == kind; });
  return found;
}

}  // namespace

class TestPatternMap : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { m_workbench = std::make_unique<test::WorkbenchFixture>(); }
  void init() {
    app::Document& document = m_workbench->session.document;
    document.setAlloy(alloy::compositionOf("Co30Ti30Zr40"));
    document.setQuantity(app::MapQuantity::DeltaQ);
    QVERIFY(m_workbench->settle());
  }
  void cleanupTestCase() { m_workbench.reset(); }

  void measuredAlloysAreMarked() {
    widgets::TernaryMap& map = *m_workbench->window->views().map();
    QVERIFY2(map.model().message.isEmpty(), qPrintable(map.model().message));
    const auto generator =
        m_workbench->session.generators.offerFor(m_workbench->session.document.alloy()).generator;
    QVERIFY(generator);
    const auto measured = markersOf(map, MarkerKind::MeasuredPattern);
    QCOMPARE(measured.size(), generator->knownFractions().rows());

    // The one farthest from all others can be hit without doubt.
    const auto gap = [&](const widgets::TernaryMarker& marker) {
      double nearest = 1e9;
      for (const auto& other : map.model().markers) {
        const QPointF step = map.toPixels(other.weights) - map.toPixels(marker.weights);
        if (other.formula != marker.formula)
          nearest = std::min(nearest, std::hypot(step.x(), step.y()));
      }
      return nearest;
    };
    const auto lone =
        *std::max_element(measured.begin(), measured.end(),
                          [&](const auto& a, const auto& b) { return gap(a) < gap(b); });
    QTest::mouseClick(&map, Qt::LeftButton, {}, map.toPixels(lone.weights).toPoint());
    QVERIFY(alloy::distancePercent(m_workbench->session.document.alloy(),
                                   alloy::compositionOf(lone.formula.toStdString())) < 0.1);
  }

  void alloysToMeasureNextAreMarked() {
    widgets::TernaryMap& map = *m_workbench->window->views().map();
    const auto next = markersOf(map, MarkerKind::NextMeasurement);
    QCOMPARE(next.size(), std::size_t{5});
    for (const auto& marker : next) {
      QVERIFY(marker.label.contains(marker.formula));
      QCOMPARE(std::count_if(next.begin(), next.end(),
                             [&](const auto& other) { return other.formula == marker.formula; }),
               1);
    }
    QTest::mouseClick(&map, Qt::LeftButton, {}, map.toPixels(next[0].weights).toPoint());
    QVERIFY(alloy::distancePercent(m_workbench->session.document.alloy(),
                                   alloy::compositionOf(next[0].formula.toStdString())) < 0.1);
    // Other quantities are about other data.
    m_workbench->session.document.setQuantity(app::MapQuantity::Tg);
    QVERIFY(m_workbench->settle());
    QVERIFY(markersOf(map, MarkerKind::NextMeasurement).empty());
    QVERIFY(markersOf(map, MarkerKind::MeasuredPattern).empty());
  }

  void importedPatternsOfTheNearestAlloysAreShown() {
    widgets::SpectrumPlot& plot = *m_workbench->window->views().spectrum();
    auto* nearest =
        m_workbench->control<QToolButton>(QStringLiteral("Show the nearest measured patterns"));
    QVERIFY(nearest != nullptr && nearest->isHidden());

    diffraction::SpectrumSet set;
    set.axis = diffraction::kPaperAxis;
    const auto add = [&](const char* formula) {
      set.patterns.push_back(
          {formula, alloy::compositionOf(formula), std::vector<double>(set.axis.points, 50.0)});
    };
    add("Co50Ti25Zr25");
    add("Co31Ti30Zr39");
    add("Co30Ti28Zr42");
    add("Co30Ti34Zr36");
    m_workbench->session.measured.setPatterns(
        std::make_shared<const diffraction::SpectrumSet>(std::move(set)));
    QVERIFY(m_workbench->settle());
    const auto& measured = plot.model().measured;
    QCOMPARE(measured.size(), std::size_t{2});
    QVERIFY(measured[0].label.startsWith(QLatin1String("Co31Ti30Zr39")) ||
            measured[0].label.contains(QLatin1String("Zr39")));
    QVERIFY(measured[1].label.contains(QLatin1String("Zr42")));
    QCOMPARE(measured[0].factor, 1.0);
    QVERIFY(!nearest->isHidden());
    QVERIFY(nearest->isChecked());

    m_workbench->window->dock(QStringLiteral("spectrum"))->raise();
    QTest::qWait(50);
    QTest::mouseClick(nearest, Qt::LeftButton);
    QVERIFY(plot.model().measured.empty());
    QVERIFY(!m_workbench->session.document.view().nearestPatterns);
  }

 private:
  std::unique_ptr<test::WorkbenchFixture> m_workbench;
};

QTEST_MAIN(TestPatternMap)
#include "tst_pattern_map.moc"
