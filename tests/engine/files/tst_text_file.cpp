#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/files/text_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <span>
#include <string>

using namespace vitrine;
using namespace vitrine::files;

namespace {

DecodedText decodeString(const std::string& text) {
  return decodeText(std::as_bytes(std::span(text)));
}

}  // namespace

class TestTextFile : public QObject {
  Q_OBJECT

 private slots:
  void decodes_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("encoding");
    const auto row = [](const char* name, const char* hex, QStringView text,
                        TextEncoding encoding) {
      QTest::newRow(name) << QByteArray::fromHex(hex) << text.toString() << int(encoding);
    };
    row("empty", "", u"", TextEncoding::Utf8);
    row("ascii", "54675F4B", u"Tg_K", TextEncoding::Utf8);
    row("utf-8", "5A72 E28285 E28280", u"Zr\u2085\u2080", TextEncoding::Utf8);
    row("mark", "EFBBBF 61", u"a", TextEncoding::Utf8);
    row("beyond 16 bits", "F09D9187", u"\U0001D447", TextEncoding::Utf8);
    row("utf-16 little", "FFFE 6100 8520 35D8 47DC", u"a\u2085\U0001D447", TextEncoding::Utf16);
    row("utf-16 big", "FEFF 0061 2085", u"a\u2085", TextEncoding::Utf16);
    row("windows", "3235 20 B0 43 20 80", u"25 \u00B0C \u20AC", TextEncoding::Western);
  }
  void decodes() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(int, encoding);
    const DecodedText decoded = decodeString(bytes.toStdString());
    QCOMPARE(QString::fromStdString(decoded.utf8), text);
    QCOMPARE(int(decoded.encoding), encoding);
  }

  // The table of ill-formed sequences in the Unicode standard, section 3.9.
  void illFormedUtf8IsTakenAsWestern_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("overlong two") << QByteArray("\xC0\xAF");
    QTest::newRow("overlong three") << QByteArray("\xE0\x80\xAF");
    QTest::newRow("overlong four") << QByteArray("\xF0\x80\x80\xAF");
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80");
    QTest::newRow("past the end") << QByteArray("\xF4\x90\x80\x80");
    QTest::newRow("stray continuation") << QByteArray("\x80");
    QTest::newRow("cut short") << QByteArray("\xE2\x82");
    QTest::newRow("never a byte") << QByteArray("\xFF");
  }
  void illFormedUtf8IsTakenAsWestern() {
    QFETCH(QByteArray, bytes);
    const DecodedText decoded = decodeString(bytes.toStdString());
    QCOMPARE(int(decoded.encoding), int(TextEncoding::Western));
    QCOMPARE(QString::fromStdString(decoded.utf8).size(), bytes.size());
    // The result is well-formed itself.
    QCOMPARE(int(decodeString(decoded.utf8).encoding), int(TextEncoding::Utf8));
  }

  void brokenUtf16BecomesTheReplacementCharacter() {
    // A lone low surrogate, a high one at the end, an odd byte.
    for (const std::string& bytes :
         {std::string("\xFF\xFE\x00\xDC", 4), std::string("\xFF\xFE\x00\xD8", 4),
          std::string("\xFF\xFE\x41", 3)})
      QCOMPARE(decodeString(bytes).utf8, std::string("\xEF\xBF\xBD"));
  }

  void readErrorsNameTheFile() {
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("table.csv").toStdString();
    QVERIFY_EXCEPTION_THROWN(readText(file), Error);
    QVERIFY_EXCEPTION_THROWN(readText(folder.path().toStdString()), Error);
    writeAtomically(file, "12345");
    QCOMPARE(readText(file, 5), std::string("12345"));
    try {
      readText(file, 4);
      QFAIL("a limit that is passed must be an error");
    } catch (const Error& error) {
      QCOMPARE(error.code(), ErrorCode::CannotRead);
      QVERIFY(QString(error.what()).contains("table.csv"));
    }
  }
};

QTEST_GUILESS_MAIN(TestTextFile)
#include "tst_text_file.moc"
