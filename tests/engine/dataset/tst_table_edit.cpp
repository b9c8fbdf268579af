// Edits of a table, each taken back by what it gives back.

#include "engine/dataset/table_edit.h"
#include "engine/dataset/table_fix.h"
#include "engine/dataset/table_io.h"
#include "tests/support/error_of.h"

#include <QTest>

#include <functional>
#include <span>
#include <string_view>

using namespace vitrine;
using namespace vitrine::dataset;

namespace {

Table tableOf(std::string_view text) {
  const auto bytes = std::as_bytes(std::span(text));
  return parseTable({bytes.begin(), bytes.end()}, "table");
}

/// Four rows; one cell that is no number.
Table sample() {
  return tableOf(
      "formula,Tg_K,Tx_K,source\n"
      "Zr50Cu50,670,720,a\nPd40Ni40P20,575,,b\nCu64Zr36,12x,790,c\nMg65Cu25Y10,420,480,d\n");
}

std::string formulas(const Table& table) {
  std::string all;
  for (const Row& row : table.rows)
    all += row.formula + " ";
  return all;
}

bool same(const Table& a, const Table& b) {
  if (formulas(a) != formulas(b) || a.columns.size() != b.columns.size() ||
      a.unread.size() != b.unread.size() || a.name != b.name)
    return false;
  for (std::size_t i = 0; i < a.rows.size(); ++i)
    if (a.rows[i].values != b.rows[i].values || a.rows[i].source != b.rows[i].source ||
        a.rows[i].line != b.rows[i].line || !(a.rows[i].composition == b.rows[i].composition))
      return false;
  for (std::size_t i = 0; i < a.unread.size(); ++i)
    if (a.unread[i].row != b.unread[i].row || a.unread[i].column != b.unread[i].column)
      return false;
  return true;
}

bool refuses(const std::function<void()>& work, std::string_view words) {
  const auto error = test::errorOf(work);
  return error && std::string_view(error->what()).find(words) != std::string_view::npos;
}

}  // namespace

class TestTableEdit : public QObject {
  Q_OBJECT

 private slots:
  void everyEditIsTakenBack_data();
  void everyEditIsTakenBack();
  void values();
  void rowsComeAndGo();
  void fixesTogether();
  void refusals();
};

void TestTableEdit::everyEditIsTakenBack_data() {
  QTest::addColumn<int>("which");
  const char* names[] = {"value", "formula", "source", "insert", "remove", "column"};
  for (int i = 0; i < 6; ++i)
    QTest::newRow(names[i]) << i;
}

void TestTableEdit::everyEditIsTakenBack() {
  QFETCH(int, which);
  const Table before = sample();
  const TableEdit edits[] = {setValue(before, 2, 0, 730.0),     setFormula(before, 0, "Zr60Cu40"),
                             setSource(before, 1, "elsewhere"), insertRow(before, 1, "Al88Y7Fe5"),
                             removeRows(before, {3, 0, 2, 3}),  addColumn(before, {"Tl", "K"})};
  Table table = before;
  const TableEdit back = exchange(table, edits[which]);
  const Table after = table;
  QVERIFY(!same(before, after));
  const TableEdit again = exchange(table, back);
  QVERIFY(same(table, before));
  exchange(table, again);
  QVERIFY(same(table, after));
}

void TestTableEdit::values() {
  Table table = sample();
  QCOMPARE(table.unread.size(), std::size_t{1});
  exchange(table, setValue(table, 2, 0, 730.0));
  QCOMPARE(*table.rows[2].values[0], 730.0);
  // The text that was no number is gone with it.
  QVERIFY(table.unread.empty());
  exchange(table, setFormula(table, 2, "Cu50Zr50"));
  QCOMPARE(table.rows[2].formula, std::string("Cu50Zr50"));
  QCOMPARE(table.rows[2].composition.percent(29), 50.0);
  QCOMPARE(*table.rows[2].values[0], 730.0);
  QCOMPARE(table.rows[2].source, std::string("c"));
}

void TestTableEdit::rowsComeAndGo() {
  Table table = sample();
  exchange(table, insertRow(table, 0, "Al88Y7Fe5"));
  QCOMPARE(formulas(table), std::string("Al88Y7Fe5 Zr50Cu50 Pd40Ni40P20 Cu64Zr36 Mg65Cu25Y10 "));
  QCOMPARE(table.rows[0].values.size(), std::size_t{2});
  QCOMPARE(table.unread[0].row, std::size_t{3});
  exchange(table, removeRows(table, {4, 0, 1}));
  QCOMPARE(formulas(table), std::string("Pd40Ni40P20 Cu64Zr36 "));
  QCOMPARE(table.unread[0].row, std::size_t{1});
  exchange(table, removeRows(table, {1}));
  QVERIFY(table.unread.empty());
}

void TestTableEdit::fixesTogether() {
  Fix value;
  value.action = Fix::Action::SetValues;
  value.values = {{3, 0, 421.0}};
  Fix first;
  first.action = Fix::Action::RemoveRows;
  first.rows = {0};
  Fix second = first;
  second.rows = {1, 0};
  Fix column;
  column.action = Fix::Action::RemoveColumn;
  column.column = 1;
  const Fix fixes[] = {first, column, second, value};
  // Indices are those of the table that was audited, whatever goes before.
  const Table table = applied(sample(), fixes);
  QCOMPARE(formulas(table), std::string("Cu64Zr36 Mg65Cu25Y10 "));
  QCOMPARE(table.columns.size(), std::size_t{1});
  QCOMPARE(*table.rows[1].values[0], 421.0);
  // A single fix of rows does not hold the table.
  QVERIFY(editOf(sample(), {&first, 1}).action == TableEdit::Action::RemoveRows);
  QVERIFY(editOf(sample(), fixes).action == TableEdit::Action::ReplaceTable);
}

void TestTableEdit::refusals() {
  Table table = sample();
  QVERIFY(refuses([&] { setValue(table, 4, 0, 1.0); }, "no row 5"));
  QVERIFY(refuses([&] { setValue(table, 0, 2, 1.0); }, "no column 3"));
  QVERIFY(refuses([&] { setFormula(table, 0, "Zq50"); }, "Zq"));
  QVERIFY(refuses([&] { insertRow(table, 5, "Zr50Cu50"); }, "no row"));
  QVERIFY(refuses([&] { addColumn(table, {"Tg", "K"}); }, "Tg_K already"));
  QVERIFY(refuses([&] { addColumn(table, {"", "K"}); }, "needs a name"));
  // An edit made for another state of the table leaves it as it is.
  const TableEdit late = removeRows(table, {3});
  exchange(table, removeRows(table, {0}));
  const Table before = table;
  QVERIFY(refuses([&] { exchange(table, late); }, "no row 4"));
  QVERIFY(same(table, before));
}

QTEST_APPLESS_MAIN(TestTableEdit)
#include "tst_table_edit.moc"
