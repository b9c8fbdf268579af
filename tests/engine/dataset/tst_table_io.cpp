#include "engine/alloy/element.h"
#include "engine/core/error.h"
#include "engine/dataset/table_io.h"
#include "engine/files/atomic_file.h"
#include "engine/files/text_file.h"
#include "tests/support/paths.h"

#include <QTemporaryDir>
#include <QTest>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

using namespace vitrine;
using namespace vitrine::dataset;

namespace {

Table tableOf(std::string_view text) {
  const auto bytes = std::as_bytes(std::span(text));
  return parseTable({bytes.begin(), bytes.end()}, "test");
}

/// "Cu50Zr50 668.5 -/…": composition, then the values.
QString shown(const Table& table) {
  QStringList rows;
  for (const Row& row : table.rows) {
    QStringList cells = {QString::fromStdString(row.composition.formula())};
    for (const auto& value : row.values)
      cells << (value ? QString::number(*value, 'g', 15) : "-");
    rows << cells.join(' ');
  }
  return rows.join('/');
}

QString findings(const Table& table) {
  QStringList lines;
  for (const Finding& finding : table.findings)
    lines << QString::fromStdString(finding.message);
  return lines.join('\n');
}

double percent(const Row& row, std::string_view symbol) {
  return row.composition.percent(alloy::findElement(symbol)->atomicNumber);
}

}  // namespace

class TestTableIo : public QObject {
  Q_OBJECT

 private slots:
  void readsFormulaColumns() {
    const Table table = tableOf(
        "formula,Tg_K,Dmax [mm],source\n"
        "Zr50Cu50,668.5,,smith2001\n"
        " Pd40Ni40P20 ,n/a,25,\"a, b\"\n");
    QCOMPARE(shown(table), QStringLiteral("Cu50Zr50 668.5 -/Ni40Pd40P20 - 25"));
    QVERIFY2(table.findings.empty(), qPrintable(findings(table)));
    QCOMPARE(QString::fromStdString(table.name), QStringLiteral("test"));
    QCOMPARE(table.rows[0].source, std::string("smith2001"));
    QCOMPARE(table.rows[1].source, std::string("a, b"));
    QCOMPARE(table.rows[1].formula, std::string("Pd40Ni40P20"));
    QCOMPARE(table.rows[1].line, std::size_t{3});
    QCOMPARE(table.columns[1].unit, std::string("mm"));
    QCOMPARE(table.column("Tg_K"), std::optional<std::size_t>(0));
    QCOMPARE(table.column("Dmax"), std::optional<std::size_t>(1));
    QCOMPARE(table.column("Tx_K"), std::optional<std::size_t>());
  }

  void detects_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const char* text, const char* rows, const char* said) {
      QTest::newRow(name) << QByteArray(text) << rows << said;
    };
    row("semicolons", "formula;Tg_K\nZr50Cu50;668.5\n", "Cu50Zr50 668.5", "semicolons");
    row("tabs", "formula\tTg_K\nZr50Cu50\t668.5\n", "Cu50Zr50 668.5", "tabs");
    row("decimal comma", "formula;Tg_K\nZr50Cu50;668,5\n", "Cu50Zr50 668.5", "decimal comma");
    row("decimal comma in formulas", "formula;Tg_K\nZr50,5Cu49,5;668,5\n", "Zr50.5Cu49.5 668.5",
        "decimal comma");
    row("decimal comma in formulas alone", "formula;Tg_K\nZr50,5Cu49,5;668\n", "Zr50.5Cu49.5 668",
        "decimal comma");
    row("mark",
        "\xEF\xBB\xBF"
        "formula,Tg_K\nZr50Cu50,668\n",
        "Cu50Zr50 668", "");
    row("Windows text",
        "formula,T (\xB0"
        "C)\nZr50Cu50,395\n",
        "Cu50Zr50 395", "Windows-1252");
    row("another name", "Alloy,G,K\nZr50Cu50,33,114\n", "Cu50Zr50 33 114", "");
    row("atomic per cent", "Zr,Cu,Tg_K\n50,50,668\n", "Cu50Zr50 668", "atomic per cent");
    row("fractions", "Zr,Cu,Tg_K\n0.5,0.5,668\n", "Cu50Zr50 668", "atomic fractions");
    row("blanks are zeros", "Zr,Cu,Al,Tg_K\n50,50,,668\n", "Cu50Zr50 668", "atomic per cent");
    row("units of elements", "Zr_at%,Cu (at.%),Al at%\n50,40,10\n", "Zr50Cu40Al10",
        "atomic per cent");
    row("names beside elements", "alloy,Fe,Ni\nFe-Ni,0.25,0.75\n", "Ni75Fe25", "column alloy");
    row("a property named like an element", "formula,K_GPa,B\nZr50Cu50,114,2\n", "Cu50Zr50 114 2",
        "");
    row("a property beside elements", "Zr,Cu,K_GPa\n50,50,114\n", "Cu50Zr50 114", "");
    row("titles", "Table 1\nmeasured by DSC\nformula,Tg_K\nZr50Cu50,668\n", "Cu50Zr50 668",
        "line 3");
    row("texts", "formula,route,Tg_K\nZr50Cu50,cast,668\n", "Cu50Zr50 668", "column route");
    row("one cell without a number", "formula,Tg_K\nZr50Cu50,~668\nZr60Cu40,640\n",
        "Cu50Zr50 -/Zr60Cu40 640", "1 cell of the column Tg_K without a number");
    row("sums", "formula,Tg_K\nZr2Cu,668\n", "Zr66.67Cu33.33 668", "not add up to 100 %");
    row("comma and point", "formula;Tg_K\nZr50Cu50;668,5\nZr60Cu40;640.5\n",
        "Cu50Zr50 -/Zr60Cu40 640.5", "1 cell of the column Tg_K");
    row("quoted thousands", "formula,Tl_K\nZr50Cu50,\"1,200\"\nZr60Cu40,1150\n",
        "Cu50Zr50 -/Zr60Cu40 1150", "1 cell of the column Tl_K");
    row("twice", "formula,Tg_K,Tg_K\nZr50Cu50,668,669\n", "Cu50Zr50 668 669", "more than once");
    row("short rows", "formula,Tg_K,Tx_K\nZr50Cu50,668\nZr60Cu40\n", "Cu50Zr50 668 -/Zr60Cu40 - -",
        "");
    row("trailing separators", "formula,Tg_K\nZr50Cu50,668,,\n", "Cu50Zr50 668", "");
    row("only a header", "formula,Tg_K\n", "", "");
  }
  void detects() {
    QFETCH(QByteArray, text);
    QFETCH(QString, rows);
    QFETCH(QString, said);
    const Table table = tableOf(text.toStdString());
    QCOMPARE(shown(table), rows);
    QVERIFY2(findings(table).contains(said), qPrintable(findings(table)));
    QCOMPARE(table.skippedRows, std::size_t{0});
  }

  void weightPercentBecomesAtomic() {
    // 50 wt.% Zr (91.224 u) and Cu (63.546 u): 63.546 / (63.546 + 91.224) = 41.06 at.% Zr.
    for (const char* header : {"Zr_wt%,Cu_wt%", "Zr (wt.%),Cu (wt.%)", "Zr mass%,Cu mass%"}) {
      const Table table = tableOf(std::string(header) + "\n50,50\n");
      QVERIFY(std::abs(percent(table.rows.at(0), "Zr") - 100.0 * 63.546 / 154.77) < 1e-9);
      QVERIFY2(findings(table).contains("weight per cent"), qPrintable(findings(table)));
    }
    QVERIFY(findings(tableOf("Zr_wt,Cu_wt\n0.5,0.5\n")).contains("weight fractions"));
  }

  void skipsRowsThatDoNotParse_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const char* text, const char* said) {
      QTest::newRow(name) << QByteArray(text) << said;
    };
    row("no element", "formula,Tg_K\nZq50Cu50,668\nZr50Cu50,668\n", "Line 2 was skipped");
    row("no formula", "formula,Tg_K\n,668\nZr50Cu50,668\n",
        "Line 2 was skipped: it has no formula");
    row("shifted cells", "formula,Tg_K\nZr50,Cu50,668\nZr50Cu50,668\n",
        "Line 2 was skipped: it has 3 cells and the header 2");
    row("no number", "Zr,Cu\nmuch,50\n50,50\n", "\"much\" in the column Zr is no number");
    row("negative", "Zr,Cu\n-1,101\n50,50\n", "Line 2 was skipped");
    row("all zero", "Zr,Cu\n0,0\n50,50\n", "Line 2 was skipped");
  }
  void skipsRowsThatDoNotParse() {
    QFETCH(QByteArray, text);
    QFETCH(QString, said);
    const Table table = tableOf(text.toStdString());
    QCOMPARE(table.rows.size(), std::size_t{1});
    QCOMPARE(table.rows[0].line, std::size_t{3});
    QCOMPARE(table.skippedRows, std::size_t{1});
    QVERIFY2(findings(table).contains(said), qPrintable(findings(table)));
    const auto errors = std::count_if(
        table.findings.begin(), table.findings.end(),
        [](const Finding& finding) { return finding.severity == Finding::Severity::Error; });
    QCOMPARE(errors, std::ptrdiff_t{1});
  }

  void manySkippedRowsAreSummedUp() {
    std::string text = "formula,Tg_K\n";
    for (int i = 0; i < 5000; ++i)
      text += "?,1\n";
    const Table table = tableOf(text);
    QCOMPARE(table.skippedRows, std::size_t{5000});
    QVERIFY(table.findings.size() < 200);
    QVERIFY(findings(table).contains("4900 more rows were skipped"));
  }

  void refusesWhatIsNoTable_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray("\n\n  \n");
    QTest::newRow("no header") << QByteArray("1,2\n3,4\n");
    QTest::newRow("no alloys") << QByteArray("name,Tg_K\nfirst,668\n");
    QTest::newRow("one element") << QByteArray("Zr,Tg_K\n100,668\n");
    QTest::newRow("an element twice") << QByteArray("Zr,Cu,Zr\n1,2,3\n");
    QTest::newRow("mixed units") << QByteArray("Zr_at%,Cu_wt%\n50,50\n");
    QTest::newRow("old workbook") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    QTest::newRow("broken workbook") << QByteArray("PK\x03\x04 and no more");
    QTest::newRow("zeros") << QByteArray(1000, '\0');
    QTest::newRow("random") << QByteArray::fromHex("00ff8013370a2c2c22fe3b0d");
    QTest::newRow("open quote") << QByteArray("\"formula,Tg_K\nZr50Cu50,668\n");
  }
  void refusesWhatIsNoTable() {
    QFETCH(QByteArray, bytes);
    QVERIFY_EXCEPTION_THROWN(tableOf(bytes.toStdString()), Error);
  }

  void manyColumnsTimesManyRowsAreRefused() {
    // 3000 short rows below 3000 columns: 9 million values from 20 kB.
    std::string text = "formula" + std::string(3000, ',') + "\n";
    for (int i = 0; i < 3000; ++i)
      text += "Zr\n";
    QVERIFY_EXCEPTION_THROWN(tableOf(text), Error);
  }

  void errorsNameTheFile() {
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("broken.csv").toStdString();
    files::writeAtomically(file, "1,2\n");
    try {
      readTable(file);
      QFAIL("a file without a header must be an error");
    } catch (const Error& error) {
      QCOMPARE(error.code(), ErrorCode::InvalidInput);
      QVERIFY(QString(error.what()).contains("broken.csv"));
    }
    QVERIFY_EXCEPTION_THROWN(readTable(folder.filePath("missing.csv").toStdString()), Error);
  }

  void stopsWhenAsked() {
    std::stop_source source;
    source.request_stop();
    RunContext::Options options;
    options.stop = source.get_token();
    const std::string text = "formula\nZr\n";
    const auto bytes = std::as_bytes(std::span(text));
    QVERIFY_EXCEPTION_THROWN(parseTable({bytes.begin(), bytes.end()}, "", RunContext(options)),
                             Cancelled);
  }

  void readsWorkbooks() {
    const QTemporaryDir folder;
    const std::string file = folder.filePath("alloys.xlsx").toStdString();
    lxw_workbook* const book = workbook_new(file.c_str());
    lxw_worksheet* const sheet = workbook_add_worksheet(book, "Glasses");
    workbook_add_worksheet(book, "Notes");
    const char* header[] = {"Zr (at.%)", "Cu (at.%)", "Tg_K", "source"};
    for (int i = 0; i < 4; ++i)
      worksheet_write_string(sheet, 1, lxw_col_t(i), header[i], nullptr);
    worksheet_write_string(sheet, 0, 0, "A title", nullptr);
    worksheet_write_number(sheet, 2, 0, 50.5, nullptr);
    worksheet_write_number(sheet, 2, 1, 49.5, nullptr);
    worksheet_write_number(sheet, 2, 2, 668.3, nullptr);
    worksheet_write_string(sheet, 2, 3, "here", nullptr);
    QCOMPARE(workbook_close(book), LXW_NO_ERROR);

    const Table table = readTable(file);
    QCOMPARE(shown(table), QStringLiteral("Zr50.5Cu49.5 668.3"));
    QCOMPARE(table.rows[0].source, std::string("here"));
    QCOMPARE(table.rows[0].line, std::size_t{3});
    QVERIFY(findings(table).contains("\"Glasses\""));
  }

  void whatIsWrittenReadsBack() {
    const Table table = tableOf(
        "formula,Tg_K,Dmax_mm,m,source\n"
        "Zr50Cu50,668.29999999999995,,37,\"a \"\"b\"\", c\"\n"
        "Zr41.2Ti13.8Cu12.5Ni10Be22.5,623,50,,\n");
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("out.csv").toStdString();
    writeTable(table, file);
    const Table back = readTable(file);
    QCOMPARE(back.rows.size(), table.rows.size());
    QCOMPARE(back.columns.size(), table.columns.size());
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      QCOMPARE(back.rows[i].formula, table.rows[i].formula);
      QCOMPARE(back.rows[i].values, table.rows[i].values);
      QCOMPARE(back.rows[i].source, table.rows[i].source);
      QVERIFY(back.rows[i].composition == table.rows[i].composition);
    }
    QVERIFY(QString::fromStdString(files::readText(file))
                .startsWith("formula,Tg_K,Dmax_mm,m,source\nZr50Cu50,668.3,,37,"));
  }

  void decimalCommasAreWrittenAsPoints() {
    const Table table = tableOf("formula;Tg_K\nZr50,5Cu49,5;668,5\n");
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("out.csv").toStdString();
    writeTable(table, file);
    QCOMPARE(files::readText(file), std::string("formula,Tg_K\nZr50.5Cu49.5,668.5\n"));
  }

  void readsTheReferenceAlloys() {
    int files = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(test::resourceDir() / "reference_alloys")) {
      if (entry.path().extension() != ".csv")
        continue;
      const Table table = readTable(entry.path());
      QVERIFY(!table.rows.empty());
      QCOMPARE(table.skippedRows, std::size_t{0});
      ++files;
    }
    QVERIFY(files > 0);
  }

  void readsTheThermalTable() {
    const auto file = test::sharedDir() / "data" / "thermal" / "thermal.csv";
    if (!std::filesystem::exists(file))
      QSKIP("the thermal data set is not beside the checkout");
    // Counts as its own provenance note states them.
    const Table table = readTable(file);
    QCOMPARE(table.rows.size(), std::size_t{1437});
    QCOMPARE(table.skippedRows, std::size_t{0});
    std::set<std::string> systems;
    std::set<int> elements;
    for (const Row& row : table.rows) {
      systems.insert(alloy::alloySystem(row.composition));
      for (const alloy::Share& share : row.composition.shares())
        elements.insert(share.atomicNumber);
    }
    QCOMPARE(systems.size(), std::size_t{344});
    QCOMPARE(elements.size(), std::size_t{53});
    const auto liquidus = table.column("Tl_K");
    QVERIFY(liquidus.has_value());
    QCOMPARE(std::count_if(table.rows.begin(), table.rows.end(),
                           [&](const Row& row) { return row.values[*liquidus].has_value(); }),
             std::ptrdiff_t{1172});
  }
};

QTEST_GUILESS_MAIN(TestTableIo)
#include "tst_table_io.moc"
