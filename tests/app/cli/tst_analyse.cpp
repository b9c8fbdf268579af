#include "tests/app/cli/cli_run.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>

using vitrine::test::runCli;

namespace {

/// Caesium chloride by its unit cell, a = 3.2 Å; the atoms of the second frame have moved by 0.3 Å
/// along z, the copper out of the cell and in again.
constexpr const char* kDump =
    "ITEM: TIMESTEP\n0\nITEM: NUMBER OF ATOMS\n2\nITEM: BOX BOUNDS pp pp pp\n0 3.2\n0 3.2\n0 3.2\n"
    "ITEM: ATOMS id type x y z\n1 1 0 0 3.1\n2 2 1.6 1.6 1.5\n"
    "ITEM: TIMESTEP\n50\nITEM: NUMBER OF ATOMS\n2\nITEM: BOX BOUNDS pp pp pp\n0 3.2\n0 3.2\n0 3.2\n"
    "ITEM: ATOMS id type x y z\n1 1 0 0 0.2\n2 2 1.6 1.6 1.8\n";

}  // namespace

class TestAnalyse : public QObject {
  Q_OBJECT

 private slots:
  void init() { std::ofstream(file()) << kDump; }

  void crystalAsJson() {
    const auto result =
        runCli({"analyse", file(), "--elements", "Cu,Zr", "--wavelength", "1.5418", "--json"});
    QVERIFY2(result.status == 0, result.err.c_str());
    const auto json = result.json().at("files").at(0);
    QCOMPARE(json.at("composition").at("Cu").get<double>(), 0.5);
    QCOMPARE(json.at("frames").get<int>(), 2);
    const double a = 3.2;
    QVERIFY(std::abs(json.at("volume_per_atom_A3").get<double>() - a * a * a / 2) < 1e-9);
    QVERIFY(std::abs(json.at("voronoi").at("volume_A3").get<double>() - a * a * a) < 1e-7);
    const auto& index = json.at("voronoi").at("indices").at(0);
    QCOMPARE(index.at("index").get<std::string>(), std::string("<0,6,0,8>"));
    QCOMPARE(index.at("share").get<double>(), 1.0);
    QCOMPARE(index.at("of").at("Zr").get<int>(), 1);
    const double d = a * std::sqrt(0.75);
    const auto& pairs = json.at("pair_distribution");
    QVERIFY(std::abs(pairs.at("shells").at("Cu-Zr").at("first_peak_A").get<double>() - d) < 0.02);
    QCOMPARE(pairs.at("r_A").size(), pairs.at("g").at("Cu-Cu").size());
    const auto& coordination = json.at("coordination");
    QVERIFY(std::abs(coordination.at("neighbours").at("Cu").at("Zr").get<double>() - 8.0) < 1e-9);
    const auto& displacements = json.at("mean_square_displacement");
    QCOMPARE(displacements.at(1).at("step").get<int>(), 50);
    QVERIFY(std::abs(displacements.at(1).at("A2").get<double>() - 0.09) < 1e-9);
    QCOMPARE(json.at("icosahedra").at("count").get<int>(), 0);
    const auto& pattern = json.at("pattern");
    // 4 pi / 1.5418 Å is less than the axis goes to.
    QVERIFY(pattern.at("two_theta_deg").size() < pattern.at("q").size());
    const double q = pattern.at("q").at(100).get<double>();
    QVERIFY(std::abs(pattern.at("two_theta_deg").at(100).get<double>() -
                     2.0 * std::asin(q * 1.5418 / (4.0 * M_PI)) * 180.0 / M_PI) < 1e-9);
    QCOMPARE(json.at("structure_factor").at("window").get<std::string>(), std::string("taper"));
  }

  /// In the order of the file zirconium comes first; --elements names what has no name only.
  void elementsOfTheFileCount() {
    std::ofstream(file()) << "ITEM: TIMESTEP\n0\nITEM: NUMBER OF ATOMS\n3\n"
                             "ITEM: BOX BOUNDS pp pp pp\n0 4\n0 4\n0 4\n"
                             "ITEM: ATOMS id element x y z\n"
                             "1 Zr 0 0 0\n2 Cu 2 2 0\n3 Cu 2 0 2\n";
    const auto result = runCli({"analyse", file(), "--elements", "Cu,Zr", "--json"});
    QVERIFY2(result.status == 0, result.err.c_str());
    const auto composition = result.json().at("files").at(0).at("composition");
    QVERIFY(std::abs(composition.at("Cu").get<double>() - 2.0 / 3.0) < 1e-12);
    QVERIFY(std::abs(composition.at("Zr").get<double>() - 1.0 / 3.0) < 1e-12);
  }

  /// Without ids the atoms of two frames cannot be told apart; all else is found all the same.
  void withoutIdsNoDisplacement() {
    const char* head =
        "ITEM: NUMBER OF ATOMS\n2\nITEM: BOX BOUNDS pp pp pp\n0 3.2\n0 3.2\n0 3.2\n"
        "ITEM: ATOMS element x y z\n";
    std::ofstream(file()) << "ITEM: TIMESTEP\n0\n"
                          << head << "Cu 0 0 0\nZr 1.6 1.6 1.6\n"
                          << "ITEM: TIMESTEP\n50\n"
                          << head << "Zr 1.6 1.6 1.6\nCu 0 0 0\n";
    const auto result = runCli({"analyse", file(), "--json"});
    QVERIFY2(result.status == 0, result.err.c_str());
    const auto json = result.json().at("files").at(0);
    QCOMPARE(json.at("frames").get<int>(), 2);
    QVERIFY(json.at("mean_square_displacement").empty());
    QVERIFY(json.at("notes").at(0).get<std::string>().find("column id") != std::string::npos);
    QCOMPARE(json.at("voronoi").at("mean_coordination").get<double>(), 14.0);
    const auto text = runCli({"analyse", file()});
    QVERIFY(text.out.find("column id") != std::string::npos);
    const auto folder = m_folder.filePath("no-ids").toStdString();
    QCOMPARE(runCli({"analyse", file(), "--out", folder}).status, 0);
    QVERIFY(!std::filesystem::exists(folder + "/run.msd.csv"));
  }

  void twoSideBySide() {
    const auto result = runCli({"analyse", file(), file(), "--elements", "Cu,Zr"});
    QVERIFY2(result.status == 0, result.err.c_str());
    const auto alloy = result.out.find("Cu50Zr50");
    QVERIFY(alloy != std::string::npos);
    QVERIFY(result.out.find("Cu50Zr50", alloy + 1) != std::string::npos);
    QVERIFY(result.out.find("<0,6,0,8>  bcc") != std::string::npos);
  }

  void tables() {
    const auto folder = m_folder.filePath("out").toStdString();
    const auto result = runCli(
        {"analyse", file(), file(), "--elements", "Cu,Zr", "--out", folder, "--json-progress"});
    QVERIFY2(result.status == 0, result.err.c_str());
    const auto last =
        nlohmann::json::parse(result.out.substr(result.out.rfind("{\"result\"")), nullptr, false);
    const auto written = last.at("result").at("files").at(1).at("written");
    QCOMPARE(written.size(), std::size_t(6));
    for (const char* name : {"run.g.csv", "run.s.csv", "run.xray.csv", "run.voronoi.csv",
                             "run.msd.csv", "run.atoms.xyz", "run-2.atoms.xyz"})
      QVERIFY2(std::filesystem::exists(std::filesystem::path(folder) / name), name);
    std::ifstream table(std::filesystem::path(folder) / "run.msd.csv");
    std::string line;
    std::getline(table, line);
    QCOMPARE(line, std::string("step,msd_A2,msd_Cu_A2,msd_Zr_A2"));
    // The atoms are a structure again, and know their elements.
    const auto again = runCli({"analyse", folder + "/run.atoms.xyz", "--json"});
    QVERIFY2(again.status == 0, again.err.c_str());
    QCOMPARE(again.json().at("files").at(0).at("frames").get<int>(), 1);
  }

  void helpNamesUnits() {
    const auto help = runCli({"analyse", "--help"});
    QCOMPARE(help.status, 0);
    for (const char* word : {"--elements", "(A;", "(path)", "(fraction", "(count", "1/A", "A^2"})
      QVERIFY2(help.out.find(word) != std::string::npos, word);
  }

  void wrongUse_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("word");
    const QString dump = QString::fromStdString(file());
    QTest::newRow("no file") << QStringList{} << "file";
    QTest::newRow("absent") << QStringList{"nowhere.dump"} << "nowhere.dump";
    QTest::newRow("elements not known") << QStringList{dump} << "--elements Cu,Zr";
    QTest::newRow("one element too few") << QStringList{dump, "--elements", "Cu"} << "type 2";
    QTest::newRow("no element") << QStringList{dump, "--elements", "Cu,Xx"} << "Xx";
    QTest::newRow("no division") << QStringList{dump, "--elements", "Cu,Zr", "--voronoi", "round"}
                                 << "--voronoi";
    QTest::newRow("reach") << QStringList{dump, "--elements", "Cu,Zr", "--reach", "far"}
                           << "--reach";
    QTest::newRow("wavelength") << QStringList{dump, "--elements", "Cu,Zr", "--wavelength", "0"}
                                << "--wavelength";
  }
  void wrongUse() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, word);
    std::vector<std::string> words{"analyse"};
    for (const auto& argument : arguments)
      words.push_back(argument.toStdString());
    const auto result = runCli(words);
    QVERIFY2(result.failedWith(2), result.err.c_str());
    QVERIFY2(result.err.find(word.toStdString()) != std::string::npos, result.err.c_str());
  }

  void errorsNameTheFile() {
    std::ofstream(file())
        << "ITEM: TIMESTEP\n0\nITEM: NUMBER OF ATOMS\n2\nITEM: BOX BOUNDS pp pp ff\n"
           "0 9\n0 9\n0 9\nITEM: ATOMS id element x y z\n1 Cu 1 1 1\n2 Zr 4 4 4\n";
    const auto result = runCli({"analyse", file()});
    QVERIFY2(result.failedWith(2), result.err.c_str());
    QVERIFY2(result.err.find("run.dump") != std::string::npos, result.err.c_str());
    QVERIFY2(result.err.find("periodic") != std::string::npos, result.err.c_str());
  }

 private:
  [[nodiscard]] std::string file() const { return m_folder.filePath("run.dump").toStdString(); }

  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestAnalyse)
#include "tst_analyse.moc"
