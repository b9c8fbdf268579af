// The energy model on glasses made up of environments with known energies, and counting
// environments in mixtures of crystals.

#include "engine/atomistic/soap.h"
#include "engine/barcode/energy_folds.h"
#include "engine/barcode/energy_model.h"
#include "engine/barcode/unique_environments.h"
#include "engine/core/random.h"
#include "tests/support/cancel_time.h"
#include "tests/support/error_of.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <numeric>
#include <set>
#include <stop_token>

using namespace vitrine;
using namespace vitrine::barcode;

namespace {

constexpr int kCu = 29;
constexpr int kZr = 40;

/// Quenches whose glasses hold environments of known energies: what an inherent structure costs is
/// the sum over its atoms. Only the first `telling` environments vary with the energy.
EnergySamples additiveGlasses(std::size_t quenches, std::size_t each, std::size_t environments,
                              std::size_t telling, std::uint64_t seed) {
  EnergySamples samples;
  const std::size_t count = quenches * each;
  samples.shares = Matrix(count, environments);
  Random random(seed);
  for (std::size_t i = 0; i < count; ++i) {
    // From a good glass (0) to a liquid (1).
    const double state = static_cast<double>(i % each) / static_cast<double>(each);
    std::vector<double> weights(environments);
    for (std::size_t k = 0; k < environments; ++k) {
      weights[k] = 1.0 + 0.05 * random.normal();
      if (k < telling)
        weights[k] += (k % 2 == 0 ? 1.0 : -1.0) * 0.8 * (state - 0.5);
    }
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    double energy = -4.6;
    for (std::size_t k = 0; k < environments; ++k) {
      samples.shares(i, k) = weights[k] / sum;
      if (k < telling)
        energy += (k % 2 == 0 ? 0.3 : -0.3) * weights[k] / sum;
    }
    samples.energyEvPerAtom.push_back(energy);
    samples.groups.push_back(std::string("quench ").append(std::to_string(i / each)));
  }
  return samples;
}

EnergyModelSettings quick() {
  EnergyModelSettings settings;
  settings.bars = 6;
  settings.budget = 3;
  settings.mostRounds = 300;
  settings.patience = 20;
  return settings;
}

/// A CsCl crystal of copper and zirconium, or copper in a body-centred lattice.
atomistic::Structure crystal(bool pure, std::size_t side) {
  const double step = 3.2;
  const double edge = step * static_cast<double>(side);
  atomistic::Structure structure{
      atomistic::Cell({atomistic::Vector3{edge, 0, 0}, {0, edge, 0}, {0, 0, edge}}),
      {},
      {},
      {},
      {}};
  for (std::size_t i = 0; i < side * side * side; ++i) {
    const atomistic::Vector3 corner{step * static_cast<double>(i % side),
                                    step * static_cast<double>(i / side % side),
                                    step * static_cast<double>(i / side / side)};
    structure.positions.push_back(corner);
    structure.species.push_back(kCu);
    structure.positions.push_back({corner[0] + 1.6, corner[1] + 1.6, corner[2] + 1.6});
    structure.species.push_back(pure ? kCu : kZr);
  }
  return structure;
}

}  // namespace

class TestEnergyModel : public QObject {
  Q_OBJECT

 private slots:
  void countsOfCrystals();
  void foldsKeepGroupsTogether();
  void foldsOfOneGroup();
  void barcodesAddUpToOne();
  void recoversAnAdditiveEnergy();
  void sameForAnyThreads();
  void cancelled();
  void refusals();
};

void TestEnergyModel::countsOfCrystals() {
  const EnvironmentSettings settings{{kCu, kZr}, {}, 0.9};
  const atomistic::SoapDescriptor descriptor(settings.species, settings.soap);
  EnvironmentCollector collector(settings);
  const auto compound = crystal(false, 3);
  describeUnits(descriptor, compound, RunContext(),
                [&](std::size_t first, const UnitRows& rows, const RunContext& context) {
                  collector.add(rows, first, compound.species, context);
                });
  const auto set = collector.take();
  QCOMPARE(set.size(), std::size_t{2});
  const auto counted = [&](const atomistic::Structure& structure) {
    std::vector<std::optional<std::size_t>> ofAtom;
    describeUnits(
        descriptor, structure, RunContext(),
        [&](std::size_t, const UnitRows& rows, const RunContext& context) {
          for (const auto& match : set.index.nearest(rows, squaredDistanceAt(0.9), context))
            ofAtom.push_back(match ? std::optional(match->index) : std::nullopt);
        });
    return ofAtom;
  };
  // A larger crystal of the same kind holds the same parts.
  const auto larger = counted(crystal(false, 5));
  QCOMPARE(std::ranges::count(larger, std::optional<std::size_t>(0)), 125);
  QCOMPARE(std::ranges::count(larger, std::optional<std::size_t>(1)), 125);
  QCOMPARE(larger[0], std::optional<std::size_t>(0));
  QCOMPARE(larger[1], std::optional<std::size_t>(1));
  // What the set has never seen is counted as such.
  const auto strange = counted(crystal(true, 3));
  QCOMPARE(strange.size(), std::size_t{54});
  QCOMPARE(std::ranges::count(strange, std::optional<std::size_t>()), 54);
  // Another element is none of its business.
  auto alien = crystal(true, 2);
  alien.species[3] = 13;
  const auto refused = test::errorOf([&] { counted(alien); });
  QVERIFY(refused && std::string(refused->what()).find("Al") != std::string::npos);
}

void TestEnergyModel::foldsKeepGroupsTogether() {
  std::vector<std::string> groups;
  for (int i = 0; i < 70; ++i)
    groups.push_back(std::string("q").append(std::to_string(i % 7)));
  QCOMPARE(energyGroupCount(groups), std::size_t{7});
  const auto folds = energyFolds(groups, 5, 1);
  QCOMPARE(folds.size(), std::size_t{5});
  std::size_t tested = 0;
  for (const auto& fold : folds) {
    std::set<std::string> training;
    for (const auto i : fold.train)
      training.insert(groups[i]);
    for (const auto i : fold.test)
      QVERIFY(!training.contains(groups[i]));
    QCOMPARE(fold.train.size() + fold.test.size(), groups.size());
    tested += fold.test.size();
  }
  QCOMPARE(tested, groups.size());
  QCOMPARE(energyFolds(std::vector<std::string>{"a", "b", "a"}, 5, 0).size(), std::size_t{2});
}

void TestEnergyModel::foldsOfOneGroup() {
  const auto folds = energyFolds(std::vector<std::string>(23, "one"), 5, 2);
  QCOMPARE(folds.size(), std::size_t{5});
  for (const auto& fold : folds)
    QVERIFY(fold.test.size() == 4 || fold.test.size() == 5);
}

void TestEnergyModel::barcodesAddUpToOne() {
  Matrix shares(2, 4);
  shares(0, 0) = 0.1;
  shares(0, 1) = 0.5;
  shares(0, 3) = 0.3;
  shares(1, 1) = 0.9;
  const std::vector<std::size_t> chosen{3, 0};
  const Matrix rows = barcodeRows(shares, chosen);
  QVERIFY(std::abs(rows(0, 0) - 0.75) < 1e-15);
  QVERIFY(std::abs(rows(0, 1) - 0.25) < 1e-15);
  QCOMPARE(rows(1, 0), 0.0);
  QCOMPARE(rows(1, 1), 0.0);
}

void TestEnergyModel::recoversAnAdditiveEnergy() {
  const auto samples = additiveGlasses(10, 30, 25, 4, 1);
  const auto model = trainEnergyModel(samples, quick(), RunContext().withSeed(1));
  QCOMPARE(model.folds, std::size_t{5});
  QVERIFY(model.foldsAreGroups);
  QVERIFY2(model.allScores.r2 > 0.95, qPrintable(QString::number(model.allScores.r2)));
  QVERIFY2(model.barScores.r2 > 0.95, qPrintable(QString::number(model.barScores.r2)));
  // The environments that tell the energy come first, and the others count next to nothing.
  QCOMPARE(model.barEnvironments.size(), std::size_t{6});
  const std::set<std::size_t> first(model.barEnvironments.begin(),
                                    model.barEnvironments.begin() + 4);
  QVERIFY((first == std::set<std::size_t>{0, 1, 2, 3}));
  QVERIFY(model.barImportance[3] > 3.0 * model.barImportance[4]);
  QVERIFY(std::ranges::is_sorted(model.barImportance, std::greater<>()));
  // The energy is a sum: a line cannot be beaten, though trees come near.
  QVERIFY(model.allRecipe.method == EnergyMethod::Line);
  QVERIFY(model.barRmse.at(EnergyMethod::BoostedTrees) > model.barRmse.at(EnergyMethod::Line));

  // Quenches it has never seen.
  const auto unseen = additiveGlasses(3, 30, 25, 4, 2);
  const auto energies =
      model.bars.predict(sharesOf(unseen.shares, model.barEnvironments), RunContext());
  QVERIFY(regression::scores(unseen.energyEvPerAtom, energies).r2 > 0.9);
  const auto byAll = model.all.predict(unseen.shares, RunContext());
  QVERIFY(regression::scores(unseen.energyEvPerAtom, byAll).r2 > 0.95);
}

void TestEnergyModel::sameForAnyThreads() {
  const auto samples = additiveGlasses(4, 12, 10, 3, 3);
  auto settings = quick();
  settings.mostRounds = 120;
  const auto one = trainEnergyModel(samples, settings, RunContext().withThreads(1).withSeed(5));
  const auto two = trainEnergyModel(samples, settings, RunContext().withThreads(2).withSeed(5));
  QCOMPARE(one.folds, std::size_t{4});
  QVERIFY(one.barRecipe.parameters == two.barRecipe.parameters);
  QVERIFY(one.importance == two.importance);
  QVERIFY(one.outOfFoldBars == two.outOfFoldBars);
  QVERIFY(one.barEnvironments == two.barEnvironments);
}

void TestEnergyModel::cancelled() {
  const auto samples = additiveGlasses(10, 40, 60, 5, 3);
  std::stop_source stop;
  RunContext::Options options;
  options.stop = stop.get_token();
  QElapsedTimer since;
  options.progress = [&](double fraction) {
    if (fraction > 0.02 && stop.request_stop())
      since.start();
  };
  QVERIFY_THROWS_EXCEPTION(
      Cancelled, trainEnergyModel(samples, EnergyModelSettings(), RunContext(std::move(options))));
  QVERIFY2(since.elapsed() < test::kCancelMs, qPrintable(QString::number(since.elapsed())));
}

void TestEnergyModel::refusals() {
  auto few = additiveGlasses(1, 9, 4, 2, 1);
  QVERIFY(test::errorOf([&] { trainEnergyModel(few, quick(), RunContext()); }).has_value());
  auto flat = additiveGlasses(2, 10, 4, 2, 1);
  flat.energyEvPerAtom.assign(20, -4.5);
  QVERIFY(test::errorOf([&] { trainEnergyModel(flat, quick(), RunContext()); }).has_value());
  auto unequal = additiveGlasses(2, 10, 4, 2, 1);
  unequal.groups.pop_back();
  QVERIFY(test::errorOf([&] { trainEnergyModel(unequal, quick(), RunContext()); }).has_value());
}

QTEST_APPLESS_MAIN(TestEnergyModel)
#include "tst_energy_model.moc"
