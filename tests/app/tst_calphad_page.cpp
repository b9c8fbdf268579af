// The page of phase diagrams with real events: open a database, compute, cancel, close while busy,
// make a table; and the line on the card of the workbench.

#include "app/calphad/calphad_page.h"
#include "tests/app/data_fixture.h"
#include "tests/support/paths.h"
#include "widgets/calphad/phase_diagram_view.h"
#include "widgets/calphad/phase_fraction_plot.h"
#include "widgets/cards/property_cards.h"
#include "widgets/export/export.h"
#include "widgets/plot/plot.h"
#include "widgets/ternary/ternary_map.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QToolButton>

#include <cmath>
#include <memory>

using namespace vitrine;

namespace {

/// Ideal solutions of three elements; aluminium melts at 1000 K, iron at 1500 K, nickel at 1250 K.
const std::string kDatabase = R"($ Made up for this test
$ Licence: none needed
 ELEMENT VA VACUUM 0 0 0 !
 ELEMENT AL X 27 0 0 !
 ELEMENT FE X 56 0 0 !
 ELEMENT NI X 59 0 0 !
 PHASE LIQUID:L % 1 1 !
 CONST LIQUID:L : AL FE NI : !
 PAR G(LIQUID,AL),, 0;,, N !
 PAR G(LIQUID,FE),, 0;,, N !
 PAR G(LIQUID,NI),, 0;,, N !
 PHASE FCC % 1 1 !
 CONST FCC : AL FE NI : !
 PAR G(FCC,AL),, -10000+10*T;,, N !
 PAR G(FCC,FE),, -18000+12*T;,, N !
 PAR G(FCC,NI),, -10000+8*T;,, N !
 NONSENSE of no meaning !
)";

}  // namespace

class TestCalphadPage : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_fixture = std::make_unique<test::DataFixture>();
    QVERIFY(m_fixture->window != nullptr);
    QVERIFY(m_fixture->workbench.settle());
    QVERIFY(m_fixture->showPage(QStringLiteral("Phase diagrams")));
    m_page = m_fixture->window->findChild<app::CalphadPage*>();
  }
  void cleanup() { m_fixture.reset(); }

  void saysWhatTheFileHolds() {
    QVERIFY(diagram()->model().message.contains(QLatin1String("Open a thermodynamic database")));
    QVERIFY(openMadeUp());
    auto* holds = m_fixture->control<QPlainTextEdit>(QStringLiteral("What the database holds"));
    const QString text = holds->toPlainText();
    QVERIFY(text.contains(QLatin1String("3 elements: Al, Fe, Ni")));
    QVERIFY(text.contains(QLatin1String("2 phases: LIQUID, FCC")));
    QVERIFY(text.contains(QLatin1String("Licence: none needed")));
    QVERIFY(text.contains(QLatin1String("Line 17: the keyword NONSENSE")));
    QCOMPARE(m_fixture->workbench.settings.thermodynamicDatabase(),
             m_fixture->workbench.session.thermodynamics.path());
  }

  void saysWhereAFileIsBroken() {
    QVERIFY(openMadeUp());
    m_fixture->drop(m_fixture->file(QStringLiteral("broken.tdb"),
                                    " ELEMENT AL X 27 0 0 !\n PHASE LIQUID % 1 !\n"));
    const auto& database = m_fixture->workbench.session.thermodynamics;
    QTRY_VERIFY(!database.isReading());
    QVERIFY(database.failure().contains(QLatin1String("broken.tdb, line 2")));
    auto* said = m_fixture->control<QLabel>(QStringLiteral("What went wrong with the database"));
    QVERIFY(said->isVisible() && said->text() == database.failure());
    // The one before stays open, and is what the program remembers.
    QCOMPARE(database.name(), QStringLiteral("made-up.tdb"));
    QVERIFY(m_fixture->workbench.settings.thermodynamicDatabase().endsWith(
        QLatin1String("made-up.tdb")));
  }

  void binaryDiagramAndTable() {
    QVERIFY(openMadeUp());
    choose("Al", "Fe");
    QVERIFY(m_fixture->press(QStringLiteral("Compute")));
    QVERIFY(m_page->run().isRunning());
    QVERIFY(computed());
    QVERIFY(diagram()->isVisible());
    const auto& shown = *diagram()->model().diagram;
    QCOMPARE(shown.invariants.size(), std::size_t{2});
    QVERIFY(std::abs(shown.invariants[1].temperatureK - 1500.0) < 0.05);
    auto* reactions = m_fixture->control<QTableWidget>(QStringLiteral("Reactions"));
    QCOMPARE(reactions->rowCount(), 2);
    QCOMPARE(reactions->item(1, 1)->text(), QStringLiteral("melting of the element"));
    // Other choices make it stale; the same ones make it good again.
    QVERIFY(!diagram()->model().stale);
    choose("Al", "Ni");
    QVERIFY(diagram()->model().stale);
    choose("Al", "Fe");
    QVERIFY(!diagram()->model().stale);
    QVERIFY(m_fixture->press(QStringLiteral("Make a table of this run")));
    auto& desk = m_fixture->desk();
    QCOMPARE(desk.tables().size(), std::size_t{1});
    const dataset::Table& table = desk.table(desk.current());
    QCOMPARE(table.name, std::string("Al-Fe, made-up.tdb"));
    QCOMPARE(table.rows.size(), std::size_t{21});
    QCOMPARE(*table.rows.front().values[*table.column("Tl_K")], 1000.0);
    QCOMPARE(*table.rows.back().values[*table.column("Ts_K")], 1500.0);
    QCOMPARE(table.rows[1].source, std::string("computed with made-up.tdb"));
    QCOMPARE(table.rows[1].formula, std::string("Al95Fe5"));
  }

  void ternaryProjection() {
    QVERIFY(openMadeUp());
    choose("Al", "Fe", "Ni");
    auto* step = m_fixture->control<QComboBox>(QStringLiteral("Step of the triangle"));
    step->setCurrentIndex(0);
    QVERIFY(m_fixture->press(QStringLiteral("Compute")));
    QVERIFY(computed());
    auto* triangle = m_page->findChild<widgets::TernaryMap*>();
    QVERIFY(triangle->isVisible());
    QCOMPARE(triangle->model().values.size(), std::size_t{66});
    // The corners in their order: top, lower left, lower right.
    QVERIFY(std::abs(triangle->valueAt({1.0, 0.0, 0.0}) - 1000.0) < 0.05);
    QVERIFY(std::abs(triangle->valueAt({0.0, 1.0, 0.0}) - 1500.0) < 0.05);
    QVERIFY(std::abs(triangle->valueAt({0.0, 0.0, 1.0}) - 1250.0) < 0.05);
    auto* quantity = m_fixture->control<QComboBox>(QStringLiteral("What the triangle shows"));
    quantity->setFocus();
    QTest::keyClicks(quantity, QStringLiteral("First"));
    QCOMPARE(triangle->model().categories, std::vector<QString>{QStringLiteral("FCC")});
    QVERIFY(m_fixture->press(QStringLiteral("Make a table of this run")));
    QCOMPARE(m_fixture->desk().table(m_fixture->desk().current()).rows.size(), std::size_t{66});
  }

  void cancelsWhileBusy() {
    QVERIFY(openMadeUp());
    choose("Al", "Fe", "Ni");
    m_fixture->control<QComboBox>(QStringLiteral("Step of the triangle"))->setCurrentIndex(2);
    QVERIFY(m_fixture->press(QStringLiteral("Compute")));
    auto* cancel = m_fixture->control<QToolButton>(QStringLiteral("Cancel computing"));
    QTRY_VERIFY(cancel->isVisible());
    QTest::qWait(150);
    QVERIFY(m_page->run().isRunning());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(!m_page->run().isRunning());
    QTRY_VERIFY(m_fixture->workbench.session.runner.isIdle());
    QVERIFY(m_page->run().outcome() == nullptr);
    QVERIFY(!cancel->isVisible());
    // And can begin anew.
    choose("Al", "Fe");
    QVERIFY(m_fixture->press(QStringLiteral("Compute")));
    QVERIFY(computed());
  }

  void closesWhileBusy() {
    QVERIFY(openMadeUp());
    choose("Al", "Fe", "Ni");
    m_fixture->control<QComboBox>(QStringLiteral("Step of the triangle"))->setCurrentIndex(2);
    QVERIFY(m_fixture->press(QStringLiteral("Compute")));
    QTest::qWait(100);
    QVERIFY(m_page->run().isRunning());
    m_fixture->workbench.window->close();
    QVERIFY(m_fixture->workbench.session.runner.isIdle());
  }

  void phasesOfTheAlloy() {
    QVERIFY(openMadeUp());
    auto* plot = m_page->findChild<widgets::PhaseFractionPlot*>();
    showTab(QStringLiteral("Phases of the alloy"));
    QVERIFY(plot->model().message.contains(QLatin1String("does not hold all elements")));
    setAlloy(13, 40.0, 26, 60.0);
    QTRY_VERIFY(plot->model().fractions != nullptr);
    QCOMPARE(plot->model().alloy, QStringLiteral("Fe60Al40"));
    QCOMPARE(plot->model().fractions->phases.size(), std::size_t{2});
    QVERIFY(!plot->model().stale);
    setAlloy(13, 40.0, 29, 60.0);
    QVERIFY(plot->model().fractions == nullptr);
    QVERIFY(!plot->model().message.isEmpty());
  }

  /// Beside the liquidus of the models stand solidus and liquidus of the database: of an ideal
  /// solution, sum x exp(-+dG/RT) = 1.
  void cardOfTheWorkbench() {
    QVERIFY(openMadeUp());
    auto* cards = m_fixture->workbench.window->findChild<widgets::PropertyCards*>();
    const auto others = [cards]() -> const std::vector<widgets::CardOpinion>& {
      return cards->model().cards[1].others;
    };
    QVERIFY(others().empty());
    setAlloy(26, 50.0, 28, 50.0);
    QTRY_VERIFY_WITH_TIMEOUT(!others().empty() && !others()[0].values.empty(), 20'000);
    QCOMPARE(others()[0].method, QStringLiteral("CALPHAD, made-up.tdb"));
    const auto condition = [](double T, double sign) {
      return 0.5 * std::exp(sign * 12.0 * (1500.0 - T) / (8.314462618 * T)) +
             0.5 * std::exp(sign * 8.0 * (1250.0 - T) / (8.314462618 * T)) - 1.0;
    };
    const double solidusK = others()[0].values[0].second;
    const double liquidusK = others()[0].values[1].second;
    QVERIFY(std::abs(condition(solidusK, -1.0)) < 1e-4);
    QVERIFY(std::abs(condition(liquidusK, 1.0)) < 1e-4);
    QVERIFY(solidusK < liquidusK);
    bool said = false;
    for (auto* label : cards->findChildren<QLabel*>())
      said = said || (label->isVisible() && label->text().contains(QLatin1String("made-up.tdb")));
    QVERIFY(said);
    // Where the database does not cover the alloy, nothing is said.
    setAlloy(26, 50.0, 29, 50.0);
    QTRY_VERIFY(others().empty());
  }

 private:
  widgets::PhaseDiagramView* diagram() { return m_page->findChild<widgets::PhaseDiagramView*>(); }
  bool openMadeUp() {
    m_fixture->drop(m_fixture->file(QStringLiteral("made-up.tdb"), kDatabase));
    const auto& database = m_fixture->workbench.session.thermodynamics;
    return QTest::qWaitFor([&] { return !database.isReading(); }) && database.database();
  }
  void choose(const char* first, const char* second, const char* third = "–") {
    const std::pair<QString, QString> boxes[] = {
        {QStringLiteral("First element"), QString::fromUtf8(first)},
        {QStringLiteral("Second element"), QString::fromUtf8(second)},
        {QStringLiteral("Third element"), QString::fromUtf8(third)}};
    for (const auto& [name, symbol] : boxes)
      m_fixture->control<QComboBox>(name)->setCurrentText(symbol);
  }
  bool computed() {
    return QTest::qWaitFor([this] { return !m_page->run().isRunning(); }, 120'000) &&
           m_page->run().failure().isEmpty() && m_page->run().outcome() != nullptr;
  }
  void showTab(const QString& title) {
    auto* tabs = m_page->findChild<QTabWidget*>();
    for (int i = 0; i < tabs->count(); ++i) {
      if (tabs->tabText(i) == title)
        QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(i).center());
    }
  }
  void setAlloy(int first, double firstPercent, int second, double secondPercent) {
    const alloy::Share shares[] = {{first, firstPercent}, {second, secondPercent}};
    m_fixture->workbench.session.document.setAlloy(alloy::Composition::fromAmounts(shares));
  }

  std::unique_ptr<test::DataFixture> m_fixture;
  app::CalphadPage* m_page = nullptr;
};

QTEST_MAIN(TestCalphadPage)
#include "tst_calphad_page.moc"
