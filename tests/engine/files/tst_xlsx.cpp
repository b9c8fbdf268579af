#include "engine/core/error.h"
#include "engine/files/text_file.h"
#include "engine/files/xlsx.h"
#include "engine/files/xlsx_styles.h"

#include <QTemporaryDir>
#include <QTest>
#include <xlsxwriter.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

using namespace vitrine;
using namespace vitrine::files;

namespace {

/// Rows as "line: cell|cell/line: …".
QString shown(const Sheet& sheet) {
  QStringList rows;
  for (const TextRow& row : sheet.rows) {
    QStringList cells;
    for (const std::string& cell : row.cells)
      cells << QString::fromStdString(cell);
    rows << QString::number(row.line) + ": " + cells.join('|');
  }
  return rows.join('/');
}

/// The parts of a workbook with one sheet, written by hand.
std::map<std::string, std::string> partsAround(const std::string& sheetData) {
  return {
      {"_rels/.rels",
       "<Relationships><Relationship Id='r1' Type='urn:x/officeDocument' Target='xl/workbook.xml'/>"
       "</Relationships>"},
      {"xl/workbook.xml",
       "<workbook xmlns:r='urn:r'><sheets><sheet name='Data' sheetId='1' r:id='r1'/></sheets>"
       "</workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships>"
       "<Relationship Id='r1' Type='urn:x/worksheet' Target='/xl/worksheets/one.xml'/>"
       "<Relationship Id='r2' Type='urn:x/sharedStrings' Target='../xl/strings.xml'/>"
       "</Relationships>"},
      {"xl/strings.xml",
       "<sst><si><t>plain</t></si>"
       "<si><r><rPr><b/></rPr><t>Zr</t></r><r><t xml:space='preserve'>50 </t></r>"
       "<rPh sb='0' eb='1'><t>hint</t></rPh></si></sst>"},
      {"xl/worksheets/one.xml", "<worksheet><sheetData>" + sheetData + "</sheetData></worksheet>"},
  };
}

Sheet readParts(const std::map<std::string, std::string>& parts, std::string_view sheet = {}) {
  return readXlsxParts(
      [&](const std::string& name) -> std::optional<std::string> {
        const auto found = parts.find(name);
        return found == parts.end() ? std::nullopt : std::optional(found->second);
      },
      sheet);
}

Sheet readData(const std::string& sheetData) {
  return readParts(partsAround(sheetData));
}

std::optional<ErrorCode> errorOf(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.code();
  }
  return std::nullopt;
}

}  // namespace

class TestXlsx : public QObject {
  Q_OBJECT

 private slots:
  void readsWhatLibxlsxwriterWrites() {
    const QTemporaryDir folder;
    const std::string file = folder.filePath("book.xlsx").toStdString();
    lxw_workbook* const book = workbook_new(file.c_str());
    lxw_worksheet* const first = workbook_add_worksheet(book, "Alloys & more");
    lxw_worksheet* const second = workbook_add_worksheet(book, "Second");
    lxw_format* const bold = workbook_add_format(book);
    format_set_bold(bold);
    lxw_format* const date = workbook_add_format(book);
    format_set_num_format(date, "yyyy-mm-dd");
    lxw_format* const decimals = workbook_add_format(book);
    format_set_num_format(decimals, "0.00 \"days\"");

    worksheet_write_string(first, 0, 0, "formula", bold);
    worksheet_write_string(first, 0, 1, "Tg_K", nullptr);
    std::string zrText = "Zr";
    std::string restText = "50Cu50 & <rest>";
    lxw_rich_string_tuple zr = {bold, zrText.data()};
    lxw_rich_string_tuple rest = {nullptr, restText.data()};
    lxw_rich_string_tuple* rich[] = {&zr, &rest, nullptr};
    worksheet_write_rich_string(first, 1, 0, rich, nullptr);
    worksheet_write_number(first, 1, 1, 668.3, decimals);
    worksheet_write_boolean(first, 2, 0, 1, nullptr);
    worksheet_write_formula_num(first, 2, 1, "=B2+1", nullptr, 669.3);
    worksheet_write_formula_str(first, 2, 2, "=\"a\"&\"b\"", nullptr, "ab");
    worksheet_write_string(first, 4, 0, "Zr\u2085\u2080", nullptr);
    worksheet_write_number(first, 4, 3, -1e-7, nullptr);
    lxw_datetime day = {2021, 3, 4, 0, 0, 0.0};
    worksheet_write_datetime(first, 5, 1, &day, date);
    worksheet_write_blank(first, 6, 0, bold);
    worksheet_write_string(second, 0, 0, "other", nullptr);
    QCOMPARE(workbook_close(book), LXW_NO_ERROR);

    const Sheet sheet = readXlsx(readBytes(file));
    QCOMPARE(QString::fromStdString(sheet.name), QStringLiteral("Alloys & more"));
    QCOMPARE(sheet.sheetNames, (std::vector<std::string>{"Alloys & more", "Second"}));
    // 4 March 2021 is day 44259 of the 1900 system.
    QCOMPARE(shown(sheet),
             u"1: formula|Tg_K/2: Zr50Cu50 & <rest>|668.3/3: TRUE|669.3|ab/"
             u"5: Zr\u2085\u2080|||-1e-07/6: |44259"_qs);
    QCOMPARE(sheet.findings.size(), std::size_t{1});
    QVERIFY(QString::fromStdString(sheet.findings[0].message).contains("cell B6"));

    QCOMPARE(shown(readXlsx(readBytes(file), "Second")), QStringLiteral("1: other"));
    QCOMPARE(errorOf([&] { readXlsx(readBytes(file), "Third"); }),
             std::optional(ErrorCode::InvalidInput));
  }

  void readsStringsOfOneWriterInline() {
    const QTemporaryDir folder;
    const std::string file = folder.filePath("inline.xlsx").toStdString();
    // In constant memory mode libxlsxwriter writes its strings into the cells.
    lxw_workbook_options options = {};
    options.constant_memory = LXW_TRUE;
    lxw_workbook* const book = workbook_new_opt(file.c_str(), &options);
    lxw_worksheet* const sheet = workbook_add_worksheet(book, nullptr);
    worksheet_write_string(sheet, 0, 0, "formula", nullptr);
    worksheet_write_string(sheet, 1, 0, "Pd40Ni40P20", nullptr);
    QCOMPARE(workbook_close(book), LXW_NO_ERROR);
    QCOMPARE(shown(readXlsx(readBytes(file))), QStringLiteral("1: formula/2: Pd40Ni40P20"));
  }

  void readsCells_data() {
    QTest::addColumn<QString>("data");
    QTest::addColumn<QString>("cells");
    QTest::newRow("shared")
        << "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"
        << "1: plain|Zr50 ";
    QTest::newRow("inline")
        << "<row r='2'><c r='B2' t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r>"
           "<rPh><t>h</t></rPh></is></c></row>"
        << "2: |ab";
    QTest::newRow("no places")
        << "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
        << "1: 1|2/2: 3";
    QTest::newRow("gaps")
        << "<row r='3'><c r='C3'><v>1</v></c></row><row r='9'><c r='A9'><v>2</v></c></row>"
        << "3: ||1/9: 2";
    QTest::newRow("backwards") << "<row r='1'><c r='C1'><v>3</v></c><c r='A1'><v>1</v></c></row>"
                               << "1: 1||3";
    QTest::newRow("long decimals") << "<row r='1'><c r='A1'><v>668.29999999999995</v></c></row>"
                                   << "1: 668.3";
    QTest::newRow("error value") << "<row r='1'><c r='A1' t='e'><v>#DIV/0!</v></c></row>"
                                 << "1: #DIV/0!";
    QTest::newRow("boolean")
        << "<row r='1'><c r='A1' t='b'><v>0</v></c><c r='B1' t='b'><v>1</v></c></row>"
        << "1: FALSE|TRUE";
    QTest::newRow("formula without a result")
        << "<row r='1'><c r='A1'><f>B1</f></c><c r='B1'><v>1</v></c></row>"
        << "1: |1";
    QTest::newRow("empty rows")
        << "<row r='1'/><row r='2'><c r='A2' s='1'/></row><row r='3'><c r='A3'><v>1</v></c></row>"
        << "3: 1";
    QTest::newRow("nothing") << ""
                             << "";
  }
  void readsCells() {
    QFETCH(QString, data);
    QFETCH(QString, cells);
    QCOMPARE(shown(readData(data.toStdString())), cells);
  }

  void refusesDamage_data() {
    QTest::addColumn<QString>("data");
    QTest::newRow("text that is not there") << "<row r='1'><c r='A1' t='s'><v>2</v></c></row>";
    QTest::newRow("text number") << "<row r='1'><c r='A1' t='s'><v>-1</v></c></row>";
    QTest::newRow("no text number") << "<row r='1'><c r='A1' t='s'/></row>";
    QTest::newRow("row 0") << "<row r='0'/>";
    QTest::newRow("row past the end") << "<row r='1048577'/>";
    QTest::newRow("row of letters") << "<row r='x'/>";
    QTest::newRow("column past the end") << "<row r='1'><c r='XFE1'><v>1</v></c></row>";
    QTest::newRow("no column") << "<row r='1'><c r='1'><v>1</v></c></row>";
    QTest::newRow("no row") << "<row r='1'><c r='A'><v>1</v></c></row>";
    QTest::newRow("endless column") << "<row r='1'><c r='" + QString(10'000, 'A') + "1'/></row>";
    QTest::newRow("broken XML") << "<row r='1'>";
  }
  void refusesDamage() {
    QFETCH(QString, data);
    QCOMPARE(errorOf([&] { readData(data.toStdString()); }), std::optional(ErrorCode::Damaged));
  }

  void refusesMissingParts() {
    const auto parts = partsAround("<row r='1'><c r='A1' t='s'><v>0</v></c></row>");
    QVERIFY(!errorOf([&] { readParts(parts); }).has_value());
    for (const auto& [name, text] : parts) {
      auto fewer = parts;
      fewer.erase(name);
      QCOMPARE(errorOf([&] { readParts(fewer); }), std::optional(ErrorCode::Damaged));
    }
    auto noSheet = parts;
    noSheet["xl/workbook.xml"] = "<workbook/>";
    QCOMPARE(errorOf([&] { readParts(noSheet); }), std::optional(ErrorCode::Damaged));
  }

  void emptyCellsAreCountedToo() {
    // 300 rows that reach to the last column are 4.9 million cells, in 20 kB of text.
    std::string data;
    for (int row = 1; row <= 300; ++row)
      data += "<row><c r='XFD" + std::to_string(row) + "'><v>1</v></c></row>";
    QCOMPARE(errorOf([&] { readData(data); }), std::optional(ErrorCode::InvalidInput));
  }

  void oneLongTextMeantOftenIsRefused() {
    auto parts = partsAround("");
    parts["xl/strings.xml"] = "<sst><si><t>" + std::string(10'000'000, 'x') + "</t></si></sst>";
    std::string data = "<worksheet><row r='1'>";
    for (int i = 0; i < 100; ++i)
      data += "<c t='s'><v>0</v></c>";
    parts["xl/worksheets/one.xml"] = data + "</row></worksheet>";
    QCOMPARE(errorOf([&] { readParts(parts); }), std::optional(ErrorCode::InvalidInput));
  }

  void knowsDateFormats_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isDate");
    for (const char* code : {"yyyy-mm-dd", "[$-407]d. mmm yy", "h:mm AM/PM", "[h]:mm", "@ dd"})
      QTest::newRow(code) << code << true;
    for (const char* code :
         {"General", "0.00", "#,##0", "0.00E+00", "[Red]0", "0 \"days\"", "0\\d", "0_d", ""})
      QTest::newRow(code) << code << false;
  }
  void knowsDateFormats() {
    QFETCH(QString, code);
    QFETCH(bool, isDate);
    QCOMPARE(isDateFormat(code.toStdString()), isDate);
  }
};

QTEST_GUILESS_MAIN(TestXlsx)
#include "tst_xlsx.moc"
