#include "engine/barcode/glass_list.h"
#include "engine/process/child.h"
#include "tests/app/cli/cli_run.h"

#include <QTest>

#include <set>

using namespace vitrine;
using namespace vitrine::test;

namespace {

bool hasLammps() {
  return process::findProgram("lmp").has_value();
}

std::vector<nlohmann::json> linesOf(const std::string& text) {
  std::vector<nlohmann::json> lines;
  std::istringstream in(text);
  std::string line;
  while (std::getline(in, line))
    lines.push_back(nlohmann::json::parse(line));
  return lines;
}

}  // namespace

class TestQuenchVerb : public QObject {
  Q_OBJECT

 private slots:
  /// The lines that a window lives on, and then what is made of the glass.
  void quenchThenTreat() {
    if (!hasLammps())
      QSKIP("lmp is not installed");
    QTemporaryDir parent;
    const auto folder = parent.filePath("glass").toStdString();
    const auto run = runCli({"quench", "Zr50Cu50", "--potential", "zhou2004", "--atoms", "54",
                             "--rate", "4e15", "--melt", "0.1", "--hold", "0.1", "--snapshots", "1",
                             "--frames", "3", "--out", folder, "--json-progress"});
    QVERIFY2(run.status == 0, run.err.c_str());
    const auto lines = linesOf(run.out);
    std::set<std::string> kinds;
    for (const auto& line : lines)
      kinds.insert(line.begin().key());
    QCOMPARE(kinds, (std::set<std::string>{"frame", "progress", "result", "thermo"}));
    for (const auto& line : lines) {
      if (line.contains("thermo"))
        for (const char* key :
             {"stage", "time_ps", "temperature_K", "energy_eV", "volume_A3", "pressure_GPa"})
          QVERIFY(line.at("thermo").contains(key));
      if (line.contains("frame"))
        QVERIFY(std::filesystem::exists(std::filesystem::path(folder) /
                                        line.at("frame").get<std::string>()));
    }
    const auto& result = lines.back().at("result");
    QVERIFY(result.at("caution").get<std::string>().find("qualitative") != std::string::npos);
    QCOMPARE(result.at("snapshots").get<int>(), 1);
    const std::ifstream record(folder + "/run.json");
    std::stringstream text;
    text << record.rdbuf();
    const auto potential = nlohmann::json::parse(text.str()).at("potential");
    QVERIFY(potential.at("citation").get<std::string>().find("10.1103/PhysRevB.69.144113") !=
            std::string::npos);

    // Energy models find the inherent structures with their energies: at the end and on the way.
    const auto known = barcode::readGlassList(folder);
    QCOMPARE(known.glasses.size(), std::size_t{2});
    for (const auto& each : known.glasses)
      QVERIFY(each.energyEvPerAtom && std::filesystem::exists(each.file));
    QVERIFY(known.notes.empty());

    const auto glass = folder + "/glass.data";
    const auto minimised = runCli({"treat", "minimise", glass, "--potential", "zhou2004", "--out",
                                   parent.filePath("minimum").toStdString(), "--json"});
    QVERIFY2(minimised.status == 0, minimised.err.c_str());
    QVERIFY(std::abs(minimised.json().at("inherent_energy_eV").get<double>() -
                     result.at("inherent_energy_eV").get<double>()) < 2e-3);

    const auto sheared = runCli({"treat", "shear", glass, "--potential", "zhou2004", "--rate",
                                 "1e12", "--strain", "0.1", "--rest", "0", "--out",
                                 parent.filePath("sheared").toStdString(), "--json-progress"});
    QVERIFY2(sheared.status == 0, sheared.err.c_str());
    const auto first = linesOf(sheared.out).front();
    QVERIFY(first.at("thermo").contains("shear_stress_GPa"));
  }

  void listsPotentials() {
    const auto run = runCli({"quench", "--potential", "list", "--json"});
    QCOMPARE(run.status, 0);
    const auto list = run.json().at("potentials");
    const auto& analytic = list[0];
    QCOMPARE(analytic.at("name").get<std::string>(), std::string("zhou2004"));
    QCOMPARE(analytic.at("elements").size(), std::size_t(16));
    QVERIFY(runCli({"quench", "--potential", "list"}).out.find("zhou2004") == 0);
  }

  void refuses_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const QStringList& words, const char* said) {
      QTest::newRow(name) << words << QString::fromUtf8(said);
    };
    row("no alloy", {"quench"}, "takes an alloy and a folder");
    row("no folder", {"quench", "Cu"}, "takes an alloy and a folder");
    row("no lmp", {"quench", "Cu", "--lmp", "no-such-lmp", "--out", "x"}, "apt install lammps");
    row("no potential", {"quench", "Cu", "--potential", "nothing", "--out", "x"},
        "There is no potential");
    row("not described", {"quench", "CuSi", "--potential", "zhou2004", "--out", "x"}, "but not Si");
    row("a shell", {"quench", "Cu", "--potential", "pair_style eam; shell id", "--out", "x"},
        "not \"shell\"");
    row("rate", {"quench", "Cu", "--rate", "0", "--out", "x"}, "--rate");
    row("upside down", {"quench", "Cu", "--from", "300", "--to", "2000", "--out", "x"},
        "higher temperature");
    row("few atoms", {"quench", "Cu", "--atoms", "3", "--out", "x"}, "--atoms");
    row("no file", {"treat", "anneal", "/nowhere", "--out", "x"}, "/nowhere");
    row("no treatment", {"treat", "burn"}, "anneal");
  }
  void refuses() {
    QFETCH(QStringList, words);
    QFETCH(QString, said);
    if (!hasLammps() && said != QStringLiteral("apt install lammps"))
      QSKIP("lmp is not installed");
    std::vector<std::string> arguments;
    for (const auto& word : words)
      arguments.push_back(word.toStdString());
    const auto run = runCli(arguments);
    QVERIFY(run.failedWith(2));
    QVERIFY2(run.err.find(said.toStdString()) != std::string::npos, run.err.c_str());
    QVERIFY(!std::filesystem::exists("x"));
  }

  void helpNamesUnits() {
    for (const char* task : {"anneal", "heat", "shear", "minimise"}) {
      const auto help = runCli({"treat", task, "--help"});
      QCOMPARE(help.status, 0);
      QVERIFY(help.out.find("--resume") != std::string::npos);
    }
    const auto help = runCli({"quench", "--help"});
    for (const char* word : {"(K/s;", "(ps;", "(K;", "(count;", "--resume"})
      QVERIFY2(help.out.find(word) != std::string::npos, word);
  }
};

QTEST_GUILESS_MAIN(TestQuenchVerb)
#include "tst_quench.moc"
