#include "tests/app/cli/cli_run.h"

#include <QTest>

#include <cmath>

using vitrine::test::runCli;

namespace {

/// 60 alloys of 15 systems with Tl = 1000 K + 10 K per at.% of the first element, and `shift`.
void writeTable(const std::string& file, double shiftK) {
  const char* symbols[] = {"Zr", "Cu", "Al", "Ni", "Ti", "Fe"};
  std::ofstream out(file);
  out << "formula,Tl_K,source\n";
  for (int a = 0; a < 6; ++a)
    for (int b = a + 1; b < 6; ++b)
      for (int k = 1; k <= 4; ++k)
        out << symbols[a] << 20 * k << symbols[b] << 100 - 20 * k << ","
            << 1000 + 10 * 20 * k + 7 * (a + b) * (k % 2) + shiftK << ",s\n";
}

}  // namespace

class TestMerge : public QObject {
  Q_OBJECT

 private slots:
  void writesTheMergedTable() {
    const auto [one, two] = twoTables();
    const auto out = path("merged.csv");
    const auto result = runCli({"merge", one, two, "--out", out, "--json"});
    QVERIFY2(result.status == 0, result.err.c_str());
    const auto json = result.json();
    QCOMPARE(json.at("rows").get<int>(), 3);
    QCOMPARE(json.at("shared").get<int>(), 1);
    QCOMPARE(json.at("conflicts").size(), std::size_t{1});
    const auto& conflict = json.at("conflicts").at(0);
    QCOMPARE(conflict.at("column").get<std::string>(), std::string("Tl_K"));
    QCOMPARE(conflict.at("lowest").get<double>(), 1000.0);
    QCOMPARE(conflict.at("highest").get<double>(), 1200.0);
    QCOMPARE(conflict.at("taken").get<double>(), 1100.0);
    QCOMPARE(conflict.at("reports").size(), std::size_t{2});
    QCOMPARE(conflict.at("reports").at(1).at("file").get<std::string>(), two);
    QCOMPARE(conflict.at("reports").at(1).at("row").get<int>(), 3);
    QCOMPARE(conflict.at("reports").at(1).at("source").get<std::string>(), std::string("b"));
    QCOMPARE(conflict.at("reports").at(1).at("value").get<double>(), 1200.0);
    std::ifstream in(out);
    std::string text((std::istreambuf_iterator<char>(in)), {});
    QCOMPARE(text, std::string("formula,Tl_K,source\n"
                               "Zr50Cu50,1100,a+b\nPd40Ni40P20,885,a\nLa55Al45,990,b\n"));
  }

  void policies() {
    const auto [one, two] = twoTables();
    const auto taken = [&, files = twoTables()](std::vector<std::string> more) {
      std::vector<std::string> arguments = {"merge", files.first,   files.second,
                                            "--out", path("m.csv"), "--json"};
      arguments.insert(arguments.end(), more.begin(), more.end());
      return runCli(arguments).json();
    };
    QCOMPARE(taken({"--policy", "first"}).at("conflicts").at(0).at("taken").get<double>(), 1000.0);
    QVERIFY(taken({"--policy", "drop"}).at("conflicts").at(0).at("taken").is_null());
    // 200 K are 18 % of the mean.
    const auto kept = taken({"--policy", "drop", "--threshold", "0.2"});
    QCOMPARE(kept.at("conflicts").at(0).at("taken").get<double>(), 1100.0);
    const auto text = runCli({"merge", one, two, "--out", path("m.csv")});
    QVERIFY(text.out.find("3 alloys, 1 of them in more than one table, 1 conflict\n") !=
            std::string::npos);
    QVERIFY(text.out.find("1000.0 to 1200.0, taken 1100.0") != std::string::npos);
  }

  void studiesEverySubset() {
    const auto one = path("one.csv");
    const auto two = path("two.csv");
    writeTable(one, 0.0);
    writeTable(two, 250.0);
    const auto result = runCli({"merge", one, two, "--study", "Tm", "--models",
                                "nearest_neighbours,decision_tree", "--seeds", "2", "--json"});
    QVERIFY2(result.status == 0, result.err.c_str());
    const auto study = result.json().at("study");
    QCOMPARE(study.at("subsets").size(), std::size_t{3});
    const auto& both = study.at("subsets").at(2);
    QCOMPARE(both.at("tables").dump(), std::string(R"(["one","two"])"));
    QCOMPARE(both.at("rows").get<int>(), 60);
    QCOMPARE(both.at("shared").get<int>(), 60);
    QCOMPARE(both.at("scores").size(), std::size_t{4});
    for (const char* key : {"r2", "rmse_K", "rmse_K_sd", "mae_K", "target_sd_K", "test_rows"})
      QVERIFY2(both.at("scores").at(0).at("own").at(key).is_number(), key);
    QVERIFY(both.at("scores").at(0).at("on_table").contains("two"));
    QCOMPARE(study.at("pairs").at(0).at("shared_median_K").get<double>(), 250.0);
    bool named = false;
    for (const auto& sentence : both.at("explanation"))
      named =
          named || sentence.get<std::string>().find("two lies 250 K above") != std::string::npos;
    QVERIFY(named);
    QCOMPARE(study.at("published").at("reference").get<std::string>(), std::string("que2025"));

    const auto text = runCli({"merge", one, two, "--study", "Tm", "--models", "decision_tree",
                              "--split", "random", "--seeds", "1"});
    QCOMPARE(text.status, 0);
    QVERIFY(text.out.find("one + two: 60 alloys, 60 shared, 60 in conflict") != std::string::npos);
    QVERIFY(text.out.find("two lies 250 K above") != std::string::npos);
    QVERIFY(text.out.find("Fig. 6b") != std::string::npos);
  }

  void refuses_data() {
    QTest::addColumn<QStringList>("more");
    QTest::newRow("nothing to do") << QStringList{};
    QTest::newRow("policy") << QStringList{"--out", "m.csv", "--policy", "mean"};
    QTest::newRow("threshold without drop") << QStringList{"--out", "m.csv", "--threshold", "0.1"};
    QTest::newRow("threshold") << QStringList{"--out", "m.csv",       "--policy",
                                              "drop",  "--threshold", "-1"};
    QTest::newRow("model") << QStringList{"--study", "Tm", "--models", "tree"};
    QTest::newRow("property") << QStringList{"--study", "E"};
    QTest::newRow("too few rows") << QStringList{"--study", "Tm"};
  }
  void refuses() {
    QFETCH(QStringList, more);
    const auto [one, two] = twoTables();
    std::vector<std::string> arguments = {"merge", one, two};
    for (const QString& argument : more)
      arguments.push_back(argument.toStdString());
    QVERIFY(runCli(arguments).failedWith(2));
    QVERIFY(runCli({"merge", path("absent.csv"), "--out", path("m.csv")}).failedWith(2));
  }

 private:
  std::string path(const char* name) const {
    return (std::filesystem::path(m_folder.path().toStdString()) / name).string();
  }
  std::pair<std::string, std::string> twoTables() const {
    std::ofstream(path("a.csv")) << "formula,Tl_K,source\nZr50Cu50,1000,a\nPd40Ni40P20,885,a\n";
    std::ofstream(path("b.csv")) << "formula,Tl_K,source\nLa55Al45,990,b\nCu50Zr50,1200,b\n";
    return {path("a.csv"), path("b.csv")};
  }

  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
