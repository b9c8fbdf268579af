#include "engine/files/number_text.h"

#include <QTest>

#include <clocale>
#include <limits>

using namespace vitrine::files;

class TestNumberText : public QObject {
  Q_OBJECT

 private slots:
  void reads_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    QTest::newRow("integer") << "668" << 668.0;
    QTest::newRow("decimals") << "668.25" << 668.25;
    QTest::newRow("no leading digit") << ".5" << 0.5;
    QTest::newRow("no trailing digit") << "5." << 5.0;
    QTest::newRow("exponent") << "1.5e-3" << 0.0015;
    QTest::newRow("signs") << "-2" << -2.0;
    QTest::newRow("plus") << "+2" << 2.0;
    QTest::newRow("typographic minus") << u"\u22122"_qs << -2.0;
    QTest::newRow("spaces") << u" \u00A0\t2\r\n\u202F"_qs << 2.0;
  }
  void reads() {
    QFETCH(QString, text);
    QFETCH(double, value);
    QCOMPARE(parseNumber(text.toStdString()), std::optional(value));
    QCOMPARE(parseNumber(text.replace('.', ',').toStdString(), ','), std::optional(value));
  }

  void refuses_data() {
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"",      " ",     "-",     "+",    ".",     "--2",   "+-2", "-+2",
          "1,5",   "1 000", "1_000", "0x10", "inf",   "-inf",  "nan", "1e",
          "1e999", "2a",    "~2",    ">700", "650±5", "1.2.3", "NaN", "Infinity"})
      QTest::newRow(text) << QString::fromUtf8(text);
    QTest::newRow("long") << QString(100'000, '1');
  }
  void refuses() {
    QFETCH(QString, text);
    QVERIFY(!parseNumber(text.toStdString()).has_value());
  }

  void decimalCommaRefusesPoints() {
    QVERIFY(!parseNumber("1.234,5", ',').has_value());
    QVERIFY(!parseNumber("1.5", ',').has_value());
    QVERIFY(!parseNumber("1,2,3", ',').has_value());
  }

  void writesTheShortestThatReadsBack() {
    QCOMPARE(formatNumber(0.1), std::string("0.1"));
    QCOMPARE(formatNumber(668.0), std::string("668"));
    for (const double value : {1.0 / 3.0, 1e-300, 1.7976931348623157e308, -0.0,
                               std::numeric_limits<double>::denorm_min()})
      QCOMPARE(parseNumber(formatNumber(value)), std::optional(value));
  }

  void theLocaleDoesNotMatter() {
    // Where the locale is not installed this is the plain case once more.
    std::setlocale(LC_ALL, "de_DE.UTF-8");
    QCOMPARE(formatNumber(1.5), std::string("1.5"));
    QCOMPARE(parseNumber("1.5"), std::optional(1.5));
    std::setlocale(LC_ALL, "C");
  }

  void trimsAllKindsOfSpace() {
    QCOMPARE(trimmed("\u00A0 a b \t\uFEFF"), std::string_view("a b"));
    QCOMPARE(trimmed(" \u2009\n"), std::string_view());
  }
};

QTEST_GUILESS_MAIN(TestNumberText)
#include "tst_number_text.moc"
