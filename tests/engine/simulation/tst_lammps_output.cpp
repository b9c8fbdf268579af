#include "engine/simulation/lammps_output.h"
#include "engine/simulation/lammps_words.h"

#include <QTest>

#include <vector>

using namespace vitrine::simulation;

class TestLammpsOutput : public QObject {
  Q_OBJECT

 private slots:
  void followsARun() {
    std::vector<std::string> stages;
    std::vector<ThermoLine> lines;
    std::vector<Minimum> minima;
    LammpsOutput output({[&](const std::string& stage) { stages.push_back(stage); },
                         [&](const ThermoLine& line) { lines.push_back(line); },
                         [&](const Minimum& minimum) { minima.push_back(minimum); }});
    for (const char* line :
         {"LAMMPS (29 Sep 2021 - Update 2)", "OMP_NUM_THREADS environment is not set.",
          "vitrine: stage melt", "Step Temp PotEng Volume Press Pxy ",
          "       0         2000 -9000.5 34000 12000 -5 ", "WARNING: something (src/x.cpp:1)",
          "      10      1990.25 -8999 34001.5 -11000 6.5 ", "      20   nan nan 34000 nan nan",
          "Loop time of 3.6 on 1 procs for 300 steps with 2000 atoms", "1 2 3 4 5 6",
          "vitrine: minimise inherent.data", "Step Temp PotEng Volume Press Pxy ",
          "      30 0 -9300 34000 0 0 ", "Loop time of 1 on 1 procs for 300 steps",
          "vitrine: minimum -9330.25 34384.5 -12.5", "vitrine: wrote inherent.data"})
      output.take(line);
    QCOMPARE(output.version(), std::string("29 Sep 2021 - Update 2"));
    QCOMPARE(stages, std::vector<std::string>{"melt"});
    QCOMPARE(lines.size(), std::size_t(2));
    QCOMPARE(lines[1].step, 10);
    QCOMPARE(lines[1].temperatureK, 1990.25);
    QCOMPARE(lines[1].energyEV, -8999.0);
    QCOMPARE(lines[1].volumeA3, 34001.5);
    QCOMPARE(lines[1].pressureBar, -11000.0);
    QCOMPARE(lines[1].pressureXyBar, 6.5);
    QCOMPARE(minima.size(), std::size_t(1));
    QCOMPARE(minima[0].file, std::string("inherent.data"));
    QCOMPARE(minima[0].energyEV, -9330.25);
    QCOMPARE(minima[0].volumeA3, 34384.5);
    QVERIFY(!output.done());
    output.take("vitrine: done");
    QVERIFY(output.done());
    QVERIFY(output.error().empty());
  }

  void errors() {
    LammpsOutput output({});
    output.take("ERROR: Lost atoms: original 2000 current 1999 (src/thermo.cpp:438)");
    output.take("Last command: run 100");
    QCOMPARE(output.error(), std::string("Lost atoms: original 2000 current 1999"));
    QCOMPARE(output.lastCommand(), std::string("run 100"));
    QVERIFY(meaningOf(output.error()).find("flew apart") != std::string::npos);
    QVERIFY(meaningOf("Nobody ever saw this").empty());

    LammpsOutput parallel({});
    parallel.take(
        "ERROR on proc 0: cannot open eam/fs potential file x: No such file (src/a.cpp:1)");
    QCOMPARE(parallel.error(), std::string("cannot open eam/fs potential file x: No such file"));
  }
};

QTEST_GUILESS_MAIN(TestLammpsOutput)
#include "tst_lammps_output.moc"
