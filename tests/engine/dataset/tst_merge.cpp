#include "engine/dataset/merge.h"
#include "engine/dataset/table_io.h"

#include <QTest>

#include <cmath>
#include <span>
#include <string_view>
#include <vector>

using namespace vitrine;
using namespace vitrine::dataset;

namespace {

Table tableOf(std::string_view text, const char* name) {
  const auto bytes = std::as_bytes(std::span(text));
  return parseTable({bytes.begin(), bytes.end()}, name);
}

}  // namespace

class TestMerge : public QObject {
  Q_OBJECT

 private slots:
  void policies_data() {
    QTest::addColumn<int>("policy");
    QTest::addColumn<double>("tg");  ///< of three reports 690, 700 and 760; NaN where dropped
    QTest::newRow("median") << int(MergePolicy::Median) << 700.0;
    QTest::newRow("first") << int(MergePolicy::First) << 690.0;
    QTest::newRow("drop") << int(MergePolicy::DropBeyond) << std::nan("");
  }
  void policies() {
    QFETCH(int, policy);
    QFETCH(double, tg);
    const std::vector<Table> tables = {
        tableOf("formula,Tg_K,Dmax_mm\nZr50Cu40Al10,690,5\nPd40Ni40P20,575,\n", "one"),
        tableOf("formula,Tg_K,source\nCu40Zr50Al10,700,smith\nAl10Zr50Cu40,760,jones\n", "two")};
    MergeOptions options;
    options.policy = MergePolicy(policy);
    const MergedTable merged = mergeTables(tables, options);
    QCOMPARE(merged.table.rows.size(), std::size_t{2});
    QCOMPARE(merged.table.columns.size(), std::size_t{2});
    const Row& row = merged.table.rows[0];
    QCOMPARE(row.formula, std::string("Zr50Cu40Al10"));
    QCOMPARE(row.source, std::string("one+smith+jones"));
    QCOMPARE(row.values[0].has_value(), !std::isnan(tg));
    if (row.values[0])
      QCOMPARE(*row.values[0], tg);
    QCOMPARE(row.values[1], std::optional(5.0));
    QCOMPARE(merged.origins[0].size(), std::size_t{3});
    QCOMPARE(merged.origins[0][2].table, std::size_t{1});
    QCOMPARE(merged.origins[0][2].row, std::size_t{1});
    QCOMPARE(merged.conflicts.size(), std::size_t{1});
    QCOMPARE(merged.conflicts[0].lowest, 690.0);
    QCOMPARE(merged.conflicts[0].highest, 760.0);
    QCOMPARE(merged.conflicts[0].dropped, std::isnan(tg));
    QCOMPARE(*merged.table.rows[1].values[0], 575.0);
    QCOMPARE(sharedRows(merged), std::size_t{1});
    const auto reports = reportsOf(tables, merged, 0, 0);
    QCOMPARE(reports.size(), std::size_t{3});
    QCOMPARE(reports[0].value, 690.0);
    QCOMPARE(reports[2].value, 760.0);
    QCOMPARE(reports[2].origin.row, std::size_t{1});
  }

  void copiesOfOneReportCountOnce() {
    const Table table =
        tableOf("formula,Tg_K\nZr50Cu50,660\nZr50Cu50,660\nZr50Cu50,660\nZr50Cu50,668\n", "a");
    QCOMPARE(*mergeTables({&table, 1}).table.rows.at(0).values[0], 664.0);
  }

  void thresholdsAreFractions() {
    const Table table = tableOf("formula,Tg_K\nZr50Cu50,660\nZr50Cu50,670\n", "a");
    MergeOptions options;
    options.policy = MergePolicy::DropBeyond;
    options.threshold = 0.01;
    QVERIFY(!mergeTables({&table, 1}, options).table.rows.at(0).values[0].has_value());
    options.threshold = 0.02;
    QCOMPARE(*mergeTables({&table, 1}, options).table.rows.at(0).values[0], 665.0);
  }

  void celsiusJoinsKelvin() {
    const std::vector<Table> tables = {tableOf("formula,Tg_K\nZr50Cu50,668\n", "a"),
                                       tableOf("formula,Tg_C\nZr60Cu40,380\n", "b")};
    const MergedTable merged = mergeTables(tables);
    QCOMPARE(merged.table.columns.size(), std::size_t{1});
    QVERIFY(std::abs(*merged.table.rows.at(1).values[0] - 653.15) < 1e-9);
    QVERIFY(std::abs(reportsOf(tables, merged, 1, 0).at(0).value - 653.15) < 1e-9);
    QCOMPARE(sharedRows(merged), std::size_t{0});
  }

  void columnsOfOneTableOnly() {
    const std::vector<Table> tables = {tableOf("formula,Tg_K\nZr50Cu50,668\n", "a"),
                                       tableOf("formula,G_GPa\nZr60Cu40,32\n", "b")};
    const MergedTable merged = mergeTables(tables);
    QCOMPARE(merged.table.columns.size(), std::size_t{2});
    QVERIFY(!merged.table.rows.at(0).values[1].has_value());
    QVERIFY(!merged.table.rows.at(1).values[0].has_value());
    QVERIFY(mergeTables({}).table.rows.empty());
  }
};

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
