// Preprocessing of patterns, by small cases worked out by hand and by the spread of the published
// patterns after the paper's normalisation.

#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/diffraction/preprocessing.h"
#include "engine/diffraction/spectrum_folder.h"
#include "tests/engine/diffraction/ren_folder.h"
#include "tests/engine/diffraction/synthetic.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <string>
#include <vector>

using namespace vitrine;
using namespace vitrine::diffraction;

namespace {

Recipe recipeOver(double first, double last, std::size_t points) {
  Recipe recipe;
  recipe.axis = {first, last, points};
  return recipe;
}

QString reason(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

class TestPreprocessing : public QObject {
  Q_OBJECT

 private slots:
  void cutsInterpolatesAndScales() {
    const auto pattern = Spectrum::fromPoints(AxisKind::Q, {0.0, 1.0, 2.0, 4.0, 6.0},
                                              {90.0, 10.0, 20.0, 40.0, 90.0});
    const auto prepared = preprocess(pattern, recipeOver(1.0, 4.0, 7));
    // 10, 15, 20, 25, 30, 35, 40, and 40 becomes 100; the ends outside do not count.
    const std::vector<double> expected{25.0, 37.5, 50.0, 62.5, 75.0, 87.5, 100.0};
    QCOMPARE(prepared.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
      QVERIFY(std::abs(prepared[i] - expected[i]) < 1e-12);

    Recipe unscaled = recipeOver(1.0, 4.0, 4);
    unscaled.scalesMaximumTo100 = false;
    QCOMPARE(preprocess(pattern, unscaled), (std::vector<double>{10.0, 20.0, 30.0, 40.0}));
  }

  void takesTheAxisOfThePaper() {
    const Recipe recipe;
    QCOMPARE(recipe.axis.first, 1.0);
    QCOMPARE(recipe.axis.last, 5.0);
    QCOMPARE(recipe.axis.points, std::size_t{3743});
    QCOMPARE(recipe.steps().size(), std::size_t{2});
    QVERIFY(QString::fromStdString(recipe.steps()[0]).contains("3743"));
  }

  void turnsAnglesIntoQ() {
    // 2 theta of 20 to 65 degrees under copper is 1.415 to 4.379 1/Å.
    const auto angles = Spectrum::fromPoints(AxisKind::TwoTheta, test::equidistant(20.0, 65.0, 901),
                                             test::equidistant(1.0, 901.0, 901));
    Recipe recipe = recipeOver(1.5, 4.0, 11);
    QVERIFY(reason([&] { preprocess(angles, recipe); }).contains("wavelength"));
    recipe.wavelengthA = kCopperKAlphaA;
    recipe.scalesMaximumTo100 = false;
    const auto prepared = preprocess(angles, recipe);
    // Intensity is 1 + (2 theta - 20) / 0.05.
    const double angle = twoThetaFromQ(2.75, kCopperKAlphaA);
    QVERIFY(std::abs(prepared[5] - (1.0 + (angle - 20.0) / 0.05)) < 1e-2);
    QCOMPARE(recipe.steps().size(), std::size_t{2});
  }

  void saysWhatAPatternDoesNotCover() {
    const auto pattern = Spectrum::fromPoints(AxisKind::Q, {1.4, 4.4}, {1.0, 2.0}, {}, "lab.xy");
    const QString why = reason([&] { preprocess(pattern); });
    QVERIFY2(why.contains("lab.xy covers q from 1.4 to 4.4"), qPrintable(why));
    const auto flat = Spectrum::fromPoints(AxisKind::Q, {0.5, 6.0}, {0.0, 0.0});
    QVERIFY(reason([&] { preprocess(flat); }).contains("no intensity above zero"));
    QVERIFY(reason([&] { preprocess(flat, recipeOver(2.0, 2.0, 5)); }).contains("axis"));
    QVERIFY(reason([&] { preprocess(flat, recipeOver(1.0, 5.0, 1)); }).contains("axis"));
  }

  void takesTheSubstrateOff() {
    const auto q = test::equidistant(1.0, 5.0, 401);
    test::SyntheticPeak alloy;
    alloy.offset = alloy.slope = 0.0;
    alloy.gaussShare = 1.0;
    test::SyntheticPeak silicon;  // a broad hump of the wafer
    silicon.q1 = 4.0;
    silicon.deltaQ = 1.5;
    silicon.offset = 20.0;
    silicon.slope = 0.0;
    std::vector<double> both;
    std::vector<double> bare;
    for (const double x : q) {
      both.push_back(alloy.at(x) + 0.7 * silicon.at(x));
      bare.push_back(silicon.at(x));
    }
    const auto pattern = Spectrum::fromPoints(AxisKind::Q, q, both);
    Recipe recipe = recipeOver(1.0, 5.0, 401);
    recipe.scalesMaximumTo100 = false;
    recipe.substrate = Substrate{Spectrum::fromPoints(AxisKind::Q, q, bare, {}, "wafer"), 0.7};
    const auto fixed = preprocess(pattern, recipe);
    for (std::size_t i = 0; i < q.size(); ++i)
      QVERIFY(std::abs(fixed[i] - alloy.at(q[i])) < 1e-9);
    QVERIFY(QString::fromStdString(recipe.steps()[0]).contains("wafer subtracted, 0.7 times"));

    // The peak leaves more than a hundredth of the points alone, so the factor is found.
    recipe.substrate->factor.reset();
    const auto found = preprocess(pattern, recipe);
    for (std::size_t i = 0; i < q.size(); ++i)
      QVERIFY(std::abs(found[i] - alloy.at(q[i])) < 0.1);

    recipe.substrate->spectrum = Spectrum::fromPoints(AxisKind::Q, {2.0, 3.0}, {1.0, 1.0});
    QVERIFY(reason([&] { preprocess(pattern, recipe); }).contains("covers"));
  }

  void takesTheBackgroundOff() {
    const auto q = test::equidistant(0.8, 5.6, 1000);
    test::SyntheticPeak peak;
    peak.gaussShare = 1.0;
    peak.height = 1000.0;
    peak.offset = 700.0;
    peak.slope = -50.0;
    Recipe recipe;
    recipe.subtractsBackground = true;
    recipe.scalesMaximumTo100 = false;
    const auto prepared =
        preprocess(Spectrum::fromPoints(AxisKind::Q, q, test::sampled(peak, q, 0.0, 0)), recipe);
    const auto axis = recipe.axis.positions();
    for (std::size_t i = 0; i < axis.size(); i += 50) {
      const double alone = peak.at(axis[i]) - peak.offset - peak.slope * axis[i];
      QVERIFY(std::abs(prepared[i] - alone) < 30.0);
    }
    QVERIFY(QString::fromStdString(recipe.steps()[0]).contains("Chebyshev"));
  }

  void preparesWhatHasAComposition() {
    const auto pattern = Spectrum::fromPoints(AxisKind::Q, {0.0, 3.0, 6.0}, {1.0, 3.0, 2.0});
    SpectrumCollection collection{"folder",
                                  {{"a", alloy::compositionOf("Zr50Cu50"), pattern},
                                   {"b", std::nullopt, pattern},
                                   {"c", alloy::compositionOf("Zr60Cu40"), pattern}},
                                  {}};
    const SpectrumSet set = prepare(collection);
    QCOMPARE(set.source, std::string("folder"));
    QCOMPARE(set.patterns.size(), std::size_t{2});
    QCOMPARE(set.patterns[1].id, std::string("c"));
    QCOMPARE(set.patterns[1].composition, alloy::compositionOf("Zr60Cu40"));
    QCOMPARE(set.patterns[0].intensities.size(), std::size_t{3743});
    QCOMPARE(set.steps, Recipe().steps());
    collection.spectra.erase(collection.spectra.begin());
    collection.spectra.pop_back();
    QVERIFY(reason([&] { prepare(collection); }).contains("composition"));
  }

  /// The mean squared distance to the mean pattern after the paper's normalisation, computed by a
  /// program of its own on these data: 256, 107 and 501.
  void spreadsAsMeasured_data() {
    QTest::addColumn<QString>("system");
    QTest::addColumn<double>("spread");
    QTest::newRow("Co-Ti-Zr") << "CoTiZr" << 256.0;
    QTest::newRow("Co-V-Zr") << "CoVZr" << 107.0;
    QTest::newRow("Fe-Ti-Nb") << "FeTiNb" << 501.0;
  }
  void spreadsAsMeasured() {
    QFETCH(QString, system);
    QFETCH(double, spread);
    const auto folder = test::renFolder(system.toStdString());
    if (!exists(folder))
      QSKIP("The measured patterns are not here: ren-hitp in $VITRINE_SHARED/data.");
    const SpectrumSet set = prepare(readSpectrumFolder(folder));
    const auto n = static_cast<double>(set.patterns.size());
    const auto points = static_cast<double>(set.axis.points);
    std::vector<double> mean(set.axis.points);
    for (const MeasuredPattern& pattern : set.patterns)
      for (std::size_t i = 0; i < mean.size(); ++i)
        mean[i] += pattern.intensities[i] / n;
    double squares = 0.0;
    for (const MeasuredPattern& pattern : set.patterns)
      for (std::size_t i = 0; i < mean.size(); ++i)
        squares += std::pow(pattern.intensities[i] - mean[i], 2) / n / points;
    qInfo("%.1f", squares);
    // Those were 30 % of the patterns, drawn three times; these are all.
    QVERIFY(std::abs(squares - spread) < 0.06 * spread);
  }
};

QTEST_GUILESS_MAIN(TestPreprocessing)
#include "tst_preprocessing.moc"
