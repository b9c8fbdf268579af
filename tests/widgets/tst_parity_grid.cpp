#include "tests/widgets/parity_sample.h"
#include "widgets/parity/parity_drawing.h"
#include "widgets/parity/parity_grid.h"
#include "widgets/parity/parity_grid_layout.h"
#include "widgets/parity/parity_panel.h"
#include "widgets/parity/parity_text.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace vitrine;
using namespace vitrine::widgets;

namespace {

bool apart(const QRectF& a, const QRectF& b) {
  return !a.intersects(b);
}

}  // namespace

class TestParityGrid : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_grid = std::make_unique<ParityGrid>();
    m_grid->setModel(test::paritySample());
    m_grid->resize(620, 260);
    m_grid->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_grid.get()));
  }
  void cleanup() { m_grid.reset(); }

  void plotsAreEqualSquaresApart_data() {
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<int>("columns");
    // Four by two where the window opens; one row or one column where there is nothing else.
    QTest::newRow("first window") << QSizeF(440, 255) << 4;
    QTest::newRow("wide") << QSizeF(1400, 180) << 8;
    QTest::newRow("tall") << QSizeF(160, 1200) << 1;
    QTest::newRow("square") << QSizeF(900, 900) << 3;
  }

  void plotsAreEqualSquaresApart() {
    QFETCH(QSizeF, size);
    QFETCH(int, columns);
    const ParityGridWords words;
    const auto layout = layOutParityGrid(size.width(), size.height(), 7, words);
    QCOMPARE(layout.cells.size(), std::size_t(7));
    const QRectF all(QPointF(), size);
    const double side = layout.cells[0].plot.width();
    int inFirstRow = 0;
    for (std::size_t i = 0; i < layout.cells.size(); ++i) {
      const auto& cell = layout.cells[i];
      QCOMPARE(cell.plot.width(), side);
      QCOMPARE(cell.plot.height(), side);
      QVERIFY(all.contains(cell.whole()));
      QVERIFY(apart(cell.plot, layout.xLabel) && apart(cell.plot, layout.yLabel));
      QVERIFY(apart(cell.whole(), layout.key));
      for (std::size_t j = 0; j < i; ++j)
        QVERIFY(apart(cell.whole(), layout.cells[j].whole()));
      inFirstRow += cell.plot.top() == layout.cells[0].plot.top() ? 1 : 0;
      QCOMPARE(cell.left, static_cast<int>(i) % columns == 0);
      QCOMPARE(cell.bottom, static_cast<int>(i) + columns >= 7);
    }
    QCOMPARE(inFirstRow, std::min(columns, 7));
    QVERIFY(all.contains(layout.xLabel) && all.contains(layout.yLabel));
    // Room for the numbers of the scales.
    QVERIFY(layout.cells[0].plot.left() - layout.yLabel.right() >= words.tickWidth);
    QVERIFY(layout.xLabel.top() - layout.cells[6].plot.bottom() >= words.tick);
  }

  void everyPlotHasTheSameAxes() {
    const auto& panels = m_grid->panels();
    QCOMPARE(panels.size(), std::size_t(2));
    QCOMPARE(panels[0]->model().range, panels[1]->model().range);
    QCOMPARE(panels[0]->model().range, commonRange(test::paritySample()));
    QCOMPARE(panels[0]->model().points.at(0), QPointF(690, 684));
    QCOMPARE(panels[1]->model().points.at(0), QPointF(690, 695));
    QCOMPARE(panels[0]->size(), panels[1]->size());
  }

  void scoresStandBesideThePublishedOnes() {
    const auto& trees = m_grid->panels()[0]->model();
    QCOMPARE(trees.ours.at(0), (QStringList{"18.7\u00a0K", "18.7"}));
    QVERIFY(trees.ours.at(1)[0].contains("random"));
    QCOMPARE(trees.paper.at(0), (QStringList{"10.7\u00a0K", "10.7"}));
    QCOMPARE(trees.paper.at(2), (QStringList{"R² 0.9879", "0.9879"}));
    QVERIFY(m_grid->panels()[1]->model().paper.empty());
    QVERIFY(m_grid->panels()[0]->accessibleDescription().contains("10.7"));
    // The split is named, and the paper's stays the random one.
    auto model = test::paritySample();
    model.split = ParitySplit::Grouped;
    m_grid->setModel(model);
    QVERIFY(m_grid->panels()[0]->model().ours.at(1)[0].contains("grouped"));
    QVERIFY(m_grid->panels()[0]->model().paper.at(1)[0].contains("random"));
  }

  void boundsAreWrittenAsBounds() {
    constexpr double kNone = std::numeric_limits<double>::infinity();
    const std::optional<PublishedScore> bound{{{0.9876, kNone}, {-kNone, 18.47}}};
    QCOMPARE(r2Text(bound), QStringLiteral("> 0.9876"));
    QCOMPARE(rmseText(bound), QStringLiteral("< 18.5"));
    const std::optional<PublishedScore> range{{{0.9808, 0.9907}, {24.61, 35.26}}};
    QCOMPARE(rmseText(range), QStringLiteral("24.6–35.3"));
    QCOMPARE(r2Text(std::optional<PublishedScore>()), QStringLiteral("–"));
  }

  void aClickOrEnterChoosesAPlot() {
    QSignalSpy chosen(m_grid.get(), &ParityGrid::seriesChosen);
    QTest::mouseClick(m_grid->panels()[1], Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0].at(0).toInt(), 1);
    m_grid->focusPanel(0);
    QTest::keyClick(m_grid->panels()[0], Qt::Key_Return);
    QTest::keyClick(m_grid->panels()[0], Qt::Key_Space);
    QCOMPARE(chosen.size(), 3);
    QCOMPARE(chosen[2].at(0).toInt(), 0);
  }

  void hoveringRingsTheAlloyInEveryPlot() {
    QSignalSpy hovered(m_grid.get(), &ParityGrid::pointHovered);
    auto* panel = m_grid->panels()[0];
    QTest::mouseMove(panel, panel->toPixels({450, 455}).toPoint());
    QTRY_VERIFY(!hovered.isEmpty());
    QCOMPARE(hovered.last().at(0).toInt(), 0);
    QCOMPARE(hovered.last().at(1).toInt(), 2);
    QCOMPARE(m_grid->panels()[1]->hoveredMark(), 2);
    m_grid->setSelected(1);
    for (const auto* each : m_grid->panels())
      QCOMPARE(each->selectedMark(), 1);
  }

  void tabWalksThePlotsInOrder() {
    m_grid->panels()[0]->setFocus();
    QTest::keyClick(m_grid->panels()[0], Qt::Key_Tab);
    QVERIFY(m_grid->panels()[1]->hasFocus());
    QTest::keyClick(m_grid->panels()[1], Qt::Key_Left);
    QVERIFY(m_grid->panels()[0]->hasFocus());
  }

  void plotsComeAndGoWithTheModel() {
    auto model = test::paritySample();
    model.series.pop_back();
    m_grid->setModel(model);
    QCOMPARE(m_grid->panels().size(), std::size_t(1));
    m_grid->setModel({});
    QVERIFY(m_grid->panels().empty());
    QVERIFY(!m_grid->grab().isNull());
    m_grid->setModel(test::paritySample());
    m_grid->resize(90, 60);
    QVERIFY(!m_grid->grab().isNull());
  }

 private:
  std::unique_ptr<ParityGrid> m_grid;
};

QTEST_MAIN(TestParityGrid)
#include "tst_parity_grid.moc"
