// The chart of a barcode: which bar stands where, how high, what it says, and choosing one.

#include "widgets/barcode/barcode_chart.h"
#include "widgets/export/export.h"
#include "widgets/plot/plot.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace vitrine::widgets;

namespace {

BarcodeChartModel::Bar bar(bool kasper, double share, double difference) {
  BarcodeChartModel::Bar made;
  made.kernel = kasper ? QStringLiteral("<0,0,12,0> icosahedron around Cu")
                       : QStringLiteral("<0,2,8,2> around Zr");
  made.kasper = kasper;
  made.icosahedron = kasper;
  made.importance = 0.002 - share / 1000.0;
  made.correlation = kasper ? -0.5 : 0.25;
  made.meanShare = 0.25;
  made.share = share;
  made.difference = difference;
  made.byChance = 0.01;
  return made;
}

/// By importance: other, Kasper, other, Kasper.
BarcodeChartModel fourBars() {
  BarcodeChartModel model;
  model.name = QStringLiteral("glass");
  model.hasGlass = true;
  model.bars = {bar(false, 0.4, -0.1), bar(true, 0.3, 0.05), bar(false, 0.2, 0.05),
                bar(true, 0.1, 0.0)};
  return model;
}

const PlotModel& drawn(const BarcodeChart& view) {
  return view.plots().front()->model();
}

/// The highest point of what is drawn over a bar, the reference apart.
double heightAt(const BarcodeChart& view, std::size_t number) {
  for (const auto& band : drawn(view).bands)
    if (std::abs(0.5 * (band.x.front() + band.x.back()) - view.placeOf(number)) < 1e-9)
      return band.high.front() > 0.0 ? band.high.front() : band.low.front();
  return std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

class TestBarcodeChart : public QObject {
  Q_OBJECT

 private slots:
  void kasperBarsStandOnTheLeft() {
    BarcodeChart view;
    view.setModel(fourBars());
    QVERIFY(view.placeOf(1) < view.placeOf(3) && view.placeOf(3) < view.placeOf(0) &&
            view.placeOf(0) < view.placeOf(2));
    // The groups are apart, by colour and in words.
    QVERIFY(view.placeOf(0) - view.placeOf(3) > 1.0);
    QVERIFY(!view.barAt(0.5 * (view.placeOf(0) + view.placeOf(3))));
    QCOMPARE(view.barAt(view.placeOf(2) + 0.3), std::optional<std::size_t>(2));
    QCOMPARE(drawn(view).topTicks.size(), std::size_t{2});
    QVERIFY(drawn(view).bands[0].colour != drawn(view).bands[2].colour);
    QVERIFY(drawn(view).bands[0].name.contains(QLatin1String("group 1")));
    QVERIFY(drawn(view).bands[2].name.contains(QLatin1String("group 2")));
    QCOMPARE(drawn(view).x.ticks.front().label, QStringLiteral("2"));
  }

  void heightsAreWhatTheAxisSays() {
    BarcodeChart view;
    auto model = fourBars();
    model.bars[2].correlation = std::numeric_limits<double>::quiet_NaN();
    view.setModel(model);
    QVERIFY(std::abs(heightAt(view, 0) - 40.0) < 1e-9);
    // The reference: 30 %.
    QVERIFY(std::abs(drawn(view).curves.front().points[6].y() - 30.0) < 1e-9);
    model.measure = BarcodeMeasure::Difference;
    view.setModel(model);
    QVERIFY(std::abs(heightAt(view, 0) + 10.0) < 1e-9);
    QVERIFY(drawn(view).y.range.low < -10.0);
    model.measure = BarcodeMeasure::Importance;
    view.setModel(model);
    QVERIFY(std::abs(heightAt(view, 0) - 1.6) < 1e-9);
    model.measure = BarcodeMeasure::Correlation;
    view.setModel(model);
    QVERIFY(std::abs(heightAt(view, 1) + 0.5) < 1e-9);
    QVERIFY(std::isnan(heightAt(view, 2)));
    QVERIFY(view.barText(2).contains(QLatin1String("does not vary")));
  }

  void choosesByMouseAndKeys() {
    BarcodeChart view;
    view.resize(700, 300);
    view.setModel(fourBars());
    connect(&view, &BarcodeChart::barChosen, &view, [&](std::optional<std::size_t> chosen) {
      auto model = view.model();
      model.chosen = chosen;
      view.setModel(model);
    });
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    Plot* plot = view.plots().front();
    const auto click = [&](std::size_t number) {
      QTest::mouseClick(plot, Qt::LeftButton, {},
                        plot->toPixels({view.placeOf(number), 1.0}).toPoint());
    };
    click(3);
    QCOMPARE(view.model().chosen, std::optional<std::size_t>(3));
    QCOMPARE(drawn(view).regions.size(), std::size_t{1});
    QVERIFY(plot->accessibleDescription().contains(QLatin1String("Bar 4")));
    QTest::keyClick(plot, Qt::Key_Right);
    QCOMPARE(view.model().chosen, std::optional<std::size_t>(0));
    QTest::keyClick(plot, Qt::Key_Left);
    QTest::keyClick(plot, Qt::Key_Left);
    QTest::keyClick(plot, Qt::Key_Left);
    QCOMPARE(view.model().chosen, std::optional<std::size_t>(1));
    QTest::keyClick(plot, Qt::Key_Escape);
    QVERIFY(!view.model().chosen);
    click(2);
    click(2);
    QVERIFY(!view.model().chosen);
    // A drag moves the picture and chooses nothing.
    QSignalSpy chosen(&view, &BarcodeChart::barChosen);
    QTest::mousePress(plot, Qt::LeftButton, {}, {200, 100});
    QTest::mouseMove(plot, {260, 100});
    QTest::mouseRelease(plot, Qt::LeftButton, {}, {320, 100});
    QCOMPARE(chosen.count(), 0);
  }

  void saysEverythingAboutABar() {
    BarcodeChart view;
    view.setModel(fourBars());
    const QString text = view.barText(1);
    for (const char* word : {"Bar 2", "<0,0,12,0>", "Group 1", "30.000 %", "35.000 %", "± 1.000 %",
                             "25.000 %", "−0.50", "1.700 meV"})
      QVERIFY2(text.contains(QString::fromUtf8(word)), qPrintable(text));
    const auto table = view.data();
    QCOMPARE(table.rows.size(), std::size_t{4});
    QCOMPARE(std::get<double>(table.rows[1][6]), 0.3);
    QVERIFY(std::abs(std::get<double>(table.rows[1][7]) - 0.35) < 1e-12);
    QVERIFY(toSvg(view).contains("group 2"));
  }

  void withoutAGlassTheModelIsShown() {
    BarcodeChart view;
    auto model = fourBars();
    model.hasGlass = false;
    model.message = QStringLiteral("Open a glass.");
    view.setModel(model);
    QCOMPARE(drawn(view).message, QStringLiteral("Open a glass."));
    QVERIFY(drawn(view).bands.empty());
    QCOMPARE(view.data().headers.size(), qsizetype{6});
    model.message.clear();
    model.measure = BarcodeMeasure::Importance;
    view.setModel(model);
    QCOMPARE(drawn(view).bands.size(), std::size_t{4});
  }
};

QTEST_MAIN(TestBarcodeChart)
#include "tst_barcode_chart.moc"
