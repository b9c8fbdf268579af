// vitrine barcode on crystals whose energy is known, through files as users have them.

#include "engine/atomistic/structure_file.h"
#include "tests/app/cli/cli_run.h"
#include "tests/engine/barcode/ordered_crystals.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>
#include <numeric>

using namespace vitrine;
using vitrine::test::bondEnergyEvPerAtom;
using vitrine::test::doubled;
using vitrine::test::orderedCrystal;
using vitrine::test::runCli;

namespace {

constexpr std::size_t kSide = 3;

}  // namespace

class TestBarcodeVerb : public QObject {
  Q_OBJECT

 private slots:
  /// Thirty crystals of five groups, and the model of them.
  void initTestCase() {
    std::ofstream table(path("crystals.csv"));
    table << "file,energy_eV_per_atom,group\n";
    for (std::size_t i = 0; i < 30; ++i) {
      const auto crystal = orderedCrystal(kSide, 2 * (i % 6), i);
      const auto name = std::string("c").append(std::to_string(i)).append(".xyz");
      atomistic::writeStructure(crystal, path(name));
      table << name << "," << bondEnergyEvPerAtom(crystal, kSide) << ",g" << i / 6 << "\n";
    }
    table.close();
    m_trained = runCli({"barcode", "train", path("crystals.csv"), "--threshold", "0.7", "--bars",
                        "6", "--search", "1", "--rounds", "150", "--source", "made up", "--licence",
                        "CC0", "--out", path("model.vbarcode"), "--json"});
    QVERIFY2(m_trained.status == 0, m_trained.err.c_str());
  }

  void trainingAsJson() {
    QVERIFY(m_trained.err.empty());
    const auto json = m_trained.json();
    QCOMPARE(json.at("structures").get<int>(), 30);
    QCOMPARE(json.at("groups").get<int>(), 5);
    QCOMPARE(json.at("environments_seen").get<int>(), 30 * 54);
    QCOMPARE(json.at("importance_eV_per_atom").size(), json.at("environments").get<std::size_t>());
    QVERIFY(json.at("bars").size() <= 6);
    const auto& bar = json.at("bars")[0];
    QVERIFY(bar.at("group") == 1 || bar.at("group") == 2);
    QVERIFY(bar.at("kernel").get<std::string>().starts_with("<"));
    QCOMPARE(json.at("samples").size(), std::size_t{30});
    // A constant would miss by 0.022.
    QVERIFY(json.at("scores_all").at("rmse_eV_per_atom").get<double>() < 0.01);
    QVERIFY(json.at("scores_all").at("r2").get<double>() > 0.8);
    QCOMPARE(json.at("card").at("licence").get<std::string>(), std::string("CC0"));
    QVERIFY(!json.at("card").at("limits").empty());
  }

  void trainingInWordsAndLines() {
    const std::vector<std::string> words{"barcode",     "train",    path("crystals.csv"),
                                         "--threshold", "0.7",      "--bars",
                                         "6",           "--search", "1",
                                         "--rounds",    "20",       "--study",
                                         "0.6",         "--out",    path("other.vbarcode")};
    const auto told = runCli(words);
    QVERIFY2(told.status == 0, told.err.c_str());
    QVERIFY(told.out.find("RMSE") != std::string::npos);
    QVERIFY(told.out.find("threshold  environments") != std::string::npos);
    QVERIFY(told.out.find("Note: Only 5 independent groups") != std::string::npos);
    auto lines = words;
    lines.push_back("--json-progress");
    const auto streamed = runCli(lines);
    QCOMPARE(streamed.status, 0);
    std::istringstream stream(streamed.out);
    std::string last;
    double fraction = 0.0;
    for (std::string line; std::getline(stream, line); last = line) {
      const auto json = nlohmann::json::parse(line);
      if (json.contains("progress")) {
        QVERIFY(json.at("progress").get<double>() >= fraction);
        fraction = json.at("progress").get<double>();
      }
    }
    QCOMPARE(fraction, 1.0);
    QCOMPARE(nlohmann::json::parse(last).at("result").at("study").size(), std::size_t{3});
  }

  void reading() {
    const auto crystal = orderedCrystal(kSide, 4, 500);
    atomistic::writeStructure(crystal, path("one.data"));
    atomistic::writeStructure(doubled(crystal), path("two.data"));
    const auto read = runCli({"barcode", "read", path("one.data"), path("two.data"), "--model",
                              path("model.vbarcode"), "--atoms", "--json"});
    QVERIFY2(read.status == 0, read.err.c_str());
    const auto json = read.json();
    const auto& one = json.at("glasses")[0];
    const auto& two = json.at("glasses")[1];
    QCOMPARE(one.at("atoms").get<int>(), 54);
    QCOMPARE(two.at("atoms").get<int>(), 108);
    QVERIFY(one.at("known_eV_per_atom").is_null());
    const auto bars = one.at("bars").get<std::vector<double>>();
    QVERIFY(std::abs(std::accumulate(bars.begin(), bars.end(), 0.0) - 1.0) < 1e-9);
    QVERIFY(std::abs(one.at("energy_eV_per_atom").get<double>() -
                     two.at("energy_eV_per_atom").get<double>()) < 1e-6);
    QVERIFY(std::abs(one.at("energy_eV_per_atom").get<double>() -
                     bondEnergyEvPerAtom(crystal, kSide)) < 0.01);
    QCOMPARE(one.at("bar_of_atom").size(), std::size_t{54});
    QVERIFY(one.at("heterogeneity").at("sd_group2_by_chance").get<double>() >= 0.0);
  }

  void knownEnergiesGiveErrors() {
    const auto read = runCli(
        {"barcode", "read", path("crystals.csv"), "--model", path("model.vbarcode"), "--json"});
    QVERIFY2(read.status == 0, read.err.c_str());
    const auto errors = read.json().at("errors");
    QCOMPARE(errors.size(), std::size_t{1});
    QCOMPARE(errors[0].at("atoms").get<int>(), 54);
    QCOMPARE(errors[0].at("n").get<int>(), 30);
    QVERIFY(errors[0].at("r2").get<double>() > 0.8);
    const auto told = runCli(
        {"barcode", "read", path("c3.xyz"), "--model", path("model.vbarcode"), "--energy", "-4.1"});
    QCOMPARE(told.status, 0);
    QVERIFY(told.out.find("-4.1000 known") != std::string::npos);
    QVERIFY(told.out.find("heterogeneity") != std::string::npos);
  }

  void wrongInput() {
    QVERIFY(runCli({"barcode"}).failedWith(2));
    QVERIFY(runCli({"barcode", "train", path("none.csv"), "--out", path("x")}).failedWith(2));
    QVERIFY(runCli({"barcode", "train", path("c1.xyz"), "--out", path("x")}).failedWith(2));
    QVERIFY(
        runCli({"barcode", "train", path("crystals.csv"), "--threshold", "1.5", "--out", path("x")})
            .failedWith(2));
    QVERIFY(runCli({"barcode", "train", path("crystals.csv"), "--basis", "wavelets", "--out",
                    path("x")})
                .failedWith(2));
    std::ofstream(path("few.csv")) << "file,energy_eV\nc1.xyz,-4.1\nc2.xyz,-4.2\n";
    const auto few = runCli({"barcode", "train", path("few.csv"), "--out", path("x")});
    QVERIFY(few.failedWith(2) && few.err.find("ten are the least") != std::string::npos);
    const auto twice =
        runCli({"barcode", "train", path("few.csv"), path("few.csv"), "--out", path("x")});
    QVERIFY(twice.failedWith(2) && twice.err.find("named twice") != std::string::npos);
    std::ofstream(path("two.csv")) << "file,energy_eV,potential\nc1.xyz,-4.1,P\nc2.xyz,-4.2,Q\n";
    const auto two = runCli({"barcode", "train", path("two.csv"), "--out", path("x")});
    QVERIFY(two.failedWith(2) && two.err.find("several potentials") != std::string::npos);
    QVERIFY(!std::filesystem::exists(path("x")));
    QVERIFY(
        runCli({"barcode", "read", path("c1.xyz"), "--model", path("crystals.csv")}).failedWith(2));
    QVERIFY(runCli({"barcode", "read", path("c1.xyz"), path("c2.xyz"), "--energy", "-4", "--model",
                    path("model.vbarcode")})
                .failedWith(2));
    auto alien = orderedCrystal(kSide, 0, 1);
    alien.species[0] = 13;
    atomistic::writeStructure(alien, path("alien.xyz"));
    const auto refused =
        runCli({"barcode", "read", path("alien.xyz"), "--model", path("model.vbarcode")});
    QVERIFY(refused.failedWith(2));
    QVERIFY(refused.err.find("Al") != std::string::npos);
  }

 private:
  [[nodiscard]] std::string path(const std::string& name) const {
    return (std::filesystem::path(m_folder.path().toStdString()) / name).string();
  }

  QTemporaryDir m_folder;
  test::CliRun m_trained;
};

QTEST_APPLESS_MAIN(TestBarcodeVerb)
#include "tst_barcode.moc"
