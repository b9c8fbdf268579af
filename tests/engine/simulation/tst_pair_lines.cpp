#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/process/child.h"
#include "engine/simulation/pair_lines.h"
#include "engine/simulation/potential_library.h"
#include "engine/simulation/quench.h"
#include "tests/support/error_of.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace vitrine;
using namespace vitrine::simulation;

class TestPairLines : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    std::ofstream(folder() / "Cu.eam.alloy") << "a table";
    std::ofstream(folder() / "library.meam") << "a library";
    std::ofstream(folder() / ".hidden") << "no";
  }

  void twoLines() {
    const auto potential = potentialOfLines(
        "pair_style lj/cut 8.5\r\n\n  pair_coeff  * *\t0.4096 2.338 \n", {folder()});
    QCOMPARE(potential.style, std::string("lj/cut 8.5"));
    QCOMPARE(potential.coefficients, std::vector<std::string>{"* * 0.4096 2.338"});
    QVERIFY(potential.tables.empty());
    QVERIFY(potential.elements.empty());
    QCOMPARE(pairCommands(potential, {29}),
             std::string("pair_style lj/cut 8.5\npair_coeff * * 0.4096 2.338\n"));
  }

  void semicolonsAndFiles() {
    const auto potential = potentialOfLines(
        "pair_style meam; pair_coeff * * library.meam Cu Cu.eam.alloy Cu", {folder()});
    QCOMPARE(pairCommands(potential, {29}),
             std::string("pair_style meam\npair_coeff * * potential.library.meam Cu "
                         "potential.Cu.eam.alloy Cu\n"));
    QCOMPARE(potential.tables.size(), std::size_t(2));
    QCOMPARE(potential.tables[0].source, folder() / "library.meam");
  }

  void knownByTheirFirstWord() {
    QVERIFY(arePairLines("pair_style eam"));
    QVERIFY(arePairLines("  pair_style\n"));
    QVERIFY(!arePairLines("CuZr_mm.eam.fs"));
    QVERIFY(!arePairLines("/home/me/pair_style.eam"));
  }

  void hostileLines_data() {
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = "pair_coeff * * 1.0 2.0";
    const auto row = [](const char* name, const QByteArray& text) { QTest::newRow(name) << text; };
    row("shell", "pair_style eam\nshell rm -rf /");
    row("shell first", "shell rm x\npair_style eam\n" + good);
    row("shell after a semicolon", "pair_style eam; shell touch x; " + good);
    row("shell behind a continuation", "pair_style eam &\nshell touch x");
    row("continuation inside a word", "pair_style ea&\nm\n" + good);
    row("include", "pair_style eam\ninclude /etc/passwd");
    row("jump", "pair_style eam\njump SELF");
    row("print to a file", "pair_style eam\nprint x file y");
    row("write_data", "pair_style eam\nwrite_data /tmp/x");
    row("log", "pair_style eam\nlog /etc/x");
    row("python", "pair_style eam\npython f source here \"\"\"import os\"\"\"");
    row("python style", "pair_style python 5.0\npair_coeff * * f.py");
    row("mliap style", "pair_style mliap model mliappy x.pkl\n" + good);
    row("kim style", "pair_style kim X\n" + good);
    row("hybrid takes others in", "pair_style hybrid/overlay eam python\n" + good);
    row("list style", "pair_style list x 5\n" + good);
    row("variable", "pair_style eam\npair_coeff * * ${HOME} Cu");
    row("variable of one letter", "pair_style eam\npair_coeff * * $x Cu");
    row("immediate variable", "pair_style eam\npair_coeff * * $(1+1) Cu");
    row("variable function", "pair_style eam\npair_coeff 1 1 v_x");
    row("quotes", "pair_style eam\npair_coeff * * \"a b\" Cu");
    row("single quotes", "pair_style eam\npair_coeff * * 'a' Cu");
    row("triple quotes", "pair_style eam \"\"\"\n" + good + "\"\"\"");
    row("comment", "pair_style eam # x\n" + good);
    row("path", "pair_style eam\npair_coeff * * /etc/passwd Cu");
    row("path upwards", "pair_style eam\npair_coeff * * ../../secret Cu");
    row("path of home", "pair_style eam\npair_coeff * * ~/x Cu");
    row("path in the style", "pair_style table /etc/x 5\n" + good);
    row("pipe", "pair_style eam\npair_coeff * * |id Cu");
    row("backquotes", "pair_style eam\npair_coeff * * `id` Cu");
    row("bracket", "pair_style eam\npair_coeff * * <x> Cu");
    row("percent", "pair_style eam\npair_coeff * * %x Cu");
    row("equals", "pair_style eam\npair_coeff * * a=b Cu");
    row("backslash", "pair_style eam\npair_coeff * * a\\ b Cu");
    row("zero byte", QByteArray("pair_style eam\npair_coeff * * a\0b Cu", 36));
    row("carriage return inside", "pair_style eam\rshell id\n" + good);
    row("vertical tab", "pair_style eam\vshell id\n" + good);
    row("form feed", "pair_style eam\fshell\n" + good);
    row("escape", "pair_style eam\npair_coeff * * \033[2J Cu");
    row("utf-8", "pair_style eam\npair_coeff * * Cu\xe2\x80\xa8shell Cu");
    row("no such style", "pair_style nothing\n" + good);
    row("style in capitals", "pair_style EAM\n" + good);
    row("no style", "pair_style\n" + good);
    row("one line alone", "pair_style eam");
    row("two styles", "pair_style eam\npair_style eam\n" + good);
    row("types missing", "pair_style eam\npair_coeff *");
    row("nothing", "");
    row("very long", "pair_style eam\n" + good + QByteArray(100000, 'a'));
    row("many lines", "pair_style eam\n" + (good + "\n").repeated(170));
    row("many words", "pair_style eam\npair_coeff" + QByteArray(" 1").repeated(101));
  }
  void hostileLines() {
    QFETCH(QByteArray, text);
    const auto error = test::errorOf([&] { potentialOfLines(text.toStdString(), {folder()}); });
    if (QTest::currentDataTag() == QByteArray("variable function") ||
        QTest::currentDataTag() == QByteArray("many lines")) {
      // Plain words, which LAMMPS refuses by itself; and as many lines as there may be.
      QVERIFY(!error);
      return;
    }
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::InvalidInput);
    const std::string words = error->what();
    QVERIFY(words.starts_with("The lines of the potential: "));
    QVERIFY(words.size() < 250);
    for (const char letter : words)
      QVERIFY(static_cast<unsigned char>(letter) >= ' ' && letter != '\x7f');
  }

  void hiddenFilesAreNotTaken() {
    const auto potential =
        potentialOfLines("pair_style eam/alloy\npair_coeff * * .hidden Cu", {folder()});
    QVERIFY(potential.tables.empty());
  }

  /// Types are numbered by rising atomic number: 29, 40.
  void elementsStandInTheOrderOfTheTypes_data() {
    QTest::addColumn<QByteArray>("coefficients");
    QTest::addColumn<bool>("good");
    const auto row = [](const char* coefficients, bool good) {
      QTest::newRow(coefficients) << QByteArray(coefficients) << good;
    };
    row("* * a.eam.fs Cu Zr", true);
    row("* * a.eam.fs Zr Cu", false);
    row("* * a.eam.fs Cu Ag", false);
    row("* * a.eam.fs Cu Zr Al", false);
    row("* * library.meam Zr Cu CuZr.meam Cu Zr", true);
    row("* * library.meam Cu Zr NULL Zr Cu", false);
    row("* * 0.4 2.3", true);
    row("* * x.table Cu", true);
    row("1 1 x.table Zr", true);
  }
  void elementsStandInTheOrderOfTheTypes() {
    QFETCH(QByteArray, coefficients);
    QFETCH(bool, good);
    const auto potential =
        potentialOfLines("pair_style eam/fs; pair_coeff " + coefficients.toStdString(), {folder()});
    const auto error = test::errorOf([&] { requireOrder(potential, {29, 40}); });
    QCOMPARE(!error.has_value(), good);
    if (error)
      QVERIFY2(std::string(error->what()).find("\"Cu Zr\"") != std::string::npos, error->what());
  }

  /// No run is begun with elements that are exchanged.
  void aRunWithExchangedElementsIsRefused() {
    QTemporaryDir parent;
    QuenchRequest request(alloy::compositionOf("Zr20Cu80"));
    request.potential =
        potentialOfLines("pair_style eam/fs; pair_coeff * * CuZr_mm.eam.fs Zr Cu", {folder()});
    request.atoms = 54;
    request.folder = parent.filePath("run").toStdString();
    const auto error = test::errorOf([&] { quench(request, {}, RunContext()); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::InvalidInput);
    QVERIFY(!std::filesystem::exists(request.folder));
  }

  /// Lennard-Jones copper melts and is quenched as any other.
  void runsThroughLammps() {
    if (!process::findProgram("lmp"))
      QSKIP("lmp is not installed");
    QTemporaryDir parent;
    QuenchRequest request(alloy::compositionOf("Cu"));
    request.potential = potentialNamed("pair_style lj/cut 6.5; pair_coeff * * 0.4096 2.338");
    request.settings.rateKPerS = 5e15;
    request.settings.meltPs = 0.1;
    request.settings.holdPs = 0.1;
    request.atoms = 108;
    request.lmp = lammpsProgram();
    request.folder = parent.filePath("run").toStdString();
    const auto result = quench(request, {}, RunContext());
    // Of the pair energy of a fluid of that density, some -7.5 epsilon, nothing else.
    QVERIFY(result.inherent.energyEV < -5.5 * 0.4096);
    QVERIFY(result.inherent.energyEV > -8.62 * 0.4096);
  }

 private:
  [[nodiscard]] std::filesystem::path folder() const { return m_folder.path().toStdString(); }

  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestPairLines)
#include "tst_pair_lines.moc"
