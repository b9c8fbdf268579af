// Files of diffraction patterns: what instruments, spreadsheets and programs write, and what they
// should not.

#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/diffraction/spectrum_file.h"
#include "engine/diffraction/text_cells.h"
#include "tests/support/paths.h"

#include <QTest>

#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

using namespace vitrine;
using namespace vitrine::diffraction;

namespace {

SpectrumCollection parse(const QByteArray& text, const ReadOptions& options = {}) {
  return parseSpectrumFile(std::as_bytes(std::span(text.data(), std::size_t(text.size()))), "a.xy",
                           options);
}

QString reason(const QByteArray& text) {
  try {
    parse(text);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

QString notes(const SpectrumCollection& collection) {
  QString all;
  for (const Finding& finding : collection.findings)
    all += QString::fromStdString(finding.message) + " ";
  return all;
}

QString shown(const Spectrum& spectrum) {
  QStringList points;
  for (std::size_t i = 0; i < spectrum.positions().size(); ++i)
    points << QString("%1 %2").arg(spectrum.positions()[i]).arg(spectrum.intensities()[i]);
  return points.join(" | ");
}

/// As PANalytical writes it, in short.
QByteArray xrdml(const QByteArray& wavelength, const QByteArray& dataPoints) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<xrdMeasurements xmlns=\"http://www.xrdml.com/XRDMeasurement/1.5\" status=\"Completed\">"
         "<sample type=\"To be analyzed\"><id>A1</id></sample>"
         "<xrdMeasurement measurementType=\"Scan\" status=\"Completed\">" +
         wavelength +
         "<scan appendNumber=\"0\" mode=\"Continuous\" scanAxis=\"Gonio\"><dataPoints>" +
         dataPoints + "</dataPoints></scan></xrdMeasurement></xrdMeasurements>";
}

const QByteArray kCopper =
    "<usedWavelength intended=\"K-Alpha\"><kAlpha1 unit=\"Angstrom\">1.5405980</kAlpha1>"
    "<kAlpha2 unit=\"Angstrom\">1.5444260</kAlpha2>"
    "<ratioKAlpha2KAlpha1>0.5</ratioKAlpha2KAlpha1></usedWavelength>";
const QByteArray kPositions =
    "<positions axis=\"2Theta\" unit=\"deg\">\n<startPosition>20.0</startPosition>\n"
    "<endPosition>65.0</endPosition></positions>"
    "<positions axis=\"Omega\" unit=\"deg\"><startPosition>10.0</startPosition>"
    "<endPosition>32.5</endPosition></positions>";

}  // namespace

class TestSpectrumFile : public QObject {
  Q_OBJECT

 private slots:
  void readsTwoColumns_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("points");
    QTest::newRow("commas") << QByteArray("1.5,10\n2.5,20\n") << "1.5 10 | 2.5 20";
    QTest::newRow("blanks") << QByteArray("  1.5   10\n  2.5   20") << "1.5 10 | 2.5 20";
    QTest::newRow("tabs") << QByteArray("1.5\t10\r\n2.5\t20\r\n") << "1.5 10 | 2.5 20";
    QTest::newRow("semicolons") << QByteArray("1.5;10\r2.5;20\r") << "1.5 10 | 2.5 20";
    QTest::newRow("comma and blank") << QByteArray("1.5, 10\n2.5, 20\n") << "1.5 10 | 2.5 20";
    QTest::newRow("semicolon, decimal comma")
        << QByteArray("1,5;10\n2,5;20,25\n") << "1.5 10 | 2.5 20.25";
    QTest::newRow("tab, decimal comma") << QByteArray("1,5\t10\n2,5\t20\n") << "1.5 10 | 2.5 20";
    QTest::newRow("blank, decimal comma") << QByteArray("1,5 10\n2,5 20\n") << "1.5 10 | 2.5 20";
    QTest::newRow("separator at the end") << QByteArray("1.5,10,\n2.5,20,\n") << "1.5 10 | 2.5 20";
    QTest::newRow("exponents") << QByteArray("1.5e0 1.0E+01\n2.5 2e1\n") << "1.5 10 | 2.5 20";
    QTest::newRow("quotes") << QByteArray("\"1.5\",\"10\"\n\"2.5\",\"20\"\n") << "1.5 10 | 2.5 20";
    QTest::newRow("remarks") << QByteArray("# made by\n! a\n1.5 10\n# between\n\n2.5 20\n% end\n")
                             << "1.5 10 | 2.5 20";
    QTest::newRow("words above") << QByteArray("Sample 4\n[Data]\n2\nq, counts\n1.5,10\n2.5,20\n")
                                 << "1.5 10 | 2.5 20";
    QTest::newRow("uncertainties") << QByteArray("1.5 10 3\n2.5 20 4\n") << "1.5 10 | 2.5 20";
    QTest::newRow("falls") << QByteArray("2.5 20\n1.5 10\n") << "1.5 10 | 2.5 20";
    QTest::newRow("twice") << QByteArray("1.5 10\n2.5 20\n1.5 10\n2.5 20\n") << "1.5 10 | 2.5 20";
    QTest::newRow("twice with heading")
        << QByteArray("q I\n1.5 10\n2.5 20\nq I\n1.5 11\n2.5 21\n") << "1.5 10 | 2.5 20";
    QTest::newRow("three times, falling")
        << QByteArray("2.5 20\n1.5 10\n2.5 20\n1.5 10\n2.5 20\n1.5 10\n") << "1.5 10 | 2.5 20";
    QTest::newRow("byte-order mark") << QByteArray(
                                            "\xEF\xBB\xBF"
                                            "1.5,10\n2.5,20\n")
                                     << "1.5 10 | 2.5 20";
  }
  void readsTwoColumns() {
    QFETCH(QByteArray, text);
    QFETCH(QString, points);
    const auto collection = parse(text);
    QCOMPARE(collection.spectra.size(), std::size_t{1});
    QCOMPARE(shown(collection.spectra[0].spectrum), points);
    QCOMPARE(collection.spectra[0].id, std::string("a.xy"));
    QVERIFY(!collection.spectra[0].composition);
  }

  void saysWhatItDid() {
    QVERIFY(notes(parse("1 10\n2 20\n1 10\n2 20\n")).contains("2 times"));
    QVERIFY(notes(parse("2 20\n1 10\n")).contains("turned round"));
    QVERIFY(notes(parse("1 10 1\n2 20 1\n")).contains("third column"));
    QVERIFY(notes(parse("1 10\n2 20\n")).contains("taken for q"));
    QVERIFY(notes(parse("20 10\n65 20\n")).contains("taken for 2 theta"));
    QCOMPARE(notes(parse("q I\n1 10\n2 20\n")), QString());
  }

  void readsTheAxis_data() {
    QTest::addColumn<QByteArray>("heading");
    QTest::addColumn<double>("last");
    QTest::addColumn<bool>("isAngle");
    QTest::addColumn<double>("lastOfAxis");
    QTest::addColumn<double>("wavelength");  // 0 for none
    const auto row = [](const char* name, const char* heading, double last, bool isAngle,
                        double lastOfAxis, double wavelength) {
      QTest::newRow(name) << QByteArray(heading) << last << isAngle << lastOfAxis << wavelength;
    };
    row("nothing, small", "", 6.0, false, 6.0, 0.0);
    row("nothing, large", "", 65.0, true, 65.0, 0.0);
    row("2theta", "2theta,I\n", 10.0, true, 10.0, 0.0);
    row("2-Theta", "# 2-Theta (deg)   counts\n", 10.0, true, 10.0, 0.0);
    row("2θ", "2θ;I\n", 10.0, true, 10.0, 0.0);
    row("q", "Q, intensity\n", 25.0, false, 25.0, 0.0);
    row("q in 1/nm", "# q_nm^-1 I\n", 60.0, false, 6.0, 0.0);
    row("q in 1/Å", "# q_A^-1 I\n", 20.0, false, 20.0, 0.0);
    row("nearest line", "# q range was calibrated\n# 2th_deg I\n", 10.0, true, 10.0, 0.0);
    row("wavelength", "# Wavelength: 1.5406\n# 2theta I\n", 65.0, true, 65.0, 1.5406);
    row("in nm", "# wavelength = 0.15406 nm\n# 2theta I\n", 65.0, true, 65.0, 1.5406);
    row("in m", "# Wavelength: 9.76e-11 m\n# 2th_deg I\n", 65.0, true, 65.0, 0.976);
    row("lambda", "# lambda (Cu) 1.5418\n# 2theta I\n", 65.0, true, 65.0, 1.5418);
    row("nonsense", "# wavelength: 532 nm\n# 2theta I\n", 65.0, true, 65.0, 0.0);
  }
  void readsTheAxis() {
    QFETCH(QByteArray, heading);
    QFETCH(double, last);
    QFETCH(bool, isAngle);
    QFETCH(double, lastOfAxis);
    QFETCH(double, wavelength);
    const auto collection = parse(heading + "1 10\n" + QByteArray::number(last) + " 20\n");
    const Spectrum& spectrum = collection.spectra[0].spectrum;
    QCOMPARE(spectrum.axis(), isAngle ? AxisKind::TwoTheta : AxisKind::Q);
    QVERIFY(std::abs(spectrum.positions()[1] - lastOfAxis) < 1e-12);
    QVERIFY(std::abs(spectrum.wavelengthA().value_or(0.0) - wavelength) < 1e-9);
  }

  void believesTheOptions() {
    ReadOptions options;
    options.axis = AxisKind::TwoTheta;
    options.wavelengthA = 0.97;
    const auto spectrum =
        parse("# Wavelength 1.54\nq I\n1 10\n2 20\n", options).spectra[0].spectrum;
    QCOMPARE(spectrum.axis(), AxisKind::TwoTheta);
    QCOMPARE(*spectrum.wavelengthA(), 0.97);
  }

  void readsWideTables() {
    const auto collection = parse(
        "scan\\q,1,2,3,4,5,6,7,8\n"
        "# a remark\n"
        "7,10,20,30,40,50,60,70,80\n"
        "8,11,21,31,41,51,61,71,81\n");
    QCOMPARE(collection.spectra.size(), std::size_t{2});
    QCOMPARE(collection.spectra[0].id, std::string("7"));
    QCOMPARE(collection.spectra[1].spectrum.axis(), AxisKind::Q);
    QCOMPARE(collection.spectra[1].spectrum.intensities()[7], 81.0);
    QVERIFY(!collection.spectra[0].composition);
  }

  void readsAlloysOfWideTables() {
    const auto byElements = parse(
        "name;Zr_at;Cu_at;20;25;30;35;40;45;50;55\n"
        "a;50;50;1,5;2;3;4;5;6;7;8\n"
        "a;60,5;39,5;1;2;3;4;5;6;7;8\n"
        ";10;90;1;2;3;4;5;6;7;8\n");
    QCOMPARE(byElements.spectra.size(), std::size_t{3});
    QCOMPARE(byElements.spectra[0].spectrum.axis(), AxisKind::TwoTheta);
    QCOMPARE(byElements.spectra[0].spectrum.intensities()[0], 1.5);
    QCOMPARE(*byElements.spectra[0].composition, alloy::compositionOf("Zr50Cu50"));
    QVERIFY(std::abs(byElements.spectra[1].composition->percent(40) - 60.5) < 1e-9);
    QCOMPARE(byElements.spectra[1].id, std::string("a, line 3"));
    QCOMPARE(byElements.spectra[2].id, std::string("line 4"));

    const auto byFormula = parse("formula 1 2 3 4 5 6 7 8\nZr50Cu50 1 2 3 4 5 6 7 8\n");
    QCOMPARE(*byFormula.spectra[0].composition, alloy::compositionOf("Zr50Cu50"));

    const auto bare = parse("1 2 3 4 5 6 7 8\n1 2 3 4 5 6 7 9\n");
    QCOMPARE(bare.spectra.size(), std::size_t{1});
    QCOMPARE(bare.spectra[0].spectrum.intensities()[7], 9.0);
  }

  void readsXrdml() {
    const auto collection =
        parse(xrdml(kCopper, kPositions + "<intensities unit=\"counts\">1 2 3 4</intensities>"));
    QCOMPARE(collection.spectra.size(), std::size_t{1});
    const Spectrum& spectrum = collection.spectra[0].spectrum;
    QCOMPARE(shown(spectrum), "20 1 | 35 2 | 50 3 | 65 4");
    QCOMPARE(spectrum.axis(), AxisKind::TwoTheta);
    // The weighted mean of the doublet.
    QVERIFY(std::abs(*spectrum.wavelengthA() - 1.541874) < 1e-6);

    QByteArray kAlpha1 = kCopper;
    kAlpha1.replace("\"K-Alpha\"", "\"K-Alpha 1\"");
    const auto sharp =
        parse(xrdml(kAlpha1, kPositions + "<intensities unit=\"counts\">1 2</intensities>"));
    QCOMPARE(*sharp.spectra[0].spectrum.wavelengthA(), 1.5405980);
  }

  void readsXrdmlWithAttenuator() {
    const auto collection = parse(
        xrdml(kCopper,
              "<positions axis=\"2Theta\"><listPositions>20 30 40.5</listPositions></positions>"
              "<beamAttenuationFactors>1 100 1</beamAttenuationFactors>"
              "<counts unit=\"counts\">5 6 7</counts>"));
    QCOMPARE(shown(collection.spectra[0].spectrum), "20 5 | 30 600 | 40.5 7");
  }

  void refusesWithOneSentence_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("word");
    const auto row = [](const char* name, const QByteArray& text, const char* word) {
      QTest::newRow(name) << text << word;
    };
    row("nothing", "", "no two columns");
    row("words", "hello\nworld\n", "no two columns");
    row("one column", "1\n2\n3\n", "no two columns");
    row("four columns", "1 2 3 4\n2 3 4 5\n", "Line 1 has 4 numbers");
    row("ragged", "1 2\n2 3\n3 4 5\n", "Line 3 has 3 numbers");
    row("text in the middle", "1 2\n2 3\nend of data\n", "Line 3 is no row of numbers");
    row("not a number", "1 2\n2 nan\n", "Line 2 is no row of numbers");
    row("infinite", "1 2\n2 inf\n", "Line 2 is no row of numbers");
    row("too large", "1 2\n2 1e999\n", "Line 2 is no row of numbers");
    row("turns back", "1 2\n2 3\n1.5 4\n", "turns back at line 3");
    row("stands", "1 2\n2 3\n2 4\n", "turns back at line 3");
    row("falls and turns", "5 2\n4 3\n4.5 4\n", "turns back at line 3");
    row("one point", "1 2\n", "fewer than two points");
    row("negative", "-1 2\n1 3\n", "negative");
    row("angle", "2theta I\n100 2\n200 3\n", "below 180");
    row("wide, no rows", "q 1 2 3 4 5 6 7 8\n", "no row");
    row("wide, short row", "q 1 2 3 4 5 6 7 8\na 1 2 3\n", "Line 2 has 4 cells");
    row("wide, word", "q 1 2 3 4 5 6 7 8\na 1 2 3 x 5 6 7 8\n", "Line 2 holds \"x\" in column 5");
    row("wide, empty cell", "q,1,2,3,4,5,6,7,8\na,1,2,,4,5,6,7,8\n", "Line 2 holds \"\"");
    row("wide, element twice", "Zr,Zr,1,2,3,4,5,6,7,8\n1,1,1,2,3,4,5,6,7,8\n", "same element");
    row("other xml", "<html></html>", "no XRDML");
    row("broken xml", xrdml(kCopper, kPositions + "<counts>1 2</counts>").chopped(20), "damaged");
    row("entities", "<!DOCTYPE a [<!ENTITY b 'c'>]><xrdMeasurements/>", "document type");
    row("no scan", "<xrdMeasurements/>", "no scan over 2 theta");
    row("no positions", xrdml(kCopper, "<counts>1 2</counts>"), "no scan over 2 theta");
    row("no counts", xrdml(kCopper, kPositions), "fewer than two intensities");
    row("counts of words", xrdml(kCopper, kPositions + "<counts>1 two</counts>"), "\"two\"");
    row("position of words",
        xrdml(kCopper, "<positions axis=\"2Theta\"><startPosition>a</startPosition></positions>"),
        "startPosition");
    row("list of another length",
        xrdml(kCopper,
              "<positions axis=\"2Theta\"><listPositions>20 30</listPositions></positions>"
              "<counts>1 2 3</counts>"),
        "2 positions and 3 intensities");
    row("factors of another length",
        xrdml(kCopper, kPositions + "<beamAttenuationFactors>1</beamAttenuationFactors>"
                                    "<counts>1 2 3</counts>"),
        "attenuation");
    row("backwards",
        xrdml(kCopper,
              "<positions axis=\"2Theta\"><startPosition>65</startPosition><endPosition>20"
              "</endPosition></positions><counts>1 2 3</counts>"),
        "rising axis");
    row("wavelength in nm",
        xrdml("<usedWavelength><kAlpha1>154.05</kAlpha1></usedWavelength>",
              kPositions + "<counts>1 2 3</counts>"),
        "in Å");
    row("zip", QByteArray("PK\x03\x04\x00\x00", 6), "no two columns");
  }
  void refusesWithOneSentence() {
    QFETCH(QByteArray, text);
    QFETCH(QString, word);
    const QString why = reason(text);
    QVERIFY2(why.contains(word), qPrintable(why));
    QVERIFY2(why.endsWith('.') && !why.contains('\n'), qPrintable(why));
  }

  void namesTheFile() {
    try {
      readSpectrumFile("/nowhere/pattern.xy");
      QFAIL("nothing was thrown");
    } catch (const Error& error) {
      QCOMPARE(error.code(), ErrorCode::CannotRead);
      QVERIFY(QString(error.what()).contains("/nowhere/pattern.xy"));
    }
  }

  void readsPublishedPatterns() {
    const auto folder = test::sharedDir() / "data" / "xrd-single-mg";
    if (!exists(folder))
      QSKIP("The published patterns are not here: xrd-single-mg in $VITRINE_SHARED/data.");
    const auto glass = readSpectrumFile(folder / "Figure5_amorphous.csv").spectra;
    QCOMPARE(glass.size(), std::size_t{1});
    QCOMPARE(glass[0].spectrum.positions().size(), std::size_t{1000});
    QCOMPARE(glass[0].spectrum.positions()[0], 0.59621693822088684);
    QCOMPARE(glass[0].spectrum.intensities()[1], 1125.43);
  }
};

QTEST_GUILESS_MAIN(TestSpectrumFile)
#include "tst_spectrum_file.moc"
