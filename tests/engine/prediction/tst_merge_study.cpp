// Merge studies of small made-up tables whose rules are known.

#include "engine/core/error.h"
#include "engine/prediction/merge_explanation.h"
#include "engine/prediction/merge_rows.h"
#include "engine/prediction/merge_study.h"
#include "tests/engine/prediction/synthetic.h"
#include "tests/support/cancel_time.h"
#include "tests/support/error_of.h"

#include <QElapsedTimer>
#include <QTest>

#include <chrono>
#include <set>
#include <stop_token>
#include <thread>

using namespace vitrine;
using namespace vitrine::prediction;
using dataset::SplitKind;
using dataset::Table;
using regression::ModelKind;

namespace {

MergeStudyOptions quickStudy(int seeds = 3) {
  MergeStudyOptions options;
  options.models = {ModelKind::NearestNeighbours, ModelKind::DecisionTree};
  options.seeds = seeds;
  return options;
}

Table named(const char* name, int systems, std::uint64_t seed) {
  Table table = test::syntheticTable(systems, 12, seed);
  table.name = name;
  return table;
}

/// Some rows of a table, with their liquidus moved.
Table shifted(const Table& table, const char* name, double byK, std::size_t every = 1) {
  Table other;
  other.name = name;
  other.columns = table.columns;
  for (std::size_t i = 0; i < table.rows.size(); i += every) {
    other.rows.push_back(table.rows[i]);
    *other.rows.back().values[1] += byK;
  }
  return other;
}

bool says(const std::vector<std::string>& sentences, std::string_view words) {
  return std::any_of(sentences.begin(), sentences.end(), [&](const std::string& sentence) {
    return sentence.find(words) != std::string::npos;
  });
}

std::string all(const std::vector<std::string>& sentences) {
  std::string text;
  for (const auto& sentence : sentences)
    text += sentence + "\n";
  return text;
}

}  // namespace

class TestMergeStudy : public QObject {
  Q_OBJECT

 private slots:
  // One table by itself: the hold-out study of training, on the same splits.
  void oneTableIsTheHoldOutStudy() {
    const Table table = named("a", 24, 1);
    MergeStudyOptions options = quickStudy();
    const MergeStudy study = mergeStudy({&table, 1}, options, RunContext());
    QCOMPARE(study.subsets.size(), std::size_t{1});
    QCOMPARE(study.subsets[0].rows, table.rows.size());
    QCOMPARE(study.subsets[0].shared, std::size_t{0});
    for (const SplitKind split : options.splits) {
      TrainingOptions training;
      training.property = Property::Tm;
      training.models = options.models;
      training.seeds = options.seeds;
      training.split = split;
      const HoldOutReport expected = holdOutStudy(table, training, RunContext());
      for (const ModelKind model : options.models) {
        const auto* found = scoresIn(study.subsets[0], model, split);
        QVERIFY(found != nullptr);
        const ScoreSpread& want = expected.models.at(std::string(regression::modelName(model)));
        QVERIFY(std::abs(found->own.score.rmseK.mean - want.rmseK.mean) < 1e-9);
        QVERIFY(std::abs(found->own.score.rmseK.sd - want.rmseK.sd) < 1e-9);
        QVERIFY(std::abs(found->own.score.r2.mean - want.r2.mean) < 1e-12);
        QVERIFY(std::abs(found->own.score.maeK.mean - want.maeK.mean) < 1e-9);
        QCOMPARE(found->own.testRows, expected.testRows);
        QCOMPARE(found->parts.at(0).rmseK, found->own.rmseK);
      }
    }
    QVERIFY(explanationOf(study, 0).empty());
  }

  // The same table twice: nothing changes, and the study says so.
  void aCopyChangesNothing() {
    const std::vector<Table> tables = {named("a", 20, 2), named("copy", 20, 2)};
    const MergeStudy study = mergeStudy(tables, quickStudy(), RunContext());
    QCOMPARE(study.subsets.size(), std::size_t{3});
    const StudiedSubset& both = study.subsets[2];
    QCOMPARE(both.tables, (std::vector<std::size_t>{0, 1}));
    QCOMPARE(both.rows, tables[0].rows.size());
    QCOMPARE(both.shared, both.rows);
    QCOMPARE(both.conflicts, std::size_t{0});
    QCOMPARE(study.pairs.at(0).shared, both.rows);
    QCOMPARE(study.pairs.at(0).sharedMedianAbsK, 0.0);
    for (const auto& model : both.models) {
      const auto* alone = scoresIn(study.subsets[0], model.model, model.split);
      QCOMPARE(model.parts.at(0).rmseK, alone->own.rmseK);
      const auto effect = effectOf(study, both, 0, model.model, model.split);
      QCOMPARE(int(effect.verdict), int(MergeEffect::Verdict::Same));
      QCOMPARE(effect.higher, 0);
      QCOMPARE(effect.seeds, 3);
    }
    QVERIFY(says(explanationOf(study, 2),
                 "Adding copy to a does not clearly change the RMSE of nearest neighbours"));
  }

  // Every second alloy again, 200 K higher.
  void aShiftIsNamed() {
    const Table first = named("measured", 24, 3);
    const std::vector<Table> tables = {first, shifted(first, "shifted", 200.0, 2)};
    const MergeStudy study = mergeStudy(tables, quickStudy(4), RunContext());
    const TablePair& pair = study.pairs.at(0);
    QCOMPARE(pair.shared, tables[1].rows.size());
    QVERIFY(std::abs(pair.sharedMedianK - 200.0) < 1e-9);
    QVERIFY(std::abs(pair.sharedMedianAbsK - 200.0) < 1e-9);
    const StudiedSubset& both = study.subsets[2];
    QCOMPARE(both.shared, pair.shared);
    // All lie between 900 and 3000 K, so that 200 K are more than 4 %.
    QVERIFY(10 * both.conflicts > 9 * both.shared);
    const auto effect = effectOf(study, both, 0, ModelKind::NearestNeighbours, SplitKind::Random);
    QCOMPARE(int(effect.verdict), int(MergeEffect::Verdict::Higher));
    QCOMPARE(effect.higher, 4);
    const auto sentences = explanationOf(study, 2);
    QVERIFY2(says(sentences, "differ by 200 K in the median (shifted lies 200 K above)"),
             all(sentences).c_str());
    QVERIFY2(says(sentences, "Adding shifted to measured raises the RMSE of nearest neighbours"),
             all(sentences).c_str());
    QVERIFY2(says(sentences, "higher in 4 of 4"), all(sentences).c_str());
    QVERIFY2(says(sentences, "The largest difference is "), all(sentences).c_str());
    // Some alloys are there twice, up to 8 K apart.
    QVERIFY(std::abs(pair.largestK - 200.0) < 8.1);
  }

  // A table of averages of melting points with 1181 K for iron.
  void aRuleOfMixturesIsNamed() {
    Table mixed = named("mixed", 24, 4);
    for (auto& row : mixed.rows) {
      double sum = 0.0;
      for (const auto& share : row.composition.shares())
        sum +=
            share.amount *
            (share.atomicNumber == 26 ? 1181.0 : *alloy::element(share.atomicNumber).meltingPointK);
      row.values[1] = sum;
    }
    const std::vector<Table> tables = {named("measured", 24, 3), mixed};
    const MergeStudy study = mergeStudy(tables, quickStudy(2), RunContext());
    QVERIFY(!study.tables[0].linear.has_value());
    QVERIFY(study.tables[1].linear.has_value());
    const auto sentences = explanationOf(study, 2);
    QVERIFY2(says(sentences, "In mixed, Tl_K is a linear form"), all(sentences).c_str());
    QVERIFY2(says(sentences, "1181 K for Fe, whose melting point is 1811 K"),
             all(sentences).c_str());
  }

  // More alloys of the same rule lower the error, and R2 of a set that spreads wider is no news.
  void helpAndSpread() {
    const Table large = named("large", 60, 5);
    Table few;
    few.name = "few";
    few.columns = large.columns;
    for (std::size_t i = 0; i < large.rows.size(); i += 6)
      few.rows.push_back(large.rows[i]);
    const std::vector<Table> tables = {few, large};
    const MergeStudy study = mergeStudy(tables, quickStudy(4), RunContext());
    const auto effect =
        effectOf(study, study.subsets[2], 0, ModelKind::NearestNeighbours, SplitKind::Random);
    QCOMPARE(int(effect.verdict), int(MergeEffect::Verdict::Lower));
    QVERIFY(effect.mergedK < 0.8 * effect.aloneK);

    // Far away and far off: R2 rises though nothing is learned for the first table.
    Table rare = named("rare", 24, 6);
    const std::vector<int> others{44, 45, 73, 74, 75, 76, 77, 78, 79};
    for (auto& row : rare.rows) {
      std::vector<alloy::Share> amounts;
      for (const auto& share : row.composition.shares())
        amounts.push_back(
            {others[static_cast<std::size_t>(
                 std::find(kMetals.begin(), kMetals.end(), share.atomicNumber) - kMetals.begin())],
             share.amount});
      row.composition = alloy::Composition::fromAmounts(amounts);
      row.formula = row.composition.formula(4);
      *row.values[1] += 5000.0;
    }
    const std::vector<Table> apart = {named("measured", 24, 3), rare};
    const MergeStudy wide = mergeStudy(apart, quickStudy(2), RunContext());
    const auto* merged = scoresIn(wide.subsets[2], ModelKind::NearestNeighbours, SplitKind::Random);
    const auto* alone = scoresIn(wide.subsets[0], ModelKind::NearestNeighbours, SplitKind::Random);
    QVERIFY(merged->own.score.r2.mean > alone->own.score.r2.mean);
    QCOMPARE(merged->parts.at(0).rmseK, alone->own.rmseK);
    const auto sentences = explanationOf(wide, 2);
    QVERIFY2(says(sentences, "the merged set looks better than measured alone"),
             all(sentences).c_str());
    QVERIFY2(says(sentences, "No alloy is in both measured and rare. None of rare lies within 2"),
             all(sentences).c_str());
  }

  void droppedConflictsAreNotLearned() {
    const Table first = named("measured", 24, 3);
    const std::vector<Table> tables = {first, shifted(first, "shifted", 1000.0, 2)};
    MergeStudyOptions options = quickStudy(1);
    options.merge.policy = dataset::MergePolicy::DropBeyond;
    const MergeStudy study = mergeStudy(tables, options, RunContext());
    QCOMPARE(study.subsets[2].conflicts, tables[1].rows.size());
    QCOMPARE(study.subsets[2].rows, first.rows.size() - tables[1].rows.size());
    // They are asked about all the same: the parts keep their rows.
    QCOMPARE(study.subsets[2].models[0].parts[1].testRows, study.subsets[1].models[0].own.testRows);
  }

  // No alloy, grouped no system, is on both sides, whatever is merged; each table gives its share.
  void nothingLeaks_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("random") << int(SplitKind::Random);
    QTest::newRow("grouped") << int(SplitKind::Grouped);
  }
  void nothingLeaks() {
    QFETCH(int, kind);
    const Table first = named("a", 30, 7);
    const std::vector<Table> tables = {first, shifted(first, "b", 50.0, 3), named("c", 20, 8)};
    const std::vector<std::vector<std::size_t>> subsets = {{0}, {1}, {2}, {0, 1, 2}};
    const auto sets = mergeSubsets(tables, subsets, Property::Tm, {}, RunContext());
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
      const auto isTest = setAside(sets.alloys, SplitKind(kind), 0.2, seed);
      std::set<std::string> testFormulas;
      std::set<std::string> trainFormulas;
      for (std::size_t s = 0; s < subsets.size(); ++s) {
        const auto& rows = sets.subsets[s];
        std::size_t aside = 0;
        for (std::size_t i = 0; i < rows.alloy.size(); ++i) {
          const bool test = isTest[rows.alloy[i]] != 0;
          aside += test ? 1 : 0;
          (test ? testFormulas : trainFormulas)
              .insert(SplitKind(kind) == SplitKind::Random ? rows.rows.alloys[i].formula(2)
                                                           : rows.rows.systems[i]);
        }
        const double share = double(aside) / double(rows.alloy.size());
        QVERIFY2(share > 0.08 && share < 0.35, std::to_string(share).c_str());
      }
      for (const auto& formula : testFormulas)
        QVERIFY(!trainFormulas.contains(formula));
    }
  }

  void sameForAnyNumberOfThreads() {
    const std::vector<Table> tables = {named("a", 20, 2), named("b", 20, 9)};
    MergeStudyOptions options = quickStudy(2);
    options.models = {ModelKind::DecisionTree, ModelKind::SupportVector};
    const MergeStudy one = mergeStudy(tables, options, RunContext().withThreads(1));
    const MergeStudy four = mergeStudy(tables, options, RunContext().withThreads(4));
    for (std::size_t s = 0; s < one.subsets.size(); ++s)
      for (std::size_t m = 0; m < one.subsets[s].models.size(); ++m) {
        QCOMPARE(one.subsets[s].models[m].own.rmseK, four.subsets[s].models[m].own.rmseK);
        for (std::size_t p = 0; p < one.subsets[s].models[m].parts.size(); ++p)
          QCOMPARE(one.subsets[s].models[m].parts[p].rmseK,
                   four.subsets[s].models[m].parts[p].rmseK);
      }
  }

  void sevenSubsetsOfThree() {
    const std::vector<Table> tables = {named("a", 12, 1), named("b", 12, 2), named("c", 12, 3)};
    MergeStudyOptions options = quickStudy(1);
    options.splits = {SplitKind::Random};
    double last = 0.0;
    RunContext::Options run;
    run.progress = [&](double fraction) { last = fraction; };
    const MergeStudy study = mergeStudy(tables, options, RunContext(run));
    QCOMPARE(study.subsets.size(), std::size_t{7});
    QCOMPARE(study.pairs.size(), std::size_t{3});
    QCOMPARE(study.subsets[3].tables, (std::vector<std::size_t>{0, 1}));
    QCOMPARE(study.subsets[6].tables, (std::vector<std::size_t>{0, 1, 2}));
    QCOMPARE(study.subsets[6].models.size(), std::size_t{2});
    QCOMPARE(last, 1.0);
  }

  void cancels() {
    const std::vector<Table> tables = {named("a", 20, 2), named("b", 20, 9)};
    std::stop_source stop;
    RunContext::Options run;
    run.stop = stop.get_token();
    MergeStudyOptions options = quickStudy(200);
    options.models = {ModelKind::RandomForest};
    QElapsedTimer sinceStop;
    std::jthread stopper([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
      sinceStop.start();
      stop.request_stop();
    });
    QVERIFY_EXCEPTION_THROWN(mergeStudy(tables, options, RunContext(run)), Cancelled);
    QVERIFY(sinceStop.elapsed() <= test::kCancelMs);
  }

  void refuses() {
    const Table good = named("good", 20, 2);
    Table lacking = good;
    lacking.columns[1] = {"E", "GPa"};
    lacking.name = "lacking";
    const std::vector<Table> five(5, good);
    const auto refusal = [](std::span<const Table> tables, const MergeStudyOptions& options) {
      return std::string(
          test::errorOf([&] { mergeStudy(tables, options, RunContext()); }).value().what());
    };
    QVERIFY(refusal({}, quickStudy()).find("1 to 4 tables") != std::string::npos);
    QVERIFY(refusal(five, quickStudy()).find("1 to 4 tables") != std::string::npos);
    QVERIFY(refusal({&good, 1}, quickStudy(0)).find("at least one split") != std::string::npos);
    QVERIFY(refusal({&lacking, 1}, quickStudy()).find("lacking has no column Tl_K") !=
            std::string::npos);
  }

 private:
  inline static const std::vector<int> kMetals{13, 22, 26, 28, 29, 40, 46, 57, 72};
};

QTEST_GUILESS_MAIN(TestMergeStudy)
#include "tst_merge_study.moc"
