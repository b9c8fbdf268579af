#include "tests/app/cli/cli_run.h"

#include <QTest>

#include <cmath>

using vitrine::test::runCli;

namespace {

const nlohmann::json* findingOf(const nlohmann::json& result, const std::string& kind) {
  for (const auto& finding : result.at("findings"))
    if (finding.at("kind") == kind)
      return &finding;
  return nullptr;
}

}  // namespace

class TestAudit : public QObject {
  Q_OBJECT

 private slots:
  void findingsHaveTheirKeys() {
    const auto file = path("flawed.csv");
    std::ofstream(file) << "formula,Tg_K,Tx_K\n"
                           "Zr50Cu50,668,720\n"
                           "Zq50Cu50,668,720\n"
                           "Cu50Zr50,668,720\n"
                           "Pd40Ni40P20,675,655\n"
                           "La55Al25Ni10,475,540\n";
    const auto result = runCli({"audit", file, "--json"});
    QVERIFY2(result.status == 0, result.err.c_str());
    QVERIFY(result.err.empty());
    const auto json = result.json();
    QCOMPARE(json.at("files").at(0).at("rows").get<int>(), 4);
    QCOMPARE(json.at("files").at(0).at("skipped").get<int>(), 1);
    QCOMPARE(json.at("findings").size(), std::size_t(4));
    for (const auto& finding : json.at("findings")) {
      for (const char* key : {"kind", "severity", "file", "row", "column", "message", "fix"})
        QVERIFY2(finding.contains(key), key);
      QCOMPARE(finding.at("file").get<std::string>(), file);
    }
    const auto* order = findingOf(json, "impossible_order");
    QVERIFY(order != nullptr);
    QCOMPARE(order->at("row").get<int>(), 5);
    QCOMPARE(order->at("severity").get<std::string>(), std::string("error"));
    QCOMPARE(order->at("fix").at("action").get<std::string>(), std::string("set_values"));
    const auto* duplicate = findingOf(json, "duplicate");
    QVERIFY(duplicate != nullptr);
    QCOMPARE(duplicate->at("row").get<int>(), 4);
    QCOMPARE(duplicate->at("related").at(0).at("row").get<int>(), 2);
    QCOMPARE(duplicate->at("fix").at("rows").at(0).get<int>(), 4);
    QVERIFY(findingOf(json, "unreadable_formula") != nullptr);
    QVERIFY(findingOf(json, "sum_off") != nullptr);

    const auto text = runCli({"audit", file});
    QCOMPARE(text.status, 0);
    QVERIFY(text.out.find("4 rows, 4 findings") != std::string::npos);
    QVERIFY(text.out.find("impossible_order") != std::string::npos);
  }

  void filesAreComparedWithEachOther() {
    const auto train = path("train.csv");
    const auto test = path("test.csv");
    std::ofstream(train) << "formula,Tg_K\nZr50Cu40Al10,690\n";
    std::ofstream(test) << "formula,Tg_K\nZr50Cu39.5Al10.5,691\n";
    const auto json = runCli({"audit", train, test, "--json"}).json();
    QCOMPARE(json.at("findings").size(), std::size_t(1));
    const auto& finding = json.at("findings").at(0);
    QCOMPARE(finding.at("kind").get<std::string>(), std::string("near_duplicate"));
    QCOMPARE(finding.at("file").get<std::string>(), test);
    QCOMPARE(finding.at("related").at(0).at("file").get<std::string>(), train);
  }

  void raosTableHasTheWrongIron() {
    const auto file = vitrine::test::sharedDir() / "data" / "rao2022_invar" / "Data_base.csv";
    if (!std::filesystem::exists(file))
      QSKIP("the Invar data set is not beside the checkout");
    const auto result = runCli({"audit", file.string(), "--json"});
    QCOMPARE(result.status, 0);
    const auto json = result.json();
    bool isNamed = false;
    for (const auto& finding : json.at("findings")) {
      if (finding.at("kind") != "linear_target" || finding.at("column") != "MP")
        continue;
      const auto& iron = finding.at("end_members").at("Fe");
      QVERIFY(std::abs(iron.at("implied").get<double>() - 1181.0) < 0.5);
      QCOMPARE(iron.at("known").get<double>(), 1811.0);
      isNamed = true;
    }
    QVERIFY(isNamed);
  }

 private:
  std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }

  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
