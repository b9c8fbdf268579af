#include "engine/dataset/row_filter.h"
#include "engine/dataset/table_io.h"
#include "tests/support/error_of.h"

#include <QTest>

#include <functional>
#include <span>
#include <string_view>

using namespace vitrine;
using namespace vitrine::dataset;

namespace {

Table sample() {
  constexpr std::string_view kText =
      "formula,Tg_K,Dmax_mm,source\n"
      "Zr50Cu50,670,2,inoue1990\nZr55Cu30Al15,720,,peker1993\nPd40Ni40P20,575,5,Drehman\n"
      "Zr41Ti14Cu12.5Ni10Be22.5,625,,peker1993\n";
  const auto bytes = std::as_bytes(std::span(kText));
  return parseTable({bytes.begin(), bytes.end()}, "table");
}

bool refuses(const std::function<void()>& work, std::string_view words) {
  const auto error = test::errorOf(work);
  return error && std::string_view(error->what()).find(words) != std::string_view::npos;
}

}  // namespace

class TestRowFilter : public QObject {
  Q_OBJECT

 private slots:
  void wants_data() {
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("rows");  ///< indices of the rows that stay
    QTest::newRow("nothing") << ""
                             << "0123";
    QTest::newRow("element") << "Zr"
                             << "013";
    QTest::newRow("without") << "Zr -Be"
                             << "01";
    QTest::newRow("value") << "Tg>625"
                           << "01";
    QTest::newRow("or equal") << "Tg_K>=625 Cu"
                              << "013";
    QTest::newRow("less") << "Tg<625"
                          << "2";
    QTest::newRow("at most") << "Tg<=625"
                             << "23";
    QTest::newRow("equal") << "Dmax=5"
                           << "2";
    QTest::newRow("missing") << "Dmax="
                             << "13";
    QTest::newRow("word") << "PEKER"
                          << "13";
    QTest::newRow("part of a formula") << "zr55"
                                       << "1";
    QTest::newRow("all at once") << "  Cu, peker Tg>700 "
                                 << "1";
  }
  void wants() {
    QFETCH(QString, filter);
    QFETCH(QString, rows);
    const Table table = sample();
    const RowFilter wanted(filter.toStdString(), table);
    QString kept;
    for (std::size_t i = 0; i < table.rows.size(); ++i)
      if (wanted.wants(table.rows[i]))
        kept += QString::number(i);
    QCOMPARE(kept, rows);
  }
  void refusals() {
    const Table table = sample();
    QVERIFY(refuses([&] { RowFilter("Tz>5", table); }, "no column \"Tz\""));
    QVERIFY(refuses([&] { RowFilter("Tg>high", table); }, "number"));
    QVERIFY(refuses([&] { RowFilter("Tg>", table); }, "number"));
  }
};

QTEST_APPLESS_MAIN(TestRowFilter)
#include "tst_row_filter.moc"
