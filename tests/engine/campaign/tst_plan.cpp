// Plans of campaigns: what they expand to, and what is said of those that are wrong.

#include "engine/campaign/plan.h"
#include "engine/campaign/shard.h"
#include "engine/core/error.h"
#include "tests/support/error_of.h"

#include <QTest>

#include <set>
#include <string>

using namespace vitrine;
using namespace vitrine::campaign;

namespace {

QString complaintOf(const std::string& json) {
  const auto error = test::errorOf([&] { parsePlan(json); });
  return error ? QString(error->what()) : QString();
}

}  // namespace

class TestPlan : public QObject {
  Q_OBJECT

 private slots:
  void expandsAlloysRatesAndSeeds() {
    const Plan plan = parsePlan(R"({
      "potential": "CuZr_mm.eam.fs", "alloys": ["Zr44Cu56", "(Zr50Cu50)90Al10"],
      "rates_K_per_s": [1e13, 1e14], "seeds": [0, 1, 7], "atoms": 500, "snapshots": 12,
      "sampling_ps": 2,
      "anneals": [{"temperature_K": 700, "time_ps": 200}],
      "shears": [{"temperature_K": 300, "rate_per_s": 1e9, "strain": 0.2}]})");
    QCOMPARE(plan.potential, std::string("CuZr_mm.eam.fs"));
    QCOMPARE(plan.atoms, std::size_t{500});
    QCOMPARE(plan.snapshots, std::size_t{12});
    QCOMPARE(plan.samplingPs, 2.0);
    QCOMPARE(plan.tasks.size(), std::size_t{2 * 2 * 3});
    QCOMPARE(plan.anneals.size(), std::size_t{1});
    QCOMPARE(plan.anneals[0].temperatureK, 700.0);
    QCOMPARE(plan.shears[0].strain, 0.2);
    std::set<std::string> ids;
    for (const Task& task : plan.tasks)
      ids.insert(task.id);
    QCOMPARE(ids.size(), plan.tasks.size());
    QCOMPARE(plan.tasks[4].rateKPerS, 1e14);
    QCOMPARE(plan.tasks[4].seed, std::uint64_t{1});
    QVERIFY(plan.tasks[6].alloy != plan.tasks[5].alloy);
  }

  void partsCoverEveryTaskOnce() {
    for (const std::size_t count : {1, 2, 3, 7}) {
      std::vector<int> taken(20, 0);
      for (std::size_t i = 1; i <= count; ++i) {
        const Shard shard = parseShard(std::to_string(i).append("/").append(std::to_string(count)));
        for (std::size_t task = 0; task < taken.size(); ++task)
          taken[task] += shard.takes(task) ? 1 : 0;
      }
      QCOMPARE(taken, std::vector<int>(20, 1));
    }
  }

  void refusesParts_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "1", "/", "0/4", "5/4", "1/0", "-1/4", "1/4x", "1.5/4", "a/b",
                             "1/99999999999999999999", "1/4/2"})
      QTest::newRow(text) << text;
  }
  void refusesParts() {
    QFETCH(QString, text);
    QVERIFY_THROWS_EXCEPTION(Error, parseShard(text.toStdString()));
  }

  void refusesPlans_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("word");  // of the complaint
    const QString good =
        R"("potential": "p", "alloys": ["Zr50Cu50"], "rates_K_per_s": [1e13], "seeds": [0])";
    const auto row = [](const char* name, const QString& json, const char* word) {
      QTest::newRow(name) << json << word;
    };
    row("nothing", "", "character");
    row("no JSON", "alloys: Zr", "character");
    row("cut off", "{" + good, "character");
    row("a list", "[1]", "{ }");
    row("no alloys", R"({"potential": "p", "rates_K_per_s": [1e13], "seeds": [0]})", "alloys");
    row("no potential", R"({"alloys": ["Zr"], "rates_K_per_s": [1e13], "seeds": [0]})",
        "potential");
    row("mistyped key", "{" + good + R"(, "atom": 100})", "\"atom\"");
    row("no element", "{" + QString(good).replace("Zr50", "Zq50") + "}", "Zq");
    row("formula a number", "{" + QString(good).replace("\"Zr50Cu50\"", "5") + "}", "alloys");
    row("rate in words", "{" + QString(good).replace("1e13", "\"fast\"") + "}", "rates_K_per_s");
    row("rate negative", "{" + QString(good).replace("1e13", "-1e13") + "}", "rates_K_per_s");
    row("rate endless", "{" + QString(good).replace("1e13", "1e999") + "}", "number");
    row("seed broken", "{" + QString(good).replace("[0]", "[0.5]") + "}", "seeds");
    row("twice the same", "{" + QString(good).replace("[0]", "[3, 3]") + "}", "twice");
    row("no atoms", "{" + good + R"(, "atoms": 0})", "atoms");
    row("anneal without time", "{" + good + R"(, "anneals": [{"temperature_K": 700}]})", "time_ps");
    row("shear with more", "{" + good + R"(, "shears": [{"shell": "rm"}]})", "\"shell\"");
    row("deep", "{\"alloys\": " + QString(100000, '[') + "}", "deep");
    row("too many",
        QString(
            R"({"potential": "p", "alloys": ["Zr50Cu50"], "rates_K_per_s": [%1], "seeds": [%1]})")
            .arg(QString("1e13,").repeated(999) + "1e13"),
        "more than");
  }
  void refusesPlans() {
    QFETCH(QString, json);
    QFETCH(QString, word);
    const QString complaint = complaintOf(json.toStdString());
    QVERIFY2(complaint.contains(word), qPrintable(complaint));
    QVERIFY2(!complaint.contains('\n') && complaint.endsWith('.'), qPrintable(complaint));
  }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
