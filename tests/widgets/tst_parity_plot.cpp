#include "tests/widgets/parity_sample.h"
#include "widgets/parity/parity_canvas.h"
#include "widgets/parity/parity_drawing.h"
#include "widgets/parity/parity_grid.h"
#include "widgets/parity/parity_panel.h"
#include "widgets/parity/parity_plot.h"
#include "widgets/parity/parity_text.h"
#include "widgets/plot/plot.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

#include <cmath>
#include <memory>

using namespace vitrine::widgets;
using vitrine::prediction::Property;
using vitrine::test::paritySample;

namespace {

ParityPlotModel large(const char* series) {
  ParityPlotModel model = vitrine::test::paritySample();
  model.shownSeries = series;
  return model;
}

}  // namespace

class TestParityPlot : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_view = std::make_unique<ParityPlot>();
    m_view->setModel(large("blend"));
    m_view->resize(760, 460);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
  }
  void cleanup() { m_view.reset(); }

  void aSeriesIsShownLarge() {
    const auto& points = m_view->plot()->model().scatters.at(0).points;
    QCOMPARE(points.at(0), QPointF(690, 695));
    QCOMPARE(m_view->findChild<QComboBox*>()->currentText(), QStringLiteral("Blend of the six"));
  }

  void theIdentityLineRunsCornerToCorner() {
    const auto& plot = m_view->plot()->model();
    QCOMPARE(plot.x.range, plot.y.range);
    QCOMPARE(plot.curves.at(0).points.front(), QPointF(plot.x.range.low, plot.x.range.low));
    QCOMPARE(plot.curves.at(0).points.back(), QPointF(plot.x.range.high, plot.x.range.high));
    QVERIFY(plot.equalScales);
  }

  void axesAreTheSameForAllModels() {
    const auto model = paritySample();
    QCOMPARE(drawingOf(model, 0, theme(false)).x.range, drawingOf(model, 1, theme(false)).x.range);
  }

  void scoresStandBesideThePublishedOnes() {
    const auto* table = m_view->findChild<QTableWidget*>();
    QVERIFY(table->isVisible());
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("Extra trees"));
    QVERIFY(table->item(0, 1)->text().contains("9870"));
    QVERIFY(table->item(0, 2)->text().contains("18"));
    QVERIFY(table->item(0, 3)->text().contains("9879"));
    QCOMPARE(table->item(0, 4)->text(), numberText(10.66, 1));
    QCOMPARE(table->item(1, 3)->text(), QStringLiteral("–"));
    // Without published figures their columns go.
    auto model = large("blend");
    model.series[0].paper.reset();
    m_view->setModel(model);
    QVERIFY(table->isColumnHidden(3) && table->isColumnHidden(4));
  }

  void aRowOfTheTableShowsItsModel() {
    QSignalSpy chosen(m_view.get(), &ParityPlot::seriesChosen);
    auto* table = m_view->findChild<QTableWidget*>();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualItemRect(table->item(0, 1)).center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0].at(0).toString(), QStringLiteral("extra_trees"));
    QCOMPARE(m_view->plot()->model().scatters.at(0).points.at(0), QPointF(690, 684));
    auto* list = m_view->findChild<QComboBox*>();
    QCOMPARE(list->currentIndex(), 1);
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(m_view->model().shownSeries, QStringLiteral("blend"));
    QCOMPARE(table->currentRow(), 1);
  }

  void splitsAreAskedFor() {
    QSignalSpy chosen(m_view.get(), &ParityPlot::splitChosen);
    QToolButton* grouped = nullptr;
    for (auto* button : m_view->findChildren<QToolButton*>())
      if (button->text() == "Grouped")
        grouped = button;
    QVERIFY(grouped != nullptr);
    QTest::mouseClick(grouped, Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0].at(0).value<ParitySplit>(), ParitySplit::Grouped);
  }

  void aClickSelectsTheAlloy() {
    QSignalSpy selected(m_view.get(), &ParityPlot::alloySelected);
    auto* plot = m_view->plot();
    QTest::mouseClick(plot, Qt::LeftButton, {}, plot->toPixels({575, 560}).toPoint());
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected[0].at(0).toString(), QStringLiteral("Pd40Ni40P20"));
    QVERIFY(plot->model().highlight.has_value());
    QCOMPARE(*plot->model().highlight, QPointF(575, 560));
  }

  void hoverNamesTheAlloy() {
    auto* plot = m_view->plot();
    QSignalSpy hovered(plot, &Plot::pointHovered);
    QTest::mouseMove(plot, plot->toPixels({450, 450}).toPoint());
    QTRY_VERIFY(!hovered.isEmpty());
    QVERIFY(plot->accessibleDescription().startsWith("La60Ni15Al25"));
    QCOMPARE(pointText(paritySample(), 0, 0).left(12), QStringLiteral("Zr50Cu40Al10"));
  }

  void selectionFromElsewhereIsRinged() {
    m_view->setSelected("Zr50Cu40Al10");
    QCOMPARE(m_view->plot()->model().highlight, std::optional(QPointF(690, 695)));
    // Known, but not predicted by this model; and not known at all.
    m_view->setSelected("Mg65Cu25Y10");
    QVERIFY(!m_view->plot()->model().highlight);
    m_view->setSelected("Fe80B20");
    QVERIFY(!m_view->plot()->model().highlight);
  }

  void unitsAreTurned() {
    auto model = large("blend");
    model.unit = TemperatureUnit::Celsius;
    m_view->setModel(model);
    const auto& point = m_view->plot()->model().scatters.at(0).points.at(0);
    QVERIFY(std::abs(point.x() - 416.85) < 1e-9 && std::abs(point.y() - 421.85) < 1e-9);
    QVERIFY(m_view->plot()->model().x.label.contains("°C"));
  }

  void smallPlacesKeepTheScoresInALine() {
    const auto hasLine = [&] {
      for (const auto* label : m_view->findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains("10.7"))
          return true;
      return false;
    };
    m_view->setModel(large("extra_trees"));
    m_view->resize(440, 280);
    QVERIFY(!m_view->findChild<QTableWidget*>()->isVisible());
    QVERIFY(m_view->findChild<QComboBox*>()->isVisible());
    QVERIFY(hasLine());
    QVERIFY(!m_view->grab().isNull());
    m_view->resize(420, 700);
    QVERIFY(m_view->findChild<QTableWidget*>()->isVisible());
    QVERIFY(!hasLine());
  }

  void allAreShownUnlessOneIsNamed() {
    for (const char* key : {"", "all", "unheard_of"}) {
      m_view->setModel(large(key));
      QVERIFY(m_view->grid()->isVisible());
      QVERIFY(!m_view->plot()->isVisible());
      QCOMPARE(m_view->findChild<QComboBox*>()->currentIndex(), 0);
    }
  }

  void aSmallPlotOpensAndEscapeGoesBack() {
    m_view->setModel(large("all"));
    QSignalSpy chosen(m_view.get(), &ParityPlot::seriesChosen);
    QTest::mouseClick(m_view->grid()->panels()[0], Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0].at(0).toString(), QStringLiteral("extra_trees"));
    QVERIFY(m_view->plot()->isVisible());
    QVERIFY(m_view->plot()->hasFocus());
    QTest::keyClick(m_view->plot(), Qt::Key_Escape);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen[1].at(0).toString(), QString::fromLatin1(kAllParitySeries));
    QVERIFY(m_view->grid()->isVisible());
    QVERIFY(m_view->grid()->panels()[0]->hasFocus());
    QTest::keyClick(m_view->grid()->panels()[0], Qt::Key_Return);
    QVERIFY(m_view->plot()->isVisible());
    for (auto* button : m_view->findChildren<QToolButton*>())
      if (button->accessibleName().startsWith("Back"))
        QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(m_view->grid()->isVisible());
  }

  void arrowsWalkAndEnterSelects() {
    m_view->setModel(large("extra_trees"));
    QSignalSpy selected(m_view.get(), &ParityPlot::alloySelected);
    auto* plot = m_view->plot();
    plot->setFocus();
    // Nothing is selected yet, so Enter selects nothing.
    QTest::keyClick(plot, Qt::Key_Return);
    QVERIFY(selected.isEmpty());
    // Nearest to the middle of 400 … 750 is Pd40Ni40P20 at (575, 580).
    QTest::keyClick(plot, Qt::Key_Right);
    QVERIFY(plot->accessibleDescription().startsWith("Pd40Ni40P20"));
    QTest::keyClick(plot, Qt::Key_Right);
    QVERIFY(plot->accessibleDescription().startsWith("Zr50Cu40Al10"));
    const PlotRange before = plot->visibleX();
    QTest::keyClick(plot, Qt::Key_Down);
    QVERIFY(plot->accessibleDescription().startsWith("Pd40Ni40P20"));
    QTest::keyClick(plot, Qt::Key_PageUp);
    QVERIFY(plot->accessibleDescription().startsWith("Mg65Cu25Y10"));
    QCOMPARE(plot->visibleX(), before);
    QVERIFY(!m_view->grab().isNull());
    QTest::keyClick(plot, Qt::Key_Return);
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected[0].at(0).toString(), QStringLiteral("Mg65Cu25Y10"));
    QCOMPARE(plot->model().highlight, std::optional(QPointF(425, 430)));
    // With Shift they move the axes, as in every plot.
    QTest::keyClick(plot, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(plot->visibleX().low > before.low);
  }

  void propertiesAreAskedFor() {
    QSignalSpy chosen(m_view.get(), &ParityPlot::propertyChosen);
    for (auto* button : m_view->findChildren<QToolButton*>())
      if (button->text() == "Tm")
        QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0].at(0).value<Property>(), Property::Tm);
    auto model = large("blend");
    model.property = Property::Tm;
    m_view->setModel(model);
    QVERIFY(m_view->plot()->model().x.label.contains("liquidus"));
  }

  void theNameOfAnExportTellsWhatIsShown() {
    QCOMPARE(m_view->exportName(), QStringLiteral("predicted-measured-Tg-random-blend"));
    m_view->setModel(large("all"));
    QCOMPARE(m_view->exportName(), QStringLiteral("predicted-measured-Tg-random-all"));
    QVERIFY(m_view->exportSize().width() > m_view->exportSize().height());
  }

  void emptyModelsDraw() {
    ParityPlotModel empty;
    empty.message = "no model yet";
    m_view->setModel(empty);
    QVERIFY(!m_view->grab().isNull());
    QVERIFY(m_view->data().rows.empty());
  }

  void tableHasEveryModel() {
    const auto table = m_view->data();
    QCOMPARE(table.headers, (QStringList{"formula", "measured_K", "extra_trees_K", "blend_K"}));
    QCOMPARE(table.rows.size(), std::size_t(4));
    QCOMPARE(std::get<double>(table.rows[1][3]), 560.0);
  }

 private:
  std::unique_ptr<ParityPlot> m_view;
};

QTEST_MAIN(TestParityPlot)
#include "tst_parity_plot.moc"
