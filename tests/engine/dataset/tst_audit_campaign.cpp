// Defects of every kind, put into a table of measured glasses: how many are found, and what is said
// of the rows without a defect. The thresholds of the checks were chosen with other seeds.

#include "engine/dataset/audit.h"
#include "engine/dataset/table_io.h"
#include "tests/engine/dataset/defects.h"
#include "tests/support/paths.h"

#include <QTest>

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

using namespace vitrine;
using namespace vitrine::dataset;
using namespace vitrine::test;

namespace {

constexpr std::size_t kDefects = 20;
constexpr std::uint64_t kSeed = 2026;
constexpr int kTables = 20;  ///< of each kind, with twenty defects in each

/// Rows of the published table that are wrong as they stand: Cu42.34Ti32.38Ni9.28Hf8.4Zr7.6 with Tg
/// 482 K beside Tx 722 K (no other glass of the table has Tg / Tx below 0.78), and two whose
/// amounts were divided by a sum far from 100: Y68.29Al29.27Co2.44 (56 : 24 : 2) and
/// Ti43.476Cu27.827Ni26.087Sn2.61 (50 : 32 : 30 : 3).
const std::set<std::size_t> kTrueFlaws{471, 1131, 1201};

/// Lines of which anything is said.
std::set<std::size_t> linesOf(const std::vector<Flaw>& flaws) {
  std::set<std::size_t> lines;
  for (const Flaw& flaw : flaws)
    if (flaw.line)
      lines.insert(*flaw.line);
  return lines;
}

bool says(const std::vector<Flaw>& flaws, FlawKind kind, std::string_view column) {
  for (const Flaw& flaw : flaws)
    if (flaw.kind == kind && !flaw.row && flaw.column && column == std::to_string(*flaw.column))
      return true;
  return false;
}

/// Splits by alloy system. Some alloys stay near one of the other part: those with a trace of a
/// further element.
std::pair<TextTable, TextTable> apart(const TextTable& all) {
  std::pair<TextTable, TextTable> parts;
  parts.first.header = parts.second.header = all.header;
  std::map<std::string, bool> isSecond;
  Random random(7);
  for (const auto& row : all.rows) {
    const auto system = alloy::alloySystem(alloy::compositionOf(row[0]));
    const auto [entry, isNew] = isSecond.try_emplace(system, false);
    if (isNew)
      entry->second = random.below(5) == 0;
    (entry->second ? parts.second : parts.first).rows.push_back(row);
  }
  return parts;
}

}  // namespace

class TestAuditCampaign : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    const auto file = sharedDir() / "data" / "thermal" / "thermal.csv";
    if (!std::filesystem::exists(file))
      QSKIP("the thermal data set is not beside the checkout");
    m_clean = textTableOf(readTable(file));
    for (const std::size_t line : linesOf(auditOf(m_clean)))
      m_ownFlaws.insert(line);
    qInfo("clean table: something is said of %zu of %zu rows", m_ownFlaws.size(),
          m_clean.rows.size());
  }

  /// What is said of single rows of the published table counts as false alarms here, although some
  /// of it is true (a Tg of 482 K beside a Tx of 722 K).
  void cleanRowsStayClean() { QVERIFY(500 * m_ownFlaws.size() <= m_clean.rows.size()); }

  void findsDefectsInRows_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("least");
    for (std::size_t i = 0; i < kinds().size(); ++i)
      QTest::newRow(kinds()[i].name) << int(i) << kinds()[i].least;
  }
  void findsDefectsInRows() {
    QFETCH(int, kind);
    QFETCH(double, least);
    std::size_t found = 0;
    std::size_t alarms = 0;
    std::size_t cleanRows = 0;
    for (int t = 0; t < kTables; ++t) {
      const Injected defects = injected(m_clean, kinds()[kind].inject, kDefects, kSeed + t);
      const auto lines = linesOf(auditOf(defects.table));
      std::set<std::size_t> defective;
      for (const auto& ofDefect : defects.lines) {
        bool isFound = false;
        for (const std::size_t line : ofDefect) {
          // What is said of a row anyhow is not found.
          isFound = isFound || (lines.count(line) > 0 && m_ownFlaws.count(line) == 0);
          defective.insert(line);
        }
        found += isFound ? 1 : 0;
      }
      cleanRows += defects.table.rows.size() - defective.size();
      for (const std::size_t line : lines)
        alarms += defective.count(line) == 0 && kTrueFlaws.count(line) == 0 ? 1 : 0;
    }
    const double share = static_cast<double>(found) / (kTables * double(kDefects));
    const double rate = 500.0 * static_cast<double>(alarms) / static_cast<double>(cleanRows);
    qInfo("%s: %.1f %% found, %.2f alarms in 500 clean rows", kinds()[kind].name, 100.0 * share,
          rate);
    QVERIFY(share >= least);
    QVERIFY(rate <= 1.0);
  }

  /// Tg shuffled over the rows; Tg once more under the name of Tx; Tl replaced by the mean melting
  /// temperature with a wrong element and 2 K of noise.
  void findsDefectsOfColumns() {
    int scrambled = 0;
    int copied = 0;
    int linear = 0;
    for (std::size_t i = 0; i < kDefects; ++i) {
      Random random(kSeed + i);
      TextTable table = m_clean;
      const std::size_t cell = defects::kTg + i % 3;
      std::vector<std::string> values;
      for (const auto& row : table.rows)
        values.push_back(row[cell]);
      random.shuffle(values);
      for (std::size_t r = 0; r < table.rows.size(); ++r)
        table.rows[r][cell] = values[r];
      scrambled += says(auditOf(table), FlawKind::ScrambledTarget, std::to_string(cell - 1));

      table = m_clean;
      const std::size_t other = defects::kTg + (i + 1) % 3;
      for (auto& row : table.rows)
        row[cell] = row[other];
      copied +=
          says(auditOf(table), FlawKind::CopiedColumn, std::to_string(std::max(cell, other) - 1));

      table = m_clean;
      for (std::size_t r = 0; r < table.rows.size(); ++r) {
        double mean = 2.0 * random.normal();
        const auto composition = alloy::compositionOf(table.rows[r][0]);
        for (const alloy::Share& share : composition.shares()) {
          const double known = alloy::element(share.atomicNumber).meltingPointK.value_or(1000.0);
          mean += share.amount * (share.atomicNumber == 40 ? 1128.0 : known);
        }
        table.rows[r][defects::kTl] = textOf(mean, 2);
      }
      for (const Flaw& flaw : auditOf(table)) {
        if (flaw.kind != FlawKind::LinearTarget || flaw.column != defects::kTl - 1)
          continue;
        for (const EndMember& end : flaw.endMembers)
          if (end.atomicNumber == 40)  // zirconium melts at 2128 K
            linear += std::abs(end.implied - 1128.0) < 5.0 && end.known == 2128.0 ? 1 : 0;
      }
    }
    qInfo("columns: scrambled %d, copied %d, linear %d of %zu", scrambled, copied, linear,
          kDefects);
    QVERIFY(scrambled >= 19);
    QVERIFY(copied >= 19);
    QVERIFY(linear >= 19);
  }

  /// A test table with alloys of the training table, one or two amounts changed by at most 0.5
  /// at.%.
  void findsNearDuplicatesOfAnotherTable() {
    const auto [train, test] = apart(m_clean);
    std::vector<Table> tables = {train.parsed("train"), test.parsed("test")};
    const auto near = [&] {
      std::set<std::size_t> lines;
      for (const Flaw& flaw : audit(tables))
        if (flaw.kind == FlawKind::NearDuplicate && flaw.table == 1)
          lines.insert(*flaw.line);
      return lines;
    };
    const auto before = near();
    TextTable more = test;
    Random random(kSeed);
    for (std::size_t i = 0; i < kDefects; ++i) {
      const std::size_t row = random.below(train.rows.size());
      auto amounts = defects::percentOf(train, row);
      const double change = 0.5 * random.uniform();
      amounts.front().amount += change;
      amounts.back().amount -= amounts.back().amount > 1.0 ? change : 0.0;
      more.rows.push_back(train.rows[row]);
      more.rows.back()[0] = defects::formulaOf(amounts, 2);
    }
    tables[1] = more.parsed("test");
    const auto after = near();
    qInfo("near duplicates: %zu before, %zu after %zu were added", before.size(), after.size(),
          kDefects);
    QVERIFY(after.size() >= before.size() + 19);
  }

 private:
  struct Kind {
    const char* name;
    Inject inject;
    double least;
  };
  /// By weight with one decimal, the aim of 95 % is missed: where amounts are written that coarsely
  /// and the alloys around say little, nothing tells the two readings apart without false alarms.
  static const std::vector<Kind>& kinds() {
    using namespace defects;
    static const std::vector<Kind> all{
        {"unreadable formula", unreadableFormula, 0.95},
        {"unreadable value", unreadableValue, 0.95},
        {"sum off", sumOff, 0.95},
        {"duplicate", duplicate, 0.95},
        {"contradicting duplicate", contradiction, 0.95},
        {"impossible order", order, 0.95},
        {"decimal point", decimalPoint, 0.95},
        {"unit slip", unitSlip, 0.95},
        {"copied cell", copiedCell, 0.95},
        {"by weight, 2 decimals",
         [](TextTable& t, std::size_t r, Random&) { return byWeight(t, r, 2); }, 0.95},
        {"by weight, 1 decimal",
         [](TextTable& t, std::size_t r, Random&) { return byWeight(t, r, 1); }, 0.9},
    };
    return all;
  }

  static std::vector<Flaw> auditOf(const TextTable& table) {
    const Table parsed = table.parsed();
    return audit({&parsed, 1});
  }

  TextTable m_clean;
  std::set<std::size_t> m_ownFlaws;  ///< lines of the published table that are spoken of
};

QTEST_GUILESS_MAIN(TestAuditCampaign)
#include "tst_audit_campaign.moc"
