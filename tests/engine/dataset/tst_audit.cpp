#include "engine/core/random.h"
#include "engine/dataset/audit.h"
#include "engine/dataset/composition_index.h"
#include "engine/dataset/linear_form.h"
#include "engine/dataset/table_io.h"
#include "tests/support/cancel_time.h"
#include "tests/support/error_of.h"
#include "tests/support/paths.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

using namespace vitrine;
using namespace vitrine::dataset;

namespace {

Table tableOf(std::string_view text, const char* name = "test") {
  const auto bytes = std::as_bytes(std::span(text));
  return parseTable({bytes.begin(), bytes.end()}, name);
}

std::vector<Flaw> auditOf(const Table& table) {
  return audit({&table, 1});
}

QString shown(const std::vector<Flaw>& flaws) {
  QStringList lines;
  for (const Flaw& flaw : flaws)
    lines << QStringLiteral("%1 %2 %3 %4")
                 .arg(flaw.line.value_or(0))
                 .arg(QString::fromLatin1(flawName(flaw.kind).data()),
                      QString::fromStdString(flaw.message),
                      QString::fromLatin1(actionName(flaw.fix.action).data()));
  return lines.join('\n');
}

/// Glasses of four elements whose temperatures are smooth functions of the composition, in K, with
/// some noise, written as whole numbers.
std::string smoothTable(std::size_t rows, std::uint64_t seed = 1) {
  Random random(seed);
  std::string text = "formula,Tg_K,Tx_K,Tl_K\n";
  for (std::size_t i = 0; i < rows; ++i) {
    const auto al = 5 + random.below(15);
    const auto ni = 3 + random.below(12);
    const auto cu = 10 + random.below(30);
    const auto zr = 100 - al - ni - cu;
    const double x = static_cast<double>(al), y = static_cast<double>(cu);
    const double tg = 600 + 4 * x + 1.5 * y + 0.03 * x * y + 4 * random.normal();
    text += "Zr" + std::to_string(zr) + "Cu" + std::to_string(cu) + "Al" + std::to_string(al) +
            "Ni" + std::to_string(ni) + "," + std::to_string(std::lround(tg)) + "," +
            std::to_string(std::lround(tg + 60 + 5 * random.normal())) + "," +
            std::to_string(std::lround(1.6 * tg + 60 + 8 * random.normal())) + "\n";
  }
  return text;
}

const Flaw* find(const std::vector<Flaw>& flaws, FlawKind kind, std::size_t line = 0) {
  const auto found = std::find_if(flaws.begin(), flaws.end(), [&](const Flaw& flaw) {
    return flaw.kind == kind && flaw.line.value_or(0) == line;
  });
  return found == flaws.end() ? nullptr : &*found;
}

}  // namespace

class TestAudit : public QObject {
  Q_OBJECT

 private slots:
  /// Iron melts at 1811 K; the melting column of this table has 1181 K, and its amounts are mass
  /// fractions although nothing says so.
  void namesTheWrongIronInRaosTable() {
    const auto file = test::sharedDir() / "data" / "rao2022_invar" / "Data_base.csv";
    if (!std::filesystem::exists(file))
      QSKIP("the Invar data set is not beside the checkout");
    const Table table = readTable(file);
    const auto flaws = auditOf(table);
    const auto mp = table.column("MP");
    QVERIFY(mp.has_value());
    const auto found = std::find_if(flaws.begin(), flaws.end(), [&](const Flaw& flaw) {
      return flaw.kind == FlawKind::LinearTarget && flaw.column == mp;
    });
    QVERIFY(found != flaws.end());
    QVERIFY(found->message.find("1181 K for Fe, whose melting point is 1811 K") !=
            std::string::npos);
    const std::vector<std::pair<int, double>> implied{{23, 2183}, {24, 2180}, {26, 1181},
                                                      {27, 1768}, {28, 1728}, {29, 1358}};
    QCOMPARE(found->endMembers.size(), implied.size());
    for (std::size_t i = 0; i < implied.size(); ++i) {
      QCOMPARE(found->endMembers[i].atomicNumber, implied[i].first);
      QVERIFY(std::abs(found->endMembers[i].implied - implied[i].second) < 0.5);
    }
    QCOMPARE(found->endMembers[2].known, std::optional(1811.0));
    const Flaw* byWeight = find(flaws, FlawKind::MassAtomic);
    QVERIFY(byWeight != nullptr);
    QCOMPARE(byWeight->fix.action, Fix::Action::ReadByWeight);
    // Once read by weight, the amounts are no longer complained of, the column still is.
    const auto again = auditOf(applied(table, {&byWeight->fix, 1}));
    QVERIFY(find(again, FlawKind::MassAtomic) == nullptr);
    QVERIFY(find(again, FlawKind::LinearTarget) != nullptr);
  }

  void smoothTablesAreClean() {
    const auto flaws = auditOf(tableOf(smoothTable(400)));
    QVERIFY2(std::none_of(flaws.begin(), flaws.end(),
                          [](const Flaw& flaw) {
                            return flaw.kind != FlawKind::Duplicate &&
                                   flaw.kind != FlawKind::LinearTarget;
                          }),
             qPrintable(shown(flaws)));
  }

  /// Aluminium melts at 933 K (CRC Handbook): far below a table of cobalt alloys, and right.
  void nearlyPureMetalsMeltLikeTheirElement() {
    std::string text = "formula,Tl_K\n";
    for (int ni = 5; ni <= 95; ni += 5)
      for (int fe = 0; fe + ni <= 95; fe += 5)
        text += "Co" + std::to_string(100 - ni - fe) + "Ni" + std::to_string(ni) +
                (fe > 0 ? "Fe" + std::to_string(fe) : "") + "," +
                std::to_string(1768 - ni / 3 - fe / 4) + "\n";
    const auto clean = auditOf(tableOf(text + "Al100,933.47\nAl97Co3,940\n"));
    for (const Flaw& flaw : clean)
      QVERIFY2(flaw.kind != FlawKind::UnitSlip && flaw.kind != FlawKind::Outlier,
               qPrintable(shown(clean)));
  }
  void emptyAndTinyTablesAreNoTrouble() {
    QVERIFY(auditOf(tableOf("formula,Tg_K\n")).empty());
    QVERIFY(auditOf(tableOf("formula\nZr50Cu50\n")).empty());
    QVERIFY(auditOf(tableOf("formula,Tg_K\nZr50Cu50,668\nZr,\n")).empty());
    QVERIFY(audit({}).empty());
  }

  void finds_data() {
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const char* text, FlawKind kind, const char* said) {
      QTest::newRow(name) << QByteArray(text) << int(kind) << said;
    };
    row("formula", "Zq50Cu50,700,760,1180", FlawKind::UnreadableFormula, "Zq is not an element");
    row("capitals", "ZR50CU30AL10NI10,745,805,1250", FlawKind::UnreadableFormula,
        "It may mean Zr50Cu30Al10Ni10.");
    row("letter O", "Zr5OCu30Al10Ni10,745,805,1250", FlawKind::SumOff,
        "It may mean Zr50Cu30Al10Ni10.");
    row("value", "Zr50Cu30Al10Ni10,~694,755,1175", FlawKind::UnreadableValue, "It may mean 694.");
    row("sum", "Zr50Cu30Al10Ni3,694,755,1175", FlawKind::SumOff, "add up to 93");
    row("amount", "Zr50Cu30Al10Ni100,694,755,1175", FlawKind::SumOff,
        "It may mean Zr50Cu30Al10Ni10.");
    row("order", "Zr50Cu30Al10Ni10,760,755,1175", FlawKind::ImpossibleOrder,
        "Tg_K 760 is not below Tx_K 755");
    row("copied", "Zr50Cu30Al10Ni10,694,1175,1175", FlawKind::ImpossibleOrder,
        "as if one was copied");
    row("frozen", "Zr50Cu30Al10Ni10,-5,755,1175", FlawKind::ImpossibleOrder, "below absolute zero");
    row("decimal point", "Zr50Cu30Al10Ni10,6940,755,1175", FlawKind::DecimalPoint, "694 would");
    row("celsius", "Zr50Cu30Al10Ni10,421,755,1175", FlawKind::UnitSlip, "°C among K");
    row("all celsius", "Zr50Cu30Al10Ni10,421,482,902", FlawKind::UnitSlip, "do not fit");
    row("twice", "Zr50Cu30Al10Ni10,967,1028,1448", FlawKind::UnitSlip, "once too often");
  }
  void finds() {
    QFETCH(QByteArray, row);
    QFETCH(int, kind);
    QFETCH(QString, said);
    const Table table = tableOf(smoothTable(400) + row.toStdString() + "\n");
    const auto flaws = auditOf(table);
    const Flaw* flaw = find(flaws, FlawKind(kind), 402);
    QVERIFY2(flaw != nullptr, qPrintable(shown(flaws)));
    QVERIFY2(QString::fromStdString(flaw->message).contains(said), flaw->message.c_str());
    // What it suggests silences it.
    const auto after = auditOf(applied(table, {&flaw->fix, 1}));
    if (flaw->fix.action != Fix::Action::None)
      QVERIFY2(find(after, FlawKind(kind), 402) == nullptr, qPrintable(shown(after)));
  }

  void findsDuplicatesWrittenInAnotherOrder() {
    const Table table = tableOf(
        "formula,Tg_K\nZr50Cu40Al10,690\nPd40Ni40P20,575\nAl10Cu40Zr50,691\nNi40Pd40P20,640\n");
    const auto flaws = auditOf(table);
    const Flaw* same = find(flaws, FlawKind::Duplicate, 4);
    const Flaw* other = find(flaws, FlawKind::ContradictingDuplicate, 5);
    QVERIFY2(same != nullptr && other != nullptr, qPrintable(shown(flaws)));
    QCOMPARE(same->related.at(0).row, std::size_t{0});
    QVERIFY(other->message.find("Tg_K is 640 here and 575 there") != std::string::npos);
    QCOMPARE(applied(table, {&same->fix, 1}).rows.size(), std::size_t{3});
  }

  void wholeColumnsInTheWrongUnit() {
    std::string text = "formula,Tg_C,Tl_K\n";
    for (int i = 0; i < 20; ++i)
      text += "Zr" + std::to_string(40 + i) + "Cu" + std::to_string(60 - i) + "," +
              std::to_string(670 + 2 * i) + "," + std::to_string(900 + (7 * i) % 13) + "\n";
    const Table table = tableOf(text);
    const auto flaws = auditOf(table);
    const auto found = std::find_if(flaws.begin(), flaws.end(), [](const Flaw& flaw) {
      return flaw.kind == FlawKind::UnitSlip && flaw.column == std::size_t{0};
    });
    QVERIFY2(found != flaws.end(), qPrintable(shown(flaws)));
    const Table mended = applied(table, {&found->fix, 1});
    QVERIFY(std::abs(*mended.rows[0].values[0] - (670 - 273.15)) < 1e-9);
  }

  void tablesAreComparedWithEarlierOnes() {
    const std::vector<Table> tables = {
        tableOf("formula,Tg_K\nZr50Cu40Al10,690\nPd40Ni40P20,575\n", "train"),
        tableOf("formula,Tg_K\nZr50.4Cu39.6Al10,688\nLa55Al25Ni20,475\n", "test")};
    const auto flaws = audit(tables);
    QCOMPARE(flaws.size(), std::size_t{1});
    QCOMPARE(flaws[0].kind, FlawKind::NearDuplicate);
    QCOMPARE(flaws[0].table, std::size_t{1});
    QCOMPARE(flaws[0].row, std::optional<std::size_t>(0));
    QCOMPARE(flaws[0].related.at(0).table, std::size_t{0});
    QVERIFY(flaws[0].message.find("0.4 at.% from row 2 (Zr50Cu40Al10) of train") !=
            std::string::npos);
  }

  void theSameForAnyNumberOfThreads() {
    const Table table = tableOf(smoothTable(300) + "Zr50Cu30Al10Ni10,6940,755,1175\n");
    RunContext::Options options;
    options.seed = 7;
    const RunContext context(options);
    const QString one = shown(audit({&table, 1}, context.withThreads(1)));
    QCOMPARE(shown(audit({&table, 1}, context.withThreads(4))), one);
  }

  void stopsSoon() {
    const Table table = tableOf(smoothTable(20000));
    std::stop_source stop;
    RunContext::Options options;
    options.stop = stop.get_token();
    const RunContext context(options);
    QElapsedTimer sinceStop;
    std::jthread stopper([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(150));
      sinceStop.start();
      stop.request_stop();
    });
    bool wasCancelled = false;
    try {
      audit({&table, 1}, context);
    } catch (const Cancelled&) {
      wasCancelled = true;
    }
    QVERIFY(wasCancelled);
    QVERIFY(sinceStop.elapsed() <= test::kCancelMs);
  }

  void fixesRefuseATableThatHasChanged() {
    Fix fix;
    fix.action = Fix::Action::RemoveRows;
    fix.rows = {5};
    const auto error = test::errorOf([&] {
      applied(tableOf("formula,Tg_K\nZr50Cu50,668\n"), {&fix, 1});
    });
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::InvalidInput);
  }

  /// Against looking at every alloy.
  void theIndexFindsTheNearest() {
    const Table table = tableOf(smoothTable(500));
    std::vector<alloy::Composition> alloys;
    for (const Row& row : table.rows)
      alloys.push_back(row.composition);
    const CompositionIndex index(alloys, RunContext());
    for (std::size_t i = 0; i < alloys.size(); i += 25) {
      std::vector<CompositionIndex::Neighbour> all;
      for (std::size_t k = 0; k < alloys.size(); ++k)
        if (const double distance = alloy::distancePercent(alloys[i], alloys[k]);
            k != i && distance <= 8.0)
          all.push_back({k, distance});
      std::sort(all.begin(), all.end());
      all.resize(std::min<std::size_t>(all.size(), 10));
      const auto found = index.nearest(alloys[i], 10, 8.0, i);
      QCOMPARE(found.size(), all.size());
      for (std::size_t k = 0; k < all.size(); ++k)
        QVERIFY(std::abs(found[k].distance - all[k].distance) < 1e-9);
    }
  }

  /// A tenth of the values ten times too large changes nothing.
  void linearFormsSurviveWildRows() {
    Random random(3);
    std::vector<Amounts> rows;
    std::vector<double> y;
    for (int i = 0; i < 200; ++i) {
      const double zr = 0.2 + 0.6 * random.uniform();
      rows.push_back({{29, 1.0 - zr}, {40, zr}});
      y.push_back((2128.0 * zr + 1357.77 * (1.0 - zr)) * (i % 10 == 0 ? 10.0 : 1.0));
    }
    const LinearForm form = fitLinearForm(rows, y, RunContext());
    QCOMPARE(form.followed, std::size_t{180});
    QVERIFY(std::abs(form.endMembers[0] - 1357.77) < 1e-6);
    QVERIFY(std::abs(form.endMembers[1] - 2128.0) < 1e-6);
  }
};

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
