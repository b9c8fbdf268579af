// From the rows of simulated glasses to generators of g(r) and of patterns, by commands.

#include "engine/campaign/glass_row.h"
#include "tests/app/cli/cli_run.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>

using namespace vitrine;
using test::runCli;

namespace {

/// Made-up glasses of Cu and Zr: pairs whose distance grows with Zr.
std::string rowsOf(int glasses) {
  std::string text;
  for (int i = 0; i < glasses; ++i) {
    const int zr = 10 + 80 * i / (glasses - 1);
    campaign::GlassRow row;
    row.id = "glass" + std::to_string(i);
    row.formula = "Cu" + std::to_string(100 - zr) + "Zr" + std::to_string(zr);
    row.potential = "made-up.eam";
    row.lammps = "none";
    row.rateKPerS = 1e14;
    row.atoms = 500;
    row.densityGPerCm3 = 7.0;
    row.pairs.stepA = 0.1;
    for (const char* elements : {"Cu-Cu", "Cu-Zr", "Zr-Zr"}) {
      auto& partial = row.pairs.partials.emplace_back(
          campaign::GlassRow::Pairs::Partial{elements, std::vector<double>(120, 0.0)});
      for (int k = 20; k < 120; ++k) {
        const double off = 0.1 * (k + 0.5) - 2.5 - 0.006 * zr;
        partial.g[static_cast<std::size_t>(k)] = 1.0 + 2.0 * std::exp(-12.0 * off * off);
      }
    }
    text += campaign::toJson(row);
  }
  return text;
}

}  // namespace

class TestCollect : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { std::ofstream(rows()) << rowsOf(9); }

  void radialFunctionsBecomeAGenerator() {
    const auto generator = path("Cu-Zr.rdf.safetensors");
    const auto collected = runCli({"campaign", "collect", "--out", rows(), "--spectra", "rdf",
                                   "--table", path("rdf.csv"), "--json"});
    QVERIFY2(collected.status == 0, collected.err.c_str());
    QCOMPARE(collected.json().at("glasses").get<int>(), 9);
    const auto trained = runCli({"spectra", "train", "--data", path("rdf.csv"), "--kind", "rbf",
                                 "--out", generator, "--json-progress"});
    QVERIFY2(trained.status == 0, trained.err.c_str());
    const auto judged = runCli(
        {"spectra", "evaluate", "--generator", generator, "--data", path("rdf.csv"), "--json"});
    QVERIFY2(judged.status == 0, judged.err.c_str());
    // It goes through what it learned from.
    QVERIFY(judged.json().at("mse").at("mean").get<double>() < 1e-8);
    QVERIFY(judged.json().at("spectra")[0].at("q1").is_null());
    const auto made = runCli(
        {"spectrum", "Cu50Zr50", "--generator", generator, "--json", "--out", path("g.csv")});
    QVERIFY2(made.status == 0, made.err.c_str());
    const auto json = made.json();
    QCOMPARE(json.at("origin").get<std::string>(), std::string("simulated"));
    QCOMPARE(json.at("r").size(), std::size_t{120});
    QVERIFY(!json.contains("q") && json.at("q1").is_null());
    // glass4 is Cu50Zr50: its pairs stand at 2.8 Å, between two steps.
    const double g = json.at("g")[28].get<double>();
    QVERIFY(std::abs(g - (1.0 + 2.0 * std::exp(-12.0 * 0.05 * 0.05))) < 1e-4);
    for (const auto& value : json.at("lower90"))
      QVERIFY(value.get<double>() >= 0.0);
    std::ifstream written(path("g.csv"));
    std::string header;
    std::getline(written, header);
    QCOMPARE(header, std::string("r_A,g,lower90,upper90"));
    // No map of q1 can be drawn with it, and no network trained.
    QVERIFY(runCli({"map", "--system", "Cu-Zr-Al", "--quantity", "q1", "--generator", generator,
                    "--out", path("map.csv")})
                .failedWith(2));
  }

  void patternsBecomeAGenerator() {
    for (const char* axis : {"q", "2theta"}) {
      const auto collected = runCli({"campaign", "collect", "--out", rows(), "--spectra", "xray",
                                     "--axis", axis, "--table", path("xray.csv")});
      QVERIFY2(collected.status == 0, collected.err.c_str());
      const auto trained = runCli({"spectra", "train", "--data", path("xray.csv"), "--kind", "gp",
                                   "--out", path("x.safetensors")});
      QVERIFY2(trained.status == 0, trained.err.c_str());
      const auto made =
          runCli({"spectrum", "Cu50Zr50", "--generator", path("x.safetensors"), "--json"});
      QVERIFY2(made.status == 0, made.err.c_str());
      QCOMPARE(made.json().at("origin").get<std::string>(), std::string("simulated"));
      QCOMPARE(made.json().at("q").size(), std::size_t{3743});
    }
  }

  void rowsCollectToThemselves() {
    const auto collected =
        runCli({"campaign", "collect", "--out", rows(), "--rows", "--table", path("again.jsonl")});
    QVERIFY2(collected.status == 0, collected.err.c_str());
    std::ifstream again(path("again.jsonl"));
    const std::string text(std::istreambuf_iterator<char>(again), {});
    QCOMPARE(text, rowsOf(9));
  }

  void badWishesAreSaid() {
    QVERIFY(runCli({"campaign", "collect", "--out", rows(), "--spectra", "sound"}).failedWith(2));
    QVERIFY(runCli({"campaign", "collect", "--out", rows(), "--spectra", "xray", "--axis", "r"})
                .failedWith(2));
    std::ofstream(path("bad.jsonl")) << "{\"format\": 1}\n";
    QVERIFY(runCli({"campaign", "collect", "--out", path("bad.jsonl"), "--spectra", "rdf"})
                .failedWith(2));
  }

 private:
  [[nodiscard]] std::string path(const char* name) const {
    return m_folder.filePath(QString::fromLatin1(name)).toStdString();
  }
  [[nodiscard]] std::string rows() const { return path("rows.jsonl"); }

  QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestCollect)
#include "tst_collect.moc"
