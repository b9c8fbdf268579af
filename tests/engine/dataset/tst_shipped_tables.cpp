// The tables that come with the program: they read without a flaw, name their sources, and agree
// with what is known of them.

#include "engine/core/error.h"
#include "engine/dataset/table_io.h"
#include "engine/files/references.h"
#include "engine/files/samples.h"
#include "tests/support/paths.h"

#include <QTest>

#include <cmath>
#include <map>

using namespace vitrine;

class TestShippedTables : public QObject {
  Q_OBJECT

 private slots:
  void tables() {
    const auto references = files::readReferences(test::resourceDir() / "references.json");
    const auto folder = test::resourceDir() / "tables";
    const auto tables = files::readSampleTables(folder / "tables.json");
    QVERIFY(!tables.empty());
    for (const auto& sample : tables) {
      QVERIFY2(references.contains(sample.source), sample.source.c_str());
      QVERIFY(!sample.title.empty() && !sample.description.empty());
      const dataset::Table table = dataset::readTable(folder / sample.file);
      QCOMPARE(table.skippedRows, std::size_t{0});
      QVERIFY(table.unread.empty());
      QVERIFY(table.rows.size() > 100);
    }
  }

  /// Melting points of the elements: Dinsdale, Calphad 15, 317 (1991). Co-Ni and Co-Fe: an
  /// independent evaluator with mpea-02b, whose liquids of these systems are the same assessments
  /// (Fernandez Guillermet 1987; Ohnuma et al. 2002).
  void computedMelting() {
    const auto table =
        dataset::readTable(test::resourceDir() / "tables" / "Co-Cr-Fe-Ni-mf-steel.csv");
    const auto solidus = table.column("Ts_K");
    const auto liquidus = table.column("Tl_K");
    QVERIFY(solidus && liquidus);
    std::map<std::string, double> known{
        {"Co100", 1768.0},    {"Cr100", 2180.0},    {"Fe100", 1811.0},    {"Ni100", 1728.2},
        {"Co75Ni25", 1753.4}, {"Co50Ni50", 1741.7}, {"Co25Ni75", 1733.3}, {"Co75Fe25", 1748.4},
        {"Co50Fe50", 1751.5}, {"Co25Fe75", 1765.2}};
    for (const auto& row : table.rows) {
      const double tl = *row.values[*liquidus];
      QVERIFY2(*row.values[*solidus] <= tl, row.formula.c_str());
      QVERIFY2(tl > 1600.0 && tl < 2181.0, row.formula.c_str());
      const auto found = known.find(row.formula);
      if (found == known.end())
        continue;
      QVERIFY2(std::abs(tl - found->second) < 1.0, row.formula.c_str());
      known.erase(found);
    }
    QVERIFY(known.empty());
  }

  void badListsAreRefused() {
    for (const char* json : {"[", R"({"tables": 1})", R"({"tables": [{"title": "a"}]})"})
      QVERIFY_THROWS_EXCEPTION(Error, files::parseSampleTables(json, "tables.json"));
  }
};

QTEST_GUILESS_MAIN(TestShippedTables)
#include "tst_shipped_tables.moc"
