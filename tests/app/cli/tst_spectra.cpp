#include "tests/app/cli/cli_run.h"
#include "tests/app/made_up_patterns.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>

using vitrine::test::runCli;
using vitrine::test::writePatterns;

class TestSpectraVerbs : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    std::filesystem::create_directories(path() / "generators");
    writePatterns(path());
    const auto trained = train("rbf", generator());
    QVERIFY2(trained.status == 0, trained.err.c_str());
  }

  void trainingSaysWhatItDid() {
    const auto result =
        runCli({"spectra", "train", "--data", path().string(), "--kind", "gp", "--count", "20",
                "--seed", "3", "--out", (path() / "few.safetensors").string(), "--json-progress"},
               path());
    QVERIFY2(result.status == 0, result.err.c_str());
    const auto last = result.out.substr(result.out.rfind('\n', result.out.size() - 2) + 1);
    const auto object = nlohmann::json::parse(last).at("result");
    QCOMPARE(object.at("n").get<int>(), 20);
    QCOMPARE(object.at("system").get<std::string>(), std::string("Co-Ti-Zr"));
    QCOMPARE(object.at("card").at("rows").get<int>(), 20);
  }

  void evaluationHasItsKeys() {
    const auto result = runCli({"spectra", "evaluate", "--generator", generator().string(),
                                "--data", path().string(), "--json"},
                               path());
    QVERIFY2(result.status == 0, result.err.c_str());
    const auto object = result.json();
    QCOMPARE(object.at("n").get<int>(), 36);
    // Linear radial basis functions go through the patterns they learned from.
    QVERIFY(object.at("mse").at("mean").get<double>() < 1e-9);
    QVERIFY(object.at("mse").at("median").is_number() && object.at("mse").at("q90").is_number());
    for (const char* name : {"q1", "delta_q"}) {
      QVERIFY(std::abs(object.at(name).at("slope").get<double>() - 1.0) < 1e-9);
      QVERIFY(object.at(name).at("r2").get<double>() > 0.999999);
      QVERIFY(object.at(name).at("r2_origin").is_number());
    }
    const auto& first = object.at("spectra")[0];
    QCOMPARE(first.at("id").get<std::string>(), std::string("W1/1"));
    QVERIFY(std::abs(first.at("q1_measured").get<double>() - 2.44) < 0.005);
    QVERIFY(std::abs(first.at("delta_q_measured").get<double>() - 0.33) < 0.005);
    QVERIFY(first.contains("q1") && first.contains("delta_q") && first.contains("mse"));
  }

  void aPatternIsGeneratedAndWritten() {
    const auto file = path() / "pattern.csv";
    const auto result =
        runCli({"spectrum", "Co20Ti40Zr40", "--json", "--out", file.string()}, path());
    QVERIFY2(result.status == 0, result.err.c_str());
    const auto object = result.json();
    QCOMPARE(object.at("generator").get<std::string>(), std::string("Co-Ti-Zr"));
    QCOMPARE(object.at("domain").get<std::string>(), std::string("inside"));
    QVERIFY(std::abs(object.at("q1").get<double>() - 2.48) < 0.005);
    QVERIFY(std::abs(object.at("delta_q").get<double>() - 0.42) < 0.005);
    QCOMPARE(object.at("state").get<std::string>(), std::string("mixed"));
    QCOMPARE(object.at("q").size(), std::size_t(3743));
    QCOMPARE(object.at("intensity").size(), std::size_t(3743));
    std::ifstream written(file);
    std::string header;
    std::getline(written, header);
    QCOMPARE(header, std::string("q_1/A,intensity,lower90,upper90"));
  }

  void anUncoveredAlloyIsNoError() {
    const auto result = runCli({"spectrum", "Cu50Zr50", "--json"}, path());
    QCOMPARE(result.status, 0);
    QVERIFY(result.json().at("q1").is_null());
    QCOMPARE(result.json().at("domain").get<std::string>(), std::string("outside"));
    QVERIFY(result.json().at("reason").get<std::string>().find("Co-Ti-Zr") != std::string::npos);
    // But a file that cannot be written is one.
    const auto file = path() / "never.csv";
    QVERIFY(runCli({"spectrum", "Cu50Zr50", "--out", file.string()}, path()).failedWith(2));
    QVERIFY(!std::filesystem::exists(file));
  }

  void wrongUsageIsOneSentence() {
    QVERIFY(runCli({"spectra"}, path()).failedWith(2));
    QVERIFY(runCli({"spectrum", "Co20Zq80"}, path()).failedWith(2));
    QVERIFY(runCli({"spectrum", "Co20Zr80", "--generator", "Co-Fe"}, path()).failedWith(2));
    QVERIFY(train("magic", path() / "x").failedWith(2));
    const auto tooMany = runCli({"spectra", "train", "--data", path().string(), "--kind", "rbf",
                                 "--count", "37", "--out", (path() / "x").string()},
                                path());
    QVERIFY(tooMany.failedWith(2));
    QVERIFY(tooMany.err.find("36") != std::string::npos);
    const auto damaged = path() / "damaged.safetensors";
    std::ofstream(damaged) << "not a generator";
    QVERIFY(
        runCli({"spectrum", "Co20Zr80", "--generator", damaged.string()}, path()).failedWith(2));
  }

  void theTrainerReadsItsOwnOptions() {
    std::vector<std::string> handed;
    std::ostringstream out;
    std::ostringstream err;
    const vitrine::cli::Environment environment{
        out, err, path(), {}, [&handed](const std::vector<std::string>& words) { handed = words; }};
    const std::vector<std::string> words{"--data",
                                         "patterns",
                                         "--kind",
                                         "ccgan",
                                         "--out",
                                         "x",
                                         "--steps",
                                         "200",
                                         "--mixing",
                                         "3",
                                         "--checkpoint-seconds",
                                         "5",
                                         "--json-progress"};
    std::vector<std::string> line{"spectra", "train"};
    line.insert(line.end(), words.begin(), words.end());
    QCOMPARE(std::get<int>(vitrine::cli::run(line, environment)), 0);
    QVERIFY(handed == words);
    handed.clear();
    const std::vector<std::string> joined{"spectra", "train", "--kind=ccgan", "--help"};
    QCOMPARE(std::get<int>(vitrine::cli::run(joined, environment)), 0);
    QCOMPARE(handed.size(), std::size_t(2));
    QCOMPARE(err.str(), std::string());
  }

  void patternsCanComeFromOneTable() {
    // The same patterns with the alloys in the table itself.
    const auto table = path() / "table.csv";
    vitrine::test::writePatternTable(table);
    const auto file = path() / "from-table.safetensors";
    const auto trained = runCli(
        {"spectra", "train", "--data", table.string(), "--kind", "rbf", "--out", file.string()},
        path());
    QVERIFY2(trained.status == 0, trained.err.c_str());
    const auto judged = runCli(
        {"spectra", "evaluate", "--generator", file.string(), "--data", path().string(), "--json"},
        path());
    QVERIFY2(judged.status == 0, judged.err.c_str());
    QVERIFY(judged.json().at("mse").at("mean").get<double>() < 1e-9);
  }

  void theBackgroundCanBeTakenOff() {
    const auto file = path() / "bare.safetensors";
    const auto trained = runCli({"spectra", "train", "--data", path().string(), "--kind", "rbf",
                                 "--subtract-background", "--out", file.string()},
                                path());
    QVERIFY2(trained.status == 0, trained.err.c_str());
    const auto mse = [&](const std::vector<std::string>& more) {
      std::vector<std::string> words{"spectra", "evaluate",      "--generator", file.string(),
                                     "--data",  path().string(), "--json"};
      words.insert(words.end(), more.begin(), more.end());
      return runCli(words, path()).json().at("mse").at("mean").get<double>();
    };
    QVERIFY(mse({"--subtract-background"}) < 1e-9);
    QVERIFY(mse({}) > 1.0);
    QVERIFY(runCli({"spectra", "train", "--data", path().string(), "--kind", "rbf", "--wavelength",
                    "0", "--out", file.string()},
                   path())
                .failedWith(2));
  }

  // Learned from what the substrate leaves, so it is right about that only.
  void aSubstrateCanBeTakenOff() {
    const auto substrate = path() / "substrate.xy";
    vitrine::test::writeSubstrate(substrate);
    const auto file = path() / "lifted.safetensors";
    const auto trained = runCli({"spectra", "train", "--data", path().string(), "--kind", "rbf",
                                 "--substrate", substrate.string(), "--out", file.string()},
                                path());
    QVERIFY2(trained.status == 0, trained.err.c_str());
    const auto mse = [&](const std::vector<std::string>& more) {
      std::vector<std::string> words{"spectra", "evaluate",      "--generator", file.string(),
                                     "--data",  path().string(), "--json"};
      words.insert(words.end(), more.begin(), more.end());
      return runCli(words, path()).json().at("mse").at("mean").get<double>();
    };
    QVERIFY(mse({"--substrate", substrate.string()}) < 1e-9);
    QVERIFY(mse({}) > 1.0);
    // A folder of many patterns is no substrate.
    const auto wrong = runCli({"spectra", "train", "--data", path().string(), "--kind", "rbf",
                               "--substrate", path().string(), "--out", file.string()},
                              path());
    QVERIFY(wrong.failedWith(2));
    QVERIFY2(wrong.err.find("36 patterns") != std::string::npos, wrong.err.c_str());
  }

  void edgesTeachAndTheInsideTests() {
    const auto file = path() / "edges.safetensors";
    const auto trained = runCli({"spectra", "train", "--data", path().string(), "--kind", "rbf",
                                 "--edges", "20", "--out", file.string(), "--json-progress"},
                                path());
    QVERIFY2(trained.status == 0, trained.err.c_str());
    // Of 36 alloys in steps of 10 at.%, 15 have 20 at.% or more of each element.
    QVERIFY(trained.out.find("\"n\":21") != std::string::npos);
    const auto tested = runCli({"spectra", "evaluate", "--generator", file.string(), "--data",
                                path().string(), "--inside", "20", "--json"},
                               path())
                            .json();
    QCOMPARE(tested.at("n").get<int>(), 15);
    QVERIFY(tested.at("mse").at("mean").get<double>() > 0.0);
    QVERIFY(runCli({"spectra", "evaluate", "--generator", file.string(), "--data", path().string(),
                    "--inside", "34"},
                   path())
                .failedWith(2));
    QVERIFY(runCli({"spectra", "evaluate", "--generator", file.string(), "--data", path().string(),
                    "--inside", "20", "--edges", "20"},
                   path())
                .failedWith(2));
  }

  void mapsOfThePeak() {
    const auto file = path() / "map.csv";
    const auto result = runCli({"map", "--system", "Co-Ti-Zr", "--quantity", "delta_q", "--step",
                                "10", "--out", file.string(), "--json"},
                               path());
    QVERIFY2(result.status == 0, result.err.c_str());
    QCOMPARE(result.json().at("n").get<int>(), 66);
    QVERIFY(result.json().at("lowest").get<double>() > 0.28);
    QVERIFY(result.json().at("highest").get<double>() < 0.62);
    QVERIFY(
        runCli({"map", "--system", "Cu-Ti-Zr", "--quantity", "q1", "--out", file.string()}, path())
            .failedWith(2));
  }

 private:
  [[nodiscard]] std::filesystem::path path() const { return m_folder.path().toStdString(); }
  [[nodiscard]] std::filesystem::path generator() const {
    return path() / "generators" / "Co-Ti-Zr.safetensors";
  }
  vitrine::test::CliRun train(const std::string& kind, const std::filesystem::path& out) {
    return runCli(
        {"spectra", "train", "--data", path().string(), "--kind", kind, "--out", out.string()},
        path());
  }

  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSpectraVerbs)
#include "tst_spectra.moc"
