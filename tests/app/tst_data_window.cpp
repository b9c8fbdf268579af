// The data desk with real events: read a table, look, filter, edit, audit, mend, undo, write.

#include "app/data/audit_page.h"
#include "app/data/row_table.h"
#include "app/data/tables_page.h"
#include "engine/dataset/table_io.h"
#include "tests/app/data_fixture.h"
#include "widgets/alloy/periodic_table.h"
#include "widgets/data/value_histogram.h"
#include "widgets/export/export.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QTableView>
#include <QTableWidget>

#include <algorithm>
#include <memory>

using namespace vitrine;

namespace {

QString labelled(const QWidget& window, const QString& name) {
  for (const auto* label : window.findChildren<QLabel*>())
    if (label->accessibleName() == name && label->isVisible())
      return label->text();
  return {};
}

}  // namespace

class TestDataWindow : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_fixture = std::make_unique<test::DataFixture>();
    QVERIFY(m_fixture->window != nullptr);
    QVERIFY(m_fixture->workbench.settle());
  }
  void cleanup() { m_fixture.reset(); }

  void asksWhatColumnsMean();
  void saysWhatIsNoTable();
  void filtersAndSorts();
  void editsAndUndoes();
  void rowsAndColumnsComeAndGo();
  void auditsMendsAndUndoes();
  void selectionIsShared();
  void writesWhatItReads();
  void closesWhileBusy();
  void asksBeforeChangesAreLost();

 private:
  app::TableDesk& desk() { return m_fixture->desk(); }
  const dataset::Table& table() { return desk().table(desk().current()); }
  QTableView* rows() { return m_fixture->control<QTableView>(QStringLiteral("Rows")); }
  /// Types into a cell, as after a double click.
  void type(int row, int column, const QString& text) {
    const QModelIndex index = rows()->model()->index(row, column);
    rows()->scrollTo(index);
    QTest::mouseClick(rows()->viewport(), Qt::LeftButton, {}, rows()->visualRect(index).center());
    rows()->edit(index);
    auto* editor = rows()->viewport()->findChild<QLineEdit*>();
    QVERIFY(editor != nullptr);
    editor->selectAll();
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    // The view takes what was typed once the key is done.
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  }
  void undo() { QTest::keyClick(m_fixture->window, Qt::Key_Z, Qt::ControlModifier); }

  std::unique_ptr<test::DataFixture> m_fixture;
};

void TestDataWindow::asksWhatColumnsMean() {
  m_fixture->drop(m_fixture->file(QStringLiteral("odd.csv"),
                                  "Zr;Cu;glass;remark\n50;50;400;first\n60;40;390;second\n"));
  auto* dialog = m_fixture->dialog();
  QVERIFY(dialog != nullptr);
  auto* columns = dialog->findChild<QTableWidget*>();
  QCOMPARE(columns->rowCount(), 4);
  auto* read = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
  QVERIFY(read->isEnabled());
  // Without one of its elements there is no alloy, and the dialog says so.
  auto* zirconium = qobject_cast<QComboBox*>(columns->cellWidget(0, 1));
  zirconium->setFocus();
  QTest::keyClicks(zirconium, QStringLiteral("nothing"));
  QVERIFY(!read->isEnabled());
  QVERIFY(labelled(*dialog, QStringLiteral("What is missing")).contains(QLatin1String("formulas")));
  zirconium->setCurrentText(QStringLiteral("element"));
  QVERIFY(read->isEnabled());
  // "glass" is Tg in K, by weight.
  columns->item(2, 2)->setText(QStringLiteral("Tg"));
  columns->item(2, 3)->setText(QStringLiteral("K"));
  for (auto* box : dialog->findChildren<QComboBox*>())
    if (box->accessibleName() == QLatin1String("Unit of the amounts"))
      box->setCurrentIndex(1);
  QTest::mouseClick(read, Qt::LeftButton);
  QTRY_COMPARE(desk().tables().size(), std::size_t{1});
  QCOMPARE(table().name, std::string("odd"));
  QCOMPARE(table().columns.size(), std::size_t{1});
  QCOMPARE(dataset::headerOf(table().columns[0]), std::string("Tg_K"));
  QCOMPARE(*table().rows[1].values[0], 390.0);
  // 50 g Zr (91.224 u) and 50 g Cu (63.546 u): 41.06 at.% Zr.
  QVERIFY(std::abs(table().rows[0].composition.percent(40) - 41.06) < 0.01);
}

void TestDataWindow::saysWhatIsNoTable() {
  m_fixture->drop(m_fixture->file(QStringLiteral("empty.csv"), ""));
  auto said = [&] {
    for (const auto* label : m_fixture->window->findChildren<QLabel*>())
      if (label->isVisible() && label->text().contains(QLatin1String("empty.csv")))
        return true;
    return false;
  };
  QTRY_VERIFY(said());
  QVERIFY(desk().tables().empty());
}

void TestDataWindow::filtersAndSorts() {
  QVERIFY(m_fixture->read(m_fixture->file(QStringLiteral("made.csv"), test::madeUpGlasses())));
  QCOMPARE(rows()->model()->rowCount(), 99);
  auto* filter = m_fixture->control<QLineEdit>(QStringLiteral("Filter of the rows"));
  filter->setFocus();
  QTest::keyClicks(filter, QStringLiteral("-Al"));
  QTRY_COMPARE(rows()->model()->rowCount(), 11);
  QTest::keyClicks(filter, QStringLiteral(" Tz>1"));
  QTRY_VERIFY(labelled(*m_fixture->window, QStringLiteral("What is wrong with the filter"))
                  .contains(QLatin1String("Tz")));
  QCOMPARE(rows()->model()->rowCount(), 11);
  filter->clear();
  QTRY_COMPARE(rows()->model()->rowCount(), 99);
  // The element one clicks on filters, and gives free again.
  auto* elements = m_fixture->window->findChild<widgets::PeriodicTable*>();
  emit elements->elementChosen(13);
  QTRY_COMPARE(rows()->model()->rowCount(), 88);
  emit elements->elementChosen(13);
  QTRY_COMPARE(rows()->model()->rowCount(), 99);
  rows()->sortByColumn(1, Qt::DescendingOrder);
  double last = 1e9;
  for (int i = 0; i < 99; ++i) {
    const double tg = rows()->model()->index(i, 1).data().toString().toDouble();
    QVERIFY(tg <= last);
    last = tg;
  }
}

void TestDataWindow::editsAndUndoes() {
  QVERIFY(m_fixture->read(m_fixture->file(QStringLiteral("made.csv"), test::madeUpGlasses())));
  const double before = *table().rows[4].values[0];
  type(4, 1, QStringLiteral("712,5"));
  QCOMPARE(*table().rows[4].values[0], 712.5);
  QVERIFY(!desk().isSaved(desk().current()));
  type(5, 0, QStringLiteral("Zr46Cu46Al8"));
  QCOMPARE(table().rows[5].composition.percent(13), 8.0);
  // What makes no sense is refused in a sentence and changes nothing.
  const int steps = desk().undoStack()->count();
  type(6, 0, QStringLiteral("Zq50"));
  type(6, 1, QStringLiteral("warm"));
  QCOMPARE(desk().undoStack()->count(), steps);
  undo();
  undo();
  QCOMPARE(*table().rows[4].values[0], before);
  QTest::keyClick(m_fixture->window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  QCOMPARE(*table().rows[4].values[0], 712.5);
  // The histogram is of the column one works in.
  const auto* histogram = m_fixture->window->findChild<widgets::ValueHistogram*>();
  QCOMPARE(histogram->model().property, QStringLiteral("Tg (K)"));
  QCOMPARE(histogram->model().values.size(), std::size_t{99});
}

void TestDataWindow::rowsAndColumnsComeAndGo() {
  QVERIFY(m_fixture->read(m_fixture->file(QStringLiteral("made.csv"), test::madeUpGlasses())));
  QVERIFY(m_fixture->press(QStringLiteral("Add row")));
  QCOMPARE(table().rows.size(), std::size_t{100});
  QVERIFY(table().rows.back().composition == m_fixture->workbench.session.document.alloy());
  QCOMPARE(desk().selection(), std::vector<std::size_t>{99});
  desk().setSelection({0, 1, 2});
  rows()->setFocus();
  QTest::keyClick(rows(), Qt::Key_Delete);
  QCOMPARE(table().rows.size(), std::size_t{97});
  QVERIFY(desk().selection().empty());
  undo();
  undo();
  QCOMPARE(table().rows.size(), std::size_t{99});
  QVERIFY(m_fixture->press(QStringLiteral("Close table")));
  QVERIFY(desk().tables().empty());
  QVERIFY(!m_fixture->press(QStringLiteral("Add row")));
  undo();
  QCOMPARE(desk().tables().size(), std::size_t{1});
  QCOMPARE(rows()->model()->rowCount(), 99);
}

void TestDataWindow::auditsMendsAndUndoes() {
  std::string text = test::madeUpGlasses();
  // A lost decimal point, and an alloy that is there twice.
  const auto line = text.find("Zr50Cu38Al12,");
  const auto value = text.find(',', line) + 1;
  text.insert(value + 3, 1, '0');
  text += "Zr30Cu70,694.0,1190.0,made up\n";
  QVERIFY(m_fixture->read(m_fixture->file(QStringLiteral("flawed.csv"), text)));
  QVERIFY(m_fixture->showPage(QStringLiteral("Audit")));
  const auto* page = m_fixture->window->findChild<app::AuditPage*>();
  const auto fresh = [&] { return page->audit().report() && !page->audit().isStale(); };
  const auto count = [&](dataset::FlawKind kind) {
    const auto& flaws = page->audit().report()->flaws;
    return std::count_if(flaws.begin(), flaws.end(),
                         [&](const auto& flaw) { return flaw.kind == kind; });
  };
  QTRY_VERIFY_WITH_TIMEOUT(fresh(), 60'000);
  QCOMPARE(count(dataset::FlawKind::DecimalPoint), 1);
  QCOMPARE(count(dataset::FlawKind::Duplicate) + count(dataset::FlawKind::ContradictingDuplicate),
           1);
  auto* findings = m_fixture->control<QTableView>(QStringLiteral("Findings"));
  int place = -1;
  for (int i = 0; i < findings->model()->rowCount(); ++i)
    if (findings->model()->index(i, 1).data().toString() == QLatin1String("decimal point"))
      place = i;
  const QModelIndex cell = findings->model()->index(place, 1);
  QTest::mouseClick(findings->viewport(), Qt::LeftButton, {}, findings->visualRect(cell).center());
  // The row it is about is selected everywhere.
  QCOMPARE(desk().selection().size(), std::size_t{1});
  const std::size_t row = desk().selection().front();
  QCOMPARE(table().rows[row].formula, std::string("Zr50Cu38Al12"));
  const double wrong = *table().rows[row].values[0];
  QVERIFY(wrong > 5000.0);
  QVERIFY(m_fixture->press(QStringLiteral("Apply the fix")));
  const double mended = *table().rows[row].values[0];
  QVERIFY(std::abs(mended - wrong / 10.0) < 1e-9);
  // The page looks again by itself.
  QTRY_VERIFY_WITH_TIMEOUT(fresh(), 60'000);
  QCOMPARE(count(dataset::FlawKind::DecimalPoint), 0);
  undo();
  QCOMPARE(*table().rows[row].values[0], wrong);
  QTRY_VERIFY_WITH_TIMEOUT(fresh(), 60'000);
  QCOMPARE(count(dataset::FlawKind::DecimalPoint), 1);
}

void TestDataWindow::selectionIsShared() {
  QVERIFY(m_fixture->read(m_fixture->file(QStringLiteral("made.csv"), test::madeUpGlasses())));
  rows()->selectRow(7);
  QCOMPARE(desk().selection(), std::vector<std::size_t>{7});
  desk().setSelection({3, 4});
  QCOMPARE(rows()->selectionModel()->selectedRows().size(), 2);
  const auto* histogram = m_fixture->window->findChild<widgets::ValueHistogram*>();
  QCOMPARE(histogram->model().chosen.size(), std::size_t{2});
  QVERIFY(m_fixture->press(QStringLiteral("Show in the workbench")));
  QVERIFY(m_fixture->workbench.session.document.alloy() == table().rows[3].composition);
}

void TestDataWindow::writesWhatItReads() {
  QVERIFY(m_fixture->read(m_fixture->file(QStringLiteral("made.csv"), test::madeUpGlasses())));
  type(4, 1, QStringLiteral("712.5"));
  const QString path = m_fixture->workbench.folder.filePath(QStringLiteral("written.csv"));
  m_fixture->window->findChild<app::TablesPage*>()->saveTo(path);
  QTRY_VERIFY(desk().isSaved(desk().current()));
  const dataset::Table again = dataset::readTable(path.toStdString());
  QCOMPARE(again.rows.size(), table().rows.size());
  for (std::size_t i = 0; i < again.rows.size(); ++i) {
    QCOMPARE(again.rows[i].formula, table().rows[i].formula);
    QVERIFY(again.rows[i].values == table().rows[i].values);
    QCOMPARE(again.rows[i].source, table().rows[i].source);
  }
  auto* histogram = m_fixture->window->findChild<widgets::ValueHistogram*>();
  for (const QString& suffix : widgets::exportSuffixes()) {
    const QString picture = m_fixture->workbench.folder.filePath(QStringLiteral("h.") + suffix);
    widgets::exportTo(*histogram, picture);
    QVERIFY(QFileInfo(picture).size() > 20);
  }
}

void TestDataWindow::closesWhileBusy() {
  QVERIFY(m_fixture->read(m_fixture->file(QStringLiteral("made.csv"), test::madeUpGlasses())));
  QVERIFY(m_fixture->showPage(QStringLiteral("Audit")));
  QVERIFY(m_fixture->window->findChild<app::AuditPage*>()->audit().isRunning());
  m_fixture->workbench.window->close();
  QVERIFY(!m_fixture->window->isVisible());
}

void TestDataWindow::asksBeforeChangesAreLost() {
  QVERIFY(m_fixture->read(m_fixture->file(QStringLiteral("made.csv"), test::madeUpGlasses())));
  type(4, 1, QStringLiteral("712.5"));
  app::MainWindow& main = *m_fixture->workbench.window;
  const auto answer = [&](const QString& text) {
    auto* question = main.findChild<QMessageBox*>();
    QVERIFY(question != nullptr && question->text().contains(QLatin1String("made")));
    for (auto* button : question->buttons())
      if (button->text().remove(u'&') == text)
        QTest::mouseClick(button, Qt::LeftButton);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  };
  main.close();
  QVERIFY(main.isVisible());
  answer(QStringLiteral("Cancel"));
  QVERIFY(main.isVisible());
  main.close();
  answer(QStringLiteral("Close without them"));
  QVERIFY(!main.isVisible());
}

QTEST_MAIN(TestDataWindow)
#include "tst_data_window.moc"
