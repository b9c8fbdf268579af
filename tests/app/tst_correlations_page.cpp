// The page of correlations over the tables of the desk, with real clicks and keys.

#include "app/correlations/correlations_page.h"
#include "app/correlations/fit_table.h"
#include "engine/alloy/formula.h"
#include "engine/dataset/table_io.h"
#include "engine/thermo/mean_melting.h"
#include "tests/app/page_fixture.h"
#include "tests/engine/prediction/synthetic.h"
#include "tests/support/widget_walk.h"
#include "widgets/correlation/correlation_plot.h"
#include "widgets/plot/plot.h"

#include <QClipboard>
#include <QComboBox>

#include <cmath>
#include <numeric>

using namespace vitrine;
using Rows = std::vector<std::size_t>;

namespace {

/// Tg = 0.4 <Tm> exactly but for one alloy that is 300 K too high, Tl = 1.6 Tg + 50 K.
dataset::Table ruled() {
  dataset::Table table = test::syntheticTable(12, 5);
  table.name = "ruled";
  for (auto& row : table.rows) {
    const double tgK = 0.4 * *thermo::meanMeltingTemperatureK(row.composition);
    row.values = {tgK, 1.6 * tgK + 50.0};
  }
  *table.rows[7].values[0] += 300.0;
  table.rows[7].values[1].reset();
  return table;
}

}  // namespace

class TestCorrelationsPage : public QObject {
  Q_OBJECT

 private slots:
  void init() { m_fixture = std::make_unique<test::PageFixture<app::CorrelationsPage>>(); }
  void cleanup() { m_fixture.reset(); }

  void saysThatThereIsNoTable() {
    for (const auto& correlation : view().model().correlations)
      QVERIFY(correlation.message.contains(QLatin1String("no table")));
    QVERIFY(!m_fixture->press(QStringLiteral("Copy the lines")));
  }

  void fitsTheCurrentTable() {
    m_fixture->session.desk.add(ruled());
    QVERIFY(m_fixture->settle());
    const auto& shown = view().model().correlations;
    QCOMPARE(shown.at(0).rows.size(), std::size_t{60});
    QCOMPARE(shown.at(1).rows.size(), std::size_t{59});
    // All lie on y = 1.6 x + 50 K.
    QVERIFY(std::abs(shown[1].lines.at(1).slope - 1.6) < 1e-9);
    QVERIFY(std::abs(shown[1].lines.at(1).interceptK - 50.0) < 1e-6);
    // The published lines stand beside them.
    QCOMPARE(shown[0].lines.at(2).slope, 0.385);
    QCOMPARE(shown[0].lines.at(3).slope, 0.404);
    QCOMPARE(shown[1].lines.at(2).slope, 1.567);
    // One alloy is far off.
    QCOMPARE(std::accumulate(shown[0].outliers.begin(), shown[0].outliers.end(), 0), 1);
    QCOMPARE(int(shown[0].outliers.at(7)), 1);
    auto* fits = m_fixture->page->findChild<app::FitTable*>();
    QCOMPARE(fits->rowCount(), 7);
    QTRY_VERIFY(fits->item(3, 7)->text().contains(QLatin1String("2503.14092")));
  }

  void aClickSelectsTheRow() {
    const auto id = m_fixture->session.desk.add(ruled());
    QVERIFY(m_fixture->settle());
    const auto& first = view().model().correlations[0];
    auto* plot = view().plots()[0];
    QTest::mouseClick(plot, Qt::LeftButton, {},
                      plot->toPixels({first.xK[7], first.yK[7]}).toPoint());
    QCOMPARE(m_fixture->session.desk.selection(), (Rows{7}));
    QCOMPARE(view().model().selected, (Rows{7}));
    // And the other way round.
    m_fixture->session.desk.setSelection({1, 2});
    QCOMPARE(view().plots()[0]->model().rings.size(), std::size_t{2});
    // Another value of the row moves the fit; undo brings it back.
    const double before = first.lines[0].slope;
    const dataset::Table& table = m_fixture->session.desk.table(id);
    m_fixture->session.desk.edit(id,
                                 dataset::setValue(table, 7, 0, *table.rows[7].values[0] - 300.0),
                                 QStringLiteral("Mend"));
    QVERIFY(m_fixture->settle());
    QVERIFY(std::abs(view().model().correlations[0].lines[0].slope - 0.4) < 1e-9);
    m_fixture->session.desk.undoStack()->undo();
    QVERIFY(m_fixture->settle());
    QVERIFY(std::abs(view().model().correlations[0].lines[0].slope - before) < 1e-12);
  }

  // More points than anybody could see are thinned; the fits are of all.
  void largeTablesAreThinned() {
    dataset::Table table = ruled();
    const auto rows = table.rows;
    while (table.rows.size() < 20'000)
      table.rows.insert(table.rows.end(), rows.begin(), rows.end());
    m_fixture->session.desk.add(table);
    QVERIFY(m_fixture->settle());
    const auto& shown = view().model().correlations[0];
    QVERIFY(shown.rows.size() > 3'000 && shown.rows.size() <= 5'000);
    QVERIFY(shown.title.contains(QString::number(table.rows.size())));
    auto* fits = m_fixture->page->findChild<app::FitTable*>();
    QCOMPARE(fits->item(0, 6)->text().toInt(), static_cast<int>(table.rows.size()));
  }

  void onlyAlloysWithAnElement() {
    m_fixture->session.desk.add(ruled());
    QVERIFY(m_fixture->settle());
    auto* elements = m_fixture->control<QComboBox>(QStringLiteral("Alloys"));
    elements->setFocus();
    QTest::keyClicks(elements, QStringLiteral("Zr"));
    QVERIFY(m_fixture->settle());
    const auto& table = m_fixture->session.desk.table(m_fixture->session.desk.current());
    const auto& shown = view().model().correlations[0];
    QVERIFY(!shown.rows.empty() && shown.rows.size() < table.rows.size());
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      QCOMPARE(std::binary_search(shown.rows.begin(), shown.rows.end(), row),
               table.rows[row].composition.fraction(40) > 0.0);
    QVERIFY(elements->currentText().contains(QString::number(shown.rows.size())));
  }

  void unitsAndResiduals() {
    m_fixture->session.desk.add(ruled());
    QVERIFY(m_fixture->settle());
    const double slope = view().model().correlations[0].lines[0].slope;
    m_fixture->session.document.chooseView(&app::ViewChoices::temperatureUnit,
                                           widgets::TemperatureUnit::Celsius);
    QVERIFY(view().plots()[0]->model().x.label.contains(QStringLiteral("°C")));
    QCOMPARE(view().model().correlations[0].lines[0].slope, slope);
    auto* residuals = m_fixture->control<QComboBox>(QStringLiteral("Residuals of"));
    residuals->setFocus();
    QTest::keyClick(residuals, Qt::Key_Down);
    QCOMPARE(view().model().correlations[0].residualsOf, std::size_t{3});
    const auto& first = view().model().correlations[0];
    QVERIFY(std::abs(first.residualK[0] - (first.yK[0] - 0.404 * first.xK[0])) < 1e-9);
  }

  void solidusAndMissingColumns() {
    m_fixture->session.desk.add(ruled());
    QVERIFY(m_fixture->settle());
    auto* melting = m_fixture->control<QComboBox>(QStringLiteral("Melting temperature"));
    melting->setFocus();
    QTest::keyClick(melting, Qt::Key_Down);
    QVERIFY(view().model().correlations[1].message.contains(QLatin1String("no solidus")));
    QVERIFY(view().model().correlations[0].message.isEmpty());
  }

  void copiesTheLines() {
    m_fixture->session.desk.add(ruled());
    QVERIFY(m_fixture->settle());
    QVERIFY(m_fixture->press(QStringLiteral("Copy the lines")));
    const QStringList lines = QGuiApplication::clipboard()->text().trimmed().split(u'\n');
    QCOMPARE(lines.size(), 8);
    QVERIFY(lines[0].startsWith(QLatin1String("correlation\tline\tslope")));
    QVERIFY(std::abs(lines[6].split(u'\t').at(2).toDouble() - 1.6) < 1e-9);
  }

  void everyControlHasAName() {
    m_fixture->session.desk.add(ruled());
    QVERIFY(m_fixture->settle());
    const QStringList problems = test::walkFaults(*m_fixture->page);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
  }

  // The shared table: the figures of its description, by scikit-learn and numpy.
  void theSharedTable() {
    const auto file = test::sharedDir() / "data/thermal/thermal.csv";
    if (!std::filesystem::exists(file))
      QSKIP("The shared table data/thermal/thermal.csv is not here.");
    m_fixture->session.desk.add(dataset::readTable(file));
    QVERIFY(m_fixture->settle());
    const auto& shown = view().model().correlations;
    QVERIFY(std::abs(shown[0].lines[0].slope - 0.3943) < 5e-5);
    QVERIFY(std::abs(shown[0].lines[1].slope - 0.4187) < 1e-4);
    QVERIFY(std::abs(shown[0].lines[1].interceptK + 41.0) < 0.1);
    QVERIFY(std::abs(shown[1].lines[0].slope - 1.7246) < 5e-5);
    auto* melting = m_fixture->control<QComboBox>(QStringLiteral("Melting temperature"));
    melting->setFocus();
    QTest::keyClick(melting, Qt::Key_Down);
    QVERIFY(std::abs(view().model().correlations[1].lines[0].slope - 1.6140) < 5e-5);
  }

 private:
  widgets::CorrelationPlot& view() const {
    return *m_fixture->page->findChild<widgets::CorrelationPlot*>();
  }
  std::unique_ptr<test::PageFixture<app::CorrelationsPage>> m_fixture;
};

QTEST_MAIN(TestCorrelationsPage)
#include "tst_correlations_page.moc"
