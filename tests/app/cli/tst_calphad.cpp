#include "tests/app/cli/cli_run.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>

using vitrine::test::runCli;

namespace {

/// An ideal solution: A melts at 1000 K with 10 J/(mol K), B at 1500 K with 12.
const char* const kText = R"(
 ELEMENT VA VACUUM 0 0 0 !
 ELEMENT AL X 27 0 0 !
 ELEMENT NI X 59 0 0 !
 TYPE_DEF % SEQ * !
 PHASE LIQUID:L % 1 1 !
 CONST LIQUID:L : AL NI : !
 PAR G(LIQUID,AL),, 0;,, N !
 PAR G(LIQUID,NI),, 0;,, N !
 PHASE FCC % 1 1 !
 CONST FCC : AL NI : !
 PAR G(FCC,AL),, -10000+10*T;,, N !
 PAR G(FCC,NI),, -18000+12*T;,, N !
 REMARK of another program !
)";

}  // namespace

class TestCalphadVerb : public QObject {
  Q_OBJECT

 private slots:
  void init() { std::ofstream(file()) << kText; }

  void liquidusAsJson() {
    const auto result = runCli(
        {"calphad", "liquidus", "--tdb", file(), "--system", "Al-Ni", "--step", "0.25", "--json"});
    QCOMPARE(result.status, 0);
    QVERIFY(result.err.empty());
    const auto json = result.json();
    const auto& points = json.at("points");
    QCOMPARE(points.size(), std::size_t(5));
    for (std::size_t i = 0; i < 5; ++i) {
      const double x = 0.25 * double(i);
      QCOMPARE(points[i].at("composition").at("Ni").get<double>(), x);
      QCOMPARE(points[i].at("composition").at("Al").get<double>(), 1.0 - x);
      const double T = points[i].at("liquidus_K").get<double>();
      const auto share = [T](double entropy, double meltingK) {
        return std::exp(entropy * (meltingK - T) / (8.31446261815324 * T));
      };
      QVERIFY(std::abs((1.0 - x) * share(10, 1000) + x * share(12, 1500) - 1.0) < 1e-4);
      QVERIFY(points[i].at("solidus_K").get<double>() <= T);
      QCOMPARE(points[i].at("phases")[0].get<std::string>(), std::string("FCC"));
    }
    QVERIFY(json.at("notes")[0].get<std::string>().find("REMARK") != std::string::npos);
  }

  void liquidusForPeople() {
    const auto result = runCli({"calphad", "liquidus", "--tdb", file(), "--system", "Ni"});
    QCOMPARE(result.status, 0);
    QVERIFY(result.out.find("1500.00") != std::string::npos);
  }

  void helpNamesUnits() {
    QVERIFY(runCli({"calphad", "--help"}).out.find("vitrine calphad liquidus") !=
            std::string::npos);
    for (const char* task : {"liquidus", "dataset"}) {
      const auto help = runCli({"calphad", task, "--help"});
      QCOMPARE(help.status, 0);
      for (const char* word : {"--tdb", "(path)", "--threads", "(count", "(K)"})
        QVERIFY2(help.out.find(word) != std::string::npos, word);
    }
  }

  void wrongUse_data() {
    QTest::addColumn<QStringList>("arguments");
    const QString tdb = QString::fromStdString(file());
    QTest::newRow("no task") << QStringList{};
    QTest::newRow("no database") << QStringList{"liquidus", "--system", "Al-Ni"};
    QTest::newRow("no element") << QStringList{"liquidus", "--tdb", tdb, "--system", "Al-Xx"};
    QTest::newRow("not in the database")
        << QStringList{"liquidus", "--tdb", tdb, "--system", "Al-Zr"};
    QTest::newRow("twice") << QStringList{"liquidus", "--tdb", tdb, "--system", "Al-Al"};
    QTest::newRow("step") << QStringList{"liquidus", "--tdb",  tdb,  "--system",
                                         "Al-Ni",    "--step", "0.3"};
    QTest::newRow("five elements missing")
        << QStringList{"dataset", "--tdb", tdb, "--out", m_folder.filePath("out.csv")};
  }
  void wrongUse() {
    QFETCH(QStringList, arguments);
    std::vector<std::string> words{"calphad"};
    for (const auto& argument : arguments)
      words.push_back(argument.toStdString());
    const auto result = runCli(words);
    QVERIFY2(result.failedWith(2), result.err.c_str());
  }

  void damagedFileIsToldInOneLine() {
    std::ofstream(file()) << "ELEMENT AL X 0 0 0 !\nFUNCTION G 298.15 1+; 6000 N !\n";
    const auto result =
        runCli({"calphad", "liquidus", "--tdb", file(), "--system", "Al", "--json"});
    QVERIFY(result.status != 0 && result.out.empty());
    QVERIFY2(result.err.find("line 2") != std::string::npos, result.err.c_str());
    QCOMPARE(std::count(result.err.begin(), result.err.end(), '\n'), std::ptrdiff_t(1));
  }

 private:
  [[nodiscard]] std::string file() const { return m_folder.filePath("test.tdb").toStdString(); }

  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCalphadVerb)
#include "tst_calphad.moc"
