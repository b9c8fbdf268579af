#include "engine/core/error.h"
#include "engine/files/csv.h"

#include <QTest>

#include <stop_token>
#include <string>
#include <vector>

using namespace vitrine;
using namespace vitrine::files;

namespace {

/// Cells joined by '|', rows by '/': short enough to be read in a table of cases.
QString shown(const CsvText& csv) {
  QStringList rows;
  for (const TextRow& row : csv.rows) {
    QStringList cells;
    for (const std::string& cell : row.cells)
      cells << QString::fromStdString(cell);
    rows << cells.join('|');
  }
  return rows.join('/');
}

}  // namespace

class TestCsv : public QObject {
  Q_OBJECT

 private slots:
  void takesApart_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("cells");
    QTest::newRow("plain") << QByteArray("a,b\n1,2\n") << "a|b/1|2";
    QTest::newRow("no last line end") << QByteArray("a,b\n1,2") << "a|b/1|2";
    QTest::newRow("crlf") << QByteArray("a,b\r\n1,2\r\n") << "a|b/1|2";
    QTest::newRow("cr") << QByteArray("a,b\r1,2\r") << "a|b/1|2";
    QTest::newRow("empty cells") << QByteArray("a,b,c\n,,\n") << "a|b|c/||";
    QTest::newRow("ends with a separator") << QByteArray("a,b\n1,") << "a|b/1|";
    QTest::newRow("blank lines") << QByteArray("\n\na,b\n\n\r\n1,2\n\n") << "a|b/1|2";
    QTest::newRow("one quoted empty cell") << QByteArray("a\n\"\"\n1\n") << "a//1";
    QTest::newRow("ragged") << QByteArray("a,b\n1\n1,2,3\n") << "a|b/1/1|2|3";
    QTest::newRow("quotes") << QByteArray("\"a,x\",b\n\"1\"\"2\",3\n") << "a,x|b/1\"2|3";
    QTest::newRow("line end in quotes") << QByteArray("a,b\n\"1\n2\",3\n") << "a|b/1\n2|3";
    QTest::newRow("blanks before a quote") << QByteArray("a, \"b, c\"\n") << "a|b, c";
    QTest::newRow("text after a quote") << QByteArray("\"a\"b,c\n") << "ab|c";
    QTest::newRow("quote inside a cell") << QByteArray("a\"b,c\n") << "a\"b|c";
    QTest::newRow("open quote") << QByteArray("a,\"b\nc,d\n") << "a|\"b/c|d";
    QTest::newRow("open quote, doubled ones after")
        << QByteArray("a,\"b\n\"\"c,d\n") << "a|\"b/c|d";
    QTest::newRow("semicolon") << QByteArray("a;b,c\n1,5;2\n") << "a|b,c/1,5|2";
    QTest::newRow("tab") << QByteArray("a\tb;c\n1,5\t2\n") << "a|b;c/1,5|2";
    QTest::newRow("separator in a quoted header")
        << QByteArray("\"a;b;c\",d\n1,2\n") << "a;b;c|d/1|2";
    QTest::newRow("comments") << QByteArray("# a; b\n#\n\na,b\n#1,2\n") << "a|b/#1|2";
    QTest::newRow("sep line") << QByteArray("sep=;\r\na,b;c\n1;2\n") << "a,b|c/1|2";
    QTest::newRow("sep as a header") << QByteArray("sep=,b\n1,2\n") << "sep=|b/1|2";
    QTest::newRow("nothing") << QByteArray("") << "";
    QTest::newRow("only a comment") << QByteArray("# nothing") << "";
    QTest::newRow("only a quote") << QByteArray("\"") << "\"";
  }
  void takesApart() {
    QFETCH(QByteArray, text);
    QFETCH(QString, cells);
    QCOMPARE(shown(parseCsv(text.toStdString())), cells);
  }

  void countsLines() {
    const CsvText csv = parseCsv("# c\r\na,b\r\n\r\n\"1\r\n1\",2\r\n3,4\r\n");
    QCOMPARE(csv.rows.size(), std::size_t{3});
    QCOMPARE(csv.rows[0].line, std::size_t{2});
    QCOMPARE(csv.rows[1].line, std::size_t{4});
    QCOMPARE(csv.rows[2].line, std::size_t{6});
  }

  void saysThatAQuoteStaysOpen() {
    const CsvText csv = parseCsv("a,b\n1,2\n3,\"4\n");
    QCOMPARE(csv.findings.size(), std::size_t{1});
    QVERIFY(QString::fromStdString(csv.findings[0].message).contains("line 3"));
    QVERIFY(csv.findings[0].severity == Finding::Severity::Note);
  }

  void refusesTooManyCells() {
    QVERIFY_EXCEPTION_THROWN(parseCsv(std::string(kMaxCells + 1, ',')), Error);
  }

  void stopsWhenAsked() {
    std::stop_source source;
    source.request_stop();
    RunContext::Options options;
    options.stop = source.get_token();
    QVERIFY_EXCEPTION_THROWN(parseCsv(std::string(1U << 20U, 'a'), RunContext(options)), Cancelled);
  }

  void whatIsWrittenReadsBack() {
    const std::vector<std::vector<std::string>> rows = {
        {"formula", "Tg_K", "source"},
        {"Zr50Cu50", "668.5", "a, b"},
        {"# no comment", "\"", "\"\""},
        {" blank ", "line\nend", "cr\r\nlf"},
        {"", "", ""},
        {";", "\t", ","},
        {"Zr\u2085\u2080", "", "x"},
    };
    std::string text;
    for (const auto& row : rows)
      appendCsvRow(text, row);
    const CsvText csv = parseCsv(text);
    QCOMPARE(csv.rows.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
      QVERIFY2(csv.rows[i].cells == rows[i], rows[i][0].c_str());
  }

  void headersThatLookLikeAPreambleReadBack() {
    for (const char* first : {"sep=", "# formula", "\"", ""}) {
      std::string text;
      const std::vector<std::string> cells = {first, ""};
      appendCsvRow(text, cells);
      const CsvText csv = parseCsv(text);
      QCOMPARE(csv.rows.size(), std::size_t{1});
      QVERIFY2(csv.rows[0].cells == cells, first);
    }
  }

  void oneEmptyCellIsNoBlankLine() {
    std::string text;
    appendCsvRow(text, std::vector<std::string>{"a"});
    appendCsvRow(text, std::vector<std::string>{""});
    QCOMPARE(parseCsv(text).rows.size(), std::size_t{2});
  }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
