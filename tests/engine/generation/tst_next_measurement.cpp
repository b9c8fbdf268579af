// Where to measure next: against the formula worked by hand, and against random choice on measured
// patterns.

#include "engine/alloy/grid.h"
#include "engine/core/error.h"
#include "engine/core/random.h"
#include "engine/diffraction/preprocessing.h"
#include "engine/diffraction/spectrum_folder.h"
#include "engine/generation/evaluation.h"
#include "engine/generation/next_measurement.h"
#include "tests/engine/generation/synthetic.h"
#include "tests/support/paths.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace vitrine;
using namespace vitrine::generation;

namespace {

/// Error on the test rows after growing `start` patterns to `end`, ten at a time, by suggestion or
/// by the order of the split, which is random.
double errorAfterGrowth(const TrainingSet& set, const RandomSplit& split, std::size_t start,
                        std::size_t end, bool suggested) {
  std::vector<std::size_t> rows(split.training.begin(),
                                split.training.begin() + static_cast<std::ptrdiff_t>(start));
  std::vector<std::size_t> free(split.training.begin() + static_cast<std::ptrdiff_t>(start),
                                split.training.end());
  const auto fitted = [&] {
    const auto training = set.select(rows);
    return fitGenerator(cardFor(GeneratorKind::Shape, training), training, {});
  };
  while (rows.size() < end) {
    std::vector<std::size_t> next(10);
    if (suggested) {
      const auto advice =
          suggestMeasurements(*fitted(), set.fractions().select(free), next.size(), {});
      for (std::size_t i = 0; i < next.size(); ++i)
        next[i] = free[advice[i].candidate];
    } else {
      std::copy_n(free.begin(), next.size(), next.begin());
    }
    for (const std::size_t row : next) {
      rows.push_back(row);
      std::erase(free, row);
    }
  }
  return evaluate(*fitted(), set.select(split.test), {}).mseMean;
}

}  // namespace

class TestNextMeasurement : public QObject {
  Q_OBJECT

 private slots:
  void avoidsWhatIsKnown() {
    const auto set = test::syntheticSet(40, 1);
    const auto generator = fitGenerator(cardFor(GeneratorKind::Shape, set), set, {});
    // The known alloys and one that is far from all of them.
    Matrix candidates(set.size() + 1, 3);
    for (std::size_t i = 0; i < set.size(); ++i)
      std::ranges::copy(set.fractions().row(i), candidates.row(i).begin());
    candidates(set.size(), 2) = 1.0;
    const auto advice = suggestMeasurements(*generator, candidates, 1, {});
    QCOMPARE(advice.size(), std::size_t{1});
    QCOMPARE(advice[0].candidate, set.size());
  }

  void spreadsOutAndGainsLessAndLess() {
    const auto set = test::syntheticSet(20, 1);
    const auto generator = fitGenerator(cardFor(GeneratorKind::RadialBasis, set), set, {});
    const auto grid = alloy::triangularGrid(20);
    Matrix candidates(grid.size(), 3);
    for (std::size_t i = 0; i < grid.size(); ++i)
      std::ranges::copy(grid[i], candidates.row(i).begin());
    const auto advice = suggestMeasurements(*generator, candidates, 12, {});
    std::set<std::size_t> different;
    for (std::size_t i = 0; i < advice.size(); ++i) {
      different.insert(advice[i].candidate);
      QVERIFY(advice[i].gain > 0.0 && advice[i].gain < 1.0);
    }
    QCOMPARE(different.size(), std::size_t{12});
    // A baseline's band is as wide everywhere, so the first ones lie far from known alloys.
    const auto first = candidates.row(advice[0].candidate);
    const auto nearest = generator->knownFractions().row(generator->nearestKnown(first, 1)[0]);
    double distance = 0.0;
    for (std::size_t j = 0; j < 3; ++j)
      distance += 50.0 * std::abs(first[j] - nearest[j]);
    QVERIFY(distance > 8.0);
    QVERIFY_EXCEPTION_THROWN((void)suggestMeasurements(*generator, Matrix(0, 3), 1, {}), Error);
  }

  void beatsRandomChoiceOnMeasuredPatterns() {
    const auto folder = test::sharedDir() / "data" / "ren-hitp";
    if (!std::filesystem::exists(folder))
      QSKIP("The measured patterns are not here: ren-hitp in $VITRINE_SHARED/data.");
    double logRatio = 0.0;
    int runs = 0;
    for (const char* system : {"CoTiZr", "FeTiNb", "CoFeZr"}) {
      const auto set = TrainingSet::fromSpectra(
          diffraction::prepare(diffraction::readSpectrumFolder(folder / system)));
      for (std::uint64_t seed = 0; seed < 2; ++seed) {
        const auto split = randomSplit(set.size(), 0.3, 300 + seed);
        const double random = errorAfterGrowth(set, split, 20, 60, false);
        const double suggested = errorAfterGrowth(set, split, 20, 60, true);
        logRatio += std::log(suggested / random);
        ++runs;
      }
    }
    const double ratio = std::exp(logRatio / runs);
    qInfo("error with suggestions over error with random choice: %.3f", ratio);
    QVERIFY2(ratio < 0.9, qPrintable(QString::number(ratio)));
  }
};

QTEST_GUILESS_MAIN(TestNextMeasurement)
#include "tst_next_measurement.moc"
