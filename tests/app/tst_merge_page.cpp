// Merging tables of the desk, with real clicks and keys: choose, look, merge, undo, study, cancel.

#include "app/merge/conflict_table.h"
#include "app/merge/merge_page.h"
#include "app/merge/study_panel.h"
#include "engine/dataset/table_edit.h"
#include "tests/app/page_fixture.h"
#include "tests/engine/prediction/synthetic.h"
#include "tests/support/cancel_time.h"
#include "tests/support/widget_walk.h"
#include "widgets/export/export.h"
#include "widgets/merge/merge_study_plot.h"
#include "widgets/plot/plot.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QToolButton>

using namespace vitrine;

namespace {

dataset::Table first() {
  dataset::Table table = test::syntheticTable(12, 10, 3);
  table.name = "measured";
  return table;
}

/// Every third alloy again, its liquidus 300 K higher.
dataset::Table second() {
  dataset::Table table = first();
  dataset::Table other;
  other.name = "computed";
  other.columns = table.columns;
  for (std::size_t i = 0; i < table.rows.size(); i += 3) {
    other.rows.push_back(table.rows[i]);
    other.rows.back().source = "program";
    *other.rows.back().values[1] += 300.0;
  }
  // Alloys of its own, of systems of their own.
  for (auto& row : test::syntheticTable(12, 4, 9).rows)
    other.rows.push_back(row);
  return other;
}

}  // namespace

class TestMergePage : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_fixture = std::make_unique<test::PageFixture<app::MergePage>>();
    m_first = desk().add(first());
    m_second = desk().add(second());
    QVERIFY(m_fixture->settle());
  }
  void cleanup() { m_fixture.reset(); }

  void showsTheContradictionsAtOnce() {
    auto* view = m_fixture->control<QTableView>(QStringLiteral("Contradictions of the tables"));
    const auto* preview = page().preview().value();
    QVERIFY(preview != nullptr);
    const auto expected = dataset::mergeTables(std::vector{first(), second()});
    QCOMPARE(view->model()->rowCount(), static_cast<int>(expected.conflicts.size()));
    QVERIFY(view->model()->rowCount() > 30);
    const auto text = [&](int column) { return view->model()->index(0, column).data().toString(); };
    QCOMPARE(text(app::ConflictTable::Property), QStringLiteral("Tl (K)"));
    QVERIFY(text(app::ConflictTable::Reports).contains(QLatin1String("measured (made): ")));
    QVERIFY(text(app::ConflictTable::Reports).contains(QLatin1String("computed (program): ")));
    QCOMPARE(text(app::ConflictTable::Difference), QStringLiteral("300"));
  }

  void makesTheTableAndTakesItBack() {
    QVERIFY(m_fixture->press(QStringLiteral("Make the merged table")));
    QCOMPARE(desk().tables().size(), std::size_t{3});
    const auto made = desk().current();
    QCOMPARE(desk().table(made).name, std::string("measured + computed"));
    QCOMPARE(desk().table(made).rows.size(),
             dataset::mergeTables(std::vector{first(), second()}).table.rows.size());
    // It is not merged with what it was made of.
    QVERIFY(m_fixture->settle());
    QCOMPARE(page().preview().value()->request.tables.size(), std::size_t{2});
    desk().undoStack()->undo();
    QCOMPARE(desk().tables().size(), std::size_t{2});
    QVERIFY(!desk().has(made));
  }

  void policies() {
    auto* policy =
        m_fixture->control<QComboBox>(QStringLiteral("Where tables contradict each other"));
    auto* threshold =
        m_fixture->control<QDoubleSpinBox>(QStringLiteral("Largest difference that is kept"));
    QVERIFY(!threshold->isEnabled());
    policy->setFocus();
    QTest::keyClick(policy, Qt::Key_Down);
    QVERIFY(m_fixture->settle());
    QCOMPARE(*page().preview().value()->merged.table.rows[0].values[1], *first().rows[0].values[1]);
    QTest::keyClick(policy, Qt::Key_Down);
    QVERIFY(m_fixture->settle());
    QVERIFY(threshold->isEnabled());
    QVERIFY(!page().preview().value()->merged.table.rows[0].values[1].has_value());
    threshold->setFocus();
    threshold->selectAll();
    QTest::keyClicks(threshold, QStringLiteral("90"));
    QTest::keyClick(threshold, Qt::Key_Return);
    QVERIFY(m_fixture->settle());
    QCOMPARE(page().preview().value()->request.options.threshold, 0.9);
    QVERIFY(page().preview().value()->merged.table.rows[0].values[1].has_value());
  }

  void oneTableIsNoMerge() {
    check(0);
    QVERIFY(m_fixture->settle());
    QVERIFY(page().preview().value() == nullptr);
    QVERIFY(!m_fixture->press(QStringLiteral("Make the merged table")));
    check(0);
    QVERIFY(m_fixture->settle());
    QVERIFY(page().preview().value() != nullptr);
  }

  void studies() {
    showStudy();
    chooseQuick();
    QVERIFY(m_fixture->press(QStringLiteral("Run the study")));
    QVERIFY(page().study().run().isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!page().study().run().isRunning(), 60'000);
    const auto finished = page().study().run().finished();
    QVERIFY(finished != nullptr);
    QCOMPARE(finished->study.subsets.size(), std::size_t{3});
    QCOMPARE(finished->study.options.seeds, 2);
    const auto& plot = m_fixture->page->findChild<widgets::MergeStudyPlot*>()->model();
    QCOMPARE(plot.panels.size(), std::size_t{2});
    QCOMPARE(plot.panels[0].subsets.size(), std::size_t{3});
    QCOMPARE(plot.panels[0].subsets[0].dots.size(), std::size_t{1});
    // The paper's figures stand beside random splits.
    QCOMPARE(plot.panels[0].published.size(), std::size_t{5});
    QVERIFY(plot.panels[1].published.empty());
    auto* table = m_fixture->control<QTableWidget>(QStringLiteral("Scores of the study"));
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->item(2, 0)->text(), QStringLiteral("measured + computed"));
    auto* sentences = m_fixture->control<QPlainTextEdit>(QStringLiteral("What the numbers say"));
    QVERIFY2(sentences->toPlainText().contains(QLatin1String("lies 300 K above")),
             qPrintable(sentences->toPlainText()));
    QVERIFY(sentences->toPlainText().contains(QLatin1String("Que et al. 2025")));

    // The same test rows whatever a table is merged with.
    auto* tried = m_fixture->control<QComboBox>(QStringLiteral("Tried on the test alloys of"));
    tried->setFocus();
    QTest::keyClick(tried, Qt::Key_Down);
    QCOMPARE(table->item(1, 5)->text(), QStringLiteral("–"));
    QCOMPARE(table->item(0, 4)->text(), table->item(2, 4)->text());
    const auto& again = m_fixture->page->findChild<widgets::MergeStudyPlot*>()->model();
    QVERIFY(again.panels[0].subsets[2].dots[0].scores[0].mean >
            again.panels[0].subsets[0].dots[0].scores[0].mean);

    // Another row of the table, other sentences.
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualItemRect(table->item(0, 0)).center());
    QVERIFY(sentences->toPlainText().contains(QLatin1String("A table by itself")));

    everythingIsWritten();
    becomesStale();
  }

  void cancels() {
    showStudy();
    chooseQuick();
    auto* seeds = m_fixture->control<QSpinBox>(QStringLiteral("Splits of each kind"));
    seeds->setValue(100);
    box(QStringLiteral("Forest"))->click();
    QVERIFY(m_fixture->press(QStringLiteral("Run the study")));
    auto* cancel = m_fixture->control<QToolButton>(QStringLiteral("Cancel the merge study"));
    QTRY_VERIFY(cancel->isVisible());
    QTest::qWait(50);
    QElapsedTimer clock;
    clock.start();
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(!page().study().run().isRunning());
    QVERIFY(QTest::qWaitFor([&] { return m_fixture->session.runner.isIdle(); }, 5'000));
    QVERIFY(clock.elapsed() < 2 * test::kCancelMs);
    QVERIFY(page().study().run().finished() == nullptr);
    QVERIFY(!cancel->isVisible());
  }

  void goesWhileItStudies() {
    showStudy();
    m_fixture->control<QSpinBox>(QStringLiteral("Splits of each kind"))->setValue(100);
    QVERIFY(m_fixture->press(QStringLiteral("Run the study")));
    QTest::qWait(50);
    m_fixture->page.reset();
    QVERIFY(QTest::qWaitFor([&] { return m_fixture->session.runner.isIdle(); }, 5'000));
  }

  void saysWhyAStudyIsImpossible() {
    dataset::Table small = test::syntheticTable(2, 5, 1);
    small.name = "small";
    desk().add(small);
    QVERIFY(m_fixture->settle());
    showStudy();
    chooseQuick();
    QVERIFY(m_fixture->press(QStringLiteral("Run the study")));
    QTRY_VERIFY_WITH_TIMEOUT(!page().study().run().isRunning(), 20'000);
    auto* said = m_fixture->control<QLabel>(QStringLiteral("What went wrong with the merge study"));
    QVERIFY(said->isVisible());
    QVERIFY2(said->text().contains(QLatin1String("The table small has 10 alloys")),
             qPrintable(said->text()));
  }

  void everyControlHasANameAndIsReached() {
    QStringList faults = test::walkFaults(page());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    showStudy();
    faults = test::walkFaults(page());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
  }

 private:
  app::MergePage& page() const { return *m_fixture->page; }
  app::TableDesk& desk() const { return m_fixture->session.desk; }
  QCheckBox* box(const QString& text) const {
    for (auto* each : page().findChildren<QCheckBox*>()) {
      if (each->text() == text)
        return each;
    }
    return nullptr;
  }
  /// Clicks the tick of a table.
  void check(int row) const {
    auto* list = m_fixture->control<QListWidget>(QStringLiteral("Tables to merge"));
    list->setCurrentRow(row);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Space);
  }
  void showStudy() const { page().findChild<QTabWidget*>()->setCurrentIndex(1); }
  /// Nearest neighbours alone, two splits.
  void chooseQuick() const {
    for (const char* model : {"Extra trees", "SVR"})
      box(QString::fromLatin1(model))->click();
    auto* seeds = m_fixture->control<QSpinBox>(QStringLiteral("Splits of each kind"));
    seeds->setFocus();
    seeds->selectAll();
    QTest::keyClicks(seeds, QStringLiteral("2"));
    QTest::keyClick(seeds, Qt::Key_Return);
  }
  void everythingIsWritten();
  void becomesStale();

  std::unique_ptr<test::PageFixture<app::MergePage>> m_fixture;
  app::TableId m_first = 0;
  app::TableId m_second = 0;
};

void TestMergePage::everythingIsWritten() {
  const auto* plot = m_fixture->page->findChild<widgets::MergeStudyPlot*>();
  for (const QString& suffix : widgets::exportSuffixes()) {
    const QString path = m_fixture->folder.filePath(plot->exportName() + u'.' + suffix);
    widgets::exportTo(*plot, path);
    QVERIFY2(QFileInfo(path).size() > 20, qPrintable(path));
  }
  // Two subsets hold the chosen table, two kinds of splits, one model.
  QCOMPARE(plot->data().rows.size(), std::size_t{4});
  const QString json = m_fixture->folder.filePath(QStringLiteral("study.json"));
  page().findChild<app::StudyPanel*>()->saveTo(json);
  QTRY_VERIFY(QFileInfo::exists(json));
  QFile file(json);
  QVERIFY(file.open(QIODevice::ReadOnly));
  QVERIFY(file.readAll().contains("\"explanation\""));
}

void TestMergePage::becomesStale() {
  const auto* plot = m_fixture->page->findChild<widgets::MergeStudyPlot*>();
  QVERIFY(!page().study().isStale());
  QVERIFY(!plot->model().stale);
  desk().edit(m_second, dataset::setValue(desk().table(m_second), 0, 1, 1234.0),
              QStringLiteral("Edit"));
  QVERIFY(m_fixture->settle());
  QVERIFY(page().study().isStale());
  QVERIFY(plot->model().stale);
  desk().undoStack()->undo();
  // Undone is edited too, by the desk's way of counting; a new study is current again.
  QVERIFY(m_fixture->settle());
  QVERIFY(m_fixture->press(QStringLiteral("Run the study")));
  QTRY_VERIFY_WITH_TIMEOUT(!page().study().run().isRunning(), 60'000);
  QVERIFY(!page().study().isStale());
  QVERIFY(!plot->model().stale);
}

QTEST_MAIN(TestMergePage)
#include "tst_merge_page.moc"
