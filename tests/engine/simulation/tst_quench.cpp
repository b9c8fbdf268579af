#include "engine/alloy/formula.h"
#include "engine/atomistic/structure_file.h"
#include "engine/core/error.h"
#include "engine/files/text_file.h"
#include "engine/process/child.h"
#include "engine/simulation/potential_library.h"
#include "engine/simulation/quench.h"
#include "tests/support/error_of.h"

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace vitrine;
using namespace vitrine::simulation;

namespace {

constexpr const char* kCuZr = "CuZr_mm.eam.fs";

bool hasLammps() {
  return process::findProgram("lmp").has_value() &&
         std::filesystem::exists(std::filesystem::path("/usr/share/lammps/potentials") / kCuZr);
}

/// 128 atoms, a few hundred steps.
QuenchRequest smallQuench(const std::filesystem::path& folder) {
  QuenchRequest request(alloy::compositionOf("Zr44Cu56"));
  request.potential = potentialNamed(kCuZr);
  request.settings.rateKPerS = 2e15;
  request.settings.meltPs = 0.4;
  request.settings.holdPs = 0.2;
  request.settings.snapshots = 2;
  request.settings.frames = 4;
  request.atoms = 128;
  request.seed = 3;
  request.lmp = lammpsProgram();
  request.folder = folder;
  request.program = "test";
  return request;
}

}  // namespace

class TestQuench : public QObject {
  Q_OBJECT

 private slots:
  void makesAGlassInAFolder() {
    if (!hasLammps())
      QSKIP("lmp and the potentials of lammps-data are not installed");
    QTemporaryDir parent;
    const std::filesystem::path folder = parent.filePath("run").toStdString();
    std::vector<Thermo> told;
    std::vector<Frame> frames;
    std::vector<double> progress;
    RunContext::Options options;
    options.progress = [&](double fraction) { progress.push_back(fraction); };
    const auto result = quench(
        smallQuench(folder),
        {[&](const Thermo& line) { told.push_back(line); },
         [&](const Frame& frame) {
           frames.push_back(frame);
           // Whole when it is named.
           QCOMPARE(atomistic::readStructure(folder / frame.file).types.size(), std::size_t(128));
         }},
        RunContext(std::move(options)));

    // The way: melt, quench, hold, one line for each step of the schedule.
    QCOMPARE(told.size(), result.thermo.size());
    QVERIFY(std::is_sorted(told.begin(), told.end(),
                           [](const Thermo& a, const Thermo& b) { return a.timePs < b.timePs; }));
    QCOMPARE(told.front().stage, std::string("melt"));
    QCOMPARE(told.front().temperatureK, 2000.0);
    QCOMPARE(told.back().stage, std::string("hold"));
    // 740 steps in four parts of whole lines: 0, 190, 380, 570.
    QCOMPARE(frames.size(), std::size_t(4));
    QCOMPARE(frames.back().file, std::string("frames/000000570.dump"));
    QCOMPARE(frames.back().timePs, 570 * 0.002);
    QCOMPARE(progress.back(), 1.0);
    QVERIFY(std::is_sorted(progress.begin(), progress.end()));

    // The glass: as dense as the metals it is made of (11.8 and 23.3 Å^3: 16.9), within 6 %.
    const auto inherent =
        atomistic::withElements(atomistic::readStructure(folder / "inherent.data"));
    QCOMPARE(std::count(inherent.species.begin(), inherent.species.end(), 29), 72);
    QCOMPARE(std::count(inherent.species.begin(), inherent.species.end(), 40), 56);
    QVERIFY(std::abs(inherent.cell.volume() / 128.0 - 16.9) < 1.0);
    QVERIFY(std::abs(atomistic::densityOf(inherent) - result.inherentDensityGPerCm3) < 1e-3);
    // A minimum lies below what it was found from, and has no pressure.
    const auto& minimum = result.inherent;
    QVERIFY(minimum.energyEV < told.back().energyEV);
    QVERIFY(std::abs(minimum.pressureGPa) < 0.05);
    QCOMPARE(result.snapshots.size(), std::size_t(2));
    for (const auto& snapshot : result.snapshots) {
      QVERIFY2(std::abs(snapshot.pressureGPa) < 0.05,
               qPrintable(QString::number(snapshot.pressureGPa)));
      QVERIFY(std::abs(snapshot.energyEV - minimum.energyEV) < 0.1);
      QCOMPARE(atomistic::readStructure(folder / snapshot.file).types.size(), std::size_t(128));
    }
    QVERIFY(std::abs(result.snapshots[1].temperatureK - 300.0) < 1e-9);

    const auto record = nlohmann::json::parse(files::readText(folder / "run.json"));
    QCOMPARE(record.at("state").get<std::string>(), std::string("finished"));
    QCOMPARE(record.at("result").at("snapshots").size(), std::size_t(2));
    QCOMPARE(record.at("atoms").at("Cu").get<int>(), 72);
  }

  void refusesAFolderThatHoldsARun() {
    if (!hasLammps())
      QSKIP("lmp and the potentials of lammps-data are not installed");
    QTemporaryDir folder;
    QFile(folder.filePath("run.json")).open(QIODevice::WriteOnly);
    const auto error =
        test::errorOf([&] { quench(smallQuench(folder.path().toStdString()), {}, RunContext()); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::InvalidInput);
  }

  void aProgramThatIsNotThere() {
    const auto error = test::errorOf([] { lammpsProgram("no-such-lmp"); });
    QVERIFY(error);
    QVERIFY(std::string(error->what()).find("apt install lammps") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(TestQuench)
#include "tst_quench.moc"
