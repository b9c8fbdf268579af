#include "engine/core/error.h"
#include "engine/dataset/splits.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace vitrine;
using namespace vitrine::dataset;

namespace {

/// 40 groups of 1 to 7 rows, mixed.
std::vector<std::string> sampleGroups() {
  std::vector<std::string> groups;
  for (int round = 0; round < 7; ++round)
    for (int group = 0; group < 40; ++group)
      if (group % 7 >= round)
        groups.push_back("group " + std::to_string(group));
  return groups;
}

std::vector<std::size_t> allRows(const Split& split) {
  std::vector<std::size_t> rows = split.train;
  rows.insert(rows.end(), split.test.begin(), split.test.end());
  std::sort(rows.begin(), rows.end());
  return rows;
}

std::vector<std::size_t> counted(std::size_t count) {
  std::vector<std::size_t> rows(count);
  for (std::size_t i = 0; i < count; ++i)
    rows[i] = i;
  return rows;
}

std::set<std::string> groupsOf(const std::vector<std::size_t>& rows,
                               const std::vector<std::string>& groups) {
  std::set<std::string> found;
  for (const std::size_t row : rows)
    found.insert(groups[row]);
  return found;
}

bool disjoint(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::none_of(a.begin(), a.end(), [&](const std::string& x) { return b.contains(x); });
}

}  // namespace

class TestSplits : public QObject {
  Q_OBJECT

 private slots:
  // Reference: scikit-learn 1.2.1, train_test_split and GroupShuffleSplit with random_state.
  void sameRowsAsScikitLearn() {
    const std::vector<std::string> rows(20, "x");
    using Rows = std::vector<std::size_t>;
    QVERIFY(holdOut(SplitKind::Random, rows, 0.2, 0).test == (Rows{1, 8, 18, 19}));
    QVERIFY(holdOut(SplitKind::Random, rows, 0.2, 7).test == (Rows{1, 2, 5, 17}));
    std::vector<std::string> groups;
    for (const char letter : std::string("aabbbcdddeffghhij"))
      groups.emplace_back(1, letter);
    QVERIFY(holdOut(SplitKind::Grouped, groups, 0.3, 0).test == (Rows{5, 9, 15}));
    QVERIFY(holdOut(SplitKind::Grouped, groups, 0.3, 5).test == (Rows{5, 10, 11, 16}));
  }

  void randomHoldOutTakesAFractionOfTheRows() {
    const std::vector<std::string> groups(1437, "same");
    const Split split = holdOut(SplitKind::Random, groups, 0.2, 3);
    // ceil(0.2 * 1437), as scikit-learn's ShuffleSplit rounds.
    QCOMPARE(split.test.size(), std::size_t{288});
    QCOMPARE(allRows(split), counted(groups.size()));
    QVERIFY(std::is_sorted(split.train.begin(), split.train.end()));
    QVERIFY(std::is_sorted(split.test.begin(), split.test.end()));
  }

  void groupedHoldOutKeepsGroupsTogether() {
    const auto groups = sampleGroups();
    const Split split = holdOut(SplitKind::Grouped, groups, 0.2, 3);
    const auto testGroups = groupsOf(split.test, groups);
    QCOMPARE(testGroups.size(), std::size_t{8});
    QVERIFY(disjoint(groupsOf(split.train, groups), testGroups));
    QCOMPARE(allRows(split), counted(groups.size()));
  }

  void foldsCoverEveryRowOnce_data() {
    QTest::addColumn<bool>("grouped");
    QTest::newRow("random") << false;
    QTest::newRow("grouped") << true;
  }
  void foldsCoverEveryRowOnce() {
    QFETCH(bool, grouped);
    const auto groups = sampleGroups();
    const auto parts = folds(grouped ? SplitKind::Grouped : SplitKind::Random, groups, 5, 11);
    QCOMPARE(parts.size(), std::size_t{5});
    std::vector<std::size_t> tested;
    for (const Split& split : parts) {
      QCOMPARE(allRows(split), counted(groups.size()));
      if (grouped)
        QVERIFY(disjoint(groupsOf(split.train, groups), groupsOf(split.test, groups)));
      tested.insert(tested.end(), split.test.begin(), split.test.end());
    }
    std::sort(tested.begin(), tested.end());
    QCOMPARE(tested, counted(groups.size()));
  }

  void foldsAreBalancedByRows() {
    // The greedy rule ends within the size of the smallest group of a perfect balance here.
    const auto groups = sampleGroups();
    for (const auto kind : {SplitKind::Random, SplitKind::Grouped}) {
      std::size_t smallest = groups.size();
      std::size_t largest = 0;
      for (const Split& split : folds(kind, groups, 5, 1)) {
        smallest = std::min(smallest, split.test.size());
        largest = std::max(largest, split.test.size());
      }
      QVERIFY(largest - smallest <= 1);
    }
  }

  void oneLargeGroupFillsAFold() {
    std::vector<std::string> groups(50, "large");
    for (int i = 0; i < 10; ++i)
      groups.push_back("single " + std::to_string(i));
    const auto parts = folds(SplitKind::Grouped, groups, 3, 0);
    std::multiset<std::size_t> sizes;
    for (const Split& split : parts)
      sizes.insert(split.test.size());
    QVERIFY(sizes == (std::multiset<std::size_t>{5, 5, 50}));
  }

  void theSeedDecides() {
    const auto groups = sampleGroups();
    for (const auto kind : {SplitKind::Random, SplitKind::Grouped}) {
      const auto test = [&](std::uint64_t seed) { return holdOut(kind, groups, 0.25, seed).test; };
      QCOMPARE(test(5), test(5));
      QVERIFY(test(5) != test(6));
      const auto fold = [&](std::uint64_t seed) { return folds(kind, groups, 4, seed)[0].test; };
      QCOMPARE(fold(5), fold(5));
      QVERIFY(fold(5) != fold(6));
    }
  }

  void everyGroupIsTestedAboutEquallyOften() {
    // 400 draws of 8 of 40 groups: 80 each, standard deviation 8; bounds at five of them.
    const auto groups = sampleGroups();
    std::map<std::string, int> tested;
    for (std::uint64_t seed = 0; seed < 400; ++seed)
      for (const auto& group :
           groupsOf(holdOut(SplitKind::Grouped, groups, 0.2, seed).test, groups))
        ++tested[group];
    QCOMPARE(tested.size(), std::size_t{40});
    for (const auto& [group, count] : tested)
      QVERIFY2(count > 40 && count < 120, group.c_str());
  }

  // Five alloys by hand: Zr stands in four of them, Ni in one.
  void leavesOneElementOut() {
    const auto alloy = [](std::vector<alloy::Share> amounts) {
      return alloy::Composition::fromAmounts(amounts);
    };
    constexpr int kNi = 28, kCu = 29, kZr = 40, kPd = 46;
    const std::vector<alloy::Composition> alloys{
        alloy({{kZr, 50}, {kCu, 50}}), alloy({{kZr, 60}, {kCu, 40}}), alloy({{kPd, 80}, {kCu, 20}}),
        alloy({{kZr, 70}, {kPd, 30}}), alloy({{kZr, 90}, {kNi, 10}})};
    const auto found = leaveOneElementOut(alloys, {2, 2, 2});
    QCOMPARE(found.splits.size(), std::size_t{2});
    QCOMPARE(found.splits[0].atomicNumber, kCu);
    QCOMPARE(found.splits[0].split.test, (std::vector<std::size_t>{0, 1, 2}));
    QCOMPARE(found.splits[0].split.train, (std::vector<std::size_t>{3, 4}));
    QCOMPARE(found.splits[1].atomicNumber, kPd);
    QCOMPARE(found.splits[1].split.test, (std::vector<std::size_t>{2, 3}));
    QCOMPARE(found.splits[1].split.train, (std::vector<std::size_t>{0, 1, 4}));

    QCOMPARE(found.kept.size(), std::size_t{2});
    QCOMPARE(found.kept[0].atomicNumber, kNi);
    QCOMPARE(found.kept[0].rows, std::size_t{1});
    QCOMPARE(found.kept[0].reason, KeptElement::Reason::FewRows);
    // Without zirconium one row of one system stays.
    QCOMPARE(found.kept[1].atomicNumber, kZr);
    QCOMPARE(found.kept[1].rows, std::size_t{4});
    QCOMPARE(found.kept[1].otherRows, std::size_t{1});
    QCOMPARE(found.kept[1].otherSystems, std::size_t{1});
    QCOMPARE(found.kept[1].reason, KeptElement::Reason::LittleStays);
    // Zr-Cu and Zr-Ni stay without Pd: two systems. With three asked for, Pd is kept as well.
    QCOMPARE(leaveOneElementOut(alloys, {2, 2, 3}).splits.size(), std::size_t{0});
    QVERIFY(leaveOneElementOut({}, {}).kept.empty());
  }

  void refusesWhatCannotBeSplit() {
    const std::vector<std::string> one(10, "same");
    QVERIFY_EXCEPTION_THROWN(holdOut(SplitKind::Grouped, one, 0.2, 0), Error);
    QVERIFY_EXCEPTION_THROWN(holdOut(SplitKind::Random, {}, 0.2, 0), Error);
    for (const double fraction : {0.0, 1.0, -0.5, 2.0, std::numeric_limits<double>::quiet_NaN()})
      QVERIFY_EXCEPTION_THROWN(holdOut(SplitKind::Random, one, fraction, 0), Error);
    QVERIFY_EXCEPTION_THROWN(folds(SplitKind::Grouped, one, 2, 0), Error);
    QVERIFY_EXCEPTION_THROWN(folds(SplitKind::Random, one, 11, 0), Error);
    QVERIFY_EXCEPTION_THROWN(folds(SplitKind::Random, one, 1, 0), Error);
    QVERIFY_EXCEPTION_THROWN(holdOut(SplitKind::LeaveOneElementOut, one, 0.2, 0), Error);
    QVERIFY_EXCEPTION_THROWN(folds(SplitKind::LeaveOneElementOut, one, 2, 0), Error);
  }
};

QTEST_GUILESS_MAIN(TestSplits)
#include "tst_splits.moc"
