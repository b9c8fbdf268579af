#include "engine/alloy/balance.h"
#include "engine/alloy/formula.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace vitrine::alloy;

namespace {

constexpr int kAl = 13;
constexpr int kNi = 28;
constexpr int kCu = 29;
constexpr int kZr = 40;

using Rows = std::vector<EditRow>;
using Outcome = Balanced::Outcome;

double amount(const Rows& rows, int atomicNumber) {
  for (const EditRow& row : rows) {
    if (row.atomicNumber == atomicNumber)
      return row.percent;
  }
  return std::numeric_limits<double>::quiet_NaN();
}

double sum(const Rows& rows) {
  return std::accumulate(rows.begin(), rows.end(), 0.0,
                         [](double total, const EditRow& row) { return total + row.percent; });
}

bool near(double a, double b, double tolerance = 1e-9) {
  return std::abs(a - b) <= tolerance;
}

const Rows kTernary{{kZr, 50.0, false}, {kCu, 40.0, false}, {kAl, 10.0, false}};

}  // namespace

class TestBalance : public QObject {
  Q_OBJECT

 private slots:
  void unlockedOthersGiveWayInProportion() {
    // Zr 50 -> 60: Cu and Al share the remaining 40 as 4 : 1, worked by hand.
    const Balanced moved = setPercent(kTernary, kZr, 60.0);
    QCOMPARE(moved.outcome, Outcome::Taken);
    QVERIFY(near(amount(moved.rows, kZr), 60.0));
    QVERIFY(near(amount(moved.rows, kCu), 32.0));
    QVERIFY(near(amount(moved.rows, kAl), 8.0));
  }

  void lockedRowsStay() {
    Rows rows = kTernary;
    rows[2].locked = true;
    const Balanced moved = setPercent(rows, kZr, 70.0);
    QCOMPARE(moved.outcome, Outcome::Taken);
    QCOMPARE(amount(moved.rows, kAl), 10.0);
    QVERIFY(near(amount(moved.rows, kCu), 20.0));
  }

  void aWishBeyondTheLocksIsLimited() {
    Rows rows = kTernary;
    rows[2].locked = true;
    const Balanced moved = setPercent(rows, kZr, 95.0);
    QCOMPARE(moved.outcome, Outcome::Limited);
    QVERIFY(near(amount(moved.rows, kZr), 90.0));
    QCOMPARE(amount(moved.rows, kCu), 0.0);
    QCOMPARE(moved.rows.size(), std::size_t{3});
    QVERIFY(near(reach(rows, kZr).highest, 90.0));
  }

  void refusedWhereNothingCanGiveWay() {
    Rows rows = kTernary;
    rows[1].locked = true;
    rows[2].locked = true;
    const Balanced moved = setPercent(rows, kZr, 60.0);
    QCOMPARE(moved.outcome, Outcome::Refused);
    QCOMPARE(moved.rows, rows);
    QCOMPARE(reach(rows, kZr).lowest, 50.0);
    QCOMPARE(reach(rows, kZr).highest, 50.0);
    // The locked one's own slider trades against the free one.
    QVERIFY(near(amount(setPercent(rows, kCu, 45.0).rows, kZr), 45.0));
  }

  void zeroOthersTakeEqualParts() {
    const Rows rows{{kZr, 100.0, false}, {kCu, 0.0, false}, {kAl, 0.0, false}};
    const Balanced moved = setPercent(rows, kZr, 70.0);
    QVERIFY(near(amount(moved.rows, kCu), 15.0));
    QVERIFY(near(amount(moved.rows, kAl), 15.0));
  }

  void weightPercentIsHeldInWeight() {
    // Zr50Cu50 by weight: masses 91.224 and 63.546 give 58.94 wt.% Zr.
    const Rows rows{{kZr, 50.0, false}, {kCu, 50.0, false}};
    QVERIFY(
        near(percentOf(rows, Basis::WeightPercent)[0], 100.0 * 91.224 / (91.224 + 63.546), 0.01));
    const Balanced moved = setPercent(rows, kZr, 70.0, Basis::WeightPercent);
    const auto weights = percentOf(moved.rows, Basis::WeightPercent);
    QVERIFY(near(weights[0], 70.0));
    QVERIFY(near(weights[1], 30.0));
    const double atZr = (70.0 / 91.224) / (70.0 / 91.224 + 30.0 / 63.546);
    QVERIFY(near(amount(moved.rows, kZr), 100.0 * atZr, 0.01));
    QVERIFY(near(sum(moved.rows), 100.0));
  }

  void aLockHoldsTheNumberOnScreen() {
    Rows rows = kTernary;
    rows[2].locked = true;
    const double before = percentOf(rows, Basis::WeightPercent)[2];
    const Balanced moved = setPercent(rows, kZr, 75.0, Basis::WeightPercent);
    QVERIFY(near(percentOf(moved.rows, Basis::WeightPercent)[2], before));
  }

  void rowsComeAndGo() {
    const Balanced added = addRow(kTernary, kNi);
    QCOMPARE(added.outcome, Outcome::Taken);
    QCOMPARE(amount(added.rows, kNi), 0.0);
    QCOMPARE(added.rows.back().atomicNumber, kNi);
    QCOMPARE(addRow(kTernary, kZr).outcome, Outcome::Refused);
    QCOMPARE(addRow({}, kZr).rows.front().percent, 100.0);
    QCOMPARE(addRow(kTernary, 0).outcome, Outcome::Refused);

    const Balanced removed = removeRow(kTernary, kAl);
    QCOMPARE(removed.rows.size(), std::size_t{2});
    QVERIFY(near(amount(removed.rows, kZr), 50.0 / 0.9));
    QVERIFY(near(sum(removed.rows), 100.0));
    QCOMPARE(removeRow(Rows{{kZr, 100.0, false}}, kZr).outcome, Outcome::Refused);
  }

  void removingNeedsSomeoneToTakeTheRest() {
    Rows rows = kTernary;
    rows[0].locked = true;
    rows[1].locked = true;
    QCOMPARE(removeRow(rows, kAl).outcome, Outcome::Refused);
    rows.push_back({kNi, 0.0, false});
    // A row of zero always goes.
    QCOMPARE(removeRow(rows, kNi).outcome, Outcome::Taken);
  }

  void nonsenseChangesNothing() {
    QCOMPARE(setPercent(kTernary, kNi, 10.0).outcome, Outcome::Refused);
    QCOMPARE(setPercent(kTernary, kZr, std::numeric_limits<double>::quiet_NaN()).outcome,
             Outcome::Refused);
    QCOMPARE(setPercent(kTernary, kZr, -5.0).outcome, Outcome::Limited);
    QCOMPARE(amount(setPercent(kTernary, kZr, -5.0).rows, kZr), 0.0);
    QVERIFY(!compositionOf(Rows{{kZr, 0.0, false}}));
  }

  void rowsOfAnAlloyComeByContent() {
    const Rows rows = rowsOf(compositionOf("Zr41.2Ti13.8Cu12.5Ni10Be22.5"));
    QCOMPARE(rows.front().atomicNumber, kZr);
    QCOMPARE(rows.back().atomicNumber, kNi);
    QCOMPARE(compositionOf(rows)->formula(), std::string("Zr41.2Be22.5Ti13.8Cu12.5Ni10"));
  }

  /// What must hold whatever is asked: the sum, the locks, the order, the ratios of the free rows.
  void invariantsHoldForRandomWishes() {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> percent(-20.0, 120.0);
    std::bernoulli_distribution coin(0.4);
    for (int round = 0; round < 2000; ++round) {
      Rows rows{{kZr, 41.2, false},
                {22, 13.8, false},
                {kCu, 12.5, false},
                {kNi, 10.0, false},
                {4, 22.5, false}};
      for (EditRow& row : rows)
        row.locked = coin(random);
      const Basis basis = coin(random) ? Basis::WeightPercent : Basis::AtomicPercent;
      const int chosen = rows[static_cast<std::size_t>(round) % rows.size()].atomicNumber;
      const Balanced moved = setPercent(rows, chosen, percent(random), basis);
      QVERIFY(near(sum(moved.rows), 100.0, 1e-8));
      const auto before = percentOf(rows, basis);
      const auto after = percentOf(moved.rows, basis);
      std::optional<double> factor;
      for (std::size_t i = 0; i < rows.size(); ++i) {
        QCOMPARE(moved.rows[i].atomicNumber, rows[i].atomicNumber);
        QVERIFY(moved.rows[i].percent >= 0.0);
        if (rows[i].atomicNumber == chosen)
          continue;
        if (rows[i].locked || moved.outcome == Outcome::Refused) {
          QVERIFY(near(after[i], before[i], 1e-8));
          continue;
        }
        if (factor)
          QVERIFY(near(after[i] / before[i], *factor, 1e-8));
        factor = after[i] / before[i];
      }
    }
  }
};

QTEST_GUILESS_MAIN(TestBalance)
#include "tst_balance.moc"
