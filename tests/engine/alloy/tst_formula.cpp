#include "engine/alloy/formula.h"
#include "engine/core/error.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <string>

using namespace vitrine;
using namespace vitrine::alloy;

namespace {

QString utf8(const char* text) {
  return QString::fromUtf8(text);
}

bool hasError(const ParsedFormula& parsed) {
  return std::any_of(parsed.findings.begin(), parsed.findings.end(), [](const Finding& finding) {
    return finding.severity == Finding::Severity::Error;
  });
}

std::string nested(int levels, const std::string& inside) {
  return std::string(levels, '(') + inside + std::string(levels, ')');
}

}  // namespace

class TestFormula : public QObject {
  Q_OBJECT

 private slots:
  void goodFormulas_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<double>("sum");
    const auto row = [](const char* text, const char* expected, double sum) {
      QTest::newRow(text) << utf8(text) << QString(expected) << sum;
    };
    row("Zr50Cu40Al10", "Zr50Cu40Al10", 100);
    row("Zr0.5Cu0.4Al0.1", "Zr50Cu40Al10", 1);
    row("Zr.5Cu.4Al.1", "Zr50Cu40Al10", 1);
    row("(Zr50Cu50)92Al8", "Cu46Zr46Al8", 100);
    row("Zr-50 Cu-40 Al-10", "Zr50Cu40Al10", 100);
    row("Zr₅₀Cu₄₀Al₁₀", "Zr50Cu40Al10", 100);
    row("Zr₄₁.₂Ti₁₃.₈Cu₁₂.₅Ni₁₀Be₂₂.₅", "Zr41.2Be22.5Ti13.8Cu12.5Ni10", 100);
    row("(Zr50Cu50)₉₂Al8", "Cu46Zr46Al8", 100);
    row("  Zr 50\tCu 40 Al 10 ", "Zr50Cu40Al10", 100);
    row("Zr50-Cu40-Al10", "Zr50Cu40Al10", 100);
    row("Zr50 - Cu40 - Al10", "Zr50Cu40Al10", 100);
    row("[Zr50Cu50]92Al8", "Cu46Zr46Al8", 100);
    row("{Zr50Cu50}92Al8", "Cu46Zr46Al8", 100);
    row("(Zr50Cu50)-92 Al-8", "Cu46Zr46Al8", 100);
    row("[(Fe0.5Co0.5)0.75B0.2Si0.05]96Nb4", "Co36Fe36B19.2Si4.8Nb4", 100);
    row("{[(Zr50Cu50)92Al8]98Y2}", "Cu45.08Zr45.08Al7.84Y2", 100);
    row("(Ti33Zr33Hf33)40(Ni50Cu50)50Al10", "Cu25Ni25Hf13.33Ti13.33Zr13.33Al10", 100);
    row("(CuZr)93Al7", "Cu46.5Zr46.5Al7", 100);
    row("(CoCrFeNi)94Ti2Al4", "Co23.5Cr23.5Fe23.5Ni23.5Al4Ti2", 100);
    row("(ZrCu)2Al", "Cu40Zr40Al20", 5);
    row("(Zr2Cu)3Al", "Zr60Cu30Al10", 10);
    row("(Zr50Cu40)Al10", "Zr50Cu40Al10", 100);
    row("Pd2NiP", "Pd50Ni25P25", 4);
    row("ZrCu", "Cu50Zr50", 2);
    row("Zr", "Zr100", 1);
    row("Zr50Cu40Al10Ni0", "Zr50Cu40Al10", 100);
    row("Zr25Cu50Zr25", "Cu50Zr50", 100);
    row("Zr1Er1", "Er50Zr50", 2);
    row("CoSi", "Co50Si50", 2);
    row("COSi", "C33.33O33.33Si33.33", 3);
    row("U50Lr50", "Lr50U50", 100);
    row("Zr050.0Cu050.0", "Cu50Zr50", 100);
    row("Zr33.333333333333336Cu66.66666666666667", "Cu66.67Zr33.33", 100);
    QTest::newRow("16 levels") << QString::fromStdString(nested(16, "Zr50Cu50")) << "Cu50Zr50"
                               << 100.0;
  }
  void goodFormulas() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QFETCH(double, sum);
    const auto parsed = parseFormula(text.toStdString());
    QVERIFY2(parsed.composition.has_value(),
             parsed.findings.empty() ? "" : parsed.findings.front().message.c_str());
    QVERIFY(!hasError(parsed));
    QCOMPARE(QString::fromStdString(parsed.composition->formula()), expected);
    QVERIFY(std::abs(parsed.writtenSum - sum) < 1e-9);
    const bool isNormalised = std::abs(sum - 100.0) > 1e-6;
    const bool saysSo = std::any_of(
        parsed.findings.begin(), parsed.findings.end(),
        [](const Finding& finding) { return finding.message.find("The amounts add up to ") == 0; });
    QCOMPARE(saysSo, isNormalised);
  }

  void badFormulas_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* text, int position, const char* says) {
      QTest::newRow(text) << QByteArray(text) << position << utf8(says);
    };
    row("Zr50Zq50", 5, "Zq is not an element, at position 5.");
    row("Xx", 1, "Xx is not an element");
    row("Zr50cu50", 5, "did you mean Cu?");
    row("zr50", 1, "zr is not an element");
    row("ZR50", 1, "Z is not an element");
    row("Zrcu50", 1, "Zrcu is not an element");
    row("Zr50Rf50", 5, "heavier than lawrencium");
    row("Abcdefghijklmnopqrstuvwxyzabc", 1, "… is not an element");
    row("", 1, "empty");
    row("   ", 1, "empty");
    row("50", 1, "must follow an element");
    row("50Zr50Cu", 1, "must follow an element");
    row("(50Zr)2", 2, "must follow an element");
    row("Zr50 50", 6, "Two numbers");
    row("Zr5 0Cu50", 5, "Two numbers");
    row("Zr1e3", 4, "without an exponent");
    row("Zr1E3", 4, "without an exponent");
    row("Zr1e-3", 4, "without an exponent");
    row("Zr1e+3", 4, "without an exponent");
    row("Zr1e", 4, "e is not an element");
    row("Zr0x10", 4, "x is not an element");
    row("Zr50,Cu50", 5, "cannot stand in a formula");
    row("Zr41,2Cu58,8", 5, "decimals take a point");
    row("Zr+50", 3, "'+' cannot stand");
    row("Zr50;Cu50", 5, "';' cannot stand");
    row("Zr50%", 5, "'%' cannot stand");
    row("Zr50/Cu50", 5, "'/' cannot stand");
    row("Zr1_000", 4, "'_' cannot stand");
    row("Zr50\nCu50", 5, "U+000A");
    row("Zr–50", 3, "use the plain hyphen");
    row("Zr−50", 3, "use the plain hyphen");
    row("Zr⁵⁰", 3, "plain or subscript digits");
    row("Zr²", 3, "plain or subscript digits");
    row("Zr５０", 3, "U+FF15");
    row("Zr٥٠", 3, "U+0665");
    row("Zr₅₀Cu₄₀Аl₁₀", 9, "U+0410");
    row("Zr₅₀Zq₅₀", 5, "Zq is not an element");
    row("Zr5₀", 4, "not in both");
    row("Zr₅0", 4, "not in both");
    row("Zr\xC2\xA0"
        "50",
        3, "U+00A0");
    row("Zr50₊", 5, "U+208A");
    row("Zr5.", 4, "Digits must follow");
    row("Zr5.Cu", 4, "Digits must follow");
    row("Zr.", 3, "Digits must follow");
    row("Zr1.2.3", 6, "one decimal point");
    row("Zr..5", 4, "one decimal point");
    row("Zr0", 1, "add up to zero");
    row(" Zr0Cu0.0", 2, "add up to zero");
    row("(Zr0Cu0)50Al50", 1, "add up to zero");
    row("Al50(Zr)0Cu0((Zr0))", 14, "add up to zero");
    row("(ZrCu)0", 1, "add up to zero");
    row("Zr2000000000", 3, "larger than");
    row("Zr0.0000000000000000000000000000000001", 3, "longer than");
    row("(Zr50Cu50", 1, "never closed");
    row("Al8(Zr50[Cu50)", 14, "where ']' should close");
    row("(Zr50Cu50]92", 10, "where ')' should close the bracket of position 1");
    row("{Zr)", 4, "where '}'");
    row("Zr50)Cu50", 5, "closes no bracket");
    row("Zr50()Cu50", 6, "empty");
    row("[ ]", 3, "empty");
    row("Zr50<Cu50>", 5, "'<' cannot stand");
    row("-Zr50", 1, "Nothing stands before");
    row("(-Zr50)", 2, "Nothing stands before");
    row("Zr50-", 5, "follows the hyphen");
    row("Zr--50", 3, "follows the hyphen");
    row("(Zr50-)2", 6, "follows the hyphen");
    row("Zr50-10", 5, "cannot be negative");
    row("Zr50 Cu -50", 9, "cannot be negative");
    row("Zr- 50", 3, "cannot be negative");
    row("Zr50\xFF", 5, "not UTF-8");
    row("Zr\xE2\x82", 3, "not UTF-8");
    row("Zr\xC0\xAF", 3, "not UTF-8");
    row("Zr\xED\xA0\x80", 3, "not UTF-8");
    row("Zq50,", 1, "Zq is not an element");
    QTest::newRow("null character") << QByteArray("Zr50\0Cu50", 9) << 5 << "U+0000";
    QTest::newRow("17 levels") << QByteArray::fromStdString(nested(17, "Zr")) << 17
                               << "nested deeper than 16";
    QTest::newRow("deep and unclosed") << QByteArray(900, '(') << 17 << "nested deeper than 16";
    QTest::newRow("too long") << QByteArray(100'000, ' ') << 1001 << "at most 1000 characters";
    QTest::newRow("too long, one item")
        << QByteArray("Zr").append(QByteArray(5000, '1')) << 1001 << "at most 1000 characters";
  }
  void badFormulas() {
    QFETCH(QByteArray, text);
    QFETCH(int, position);
    QFETCH(QString, says);
    const auto parsed = parseFormula(text.toStdString());
    QVERIFY(!parsed.composition.has_value());
    QCOMPARE(parsed.findings.size(), std::size_t{1});
    const auto& error = parsed.findings.front();
    QCOMPARE(error.severity, Finding::Severity::Error);
    const QString message = QString::fromStdString(error.message);
    QVERIFY2(message.contains(says), error.message.c_str());
    QVERIFY2(static_cast<int>(error.position) == position, error.message.c_str());
    QVERIFY2(message.endsWith(QString(", at position %1.").arg(position)), error.message.c_str());
    QVERIFY(!message.contains('\n'));
    QCOMPARE(message.toStdString(), error.message);  // valid UTF-8
  }

  void thousandCharactersAreStillRead() {
    std::string text;
    while (text.size() < kMaxFormulaCharacters - 1)
      text += "Zr";
    QVERIFY(parseFormula(text).composition.has_value());
  }

  void groupsThatCountAsSharesSaySo() {
    const auto parsed = parseFormula("(CuZr)93Al7");
    QCOMPARE(parsed.findings.size(), std::size_t{1});
    QCOMPARE(parsed.findings[0].severity, Finding::Severity::Note);
    QCOMPARE(parsed.findings[0].message,
             std::string("The brackets at position 1 count as 93 in all."));
    QVERIFY(parseFormula("(Zr50Cu50)92Al8").findings.empty());
    QVERIFY(parseFormula("Zr50Cu40Al10").findings.empty());
  }

  void sumsAreSaid() {
    QCOMPARE(parseFormula("Zr50Cu40").findings.at(0).message,
             std::string("The amounts add up to 90 and were normalised to 100 %."));
    QCOMPARE(parseFormula("Zr0.5Cu0.5").findings.at(0).message,
             std::string("The amounts add up to 1 and were read as fractions."));
  }

  void weightBasis() {
    // 50 wt% each of Fe (55.845 u) and B (10.81 u): 83.782 at.% B.
    const auto parsed = parseFormula("Fe50B50", Basis::WeightPercent);
    QVERIFY(std::abs(parsed.composition->percent(5) - 83.782) < 1e-3);
  }

  void compositionOfThrowsOneLine() {
    QCOMPARE(compositionOf("Zr50Cu40Al10").formula(), std::string("Zr50Cu40Al10"));
    try {
      compositionOf("Zr50Zq50");
      QFAIL("accepted");
    } catch (const Error& error) {
      QCOMPARE(error.code(), ErrorCode::InvalidInput);
      QCOMPARE(std::string(error.what()),
               std::string("In \"Zr50Zq50\": Zq is not an element, at position 5."));
    }
    try {
      compositionOf("Zr\n\xFF" + std::string(500, 'x'));
      QFAIL("accepted");
    } catch (const Error& error) {
      const QString message = QString::fromUtf8(error.what());
      QVERIFY(!message.contains('\n') && message.size() < 200);
      QCOMPARE(message.toStdString(), std::string(error.what()));
    }
  }
};

QTEST_APPLESS_MAIN(TestFormula)
#include "tst_formula.moc"
