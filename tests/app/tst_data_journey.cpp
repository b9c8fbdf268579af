// The whole way of a table with real events: read, audit, mend, undo, merge, train, use in the
// workbench, write.

#include "app/data/audit_page.h"
#include "app/data/tables_page.h"
#include "app/merge/merge_page.h"
#include "app/training/train_page.h"
#include "engine/dataset/table_io.h"
#include "tests/app/data_fixture.h"
#include "tests/engine/prediction/synthetic.h"
#include "widgets/cards/property_cards.h"
#include "widgets/training/sheet.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QTableView>

#include <algorithm>
#include <memory>

using namespace vitrine;

class TestDataJourney : public QObject {
  Q_OBJECT

 private slots:
  void fromAFileToTheWorkbench();

 private:
  template <class Page>
  Page* page() {
    return m_fixture->window->findChild<Page*>();
  }
  /// Presses the button with this text on the page in front.
  template <class Page>
  bool press(const QString& text) {
    return test::pressIn(*page<Page>(), text);
  }
  std::filesystem::path written(dataset::Table table, const char* name) {
    const std::filesystem::path file =
        m_fixture->workbench.folder.filePath(QLatin1String(name)).toStdString();
    dataset::writeTable(table, file);
    return file;
  }
  app::TableDesk& desk() { return m_fixture->desk(); }

  std::unique_ptr<test::DataFixture> m_fixture;
};

void TestDataJourney::fromAFileToTheWorkbench() {
  if (!test::hasModels())
    QSKIP("the shipped models are not there");
  m_fixture = std::make_unique<test::DataFixture>();
  QVERIFY(m_fixture->workbench.settle());

  // Read: a table with a lost decimal point, and another one.
  constexpr std::size_t kFlawed = 17;
  dataset::Table first = test::syntheticTable(24, 5);
  const double right = *first.rows[kFlawed].values[0];
  first.rows[kFlawed].values[0] = 10.0 * right;
  QVERIFY(m_fixture->read(written(first, "first.csv")));
  const app::TableId table = desk().current();
  const auto tg = [&] { return *desk().table(table).rows[kFlawed].values[0]; };

  // Audit and mend.
  QVERIFY(m_fixture->showPage(QStringLiteral("Audit")));
  const auto& audit = page<app::AuditPage>()->audit();
  QTRY_VERIFY_WITH_TIMEOUT(audit.report() && !audit.isStale() && !audit.isRunning(), 60'000);
  auto* findings = m_fixture->control<QTableView>(QStringLiteral("Findings"));
  int place = -1;
  for (int i = 0; i < findings->model()->rowCount(); ++i)
    if (findings->model()->index(i, 1).data().toString() == QLatin1String("decimal point"))
      place = i;
  QVERIFY(place >= 0);
  const QModelIndex cell = findings->model()->index(place, 1);
  findings->scrollTo(cell);
  QTest::mouseClick(findings->viewport(), Qt::LeftButton, {}, findings->visualRect(cell).center());
  QCOMPARE(desk().selection(), std::vector<std::size_t>{kFlawed});
  QVERIFY(press<app::AuditPage>(QStringLiteral("Apply the fix")));
  QVERIFY(std::abs(tg() - right) < 1e-6);

  // Undo and redo.
  QTest::keyClick(m_fixture->window, Qt::Key_Z, Qt::ControlModifier);
  QVERIFY(std::abs(tg() - 10.0 * right) < 1e-6);
  QTest::keyClick(m_fixture->window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  QVERIFY(std::abs(tg() - right) < 1e-6);

  // Merge with the other.
  QVERIFY(m_fixture->read(written(test::syntheticTable(12, 4, 9), "second.csv")));
  QVERIFY(m_fixture->showPage(QStringLiteral("Merge")));
  QVERIFY(m_fixture->workbench.settle());
  QVERIFY(press<app::MergePage>(QStringLiteral("Make the merged table")));
  const app::TableId merged = desk().current();
  QVERIFY(merged != table);
  QVERIFY(desk().table(merged).rows.size() > desk().table(table).rows.size());

  // Train on it, quickly.
  QVERIFY(m_fixture->showPage(QStringLiteral("Train")));
  auto* train = page<app::TrainPage>();
  auto* tables = m_fixture->control<QListWidget>(QStringLiteral("Tables to learn from"));
  for (int i = 0; i < tables->count(); ++i)
    tables->item(i)->setCheckState(i + 1 == tables->count() ? Qt::Checked : Qt::Unchecked);
  for (auto* box : train->findChildren<QCheckBox*>())
    if (box->text() == QLatin1String("Extra trees") ||
        box->text() == QLatin1String("Random forest") ||
        box->text() == QLatin1String("Gradient boosting"))
      QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
  auto* splits = m_fixture->control<QSpinBox>(QStringLiteral("Number of splits"));
  splits->setFocus();
  splits->selectAll();
  QTest::keyClicks(splits, QStringLiteral("2"));
  QTest::keyClick(splits, Qt::Key_Return);
  QVERIFY(press<app::TrainPage>(QStringLiteral("Train")));
  QTRY_VERIFY_WITH_TIMEOUT(train->run().study().result != nullptr, 180'000);
  QCOMPARE(train->run().study().result->request.tables, std::vector<app::TableId>{merged});

  // Keep it, use it in the workbench.
  for (auto* tabs : train->findChildren<QTabWidget*>())
    for (int i = 0; i < tabs->count(); ++i)
      if (tabs->tabText(i) == QLatin1String("Models kept"))
        tabs->setCurrentIndex(i);
  auto* name = m_fixture->control<QLineEdit>(QStringLiteral("Name of the model"));
  name->setFocus();
  QTest::keyClicks(name, QStringLiteral("journey"));
  QVERIFY(press<app::TrainPage>(QStringLiteral("Keep")));
  auto& models = m_fixture->workbench.session.models;
  QTRY_COMPARE(models.own().size(), std::size_t{1});
  auto* kept = m_fixture->control<widgets::Sheet>(QStringLiteral("Kept models"));
  QTest::mouseClick(kept->viewport(), Qt::LeftButton, {},
                    kept->visualItemRect(kept->item(0, 0)).center());
  QVERIFY(press<app::TrainPage>(QStringLiteral("Use in the workbench")));
  QVERIFY(m_fixture->workbench.settle());
  const auto* cards = m_fixture->workbench.window->findChild<widgets::PropertyCards*>();
  QTRY_VERIFY(cards->model().cards.front().badge.contains(QLatin1String("journey")));
  QVERIFY(cards->model().cards.front().value.has_value());

  // Write the study and the merged table.
  const QString study = m_fixture->workbench.folder.filePath(QStringLiteral("study.json"));
  train->exportStudy(study);
  QTRY_VERIFY(QFileInfo::exists(study));
  QVERIFY(m_fixture->showPage(QStringLiteral("Tables")));
  desk().setCurrent(merged);
  const QString file = m_fixture->workbench.folder.filePath(QStringLiteral("merged.csv"));
  page<app::TablesPage>()->saveTo(file);
  QTRY_VERIFY(desk().isSaved(merged));
  QCOMPARE(dataset::readTable(file.toStdString()).rows.size(), desk().table(merged).rows.size());
}

QTEST_MAIN(TestDataJourney)
#include "tst_data_journey.moc"
