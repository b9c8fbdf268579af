// Barcode models as a whole on crystals with a known energy: training, files, reading, size, and
// the reference barcodes that heterogeneity is read against.

#include "engine/alloy/element.h"
#include "engine/barcode/barcode_file.h"
#include "engine/barcode/barcode_reading.h"
#include "engine/barcode/barcode_training.h"
#include "engine/barcode/energy_errors.h"
#include "engine/barcode/environment_shell.h"
#include "engine/core/random.h"
#include "tests/engine/barcode/ordered_crystals.h"
#include "tests/support/error_of.h"
#include "tests/support/paths.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <memory>
#include <numeric>

using namespace vitrine;
using namespace vitrine::barcode;
using vitrine::test::bondEnergyEvPerAtom;
using vitrine::test::doubled;
using vitrine::test::orderedCrystal;

namespace {

constexpr std::size_t kSide = 4;
constexpr std::size_t kPerGroup = 8;
constexpr std::size_t kGroups = 6;

atomistic::Structure crystal(std::size_t i) {
  return orderedCrystal(kSide, 3 * (i % kPerGroup), 100 + i);
}

BarcodeTraining train(double width, const RunContext& context) {
  TrainingGlasses glasses{[](std::size_t i, const RunContext&) { return crystal(i); }, {}, {}};
  for (std::size_t i = 0; i < kGroups * kPerGroup; ++i) {
    glasses.energyEvPerAtom.push_back(bondEnergyEvPerAtom(crystal(i), kSide));
    glasses.groups.push_back(std::string("crystal ").append(std::to_string(i / kPerGroup)));
  }
  BarcodeTrainingSettings settings;
  settings.environments = {{29, 40}, {}, 0.75, width};
  settings.energy.bars = 12;
  settings.energy.budget = 2;
  settings.energy.mostRounds = 250;
  settings.energy.patience = 25;
  settings.studyThresholds = {0.6, 0.75};
  BarcodeCard card;
  card.source = "made up";
  card.potentials = {"bonds"};
  return trainBarcode(glasses, settings, card, context);
}

/// Atoms count for all environments.
const BarcodeTraining& trained() {
  static const BarcodeTraining once = train(0.3, RunContext().withSeed(1));
  return once;
}

/// Each atom counts once, as in the paper.
const BarcodeTraining& counted() {
  static const BarcodeTraining once = train(0.0, RunContext().withSeed(1));
  return once;
}

}  // namespace

class TestBarcodeModel : public QObject {
  Q_OBJECT

 private slots:
  void correlationByHand();
  void errorsBySize();
  void learnsTheBonds();
  void barsDescribeThemselves();
  void environmentsStandByThemselves();
  void errorFallsWithData();
  void largerCrystalsReadTheSame();
  void unknownEnvironmentsAreCounted();
  void cautionsSayWhatIsOutside();
  void fileKeepsEverything();
  void damagedFilesAreRefused();
  void referenceIsALineThroughNeighbours();
  void contrastMeasuresFluctuations();
  void referenceLeavesItselfOut();
  void rankIsThatNearTheEnergy();
  void referenceRefusals();
  void sameForAnyThreads();
};

void TestBarcodeModel::correlationByHand() {
  // numpy.corrcoef
  QVERIFY(std::abs(correlation(std::vector{1.0, 2.0, 4.0}, std::vector{3.0, 1.0, 0.5}) +
                   0.8660254037844387) < 1e-12);
  QVERIFY(std::isnan(correlation(std::vector{1.0, 1.0}, std::vector{3.0, 1.0})));
}

void TestBarcodeModel::errorsBySize() {
  const std::vector<PredictedEnergy> predicted{
      {4000, -4.0, -4.0027}, {2000, -4.0, -3.999}, {2000, -4.1, -4.102}, {2000, -4.2, -4.199}};
  const auto errors = energyErrors(predicted);
  QCOMPARE(errors.size(), std::size_t{2});
  QCOMPARE(errors[0].atoms, std::size_t{2000});
  QCOMPARE(errors[0].count, std::size_t{3});
  QVERIFY(std::abs(errors[0].mean) < 1e-12);
  QVERIFY(std::abs(errors[0].rmse - 0.0014142135623730951) < 1e-12);
  QVERIFY(std::abs(errors[0].r2 - (1.0 - 6e-6 / 0.02)) < 1e-9);
  QVERIFY(std::abs(errors[1].mean + 0.0027) < 1e-12);
  QVERIFY(std::abs(errors[1].sd) < 1e-9);
  QCOMPARE(std::accumulate(errors[0].histogram.begin(), errors[0].histogram.end(), std::size_t{0}),
           std::size_t{3});
  QCOMPARE(errors[0].binWidth, errors[1].binWidth);
  // Errors of +1, -2 and +1 meV/atom, each in the bin that holds it.
  const auto binOf = [&](double error) {
    return static_cast<std::size_t>((error - errors[0].firstBin) / errors[0].binWidth);
  };
  QVERIFY(binOf(0.001) != binOf(-0.002));
  QCOMPARE(errors[0].histogram.at(binOf(0.001)), std::size_t{2});
  QCOMPARE(errors[0].histogram.at(binOf(-0.002)), std::size_t{1});
}

void TestBarcodeModel::learnsTheBonds() {
  const auto& model = *trained().model;
  const auto& card = model.card();
  QCOMPARE(card.groups, kGroups);
  QCOMPARE(card.structures, kGroups * kPerGroup);
  QCOMPARE(card.environmentsSeen, kGroups * kPerGroup * 128);
  QVERIFY(card.foldsAreGroups);
  QVERIFY2(card.allScores.r2 > 0.9, qPrintable(QString::number(card.allScores.r2)));
  QVERIFY2(card.barScores.r2 > 0.85, qPrintable(QString::number(card.barScores.r2)));
  // Crystals of other seeds.
  std::vector<double> known;
  std::vector<double> predicted;
  for (std::size_t i = 0; i < kPerGroup; ++i) {
    const auto structure = orderedCrystal(kSide, 3 * i, 900 + i);
    known.push_back(bondEnergyEvPerAtom(structure, kSide));
    predicted.push_back(readBarcode(model, structure, std::nullopt, RunContext()).energyBars);
  }
  const double r2 = regression::scores(known, predicted).r2;
  QVERIFY2(r2 > 0.85, qPrintable(QString::number(r2)));
  QVERIFY(!card.limits.empty() && card.limits.front().find("6") != std::string::npos);
}

void TestBarcodeModel::barsDescribeThemselves() {
  const auto& model = *trained().model;
  const auto& parts = model.parts();
  const auto& bars = model.bars();
  QVERIFY(bars.size() > 1 && bars.size() <= 12);
  double shares = 0.0;
  for (std::size_t k = 0; k < bars.size(); ++k) {
    QVERIFY(k == 0 || bars[k].importance <= bars[k - 1].importance);
    QVERIFY(bars[k].meanShare >= 0.0);
    shares += bars[k].meanShare;
    const auto& atoms = parts.atoms[bars[k].environment];
    QCOMPARE(atoms.species.front(), model.environments().sources[bars[k].environment].species);
    // 8 + 6 + 12 neighbours of a body-centred lattice lie within 5 Å.
    QCOMPARE(atoms.species.size(), std::size_t{27});
    // A cell of a shaken body-centred lattice keeps its eight hexagons, by and large.
    QVERIFY(bars[k].kernel[3] >= 6);
  }
  QVERIFY(std::abs(shares - 1.0) < 1e-9);
  // The environment of the ordered crystal goes with low energies.
  const auto ordered = readBarcode(model, orderedCrystal(kSide, 0, 77), std::nullopt, RunContext());
  const auto most = std::max_element(ordered.bars.begin(), ordered.bars.end());
  QVERIFY(bars[static_cast<std::size_t>(most - ordered.bars.begin())].energyCorrelation < -0.8);
}

/// In a body-centred lattice 8 and 6 neighbours share a face with the centre, the 12 next do not.
void TestBarcodeModel::environmentsStandByThemselves() {
  const auto& model = *trained().model;
  for (const auto& bar : model.bars()) {
    const auto environment = structureOf(model.parts().atoms[bar.environment]);
    const auto shell = shellOf(environment, bar.kernel);
    QCOMPARE(shell.size(), std::size_t{14});
    for (const auto atom : shell)
      QVERIFY(atom > 0 && atomistic::length(environment.positions[atom]) < 3.5);
    // Of another polyhedron nothing is claimed.
    QVERIFY(shellOf(environment, {0, 0, 12, 0}).empty());
  }
  EnvironmentAtoms twice{{29, 29}, {atomistic::Vector3{}, atomistic::Vector3{}}};
  QVERIFY(shellOf(structureOf(twice), {0, 0, 12, 0}).empty());
}

void TestBarcodeModel::errorFallsWithData() {
  const auto& study = trained().study;
  QCOMPARE(study.size(), std::size_t{6});
  for (std::size_t i = 0; i < study.size(); ++i) {
    QCOMPARE(study[i].threshold, i < 3 ? 0.6 : 0.75);
    QVERIFY(study[i].rmseEvPerAtom > 0.0 && std::isfinite(study[i].rmseSd));
    QVERIFY(i % 3 == 0 || study[i].groups > study[i - 1].groups);
  }
  QVERIFY(study[0].environments < study[3].environments);
  QCOMPARE(study[5].environments, trained().model->environments().size());
  QVERIFY(study[5].rmseEvPerAtom < study[3].rmseEvPerAtom);
}

/// Twice the crystal holds the same parts, so it gets the same barcode and the same energy.
void TestBarcodeModel::largerCrystalsReadTheSame() {
  const auto& model = *trained().model;
  const auto structure = orderedCrystal(kSide, 7, 31);
  const auto one = readBarcode(model, structure, -4.1, RunContext());
  const auto two = readBarcode(model, doubled(structure), -4.1, RunContext());
  QCOMPARE(two.atoms, 2 * one.atoms);
  QCOMPARE(two.unknown, 2 * one.unknown);
  for (std::size_t k = 0; k < one.bars.size(); ++k)
    QVERIFY(std::abs(one.bars[k] - two.bars[k]) < 1e-12);
  QVERIFY(std::abs(one.energyBars - two.energyBars) < 1e-9);
  QVERIFY(std::abs(one.energyAll - two.energyAll) < 1e-9);
  QCOMPARE(one.contrast.energyEvPerAtom, -4.1);
  QVERIFY(std::abs(one.contrast.sdGroup2 - two.contrast.sdGroup2) < 1e-12);
  const auto predicted = readBarcode(model, structure, std::nullopt, RunContext());
  QCOMPARE(one.heldAgainst(model, structure, std::nullopt).contrast.sdGroup2,
           predicted.contrast.sdGroup2);
  QCOMPARE(predicted.heldAgainst(model, structure, -4.1).contrast.difference,
           one.contrast.difference);
  const auto& bars = one.barOfAtom;
  QCOMPARE(bars.size(), structure.size());
  QCOMPARE(static_cast<std::size_t>(std::ranges::count_if(bars, [](int bar) { return bar >= 0; })),
           one.inBars);
}

void TestBarcodeModel::unknownEnvironmentsAreCounted() {
  const auto& model = *trained().model;
  auto strange = orderedCrystal(kSide, 0, 3);
  for (auto& position : strange.positions)
    for (double& along : position)
      along *= 0.8;
  auto edges = strange.cell.edges();
  for (auto& edge : edges)
    for (double& along : edge)
      along *= 0.8;
  strange.cell = atomistic::Cell(edges);
  const auto histogram = readBarcode(*counted().model, strange, std::nullopt, RunContext());
  QCOMPARE(std::accumulate(histogram.bars.begin(), histogram.bars.end(), 0.0), 0.0);
  const auto reading = readBarcode(model, strange, std::nullopt, RunContext());
  QCOMPARE(reading.unknown, strange.size());
  QCOMPARE(histogram.inBars, std::size_t{0});
  // Where every atom counts for everything, none is yet as similar to a bar as the threshold asks.
  QCOMPARE(reading.inBars, std::size_t{0});
  QVERIFY(std::ranges::any_of(reading.cautions, [](const Caution& caution) {
    return caution.kind == Caution::Kind::NothingInBars;
  }));
  QCOMPARE(cautionText(reading.cautions.back()),
           std::string("100.0 % of its environments are unknown to the "
                       "model; its energy is a guess."));
}

void TestBarcodeModel::cautionsSayWhatIsOutside() {
  const auto& model = *trained().model;
  QCOMPARE(model.card().compositions.size(), std::size_t{1});
  QCOMPARE(model.card().compositions.front().formula(), std::string("Cu50Zr50"));
  const double inside = (model.card().lowestEvPerAtom + model.card().highestEvPerAtom) / 2.0;
  const auto unseen = [](std::size_t swaps) { return orderedCrystal(kSide, swaps, 900); };
  QVERIFY(readBarcode(model, unseen(9), inside, RunContext()).cautions.empty());

  const auto high = readBarcode(model, unseen(9), inside + 1.0, RunContext());
  QCOMPARE(high.cautions.size(), std::size_t{1});
  QVERIFY(cautionText(high.cautions.front()).find("outside") != std::string::npos);

  // 8 of the 128 atoms exchanged: 6.25 at.%.
  auto richer = unseen(0);
  std::size_t exchanged = 0;
  for (int& species : richer.species)
    if (species == 40 && exchanged < 8) {
      species = 29;
      ++exchanged;
    }
  const auto other = readBarcode(model, richer, inside, RunContext());
  QVERIFY(cautionText(other.cautions.front()).find("from Cu50Zr50, 6.3 at.% away") !=
          std::string::npos);

  // 77.385 u at 10 Å/ps: m v² / 3 k = 3102 K.
  auto moving = unseen(9);
  moving.velocities.assign(moving.size(), {6.0, 0.0, -8.0});
  const auto hot = readBarcode(model, moving, inside, RunContext());
  QCOMPARE(hot.cautions.size(), std::size_t{1});
  QVERIFY(cautionText(hot.cautions.front()).find("at 3102 K") != std::string::npos);

  const auto small = readBarcode(model, orderedCrystal(3, 2, 5), inside, RunContext());
  QCOMPARE(small.cautions.size(), std::size_t{1});
  QVERIFY(cautionText(small.cautions.front()).find("fewer atoms than the 128") !=
          std::string::npos);

  const auto learned = readBarcode(model, crystal(3), inside, RunContext());
  QCOMPARE(learned.cautions.size(), std::size_t{1});
  QVERIFY(cautionText(learned.cautions.front()).find("this very glass") != std::string::npos);
}

void TestBarcodeModel::fileKeepsEverything() {
  QTemporaryDir folder;
  const std::filesystem::path file = folder.filePath("crystals.vbarcode").toStdString();
  const auto& model = *trained().model;
  saveBarcode(file, model);
  const auto again = loadBarcode(file);
  QCOMPARE(cardJson(again->card()), cardJson(model.card()));
  QVERIFY(again->environments().sources == model.environments().sources);
  QVERIFY(again->parts().kernels == model.parts().kernels);
  QVERIFY(again->parts().importance == model.parts().importance);
  QVERIFY(again->parts().samples.outOfFoldBars == model.parts().samples.outOfFoldBars);
  QVERIFY(again->parts().samples.groups == model.parts().samples.groups);
  QCOMPARE(again->kasperCorrelation(), model.kasperCorrelation());
  const auto structure = orderedCrystal(kSide, 5, 8);
  const auto one = readBarcode(model, structure, std::nullopt, RunContext());
  const auto two = readBarcode(*again, structure, std::nullopt, RunContext());
  QVERIFY(one.barOfAtom == two.barOfAtom);
  QCOMPARE(one.energyBars, two.energyBars);
  QCOMPARE(one.energyAll, two.energyAll);
  QCOMPARE(one.contrast.sdGroup2, two.contrast.sdGroup2);
}

void TestBarcodeModel::damagedFilesAreRefused() {
  const auto good = packBarcode(*trained().model);
  QVERIFY(!test::errorOf([&] { unpackBarcode(good); }));
  for (const auto& [name, bytes] : good.sections) {
    for (const bool longer : {false, true}) {
      if (longer && name == "card")
        continue;  // zeros behind it are no part of the text
      auto bad = good;
      bad.sections[name].resize(longer ? bytes.size() + 8 : bytes.size() / 2);
      const auto error = test::errorOf([&] { unpackBarcode(bad); });
      QVERIFY2(error && error->code() == ErrorCode::Damaged, name.c_str());
    }
    auto without = good;
    without.sections.erase(name);
    QVERIFY(test::errorOf([&] { unpackBarcode(without); }).has_value());
  }
  auto newer = good;
  auto card = newer.card();
  card.replace(card.find("\"version\": 2"), 12, "\"version\": 9");
  newer.setCard(card);
  const auto error = test::errorOf([&] { unpackBarcode(newer); });
  QVERIFY(error && error->code() == ErrorCode::TooNew);
}

/// Bars that are straight lines of the energy are found again anywhere between the ends.
void TestBarcodeModel::referenceIsALineThroughNeighbours() {
  Matrix barcodes(21, 2);
  std::vector<double> energies;
  std::vector<std::string> groups;
  for (std::size_t i = 0; i < 21; ++i) {
    energies.push_back(-4.7 + 0.005 * static_cast<double>(i));
    barcodes(i, 0) = 0.2 + 2.0 * (energies[i] + 4.7);
    barcodes(i, 1) = 1.0 - barcodes(i, 0);
    groups.push_back(i % 2 == 0 ? "a" : "b");
  }
  const ReferenceBarcodes reference(barcodes, energies, groups, {true, false});
  for (const double energy : {-4.7, -4.6512, -4.6}) {
    const auto at = reference.at(energy);
    QVERIFY(std::abs(at[0] - (0.2 + 2.0 * (energy + 4.7))) < 1e-9);
    QVERIFY(std::abs(at[0] + at[1] - 1.0) < 1e-9);
  }
  const auto outside = reference.contrast(std::vector{0.2, 0.8}, -4.9, std::vector{0.0, 0.0});
  QVERIFY(!outside.inside);
  QVERIFY(std::abs(outside.difference[0]) < 1e-9);
}

void TestBarcodeModel::contrastMeasuresFluctuations() {
  constexpr std::size_t kBars = 6;
  constexpr std::size_t kAtoms = 2000;
  Random random(4);
  // Every glass draws its atoms by chance from the same six environments, two of them Kasper.
  const auto draw = [&](std::size_t atoms) {
    std::vector<double> counts(kBars);
    for (std::size_t i = 0; i < atoms; ++i)
      counts[random.below(kBars)] += 1.0 / static_cast<double>(atoms);
    return counts;
  };
  Matrix barcodes(60, kBars);
  std::vector<double> energies;
  std::vector<std::string> groups;
  for (std::size_t i = 0; i < 60; ++i) {
    std::ranges::copy(draw(kAtoms), barcodes.row(i).begin());
    energies.push_back(-4.6 + 0.001 * static_cast<double>(i));
    groups.push_back(std::to_string(i / 6));
  }
  const ReferenceBarcodes reference(barcodes, energies, groups,
                                    {true, true, false, false, false, false});
  const std::vector<double> byChance(kBars, std::sqrt(1.0 / 6.0 * 5.0 / 6.0 / kAtoms));
  const auto like = reference.contrast(draw(kAtoms), -4.57, byChance);
  QVERIFY(std::abs(like.sdGroup2ByChance - byChance[2]) < 1e-12);
  QVERIFY(like.sdGroup2 < 2.0 * like.sdGroup2ByChance);
  QVERIFY(like.inside);
  // Two environments of group 2 have changed their parts.
  std::vector<double> sheared(kBars, 1.0 / 6.0);
  sheared[2] += 0.05;
  sheared[3] -= 0.05;
  const auto other = reference.contrast(sheared, -4.57, byChance);
  // Differences 0.05, -0.05, 0, 0 and the noise of the reference.
  QVERIFY(std::abs(other.sdGroup2 - 0.0354) < 0.005);
  QVERIFY(other.sdGroup1 < 0.01);
  QCOMPARE(other.rankGroup2, 1.0);
  QVERIFY(like.rankGroup2 < 1.0);
}

/// What was learned is held against the other groups, as reading it before learning would.
void TestBarcodeModel::referenceLeavesItselfOut() {
  Matrix barcodes(20, 4);
  std::vector<double> energies;
  std::vector<std::string> groups;
  Random random(5);
  for (std::size_t i = 0; i < 20; ++i) {
    for (std::size_t bar = 0; bar < 4; ++bar)
      barcodes(i, bar) = 0.25 + 0.01 * (random.uniform() - 0.5);
    energies.push_back(-4.6 - 0.001 * static_cast<double>(i % 10));
    groups.push_back(i < 10 ? "a" : "b");
  }
  const std::vector<bool> kasper{true, false, false, false};
  const std::vector<double> byChance(4, 0.001);
  const ReferenceBarcodes both(barcodes, energies, groups, kasper);
  std::vector<std::size_t> others(10);
  std::iota(others.begin(), others.end(), std::size_t{10});
  const ReferenceBarcodes other(barcodes.select(others), {energies.begin() + 10, energies.end()},
                                {groups.begin() + 10, groups.end()}, kasper);
  const auto left = both.contrast(barcodes.row(3), energies[3], byChance);
  QVERIFY(left.isReference);
  const auto right = other.contrast(barcodes.row(3), energies[3], byChance);
  QVERIFY(!right.isReference);
  for (std::size_t bar = 0; bar < 4; ++bar)
    QVERIFY(std::abs(left.difference[bar] - right.difference[bar]) < 1e-4);
}

/// Glasses of low energy scatter ten times as much: what is usual there is not usual elsewhere.
void TestBarcodeModel::rankIsThatNearTheEnergy() {
  Matrix barcodes(200, 4);
  std::vector<double> energies;
  std::vector<std::string> groups;
  Random random(6);
  for (std::size_t i = 0; i < 200; ++i) {
    energies.push_back(-4.7 + 0.0005 * static_cast<double>(i));
    const double scatter = i < 100 ? 0.01 : 0.001;
    for (std::size_t bar = 0; bar < 4; ++bar)
      barcodes(i, bar) = 0.25 + scatter * (random.uniform() - 0.5);
    groups.push_back(std::to_string(i % 10));
  }
  const ReferenceBarcodes reference(barcodes, energies, groups, {false, false, false, false});
  const std::vector<double> uneven{0.2525, 0.2475, 0.2525, 0.2475};  // spread of 0.0025
  const std::vector<double> byChance(4, 0.0);
  // Uniform over ± 0.005: a spread of 0.0029; over ± 0.0005: of 0.00029.
  QVERIFY(reference.contrast(uneven, -4.68, byChance).rankGroup2 < 0.6);
  QVERIFY(reference.contrast(uneven, -4.62, byChance).rankGroup2 > 0.95);
  // Outside, what is said is said of the end.
  const auto outside = reference.contrast(uneven, -4.0, byChance);
  QCOMPARE(outside.energyEvPerAtom, energies.back());
}

void TestBarcodeModel::referenceRefusals() {
  QVERIFY(test::errorOf([] { ReferenceBarcodes(Matrix(2, 1), {1.0, 2.0}, {"a", "b"}, {true}); }));
  QVERIFY(test::errorOf([] {
    ReferenceBarcodes(Matrix(3, 1), {1.0, 2.0, 3.0}, {"a", "b"}, {true});
  }));
}

void TestBarcodeModel::sameForAnyThreads() {
  const auto again = train(0.3, RunContext().withSeed(1).withThreads(1));
  QVERIFY(packBarcode(*again.model).sections == packBarcode(*trained().model).sections);
}

QTEST_APPLESS_MAIN(TestBarcodeModel)
#include "tst_barcode_model.moc"
