#include "engine/barcode/glass_list.h"
#include "tests/support/error_of.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace vitrine;
using namespace vitrine::barcode;

class TestGlassList : public QObject {
  Q_OBJECT

 private slots:
  void tableNamesFilesEnergiesAndGroups() {
    const auto list = parseGlassTable(
        "file,energy_eV_per_atom,group,potential\na.data,-4.68,slow,P\nsub/b.xyz,,,P\n", "/glasses",
        "mine");
    QVERIFY(potentialsOf(list) == std::vector<std::string>{"P"});
    QCOMPARE(list.glasses.size(), std::size_t{2});
    QCOMPARE(list.glasses[0].file, std::filesystem::path("/glasses/a.data"));
    QCOMPARE(list.glasses[0].energyEvPerAtom.value(), -4.68);
    QCOMPARE(list.glasses[0].group, std::string("slow"));
    QCOMPARE(list.glasses[1].file, std::filesystem::path("/glasses/sub/b.xyz"));
    QVERIFY(!list.glasses[1].energyEvPerAtom);
    QCOMPARE(list.glasses[1].group, std::string("mine"));
  }

  void badTablesAreRefused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("empty") << QByteArray() << QByteArray("empty");
    QTest::newRow("no file") << QByteArray("a,b\n1,2\n") << QByteArray("\"file\"");
    QTest::newRow("no name") << QByteArray("file,group\n,g\n") << QByteArray("Line 2");
    QTest::newRow("energy") << QByteArray("file,energy_eV\nx,low\n") << QByteArray("Line 2");
  }
  void badTablesAreRefused() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, word);
    const auto error =
        test::errorOf([&] { parseGlassTable(std::string_view(text.data(), text.size()), "", ""); });
    QVERIFY(error && error->code() == ErrorCode::InvalidInput);
    QVERIFY2(QByteArray(error->what()).contains(word), error->what());
  }

  void foldersOfRunsAreFoundBelow() {
    QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    for (const char* name : {"b", "a"}) {
      const auto run = root / "rates" / name;
      std::filesystem::create_directories(run);
      std::ofstream(run / "inherent.csv")
          << "file,time_ps,temperature_K,energy_eV,volume_A3,pressure_GPa\n"
             "inherent.data,6,300,-4.67,17.2,0\n"
             "snapshots/000001000.data,2,1500,-4.61,17.9,0\n"
             "snapshots/000002000.data,4,1400,-4.6";
      std::ofstream(run / "run.json") << R"({"potential": {"name": "P"}, "result": {}})";
    }
    const auto list = readGlassList(root);
    QCOMPARE(list.glasses.size(), std::size_t{4});
    QCOMPARE(list.glasses[0].file, root / "rates/a/inherent.data");
    QCOMPARE(list.glasses[0].energyEvPerAtom.value(), -4.67);
    QCOMPARE(list.glasses[1].file, root / "rates/a/snapshots/000001000.data");
    QCOMPARE(list.glasses[1].energyEvPerAtom.value(), -4.61);
    QCOMPARE(list.glasses[1].group, list.glasses[0].group);
    QCOMPARE(list.glasses[0].group, (root.filename() / "rates/a").string());
    QCOMPARE(list.glasses[2].group, (root.filename() / "rates/b").string());
    const std::vector<std::string> potentials{"Q", "P"};
    QCOMPARE(energyInRun(root / "rates/b/snapshots/000001000.data", potentials).value(), -4.61);
    QCOMPARE(energyInRun(root / "rates/b/inherent.data", potentials).value(), -4.67);
    // Of another potential, of the state that was minimised, of no run.
    QVERIFY(!energyInRun(root / "rates/b/inherent.data", std::vector<std::string>{"Q"}));
    QVERIFY(!energyInRun(root / "rates/b/glass.data", potentials));
    QVERIFY(!energyInRun(root / "inherent.data", potentials));
    std::ofstream(root / "rates" / "b" / "run.json") << "{";
    QVERIFY(!energyInRun(root / "rates/b/inherent.data", potentials));
    std::ofstream(root / "rates" / "b" / "run.json")
        << R"({"potential": {"name": "P"}, "result": {}})";
    // A slash at the end changes nothing.
    QCOMPARE(readGlassList(root / "").glasses[0].group, list.glasses[0].group);
    QVERIFY(potentialsOf(list) == std::vector<std::string>{"P"});
    QVERIFY(list.notes.empty());
    // A run that was broken off.
    std::ofstream(root / "rates" / "b" / "run.json")
        << R"({"state": "cancelled", "potential": {"name": "P"}})";
    const auto broken = readGlassList(root);
    QCOMPARE(broken.glasses.size(), std::size_t{4});
    QCOMPARE(broken.notes.size(), std::size_t{1});
    QVERIFY(broken.notes.front().find("rates/b") != std::string::npos);
  }

  void energyForEachAtomComesFirst() {
    const auto list =
        parseGlassTable("file,energy_eV,energy_eV_per_atom\na.data,-9360,-4.68\n", "", "");
    QCOMPARE(list.glasses[0].energyEvPerAtom.value(), -4.68);
  }

  void namedTwiceIsRefused() {
    auto list = parseGlassTable("file\na.data\n", "/glasses", "one");
    checkEachOnce(list);
    list.add(parseGlassTable("file\nsub/../a.data\n", "/glasses", "two"));
    const auto error = test::errorOf([&] { checkEachOnce(list); });
    QVERIFY(error && std::string(error->what()).find("named twice") != std::string::npos);
  }

  void energiesOfOtherPotentialsAreForgotten() {
    const auto table = "file,energy_eV_per_atom,potential\na,-4.6,P\nb,-4.8,Q\nc,-4.7,\n";
    auto list = parseGlassTable(table, "", "");
    keepEnergiesOf(list, std::vector<std::string>{"P"});
    QVERIFY(list.glasses[0].energyEvPerAtom && !list.glasses[1].energyEvPerAtom);
    QVERIFY(list.glasses[2].energyEvPerAtom);
    QCOMPARE(list.notes.size(), std::size_t{1});
    QVERIFY(list.notes.front().find("potential Q") != std::string::npos);
    // A model that does not know its potential refuses none.
    auto all = parseGlassTable(table, "", "");
    keepEnergiesOf(all, {});
    QVERIFY(all.glasses[1].energyEvPerAtom && all.notes.empty());
  }

  void damagedRecordsAreRefused() {
    for (const char* text : {"", "{", "[]", R"({"potential": {"name": 3}})"}) {
      const auto error = test::errorOf([&] { parseRunRecord(text); });
      QVERIFY2(error && error->code() == ErrorCode::Damaged, text);
    }
  }

  void emptyFoldersAndOtherFiles() {
    QTemporaryDir folder;
    const auto error = test::errorOf([&] { readGlassList(folder.path().toStdString()); });
    QVERIFY(error && std::string(error->what()).find("--snapshots") != std::string::npos);
    const auto one = readGlassList("/nowhere/glass.data");
    QCOMPARE(one.glasses.size(), std::size_t{1});
    QVERIFY(!one.glasses.front().energyEvPerAtom);
    QVERIFY(test::errorOf([] { readGlassList("/nowhere/glasses.csv"); }).has_value());
  }
};

QTEST_APPLESS_MAIN(TestGlassList)
#include "tst_glass_list.moc"
