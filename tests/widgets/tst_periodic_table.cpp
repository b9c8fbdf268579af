#include "engine/alloy/formula.h"
#include "tests/support/widget_walk.h"
#include "widgets/alloy/alloy_editor.h"
#include "widgets/alloy/element_picker.h"
#include "widgets/alloy/periodic_cells.h"
#include "widgets/alloy/periodic_table.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace vitrine;
using namespace vitrine::widgets;

namespace {

constexpr int kAr = 18;
constexpr int kFe = 26;
constexpr int kCo = 27;
constexpr int kCu = 29;
constexpr int kZr = 40;

}  // namespace

class TestPeriodicTable : public QObject {
  Q_OBJECT

 private slots:
  void everyElementHasItsPlace() {
    PeriodicCells cells;
    std::set<std::pair<int, int>> taken;
    for (int z = 1; z <= 103; ++z) {
      const QModelIndex index = cells.indexOf(z);
      QVERIFY(index.isValid());
      QCOMPARE(index.data(PeriodicCells::AtomicNumberRole).toInt(), z);
      QVERIFY(taken.insert({index.row(), index.column()}).second);
    }
    // By the table of IUPAC: iron in group 8 and period 4, lanthanum first below the gap.
    QCOMPARE(cells.indexOf(kFe).row(), 3);
    QCOMPARE(cells.indexOf(kFe).column(), 7);
    QCOMPARE(cells.indexOf(57).row(), 8);
    QCOMPARE(cells.indexOf(71).column() - cells.indexOf(57).column(), 14);
    QVERIFY(!cells.flags(cells.index(0, 5)).testFlag(Qt::ItemIsEnabled));
  }

  void arrowsWalkAndEnterChooses() {
    PeriodicTable table;
    table.resize(table.sizeHint());
    table.show();
    table.setFocus();
    QSignalSpy chosen(&table, &PeriodicTable::elementChosen);
    table.setCurrentElement(kFe);
    QTest::keyClick(&table, Qt::Key_Right);
    QCOMPARE(table.currentElement(), kCo);
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().at(0).toInt(), kCo);
    // From hydrogen to the right there is nothing before helium.
    table.setCurrentElement(1);
    QTest::keyClick(&table, Qt::Key_Right);
    QCOMPARE(table.currentElement(), 2);
  }

  void lettersFindSymbolsAndNames() {
    PeriodicTable table;
    table.resize(table.sizeHint());
    table.show();
    QTest::keyClicks(&table, QStringLiteral("zr"));
    QCOMPARE(table.currentElement(), kZr);
    QTest::qWait(1000);
    QTest::keyClicks(&table, QStringLiteral("copp"));
    QCOMPARE(table.currentElement(), kCu);
  }

  void untrainedElementsAreGreyWithTheReasonAndCanBeChosen() {
    PeriodicTable table;
    PeriodicTableModel model;
    model.untrained[kAr] = QStringLiteral("No alloy of the training data contains it.");
    table.setModel(model);
    table.resize(table.sizeHint());
    table.show();
    QSignalSpy chosen(&table, &PeriodicTable::elementChosen);
    table.setCurrentElement(kAr);
    const QModelIndex argon = table.currentIndex();
    QVERIFY(argon.data(Qt::ToolTipRole).toString().contains(QLatin1String("training data")));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(argon).center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().at(0).toInt(), kAr);
    // Grey: the cell has less contrast than a trained one.
    const QImage image = table.grab().toImage().scaled(table.size());
    const auto darkest = [&](const QRect& cell) {
      int least = 255;
      for (int y = cell.top() + 3; y < cell.bottom() - 3; ++y) {
        for (int x = cell.left() + 3; x < cell.right() - 3; ++x)
          least = std::min(least, qGray(image.pixel(x, y)));
      }
      return least;
    };
    table.setCurrentElement(kFe);
    QVERIFY(darkest(table.visualRect(argon)) >
            darkest(table.visualRect(argon.siblingAtColumn(15))) + 30);
  }

  void thePickerAddsByKeyboard() {
    AlloyEditor editor;
    AlloyEditorModel model;
    model.rows = alloy::rowsOf(alloy::compositionOf("Zr50Cu50"));
    model.formula = QStringLiteral("Cu50Zr50");
    model.untrained[kAr] = QStringLiteral("No alloy of the training data contains it.");
    editor.setModel(model);
    editor.resize(300, 400);
    editor.show();
    editor.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&editor));
    QSignalSpy added(&editor, &AlloyEditor::elementAdded);
    QToolButton* add = nullptr;
    for (QToolButton* each : editor.findChildren<QToolButton*>()) {
      if (each->accessibleName() == QStringLiteral("Add an element"))
        add = each;
    }
    QVERIFY(add != nullptr);
    add->setFocus();
    QTest::keyClick(add, Qt::Key_Space);
    auto* picker = editor.findChild<ElementPicker*>();
    QVERIFY(picker != nullptr);
    QVERIFY(picker->isVisible());
    QTest::keyClicks(picker->table(), QStringLiteral("ar"));
    QVERIFY(picker->table()->accessibleDescription().contains(QLatin1String("training data")));
    QTest::keyClick(picker->table(), Qt::Key_Return);
    QVERIFY(!picker->isVisible());
    QCOMPARE(added.size(), 1);
    QCOMPARE(added.first().at(0).toInt(), kAr);
    // One that is in the alloy already adds nothing.
    editor.pickElement();
    picker->table()->setCurrentElement(kZr);
    QTest::keyClick(picker->table(), Qt::Key_Return);
    QCOMPARE(added.size(), 1);
    // Escape closes it.
    editor.pickElement();
    QTest::keyClick(picker, Qt::Key_Escape);
    QVERIFY(!picker->isVisible());
  }
};

QTEST_MAIN(TestPeriodicTable)
#include "tst_periodic_table.moc"
