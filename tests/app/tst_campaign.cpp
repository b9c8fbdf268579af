// Campaigns as a user runs them: the program itself, killed at random, goes on; job arrays of a
// real Slurm. Small pieces of copper, some seconds each.

#include "engine/atomistic/pair_distribution.h"
#include "engine/atomistic/structure_file.h"
#include "engine/atomistic/typed_structure.h"
#include "engine/campaign/glass_row.h"
#include "engine/files/atomic_file.h"
#include "engine/files/text_file.h"
#include "engine/process/child.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <cmath>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <string>

using namespace vitrine;
namespace fs = std::filesystem;

namespace {

using Json = nlohmann::json;

constexpr int kWaitMs = 120'000;
constexpr int kGlasses = 4;
/// Small pieces of copper, one for each seed from 0 on.
QString planOf(int glasses) {
  QStringList seeds;
  for (int seed = 0; seed < glasses; ++seed)
    seeds << QString::number(seed);
  return QString(R"({"potential": "Cu_zhou.eam.alloy", "alloys": ["Cu"],
  "rates_K_per_s": [1e15], "seeds": [%1], "atoms": 100, "melt_ps": 0.2,
  "hold_ps": 0.2, "snapshots": 1})")
      .arg(seeds.join(", "));
}

struct Ended {
  int status = -1;  ///< -1 where it was killed
  QString error;
  Json last;
};

Ended ended(QProcess& process) {
  if (!process.waitForFinished(kWaitMs))
    process.kill();
  Ended result;
  result.error = QString::fromUtf8(process.readAllStandardError());
  if (process.exitStatus() == QProcess::NormalExit)
    result.status = process.exitCode();
  const auto lines = process.readAllStandardOutput().trimmed().split('\n');
  result.last = Json::parse(lines.last().toStdString(), nullptr, false);
  return result;
}

}  // namespace

class TestCampaign : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    if (!process::findProgram("lmp"))
      QSKIP("LAMMPS (package lammps) is not installed here");
    if (!fs::exists("/usr/share/lammps/potentials/Cu_zhou.eam.alloy"))
      QSKIP("the potentials of the package lammps-data are not installed here");
  }
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    write(planOf(kGlasses));
  }

  /// Rows that stand are never touched again, and in the end there is one for each glass.
  void goesOnAfterKills() {
    const int wanted = qEnvironmentVariableIntValue("VITRINE_KILLS");
    const int kills = wanted > 0 ? wanted : kGlasses;
    const int glasses = 2 * kills;  // more than can be finished between them
    write(planOf(glasses));
    std::mt19937 random(20261122);
    std::map<QString, std::pair<QByteArray, QDateTime>> kept;
    for (int killed = 0; killed < kills; ++killed) {
      QProcess process;
      process.start(VITRINE_PROGRAM, words());
      QVERIFY(process.waitForStarted(kWaitMs));
      // Every other time a glass is finished first, however slow the computer is.
      const auto rowsBefore = rows().size();
      if (killed % 2 == 1)
        QTRY_VERIFY_WITH_TIMEOUT(rows().size() > rowsBefore, kWaitMs);
      QTest::qSleep(static_cast<int>(random() % 1000));
      process.kill();
      QCOMPARE(ended(process).status, -1);
      for (const QFileInfo& row : rows()) {
        const std::pair now(read(row.filePath()), row.lastModified());
        const auto [before, isNew] = kept.try_emplace(row.fileName(), now);
        QVERIFY2(isNew || before->second == now, qPrintable(row.fileName()));
      }
    }
    qInfo("killed %d times, %zu of %d glasses finished meanwhile", kills, kept.size(), glasses);

    QProcess process;
    process.start(VITRINE_PROGRAM, words());
    const Ended last = ended(process);
    QVERIFY2(last.status == 0, qPrintable(last.error));
    const Json result = last.last["result"];
    QCOMPARE(result["finished_before"].get<std::size_t>(), kept.size());
    QCOMPARE(result["made"].get<std::size_t>(), glasses - kept.size());
    QCOMPARE(rows().size(), glasses);
    for (const QFileInfo& row : rows())
      if (const auto before = kept.find(row.fileName()); before != kept.end())
        QCOMPARE(read(row.filePath()), before->second.first);

    // Two samples of each glass, and every file of theirs is there and is what the table says.
    const Ended collected = run({"campaign", "collect", "--out", out(), "--json"});
    QVERIFY2(collected.status == 0, qPrintable(collected.error));
    const auto lines = QString::fromUtf8(read(out() + "/samples.csv")).trimmed().split('\n');
    QCOMPARE(lines.size(), 1 + 2 * glasses);
    std::set<QString> files;
    for (int i = 1; i < lines.size(); ++i) {
      const QString file = lines[i].section(',', 0, 0);
      QVERIFY2(QFileInfo::exists(out() + "/" + file), qPrintable(file));
      files.insert(file);
      const double energyEV = lines[i].section(',', 1, 1).toDouble();
      QVERIFY(energyEV < -3.3 && energyEV > -3.6);  // fcc copper: -3.54
    }
    QCOMPARE(static_cast<int>(files.size()), 2 * glasses);
    QVERIFY(QDir(out() + "/rows").entryList({".*"}, QDir::Files | QDir::Hidden).isEmpty());
  }

  void treatsEachGlass() {
    files::writeAtomically(plan().toStdString(), std::string_view(R"({
      "potential": "Cu_zhou.eam.alloy", "alloys": ["Cu"], "rates_K_per_s": [1e15], "seeds": [0],
      "atoms": 100, "melt_ps": 0.2, "hold_ps": 0.2, "snapshots": 2,
      "anneals": [{"temperature_K": 800, "time_ps": 0.4}],
      "shears": [{"temperature_K": 300, "rate_per_s": 1e11, "strain": 0.05}]})"));
    const Ended made = run(words());
    QVERIFY2(made.status == 0, qPrintable(made.error));
    // Every record says where the potential was published.
    for (const char* folder : {"", "/anneal_1", "/shear_1"}) {
      const Json record =
          Json::parse(read(out() + "/runs/Cu100_1e+15_0" + folder + "/run.json").toStdString());
      QVERIFY(record.dump().find("Wadley") != std::string::npos);
    }
    QCOMPARE(run({"campaign", "collect", "--out", out(), "--json"}).status, 0);
    std::map<QString, int> stages;
    for (const QString& line : QString::fromUtf8(read(out() + "/samples.csv")).split('\n')) {
      ++stages[line.section(',', 4, 4)];
      QVERIFY(line.isEmpty() || line.startsWith("file") ||
              QFileInfo::exists(out() + "/" + line.section(',', 0, 0)));
    }
    QCOMPARE(stages["quench"], 2);
    QCOMPARE(stages["glass"], 1);
    QCOMPARE(stages["anneal_1"], 3);
    QCOMPARE(stages["shear_1"], 3);
  }

  /// Against g(r) of each state, counted here; the states are no samples.
  void averagesPairsOverStates() {
    write(planOf(1).replace("\"snapshots\": 1", "\"sampling_ps\": 0.5"));
    const Ended made = run(words());
    QVERIFY2(made.status == 0, qPrintable(made.error));
    const auto row = campaign::readGlassRow(rows().first().filePath().toStdString());
    QCOMPARE(row.samples.size(), std::size_t{1});
    const QFileInfoList states =
        QDir(out() + "/runs/" + rows().first().completeBaseName() + "/sampling/frames")
            .entryInfoList({"*.dump"}, QDir::Files);
    QCOMPARE(states.size(), 6);
    QCOMPARE(row.pairs.states, std::size_t{6});
    const auto& kept = row.pairs.partials.at(0).g;
    std::vector<double> mean(kept.size(), 0.0);
    for (const QFileInfo& state : states) {
      const auto atoms = atomistic::readStructure(state.filePath().toStdString());
      QVERIFY(row.pairs.stepA * static_cast<double>(kept.size()) <=
              atoms.structure.cell.heights()[0]);
      const auto pairs = atomistic::pairDistribution(
          atomistic::withElements(atoms),
          {row.pairs.stepA * static_cast<double>(kept.size()), row.pairs.stepA});
      for (std::size_t k = 0; k < mean.size(); ++k)
        mean[k] += pairs.total.at(k) / static_cast<double>(states.size());
    }
    for (std::size_t k = 0; k < mean.size(); ++k)
      QVERIFY(std::abs(mean[k] - kept[k]) <= 0.5e-4 + 1e-12);
  }

  void partsShareTheGlasses() {
    for (const char* part : {"1/2", "2/2"})
      QCOMPARE(run(words() << "--shard" << part).last["result"]["made"].get<int>(), kGlasses / 2);
    QCOMPARE(run({"campaign", "status", "--out", out(), "--json"}).status, 0);
    QCOMPARE(rows().size(), kGlasses);
  }

  void twoProcessesDoNotDoTheSame() {
    QProcess first;
    QProcess second;
    first.start(VITRINE_PROGRAM, words());
    second.start(VITRINE_PROGRAM, words());
    const Json left = ended(first).last["result"];
    const Json right = ended(second).last["result"];
    QCOMPARE(left["made"].get<int>() + right["made"].get<int>(), kGlasses);
    QCOMPARE(rows().size(), kGlasses);
  }

  void failuresAreSaidAndTriedAgain() {
    write(planOf(kGlasses).replace("\"Cu\"", "\"Cu\", \"Zr\""));
    const Ended done = run(words());
    QCOMPARE(done.status, 1);
    QCOMPARE(done.error.count('\n'), 1);
    const auto status =
        Json::parse(output({"campaign", "status", "--out", out(), "--json"}).toStdString());
    QCOMPARE(status["finished"].get<int>(), kGlasses);
    QCOMPARE(status["failed"].get<int>(), kGlasses);
    QVERIFY(status["failures"].begin()->get<std::string>().find("Zr") != std::string::npos);
  }

  /// Where a campaign was submitted from another computer, its state is told all the same.
  void withoutSlurmTheStateIsTold() {
    write(planOf(1));
    QCOMPARE(run(words()).status, 0);
    files::writeAtomically((out() + "/slurm_job").toStdString(), std::string_view("4711\n"));
    QProcess process;
    QProcessEnvironment nothingInstalled = QProcessEnvironment::systemEnvironment();
    nothingInstalled.insert("PATH", m_folder->path());
    process.setProcessEnvironment(nothingInstalled);
    process.start(VITRINE_PROGRAM, {"campaign", "status", "--out", out(), "--json"});
    QVERIFY(process.waitForFinished(kWaitMs));
    QCOMPARE(process.exitCode(), 0);
    const auto status = Json::parse(process.readAllStandardOutput().toStdString());
    QCOMPARE(status["finished"].get<int>(), 1);
    QCOMPARE(status["slurm"]["job"].get<std::string>(), std::string("4711"));
    QVERIFY(status["slurm"]["running"].is_null());
    QVERIFY(status["slurm"]["unknown"].get<std::string>().find("squeue") != std::string::npos);
  }

  void refusesAnotherPlanAndAFolderInUse() {
    QCOMPARE(run(words()).status, 0);
    Ended again = run(words().replaceInStrings("--resume", "--json"));
    QCOMPARE(again.status, 2);
    QVERIFY2(again.error.contains("--resume"), qPrintable(again.error));
    write(planOf(kGlasses).replace("\"atoms\": 100", "\"atoms\": 120"));
    again = run(words());
    QCOMPARE(again.status, 2);
    QVERIFY2(again.error.contains("another plan"), qPrintable(again.error));
  }

 private:
  void write(const QString& text) const {
    files::writeAtomically(plan().toStdString(), text.toStdString());
  }
  [[nodiscard]] QString plan() const { return m_folder->filePath("plan.json"); }
  [[nodiscard]] QString out() const { return m_folder->filePath("out"); }
  [[nodiscard]] QStringList words() const {
    return {"campaign", "run", plan(), "--out", out(), "--resume", "--json-progress"};
  }
  [[nodiscard]] QFileInfoList rows() const {
    return QDir(out() + "/rows").entryInfoList({"*.json"}, QDir::Files);
  }
  static QByteArray read(const QString& file) {
    return QByteArray::fromStdString(files::readText(file.toStdString()));
  }
  static Ended run(const QStringList& arguments) {
    QProcess process;
    process.start(VITRINE_PROGRAM, arguments);
    return ended(process);
  }
  static QString output(const QStringList& arguments) {
    QProcess process;
    process.start(VITRINE_PROGRAM, arguments);
    process.waitForFinished(kWaitMs);
    return process.readAllStandardOutput();
  }

  std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestCampaign)
#include "tst_campaign.moc"
