#include "engine/alloy/grid.h"
#include "widgets/ternary/ternary_map.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <cmath>
#include <limits>

using namespace vitrine;
using namespace vitrine::widgets;

namespace {

double tgOf(const Weights& w) {
  return 700 * w[0] + 600 * w[1] + 400 * w[2];
}

TernaryMapModel sample(int divisions = 20) {
  TernaryMapModel model;
  model.corners = {"Zr", "Cu", "Al"};
  model.divisions = divisions;
  for (const auto& weights : alloy::triangularGrid(divisions)) {
    model.values.push_back(tgOf(weights));
    model.domain.push_back(weights[2] > 0.5 ? alloy::Domain::Outside : alloy::Domain::Inside);
  }
  model.quantity = "Tg";
  model.unit = "K";
  model.markers = {{"Zr60Cu30Al10", {0.6, 0.3, 0.1}, "Zr60Cu30Al10, Tg 653 K", "a source"}};
  model.current = Weights{0.5, 0.4, 0.1};
  return model;
}

Weights weightsOf(const QVariant& argument) {
  return argument.value<Weights>();
}

bool near(const Weights& a, const Weights& b, double tolerance = 1e-9) {
  return std::abs(a[0] - b[0]) < tolerance && std::abs(a[1] - b[1]) < tolerance &&
         std::abs(a[2] - b[2]) < tolerance;
}

}  // namespace

class TestTernaryMap : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_map = std::make_unique<TernaryMap>();
    m_map->setModel(sample());
    m_map->resize(420, 360);
    m_map->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_map.get()));
  }
  void cleanup() { m_map.reset(); }

  void readsValuesBetweenItsPoints() {
    const Weights w{0.333, 0.417, 0.25};
    QVERIFY(std::abs(m_map->valueAt(w) - tgOf(w)) < 1e-9);
    QVERIFY(near(m_map->fromPixels(m_map->toPixels(w)), w));
  }

  void hoveringReadsThePlace() {
    QSignalSpy hovered(m_map.get(), &TernaryMap::pointHovered);
    QSignalSpy left(m_map.get(), &TernaryMap::hoverLeft);
    const Weights place{0.2, 0.5, 0.3};
    QTest::mouseMove(m_map.get(), m_map->toPixels(place).toPoint());
    QTRY_VERIFY(!hovered.isEmpty());
    // A pixel is a third of a per cent here.
    QVERIFY(near(weightsOf(hovered.last().at(0)), place, 0.006));
    QTest::mouseMove(m_map.get(), QPoint(3, m_map->height() / 2));
    QTRY_COMPARE(left.size(), 1);
  }

  void aClickChoosesWholePercents() {
    QSignalSpy chosen(m_map.get(), &TernaryMap::pointChosen);
    QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, m_map->toPixels({0.3, 0.5, 0.2}).toPoint());
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen[0].at(1).toBool(), false);
    QCOMPARE(chosen[1].at(1).toBool(), true);
    QVERIFY(near(weightsOf(chosen[1].at(0)), {0.3, 0.5, 0.2}));
    QVERIFY(near(*m_map->model().current, {0.3, 0.5, 0.2}));
  }

  void aDragFinishesOnceEvenOutside() {
    QSignalSpy chosen(m_map.get(), &TernaryMap::pointChosen);
    QTest::mousePress(m_map.get(), Qt::LeftButton, {}, m_map->toPixels({0.3, 0.5, 0.2}).toPoint());
    for (int i = 1; i <= 5; ++i)
      QTest::mouseMove(m_map.get(),
                       m_map->toPixels({0.3 - 0.05 * i, 0.5, 0.2 + 0.05 * i}).toPoint());
    QTRY_VERIFY(chosen.size() >= 2);
    // Let go far below the base: the nearest alloy of the triangle has none of the top element.
    QTest::mouseRelease(m_map.get(), Qt::LeftButton, {}, QPoint(210, m_map->height() - 1));
    int finished = 0;
    for (const auto& arguments : chosen)
      finished += arguments.at(1).toBool() ? 1 : 0;
    QCOMPARE(finished, 1);
    QCOMPARE(chosen.last().at(1).toBool(), true);
    QCOMPARE(weightsOf(chosen.last().at(0))[0], 0.0);
    for (const auto& arguments : chosen) {
      const auto w = weightsOf(arguments.at(0));
      QVERIFY(std::abs(w[0] + w[1] + w[2] - 1) < 1e-12);
      QVERIFY(w[0] >= 0 && w[1] >= 0 && w[2] >= 0);
    }
  }

  void aClickBesideTheTriangleChoosesNothing() {
    QSignalSpy chosen(m_map.get(), &TernaryMap::pointChosen);
    QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, QPoint(5, m_map->height() / 2));
    QTest::mouseClick(m_map.get(), Qt::RightButton, {}, m_map->toPixels({0.2, 0.4, 0.4}).toPoint());
    QVERIFY(chosen.isEmpty());
  }

  void aKnownAlloyIsHit() {
    QSignalSpy marker(m_map.get(), &TernaryMap::markerChosen);
    QSignalSpy chosen(m_map.get(), &TernaryMap::pointChosen);
    const auto at = m_map->toPixels({0.6, 0.3, 0.1}).toPoint();
    QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, at + QPoint(4, -3));
    QCOMPARE(marker.size(), 1);
    QCOMPARE(marker[0].at(0).toString(), QStringLiteral("Zr60Cu30Al10"));
    QVERIFY(chosen.isEmpty());
    QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, at + QPoint(14, 0));
    QCOMPARE(marker.size(), 1);
    QCOMPARE(chosen.size(), 2);
  }

  void aDragMayBeginOnAMarker() {
    QSignalSpy marker(m_map.get(), &TernaryMap::markerChosen);
    QSignalSpy chosen(m_map.get(), &TernaryMap::pointChosen);
    QTest::mousePress(m_map.get(), Qt::LeftButton, {}, m_map->toPixels({0.6, 0.3, 0.1}).toPoint());
    QVERIFY(chosen.isEmpty());
    QTest::mouseMove(m_map.get(), m_map->toPixels({0.4, 0.4, 0.2}).toPoint());
    QTest::mouseRelease(m_map.get(), Qt::LeftButton, {},
                        m_map->toPixels({0.2, 0.5, 0.3}).toPoint());
    QVERIFY(marker.isEmpty());
    QCOMPARE(chosen.last().at(1).toBool(), true);
    QVERIFY(near(weightsOf(chosen.last().at(0)), {0.2, 0.5, 0.3}, 0.006));
  }

  void measuredPatternsAreHitOnTheSpotOnly() {
    auto model = sample();
    model.markers = {{"Zr30Cu40Al30",
                      {0.3, 0.4, 0.3},
                      "Zr30Cu40Al30, its pattern was measured",
                      {},
                      MarkerKind::MeasuredPattern},
                     {"Zr20Cu40Al40",
                      {0.2, 0.4, 0.4},
                      "Zr20Cu40Al40, number 1",
                      {},
                      MarkerKind::NextMeasurement}};
    const QImage before = m_map->grab().toImage();
    m_map->setModel(model);
    QVERIFY(m_map->grab().toImage() != before);
    QSignalSpy marker(m_map.get(), &TernaryMap::markerChosen);
    const auto click = [&](const Weights& weights, QPoint beside) {
      QTest::mouseClick(m_map.get(), Qt::LeftButton, {},
                        m_map->toPixels(weights).toPoint() + beside);
    };
    click({0.3, 0.4, 0.3}, {5, 0});
    QVERIFY(marker.isEmpty());
    click({0.3, 0.4, 0.3}, {1, 1});
    QCOMPARE(marker.size(), 1);
    click({0.2, 0.4, 0.4}, {-5, 0});
    QCOMPARE(marker.size(), 2);
    QCOMPARE(marker.last().at(0).toString(), QStringLiteral("Zr20Cu40Al40"));
  }

  void arrowKeysMoveByOnePercent() {
    QSignalSpy chosen(m_map.get(), &TernaryMap::pointChosen);
    const auto last = [&] { return weightsOf(chosen.last().at(0)); };
    QTest::keyClick(m_map.get(), Qt::Key_Right);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen.last().at(1).toBool(), true);
    QVERIFY(near(last(), {0.5, 0.39, 0.11}));
    QTest::keyClick(m_map.get(), Qt::Key_Left);
    QVERIFY(near(last(), {0.5, 0.4, 0.1}));
    QTest::keyClick(m_map.get(), Qt::Key_Up);
    QVERIFY(near(last(), {0.51, 0.39, 0.1}));
    QTest::keyClick(m_map.get(), Qt::Key_Down);
    QVERIFY(near(last(), {0.5, 0.39, 0.11}));
    QTest::keyClick(m_map.get(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(near(last(), {0.5, 0.34, 0.16}));
    // At a side the step ends there.
    m_map->setCurrent(Weights{0.5, 0.003, 0.497});
    QTest::keyClick(m_map.get(), Qt::Key_Right);
    QVERIFY(near(last(), {0.5, 0.0, 0.5}));
    const auto before = chosen.size();
    QTest::keyClick(m_map.get(), Qt::Key_Right);
    QCOMPARE(chosen.size(), before);
  }

  void stepsAreOfTheWholeAlloy() {
    auto model = sample();
    model.variablePercent = 80;
    m_map->setModel(model);
    QSignalSpy chosen(m_map.get(), &TernaryMap::pointChosen);
    QTest::keyClick(m_map.get(), Qt::Key_Right);
    QVERIFY(near(weightsOf(chosen.last().at(0)), {0.5, 0.4 - 1.0 / 80, 0.1 + 1.0 / 80}));
  }

  void theLockTellsItsState() {
    auto* lock = m_map->findChild<QToolButton*>();
    QVERIFY(lock != nullptr && lock->isVisible());
    QVERIFY(!lock->accessibleName().isEmpty());
    QSignalSpy toggled(m_map.get(), &TernaryMap::rangeLockToggled);
    QTest::mouseClick(lock, Qt::LeftButton);
    QCOMPARE(toggled.size(), 1);
    QCOMPARE(toggled[0].at(0).toBool(), true);
    auto model = sample();
    model.rangeLocked = true;
    m_map->setModel(model);
    QVERIFY(lock->isChecked());
    QCOMPARE(toggled.size(), 1);
    // Names have no range.
    model.categories = {"inside", "outside"};
    m_map->setModel(model);
    QVERIFY(!lock->isVisible());
  }

  void aLockedRangeKeepsTheColours() {
    const auto pixelAt = [&](const Weights& w) {
      return m_map->grab().toImage().pixelColor(m_map->toPixels(w).toPoint());
    };
    const Weights place{0.333, 0.36, 0.307};
    auto model = sample();
    model.contours = false;
    m_map->setModel(model);
    const auto before = pixelAt(place);
    for (auto& value : model.values)
      value += 40;
    m_map->setModel(model);
    // With its own range the picture is the same, with the locked one it is brighter.
    QCOMPARE(pixelAt(place), before);
    model.range = ValueRange{400, 700};
    m_map->setModel(model);
    QVERIFY(pixelAt(place) != before);
  }

  void staleIsGrey() {
    auto model = sample();
    model.stale = true;
    model.contours = false;
    m_map->setModel(model);
    const auto colour =
        m_map->grab().toImage().pixelColor(m_map->toPixels({0.333, 0.36, 0.307}).toPoint());
    QVERIFY(colour.hsvSaturation() < 12);
  }

  void movingTheCrossRepaints() {
    const auto before = m_map->grab().toImage();
    m_map->setCurrent(Weights{0.2, 0.4, 0.4});
    const auto after = m_map->grab().toImage();
    QVERIFY(before != after);
    m_map->setCurrent(Weights{0.5, 0.4, 0.1});
    QCOMPARE(m_map->grab().toImage(), before);
  }

  void saysWhatItShows() {
    QVERIFY(!m_map->accessibleName().isEmpty());
    QVERIFY(m_map->accessibleDescription().contains("Tg"));
    // 700*0.5 + 600*0.4 + 400*0.1
    QVERIFY(m_map->accessibleDescription().contains("630"));
    QCOMPARE(m_map->focusPolicy(), Qt::StrongFocus);
  }

  void tableHoldsEveryPoint() {
    auto model = sample(10);
    model.variablePercent = 95;
    m_map->setModel(model);
    const auto table = m_map->data();
    QCOMPARE(table.headers, (QStringList{"Zr_at%", "Cu_at%", "Al_at%", "Tg_K", "domain"}));
    QCOMPARE(table.rows.size(), std::size_t(66));
    for (const auto& row : table.rows) {
      const double sum =
          std::get<double>(row[0]) + std::get<double>(row[1]) + std::get<double>(row[2]);
      QVERIFY(std::abs(sum - 95) < 1e-6);
      QVERIFY(std::abs(std::get<double>(row[3]) -
                       (700 * std::get<double>(row[0]) + 600 * std::get<double>(row[1]) +
                        400 * std::get<double>(row[2])) /
                           95) < 1e-6);
    }
  }

  void anyModelCanBeDrawn() {
    TernaryMapModel empty;
    empty.message = "nothing yet";
    m_map->setModel(empty);
    QVERIFY(!m_map->grab().isNull());
    auto flat = sample();
    std::fill(flat.values.begin(), flat.values.end(), 500.0);
    m_map->setModel(flat);
    QVERIFY(!m_map->grab().isNull());
    std::fill(flat.values.begin(), flat.values.end(), std::numeric_limits<double>::quiet_NaN());
    flat.domain.clear();
    flat.current.reset();
    m_map->setModel(flat);
    QVERIFY(!m_map->grab().isNull());
    m_map->resize(m_map->minimumSizeHint());
    QVERIFY(!m_map->grab().isNull());
  }

 private:
  std::unique_ptr<TernaryMap> m_map;
};

QTEST_MAIN(TestTernaryMap)
#include "tst_ternary_map.moc"
