#include "engine/atomistic/structure_file.h"
#include "engine/core/error.h"
#include "engine/process/child.h"
#include "tests/engine/simulation/small_runs.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <stop_token>

using namespace vitrine;
using namespace vitrine::simulation;
using test::lattice;
using test::requestOf;

class TestShear : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    if (!process::findProgram("lmp"))
      QSKIP("lmp is not installed");
  }

  /// Sheared along its axes cold copper resists by its modulus C44: 75 GPa at room temperature and
  /// 82 GPa near 0 K (W. C. Overton and J. Gaffney, Phys. Rev. 98, 969 (1955)).
  void copperResistsByItsShearModulus() {
    Shear wish;
    wish.temperatureK = 20.0;
    wish.ratePerS = 1e10;
    wish.strain = 0.02;
    wish.restPs = 2.0;
    wish.frames = 0;
    QTemporaryDir parent;
    const auto start = test::fccCopper(3.615, 4);
    const auto result = runSimulation(requestOf("shear", scheduleOf(wish, start.size()), start,
                                                parent.filePath("run").toStdString()),
                                      {}, RunContext());
    // The slope of the line that fits best.
    double count = 0.0, strains = 0.0, stresses = 0.0, squares = 0.0, products = 0.0;
    double begin = 0.0;
    for (const auto& line : result.thermo) {
      if (line.stage != "shear") {
        begin = line.timePs;
        continue;
      }
      const double strain = wish.ratePerS * 1e-12 * (line.timePs - begin);
      ++count;
      strains += strain;
      stresses += line.shearStressGPa;
      squares += strain * strain;
      products += strain * line.shearStressGPa;
    }
    QVERIFY(count >= 50);
    const double modulusGPa =
        (count * products - strains * stresses) / (count * squares - strains * strains);
    qInfo("C44 of copper at 20 K: %.1f GPa", modulusGPa);
    QVERIFY(modulusGPa > 65.0 && modulusGPa < 92.0);
  }

  /// The box leans by the strain, or by a whole edge less.
  void shearLeansTheBox() {
    Shear wish;
    wish.ratePerS = 1e11;
    wish.strain = 0.06;
    wish.restPs = 0.2;
    wish.snapshots = 2;
    wish.frames = 2;
    QTemporaryDir parent;
    const std::filesystem::path folder = parent.filePath("run").toStdString();
    auto start = lattice("Cu", 128);
    const auto result = runSimulation(
        requestOf("shear", scheduleOf(wish, 128), std::move(start), folder), {}, RunContext());
    const auto glass = atomistic::withElements(atomistic::readStructure(folder / "glass.data"));
    const auto& edges = glass.cell.edges();
    QVERIFY(std::abs(edges[1][0] / edges[1][1] - 0.06) < 1e-3);
    QVERIFY(std::abs(edges[0][1]) < 1e-9);
    QCOMPARE(result.snapshots.size(), std::size_t(2));
    const auto half =
        atomistic::withElements(atomistic::readStructure(folder / result.snapshots[0].file));
    QVERIFY(std::abs(half.cell.edges()[1][0] / half.cell.edges()[1][1] - 0.03) < 1e-3);
    // The volume stays, and the thermostat does not take the flow for heat.
    double temperature = 0.0;
    double count = 0.0;
    double volume = 0.0;
    for (const auto& line : result.thermo) {
      if (line.stage != "shear")
        continue;
      volume = volume == 0.0 ? line.volumeA3 : volume;
      QVERIFY(std::abs(line.volumeA3 - volume) < 1e-6);
      temperature += line.temperatureK;
      ++count;
    }
    QVERIFY(count > 20);
    QVERIFY(std::abs(temperature / count - 300.0) < 120.0);
    QCOMPARE(result.thermo.back().stage, std::string("shear"));
  }

  /// A sheared run that was stopped leans on from where it was.
  void aStoppedShearGoesOn() {
    Shear wish;
    wish.ratePerS = 1e11;
    wish.strain = 0.1;
    wish.restPs = 0.1;
    wish.frames = 0;
    Schedule schedule = scheduleOf(wish, 128);
    schedule.restartSteps = 50;
    QTemporaryDir parent;
    const std::filesystem::path folder = parent.filePath("run").toStdString();
    auto request = requestOf("shear", schedule, lattice("Cu", 128), folder);
    std::stop_source source;
    RunContext::Options options;
    options.stop = source.get_token();
    bool cancelled = false;
    try {
      runSimulation(request,
                    {[&](const Thermo& line) {
                       if (line.timePs > 0.6)
                         source.request_stop();
                     },
                     {}},
                    RunContext(std::move(options)));
    } catch (const Cancelled&) {
      cancelled = true;
    }
    QVERIFY(cancelled);
    request.resume = true;
    double first = 0.0;
    runSimulation(request,
                  {[&](const Thermo& line) { first = first == 0.0 ? line.timePs : first; }, {}},
                  RunContext());
    QVERIFY(first > 0.4);
    const auto glass = atomistic::withElements(atomistic::readStructure(folder / "glass.data"));
    const auto& edges = glass.cell.edges();
    QVERIFY2(std::abs(edges[1][0] / edges[1][1] - 0.1) < 2e-3,
             qPrintable(QString::number(edges[1][0] / edges[1][1])));
  }
};

QTEST_GUILESS_MAIN(TestShear)
#include "tst_shear.moc"
