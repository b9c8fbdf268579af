#include "widgets/theme/units.h"

#include <QLocale>
#include <QTest>

using namespace vitrine::widgets;

class TestUnits : public QObject {
  Q_OBJECT

 private slots:
  void init() { QLocale::setDefault(QLocale::c()); }
  void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

  void temperatures() {
    QCOMPARE(temperatureText(678.4, TemperatureUnit::Kelvin), QStringLiteral("678\u00a0K"));
    QCOMPARE(temperatureText(678.15, TemperatureUnit::Celsius), QStringLiteral("405\u00a0°C"));
    QCOMPARE(temperatureText(678.4, 641.2, 711.8, TemperatureUnit::Kelvin),
             QStringLiteral("678\u00a0K (641–712)"));
    // Below freezing a dash would read as a sign.
    QCOMPARE(temperatureText(270.0, 260.0, 280.0, TemperatureUnit::Celsius),
             QStringLiteral("\u22123\u00a0°C (\u221213 … 7)"));
    QCOMPARE(toKelvin(toDisplay(500.0, TemperatureUnit::Celsius), TemperatureUnit::Celsius), 500.0);
  }

  void percents() {
    QCOMPARE(percentText(12.5, ContentUnit::AtomicPercent), QStringLiteral("12.5\u00a0at.%"));
    QCOMPARE(percentText(40.0, ContentUnit::WeightPercent), QStringLiteral("40\u00a0wt.%"));
    QCOMPARE(percentNumber(33.3333), QStringLiteral("33.33"));
    QCOMPARE(percentNumber(100.0), QStringLiteral("100"));
    QCOMPARE(percentNumber(0.0), QStringLiteral("0"));
  }

  void aRoundedZeroHasNoSign() {
    QCOMPARE(numberText(-0.04, 1), QStringLiteral("0.0"));
    QCOMPARE(numberText(-0.06, 1), QStringLiteral("\u22120.1"));
  }

  void theLocaleIsFollowedOnScreen() {
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(numberText(0.613, 3), QStringLiteral("0,613"));
    QCOMPARE(percentNumber(12.50), QStringLiteral("12,5"));
    QCOMPARE(numberText(1234.5, 1), QStringLiteral("1234,5"));
  }

  void bothDecimalMarksAreRead_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    QTest::newRow("point") << "12.5" << 12.5;
    QTest::newRow("comma") << "12,5" << 12.5;
    QTest::newRow("blanks") << "  7 " << 7.0;
    QTest::newRow("leading mark") << ".5" << 0.5;
    QTest::newRow("trailing mark") << "5," << 5.0;
    QTest::newRow("minus") << "-3" << -3.0;
    QTest::newRow("true minus") << "\u22123,25" << -3.25;
  }
  void bothDecimalMarksAreRead() {
    QFETCH(QString, text);
    QFETCH(double, value);
    for (const auto country : {QLocale::Germany, QLocale::UnitedStates}) {
      QLocale::setDefault(QLocale(QLocale::AnyLanguage, country));
      const auto number = parseNumber(text);
      QVERIFY(number.has_value());
      QCOMPARE(*number, value);
    }
  }

  void everythingElseIsRefused_data() {
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"", " ", ".", "-", "1.2.3", "1,234.5", "1e3", "12 %", "0x10", "nan", "1-2", "--1", "٣"})
      QTest::newRow(text) << QString::fromUtf8(text);
  }
  void everythingElseIsRefused() {
    QFETCH(QString, text);
    QVERIFY(!parseNumber(text));
  }

  void formulasGetSubscripts() {
    QCOMPARE(subscripted(u"Zr41.2Be22.5"), QStringLiteral("Zr₄₁.₂Be₂₂.₅"));
    QCOMPARE(subscripted(u"Vitreloy 1"), QStringLiteral("Vitreloy 1"));
  }
};

QTEST_GUILESS_MAIN(TestUnits)
#include "tst_units.moc"
