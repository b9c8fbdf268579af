#include "engine/atomistic/structure_file.h"
#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/files/text_file.h"
#include "engine/process/child.h"
#include "engine/simulation/potential_library.h"
#include "engine/simulation/run_tables.h"
#include "tests/engine/simulation/small_runs.h"
#include "tests/support/error_of.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

using namespace vitrine;
using namespace vitrine::simulation;
using test::lattice;
using test::requestOf;

namespace {

std::string stateOf(const std::filesystem::path& folder) {
  return nlohmann::json::parse(files::readText(folder / "run.json")).at("state");
}

/// 1000 steps, with a restart every 100 and five snapshots.
Schedule shortQuench() {
  MeltQuench wish;
  wish.rateKPerS = 1e15;
  wish.meltPs = 0.2;
  wish.holdPs = 0.1;
  wish.snapshots = 5;
  wish.frames = 10;
  Schedule schedule = scheduleOf(wish, 128);
  schedule.restartSteps = 100;
  return schedule;
}

}  // namespace

class TestRuns : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    if (!process::findProgram("lmp"))
      QSKIP("lmp is not installed");
  }

  /// The cohesive energy and the lattice of copper, which the potential was fitted to: -3.54 eV and
  /// a cube of 3.615 Å for four atoms. The start is wider by 1 %.
  void minimiseFindsTheCrystal() {
    QTemporaryDir parent;
    const std::filesystem::path folder = parent.filePath("run").toStdString();
    const auto result = runSimulation(requestOf("minimise", {}, test::fccCopper(3.65, 4), folder),
                                      {}, RunContext());
    QVERIFY(std::abs(result.inherent.energyEV + 3.54) < 1e-3);
    QVERIFY(std::abs(std::cbrt(4.0 * result.inherent.volumeA3) - 3.615) < 2e-3);
    QVERIFY(std::abs(result.inherent.pressureGPa) < 0.05);
    QVERIFY(result.thermo.empty());
    QCOMPARE(stateOf(folder), std::string("finished"));
  }

  /// Stopped in the midst, then gone on with: every line of the table is there once, all snapshots,
  /// and what was done before the last restart is not done again.
  void aStoppedRunGoesOn() {
    QTemporaryDir parent;
    const std::filesystem::path folder = parent.filePath("run").toStdString();
    auto request = requestOf("quench", shortQuench(), lattice("Zr50Cu50", 128), folder);
    const auto& schedule = request.schedule;
    std::stop_source source;
    RunContext::Options options;
    options.stop = source.get_token();
    const RunContext stopped(std::move(options));
    bool cancelled = false;
    try {
      runSimulation(request,
                    {[&](const Thermo& line) {
                       if (line.timePs > 1.3)
                         source.request_stop();
                     },
                     {}},
                    stopped);
    } catch (const Cancelled&) {
      cancelled = true;
    }
    QVERIFY(cancelled);
    QCOMPARE(stateOf(folder), std::string("cancelled"));
    const auto before = readThermo(folder / "thermo.csv");
    QVERIFY(before.back().timePs > 1.3);

    // Without being told to go on it is left alone.
    const auto refused = test::errorOf([&] { runSimulation(request, {}, RunContext()); });
    QVERIFY(refused);
    QVERIFY(std::string(refused->what()).find("--resume") != std::string::npos);
    // Nor is another run taken for it.
    auto other = request;
    other.resume = true;
    other.seed = 6;
    const auto differs = test::errorOf([&] { runSimulation(other, {}, RunContext()); });
    QVERIFY(differs);
    QVERIFY(std::string(differs->what()).find("seed") != std::string::npos);

    request.resume = true;
    std::vector<Thermo> told;
    const auto result = runSimulation(
        request, {[&](const Thermo& line) { told.push_back(line); }, {}}, RunContext());
    QCOMPARE(stateOf(folder), std::string("finished"));
    QVERIFY(told.front().timePs > 1.0);  // not from the beginning
    const auto steps = static_cast<std::size_t>(schedule.steps() / schedule.thermoSteps);
    QCOMPARE(result.thermo.size(), steps + 1);
    const auto table = readThermo(folder / "thermo.csv");
    QCOMPARE(table.size(), steps + 1);
    for (std::size_t i = 0; i < table.size(); ++i)
      QVERIFY(std::abs(table[i].timePs - double(i * schedule.thermoSteps) * kTimestepPs) < 1e-9);
    // What was told before the restart is as it was.
    for (std::size_t i = 0; i < 50; ++i)
      QCOMPARE(table[i].energyEV, before[i].energyEV);
    QCOMPARE(result.snapshots.size(), std::size_t(5));
    for (const auto& snapshot : result.snapshots)
      QCOMPARE(atomistic::readStructure(folder / snapshot.file).types.size(), std::size_t(128));

    // Nothing to go on from is left.
    QVERIFY(QDir(parent.filePath("run")).entryList({"state.*"}).isEmpty());

    // Once more: nothing is left to do, and it says the same.
    auto again = request;
    again.lmp = "/no/lammps/is/needed";
    const auto read = runSimulation(again, {}, RunContext());
    QCOMPARE(read.inherent.energyEV, result.inherent.energyEV);
    QCOMPARE(read.snapshots.size(), std::size_t(5));
    QCOMPARE(read.densityGPerCm3, result.densityGPerCm3);
    QCOMPARE(read.lammpsVersion, result.lammpsVersion);
    QCOMPARE(stateOf(folder), std::string("finished"));
  }

  void openBoundariesAreRefused() {
    QTemporaryDir parent;
    const std::filesystem::path folder = parent.filePath("run").toStdString();
    auto start = lattice("Cu", 54);
    start.cell = atomistic::Cell(start.cell.edges(), start.cell.origin(), {true, true, false});
    const auto error = test::errorOf(
        [&] { runSimulation(requestOf("minimise", {}, start, folder), {}, RunContext()); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::InvalidInput);
    QVERIFY2(std::string(error->what()).find("periodic") != std::string::npos, error->what());
    QVERIFY(!std::filesystem::exists(folder));
  }

  /// What the folder held before any run stays as it is.
  void filesOfOthersAreNotWrittenOver() {
    for (const char* name : {"glass.data", "start.data", "thermo.csv", "in.lammps", "log.lammps",
                             "frames", "potential.zhou2004.eam.alloy"}) {
      QTemporaryDir parent;
      const std::filesystem::path folder = parent.path().toStdString();
      files::writeAtomically(folder / name, std::string_view("mine"));
      const auto error = test::errorOf([&] {
        runSimulation(requestOf("minimise", {}, lattice("Cu", 54), folder), {}, RunContext());
      });
      QVERIFY2(error, name);
      QCOMPARE(error->code(), ErrorCode::InvalidInput);
      QVERIFY2(std::string(error->what()).find(name) != std::string::npos, error->what());
      QCOMPARE(files::readText(folder / name), std::string("mine"));
      QCOMPARE(QDir(parent.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
    }
    // Other files disturb nobody.
    QTemporaryDir parent;
    const std::filesystem::path folder = parent.path().toStdString();
    files::writeAtomically(folder / "notes.txt", std::string_view("mine"));
    runSimulation(requestOf("minimise", {}, lattice("Cu", 54), folder), {}, RunContext());
    QCOMPARE(files::readText(folder / "notes.txt"), std::string("mine"));
  }

  /// A second one would take the tables of the first for its own.
  void oneProcessAtATime() {
    QTemporaryDir parent;
    const std::filesystem::path folder = parent.filePath("run").toStdString();
    auto request =
        requestOf("anneal", scheduleOf(Anneal{600.0, 0.4, 0, 0}, 54), lattice("Cu", 54), folder);
    std::optional<Error> refused;
    const auto whileItRuns = [&](const Thermo&) {
      auto second = request;
      second.resume = true;
      if (!refused)
        refused = test::errorOf([&] { runSimulation(second, {}, RunContext()); });
    };
    runSimulation(request, {whileItRuns, {}}, RunContext());
    QVERIFY(refused);
    QCOMPARE(refused->code(), ErrorCode::InvalidInput);
    QVERIFY2(std::string(refused->what()).starts_with("Another process is at work in "),
             refused->what());
    QCOMPARE(stateOf(folder), std::string("finished"));
    request.resume = true;
    runSimulation(request, {}, RunContext());
  }

  /// A run that was stopped while its snapshots were minimised minimises the others only.
  void minimaAreFoundOnce() {
    QTemporaryDir parent;
    const std::filesystem::path folder = parent.filePath("run").toStdString();
    auto request = requestOf("quench", shortQuench(), lattice("Zr50Cu50", 128), folder);
    std::stop_source source;
    RunContext::Options options;
    options.stop = source.get_token();
    // Of 1000 steps and six minima at 500 each: past the third minimum.
    options.progress = [&](double fraction) {
      if (fraction > 0.6)
        source.request_stop();
    };
    bool cancelled = false;
    try {
      runSimulation(request, {}, RunContext(std::move(options)));
    } catch (const Cancelled&) {
      cancelled = true;
    }
    QVERIFY(cancelled);
    auto before = readInherent(folder / "inherent.csv");
    QVERIFY(before.size() >= 3 && before.size() < 6);
    // As a kill leaves it between the last minimum and its line in the table.
    const std::string table = files::readText(folder / "inherent.csv");
    files::writeAtomically(folder / "inherent.csv",
                           table.substr(0, table.rfind('\n', table.size() - 2) + 1));
    before.pop_back();
    request.resume = true;
    int lines = 0;
    const auto result = runSimulation(request, {[&](const Thermo&) { ++lines; }, {}}, RunContext());
    QCOMPARE(lines, 0);
    const auto after = readInherent(folder / "inherent.csv");
    QCOMPARE(after.size(), std::size_t(6));
    for (std::size_t i = 0; i < before.size(); ++i) {
      QCOMPARE(after[i].file, before[i].file);
      QCOMPARE(after[i].energyEV, before[i].energyEV);
    }
    std::set<std::string> names;
    for (const auto& minimum : after)
      names.insert(minimum.file);
    QCOMPARE(names.size(), std::size_t(6));
    QCOMPARE(result.snapshots.size(), std::size_t(5));
    // The states that were minimised are not needed any more.
    const QDir snapshots(QString::fromStdString((folder / "snapshots").string()));
    QVERIFY(snapshots.entryList({"*.dump"}).isEmpty());
    QCOMPARE(snapshots.entryList({"*.data"}).size(), 5);
  }

  void annealAndHeat() {
    QTemporaryDir parent;
    const std::filesystem::path folder = parent.path().toStdString();
    Anneal anneal{600.0, 0.4, 2, 0};
    const auto kept =
        runSimulation(requestOf("anneal", scheduleOf(anneal, 54), lattice("Cu", 54), folder / "a"),
                      {}, RunContext());
    QCOMPARE(kept.snapshots.size(), std::size_t(2));
    QCOMPARE(kept.snapshots[0].temperatureK, 600.0);
    QVERIFY(!kept.transition);
    double sum = 0.0;
    for (const auto& line : kept.thermo)
      sum += line.volumeA3;
    QVERIFY(std::abs(kept.volumeA3 - sum / double(kept.thermo.size())) < 1e-9);
    Heating heating{1e15, 300.0, 900.0, 3, 0};
    const auto heated =
        runSimulation(requestOf("heat", scheduleOf(heating, 54), lattice("Cu", 54), folder / "h"),
                      {}, RunContext());
    QCOMPARE(heated.snapshots.size(), std::size_t(3));
    QVERIFY(std::abs(heated.snapshots[0].temperatureK - 500.0) < 1e-9);
    QVERIFY(std::abs(heated.snapshots[2].temperatureK - 900.0) < 1e-9);
    // A mean over all temperatures would be the volume of none.
    QCOMPARE(heated.volumeA3, heated.thermo.back().volumeA3);
    QVERIFY(std::abs(heated.densityGPerCm3 - 63.546 / 0.602214076 / heated.volumeA3) < 1e-3);
  }

  void errorsOfLammpsInWords() {
    QTemporaryDir parent;
    auto request = requestOf("anneal", scheduleOf(Anneal{600.0, 0.4, 0, 0}, 54),
                             lattice("Zr50Cu50", 54), parent.filePath("run").toStdString());
    request.potential = potentialNamed("pair_style lj/cut 6.5; pair_coeff 1 1 0.4 2.3");
    const auto error = test::errorOf([&] { runSimulation(request, {}, RunContext()); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::Failed);
    const std::string words = error->what();
    QVERIFY2(words.find("does not name every pair") != std::string::npos, words.c_str());
    QVERIFY(words.find("log.lammps") != std::string::npos);
    const auto record = nlohmann::json::parse(files::readText(request.folder / "run.json"));
    QCOMPARE(record.at("state").get<std::string>(), std::string("failed"));
    QCOMPARE(record.at("words").get<std::string>(), words);
  }
};

QTEST_GUILESS_MAIN(TestRuns)
#include "tst_runs.moc"
