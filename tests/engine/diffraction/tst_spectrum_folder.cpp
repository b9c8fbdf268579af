// Folders of diffraction patterns with an index.

#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/diffraction/spectrum_folder.h"
#include "tests/engine/diffraction/ren_folder.h"
#include "tests/support/error_of.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <stop_token>
#include <string>

using namespace vitrine;
using namespace vitrine::diffraction;

namespace {

/// A folder that is filled file by file.
class Folder {
 public:
  void write(const QString& name, const QByteArray& text) {
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
  }
  [[nodiscard]] SpectrumCollection read(const RunContext& context = RunContext()) const {
    return readSpectrumFolder(m_folder.path().toStdString(), context);
  }
  [[nodiscard]] std::filesystem::path path() const { return m_folder.path().toStdString(); }
  [[nodiscard]] QString reason() const {
    try {
      static_cast<void>(read());
    } catch (const Error& error) {
      return error.what();
    }
    return {};
  }

 private:
  QTemporaryDir m_folder;
};

const QByteArray kWafer =
    "scan\\q,1,2,3,4,5,6,7,8\n"
    "1,10,20,30,40,50,60,70,80\n"
    "12,11,21,31,41,51,61,71,81\n";

QString errors(const SpectrumCollection& collection) {
  QString all;
  for (const Finding& finding : collection.findings)
    if (finding.severity == Finding::Severity::Error)
      all += QString::fromStdString(finding.message) + "\n";
  return all;
}

}  // namespace

class TestSpectrumFolder : public QObject {
  Q_OBJECT

 private slots:
  void readsWafers() {
    Folder folder;
    folder.write("index.csv",
                 "system,wafer,scan,Zr_at,Co_at,Zr_WDS_at,peak_width_q\n"
                 "CoZr,W1,12,60.5,39.5,61,0.5\nCoZr,W1,1,50,50,,\n");
    folder.write("W1_spectra.csv", kWafer);
    folder.write("W2_spectra.csv", "not looked at");
    const auto collection = folder.read();
    QCOMPARE(collection.spectra.size(), std::size_t{2});
    QCOMPARE(collection.spectra[0].id, std::string("W1/12"));
    QCOMPARE(collection.spectra[0].spectrum.intensities()[0], 11.0);
    QVERIFY(qAbs(collection.spectra[0].composition->percent(40) - 60.5) < 1e-9);
    QCOMPARE(collection.spectra[1].id, std::string("W1/1"));
    QCOMPARE(collection.spectra[1].spectrum.axis(), AxisKind::Q);
    QCOMPARE(errors(collection), QString());
  }

  void readsFiles() {
    Folder folder;
    folder.write("index.csv",
                 "formula;File\nZr50Cu50;a.xy\nZr60Cu40;b.dat\nZr70Cu30;no.xy\n"
                 "Zr80Cu20;../a.xy\nZr90Cu10;a.xy\nZr95Cu5;\n");
    folder.write("a.xy", "# 2theta I, wavelength 1.5406\n20 1\n65 2\n");
    folder.write("b.dat", "q I\n1 1\n2 2\n1 1\n2 2\n");
    const auto collection = folder.read();
    QCOMPARE(collection.spectra.size(), std::size_t{2});
    QCOMPARE(collection.spectra[0].id, std::string("a.xy"));
    QCOMPARE(*collection.spectra[0].composition, alloy::compositionOf("Zr50Cu50"));
    QCOMPARE(collection.spectra[0].spectrum.axis(), AxisKind::TwoTheta);
    QCOMPARE(collection.spectra[1].spectrum.positions().size(), std::size_t{2});
    const QString said = errors(collection);
    QVERIFY(said.contains("Line 4 of the index was skipped: Cannot read"));
    QVERIFY(said.contains("Line 5 of the index was skipped: \"../a.xy\" leads out of the folder."));
    QVERIFY(said.contains("Line 6 of the index was skipped: It names the same pattern"));
    QVERIFY(said.contains("Line 7 of the index was skipped: It does not say where"));
  }

  void onePatternMustBeAlone() {
    Folder folder;
    folder.write("one.xy", "q I\n1 1\n2 2\n");
    QCOMPARE(readOneSpectrum(folder.path() / "one.xy").positions().size(), std::size_t{2});
    folder.write("index.csv", "formula,file\nZr50Cu50,one.xy\nZr60Cu40,two.xy\n");
    folder.write("two.xy", "q I\n1 1\n2 2\n");
    const auto error = test::errorOf([&] { readOneSpectrum(folder.path()); });
    QVERIFY(error && error->code() == ErrorCode::InvalidInput);
  }

  void skipsRowsItCannotRead() {
    Folder folder;
    folder.write("index.csv",
                 "wafer,scan,Zr,Co\nW1,1,50,50\nW1,3,50,50\nW1,12,a,b\n../W1,1,50,50\n");
    folder.write("W1_spectra.csv", kWafer);
    const auto collection = folder.read();
    QCOMPARE(collection.spectra.size(), std::size_t{1});
    const QString said = errors(collection);
    QVERIFY(said.contains("W1_spectra.csv has no scan 3."));
    QVERIFY(said.contains("Line 4 was skipped"));
    QVERIFY(said.contains("leads out of the folder"));
  }

  void refusesWithOneSentence_data() {
    QTest::addColumn<QByteArray>("index");
    QTest::addColumn<QByteArray>("wafer");
    QTest::addColumn<QString>("word");
    const auto row = [](const char* name, const char* index, const QByteArray& wafer,
                        const char* word) {
      QTest::newRow(name) << QByteArray(index) << wafer << word;
    };
    const char* const kGood = "wafer,scan,Zr,Co\nW1,1,50,50\n";
    row("empty index", "", kWafer, "index of the patterns is empty");
    row("no alloy", "wafer,scan\nW1,1\n", kWafer, "needs a column \"formula\"");
    row("no place", "formula,x\nZr,1\n", kWafer, "needs a column \"file\"");
    row("no rows", "wafer,scan,Zr,Co\n", kWafer, "It has no rows");
    row("none found", "wafer,scan,Zr,Co\nW1,5,50,50\n", kWafer, "has no scan 5");
    row("no wafer", "wafer,scan,Zr,Co\nW9,1,50,50\n", kWafer, "W9_spectra.csv");
    row("wafer without axis", kGood, "scan,a\n1,2\n", "W1_spectra.csv: The first row must hold");
    row("wafer without scans", kGood, "1 2 3 4 5 6 7 8\n1 2 3 4 5 6 7 8\n", "no scan number");
    row("scan twice", kGood, kWafer + "1,1,2,3,4,5,6,7,8\n", "repeats the scan 1");
    row("cut off", kGood, kWafer.chopped(6), "Line 3 has 8 cells");
  }
  void refusesWithOneSentence() {
    QFETCH(QByteArray, index);
    QFETCH(QByteArray, wafer);
    QFETCH(QString, word);
    Folder folder;
    folder.write("index.csv", index);
    folder.write("W1_spectra.csv", wafer);
    const QString why = folder.reason();
    QVERIFY2(why.contains(word), qPrintable(why));
    QVERIFY2(why.endsWith('.') && !why.contains('\n'), qPrintable(why));
  }

  void wantsAnIndex() {
    Folder folder;
    QVERIFY(folder.reason().contains("index.csv"));
  }

  void stops() {
    Folder folder;
    folder.write("index.csv", "wafer,scan,Zr,Co\nW1,1,50,50\n");
    folder.write("W1_spectra.csv", kWafer);
    std::stop_source stop;
    stop.request_stop();
    RunContext::Options options;
    options.stop = stop.get_token();
    QVERIFY_EXCEPTION_THROWN(folder.read(RunContext(options)), Cancelled);
  }

  /// The counts are those of the data set's own description.
  void readsThePatternsOfRen_data() {
    QTest::addColumn<QString>("system");
    QTest::addColumn<int>("rows");
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("last");
    QTest::newRow("Co-Ti-Zr") << "CoTiZr" << 993 << 0.194 << 5.364;
    QTest::newRow("Co-V-Zr") << "CoVZr" << 1937 << 0.596 << 6.250;
    QTest::newRow("Co-Fe-Zr") << "CoFeZr" << 993 << 0.596 << 6.250;
    QTest::newRow("Fe-Ti-Nb") << "FeTiNb" << 980 << 0.958 << 5.777;
  }
  void readsThePatternsOfRen() {
    QFETCH(QString, system);
    QFETCH(int, rows);
    QFETCH(double, first);
    QFETCH(double, last);
    const auto folder = test::renFolder(system.toStdString());
    if (!exists(folder))
      QSKIP("The measured patterns are not here: ren-hitp in $VITRINE_SHARED/data.");
    const auto collection = readSpectrumFolder(folder);
    QCOMPARE(errors(collection), QString());
    QCOMPARE(collection.source, system.toStdString());
    QCOMPARE(collection.spectra.size(), std::size_t(rows));
    for (const MeasuredSpectrum& spectrum : collection.spectra) {
      QCOMPARE(spectrum.spectrum.positions().size(), std::size_t{1000});
      QVERIFY(qAbs(spectrum.spectrum.positions().front() - first) < 1e-3);
      QVERIFY(qAbs(spectrum.spectrum.positions().back() - last) < 1e-3);
      QCOMPARE(spectrum.composition->shares().size(), std::size_t{3});
    }
  }

  /// A raw file of one point against the row of the table it went into.
  void agreesWithARawFile() {
    const auto folder = test::renFolder("FeTiNb");
    if (!exists(folder))
      QSKIP("The measured patterns are not here: ren-hitp in $VITRINE_SHARED/data.");
    QFile raw(QString::fromStdString(
        (folder / "raw_samples" / "SampleB2_19_24x24_t30_0145_1D.csv").string()));
    QVERIFY(raw.open(QIODevice::ReadOnly));
    const auto lines = raw.readAll().split('\n');
    const auto collection = readSpectrumFolder(folder);
    for (const MeasuredSpectrum& spectrum : collection.spectra) {
      if (spectrum.id != "SampleB2_19/145")
        continue;
      for (std::size_t i = 0; i < 1000; ++i) {
        const auto cells = lines[qsizetype(i)].split(',');
        QVERIFY(qAbs(spectrum.spectrum.positions()[i] - cells[0].toDouble()) < 1e-9);
        QCOMPARE(float(spectrum.spectrum.intensities()[i]), cells[1].toFloat());
      }
      return;
    }
    QFAIL("SampleB2_19/145 is not in the folder");
  }
};

QTEST_GUILESS_MAIN(TestSpectrumFolder)
#include "tst_spectrum_folder.moc"
