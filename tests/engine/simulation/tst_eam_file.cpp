#include "engine/alloy/element.h"
#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/files/text_file.h"
#include "engine/simulation/eam_file.h"
#include "engine/simulation/potential_library.h"
#include "tests/support/error_of.h"
#include "tests/support/paths.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace vitrine;
using namespace vitrine::simulation;

namespace {

const std::filesystem::path kFolder = "/usr/share/lammps/potentials";

std::string symbols(const std::vector<int>& elements) {
  std::string text;
  for (const int element : elements)
    text.append(text.empty() ? "" : " ").append(alloy::element(element).symbol);
  return text;
}

/// Two elements, five rows each; with densities for each pair there are two tables more.
std::string setfl(int numbers) {
  std::string text = "a\nb\nc\n2 Cu Zr\n5 0.1 5 0.1 0.5\n";
  for (int i = 0; i < numbers; ++i)
    text += "0.0\n";
  return text;
}

}  // namespace

class TestEamFile : public QObject {
  Q_OBJECT

 private slots:
  /// Elements and styles as the table of the files in the package's documentation has them.
  void readsWhatIsInstalled() {
    if (!std::filesystem::exists(kFolder))
      QSKIP("the package lammps-data is not installed");
    const std::map<std::string, std::pair<std::string, std::string>> known{
        {"CuZr_mm.eam.fs", {"eam/fs", "Cu Zr"}},
        {"Zr_mm.eam.fs", {"eam/fs", "Zr"}},
        {"AlCu.eam.alloy", {"eam/alloy", "Al Cu"}},
        {"AlCu.adp", {"adp", "Al Cu"}},
        {"CuNi.eam.alloy", {"eam/alloy", "Ni Cu"}},
        {"NiAlH_jea.eam.alloy", {"eam/alloy", "Ni Al H"}},
        {"NiAlH_jea.eam.fs", {"eam/fs", "Ni Al H"}},
        {"CoAl.eam.alloy", {"eam/alloy", "Co Al"}},
        {"AlFe_mm.eam.fs", {"eam/fs", "Al Fe"}},
        {"FeP_mm.eam.fs", {"eam/fs", "Fe P"}},
        {"Fe_mm.eam.fs", {"eam/fs", "Fe"}},
        {"VFe_mm.eam.fs", {"eam/fs", "V Fe"}},
        {"Al_mm.eam.fs", {"eam/fs", "Al"}},
        {"Mg_mm.eam.fs", {"eam/fs", "Mg"}},
        {"CuTa.eam.alloy", {"eam/alloy", "Cu Ta"}},
        {"Al_zhou.eam.alloy", {"eam/alloy", "Al"}},
        {"Cu_zhou.eam.alloy", {"eam/alloy", "Cu"}},
        {"W_zhou.eam.alloy", {"eam/alloy", "W"}},
        {"Cu_mishin1.eam.alloy", {"eam/alloy", "Cu"}},
        {"Ag_u3.eam", {"eam", "Ag"}},
        {"Au_u3.eam", {"eam", "Au"}},
        {"Cu_u3.eam", {"eam", "Cu"}},
        {"Ni_u3.eam", {"eam", "Ni"}},
        {"Pd_u3.eam", {"eam", "Pd"}},
        {"Pt_u3.eam", {"eam", "Pt"}},
        {"Cu_u6.eam", {"eam", "Cu"}},
        {"Cu_smf7.eam", {"eam", "Cu"}},
        {"Ni_smf7.eam", {"eam", "Ni"}},
        {"Al_jnp.eam", {"eam", "Al"}},
        {"Ni.adp", {"adp", "Ni"}},
        {"FeCr.cdeam", {"eam/cd", "Fe Cr"}},
        {"PdHHe.eam.he", {"eam/he", "Pd H He"}},
        {"AlO.eam.alloy", {"eam/alloy", "Al O"}}};
    for (const auto& [name, facts] : known) {
      const auto potential = potentialOfFile(kFolder / name);
      const std::string found = potential.style + ": " + symbols(potential.elements);
      const std::string wanted = facts.first + ": " + facts.second;
      QVERIFY2(found == wanted, (name + " is " + found).c_str());
      QVERIFY2(potential.cutoffA > 3.0 && potential.cutoffA < 12.0, name.c_str());
    }
    QCOMPARE(potentialOfFile(kFolder / "CuZr_mm.eam.fs").cutoffA, 7.6);
    // And the analytic one, and six of these as one.
    QCOMPARE(knownPotentials({kFolder}).size(), known.size() + 2);
  }

  /// A damaged table stands in nobody's way, but cannot be chosen by its name.
  void aDamagedTableIsLeftOut() {
    QTemporaryDir parent;
    const std::filesystem::path folder = parent.path().toStdString();
    files::writeAtomically(folder / "CuZr_mm.eam.fs", std::string_view("cut off"));
    files::writeAtomically(folder / "Cu-Zr_2.eam.fs", setfl(53));
    for (const char* symbol : {"Ni", "Cu", "Pd", "Ag", "Pt", "Au"})
      files::writeAtomically(folder / (std::string(symbol) + "_u3.eam"),
                             std::string_view("cut off"));
    std::vector<std::string> names;
    for (const auto& potential : knownPotentials({folder}))
      names.push_back(potential.name);
    QCOMPARE(names, (std::vector<std::string>{"zhou2004", "Cu-Zr_2.eam.fs"}));
    const std::vector folders{folder};
    QCOMPARE(bestPotential(alloy::compositionOf("CuZr"), folders).name,
             std::string("Cu-Zr_2.eam.fs"));
    QCOMPARE(bestPotential(alloy::compositionOf("NiAg"), folders).name, std::string("zhou2004"));
    for (const char* name : {"CuZr_mm.eam.fs", "universal3"}) {
      const auto error = test::errorOf([&] { potentialNamed(name, folders); });
      QVERIFY2(error, name);
      QCOMPARE(error->code(), ErrorCode::Damaged);
    }
  }

  void readsFilesThatArePublic() {
    const auto folder = test::sharedDir() / "data" / "eam-potentials";
    if (!std::filesystem::exists(folder))
      QSKIP("the data set eam-potentials is not here");
    const auto sheng = potentialOfFile(folder / "ZrCu.lammps.eam");
    QCOMPARE(sheng.style, std::string("eam/alloy"));
    QCOMPARE(symbols(sheng.elements), std::string("Zr Cu"));
    QCOMPARE(sheng.cutoffA, 6.5);
    QCOMPARE(potentialOfFile(folder / "Cu-Zr_4.eam.fs").style, std::string("eam/fs"));
    QCOMPARE(symbols(potentialOfFile(folder / "ZrCuAl2011.eam.alloy").elements),
             std::string("Zr Cu Al"));
  }

  /// The two formats differ by the number of numbers alone: 2 (4 + 5 + 5) + 3 * 5 and 2 * 5 more.
  void countsTheNumbers() {
    QCOMPARE(parseEamFile(setfl(43), "x.eam.alloy").style, std::string("eam/alloy"));
    QCOMPARE(parseEamFile(setfl(53), "x").style, std::string("eam/fs"));
    const auto error = test::errorOf([] { parseEamFile(setfl(42), "x"); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::Damaged);
    QCOMPARE(std::string(error->what()),
             std::string("The table is cut off: it has 42 of 43 numbers."));
  }

  void refusesWhatIsNone_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("words") << QByteArray("one\ntwo\nthree\nfour\nfive\n");
    QTest::newRow("no such element") << QByteArray("a\n999 1 1 fcc\n5 .1 5 .1 1\n");
    QTest::newRow("rows beyond all bounds") << QByteArray("a\nb\nc\n1 Cu\n99999999999 .1 5 .1 1\n");
    QTest::newRow("negative rows") << QByteArray("a\nb\nc\n1 Cu\n-5 .1 5 .1 1\n");
    QTest::newRow("no cutoff") << QByteArray("a\nb\nc\n1 Cu\n5 .1 5 .1 0\n");
    QTest::newRow("not a number") << QByteArray("a\nb\nc\n1 Cu\n5 .1 5 .1 nan\n");
  }
  void refusesWhatIsNone() {
    QFETCH(QByteArray, text);
    const auto error = test::errorOf([&] { parseEamFile(text.toStdString(), "x.eam.alloy"); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::Damaged);
  }

  void namesElementsThatAreMissing() {
    Potential potential;
    potential.name = "CuZr";
    potential.elements = {29, 40};
    requireCovered(potential, alloy::compositionOf("Zr44Cu56"));
    const auto error =
        test::errorOf([&] { requireCovered(potential, alloy::compositionOf("Zr48Cu36Al8Ag8")); });
    QVERIFY(error);
    QCOMPARE(std::string(error->what()),
             std::string("The potential CuZr describes Cu and Zr, but not Al and Ag."));
  }
};

QTEST_GUILESS_MAIN(TestEamFile)
#include "tst_eam_file.moc"
