// S(q) and X-ray patterns against formulas and another program's numbers of a measured glass.

#include "engine/atomistic/structure_factor.h"
#include "engine/atomistic/structure_file.h"
#include "engine/diffraction/first_peak.h"
#include "engine/diffraction/form_factor.h"
#include "tests/support/error_of.h"
#include "tests/support/paths.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace vitrine;
using namespace vitrine::atomistic;

namespace {

/// Spheres that nothing keeps but their size: g = 0 below `sizeA`, 1 beyond.
PairDistribution hollow(double sizeA) {
  PairDistribution pairs;
  pairs.stepA = 0.01;
  pairs.densityPerA3 = 0.05;
  pairs.species = {29, 40};
  pairs.shares = {0.6, 0.4};
  for (int i = 0; i < 1500; ++i)
    pairs.r.push_back(0.01 * (i + 0.5));
  for (auto [a, b] : {std::pair{29, 29}, std::pair{29, 40}, std::pair{40, 40}}) {
    PartialDistribution partial{a, b, {}, {}};
    for (const double r : pairs.r)
      partial.g.push_back(r < sizeA ? 0.0 : 1.0);
    pairs.partials.push_back(partial);
  }
  return pairs;
}

}  // namespace

class TestStructureFactor : public QObject {
  Q_OBJECT

 private slots:
  void hollowSpheres() {
    const double size = 2.5;
    const auto factor = structureFactor(hollow(size));
    for (std::size_t k = 0; k < factor.q.size(); ++k) {
      const double x = factor.q[k] * size;
      const double expected = 1.0 - 4.0 * std::numbers::pi * 0.05 * std::pow(factor.q[k], -3) *
                                        (std::sin(x) - x * std::cos(x));
      for (const auto& partial : factor.partials)
        QVERIFY(std::abs(partial.values[k] - expected) < 1e-4);
      QVERIFY(std::abs(factor.total[k] - expected) < 1e-4);
    }
  }

  void gasScattersLikeItsAtoms() {
    const auto factor = structureFactor(hollow(0.0));
    const auto pattern = xrayPattern(factor);
    const auto weighted = xrayStructureFactor(factor);
    for (std::size_t k = 0; k < factor.q.size(); k += 50) {
      const double cu = diffraction::formFactor(29, factor.q[k]);
      const double zr = diffraction::formFactor(40, factor.q[k]);
      QVERIFY(std::abs(pattern.intensities()[k] - (0.6 * cu * cu + 0.4 * zr * zr)) < 1e-9);
      QVERIFY(std::abs(weighted[k] - 1.0) < 1e-12);
    }
  }

  /// By a plain program in numpy: all pairs by minimum image, the same steps and reach, its own
  /// transform and its own reading of the table of form factors. Its sums over up to 4000 wave
  /// vectors of the cell differ from the transform by 0.03 (root mean square, 1.6 to 7 1/Å).
  void asAnotherProgram() {
    const auto path = test::sharedDir() / "data/md-quench-zr44cu56/zr44cu56_1e13_inherent.data";
    if (!std::filesystem::exists(path))
      QSKIP("the shared data set md-quench-zr44cu56 is not here");
    const auto pairs = pairDistribution(withElements(readStructure(path), {29, 40}));
    StructureFactorSettings settings;
    settings.axis = {1.5, 9.0, 76};
    const auto tapered = structureFactor(pairs, settings);
    settings.window = Window::None;
    const auto factor = structureFactor(pairs, settings);
    settings.window = Window::Lorch;
    const auto damped = structureFactor(pairs, settings);
    const auto pattern = xrayPattern(factor);
    struct Row {
      double q, cuCu, cuZr, zrZr, cuZrDamped, cuZrTapered, intensity;
    };
    constexpr Row kRows[] = {{1.5, 0.5807, -0.1921, -0.1579, -0.2819, -0.1952, 20.2338},
                             {2.5, 0.047, 2.0258, 2.8115, 2.1295, 2.0585, 1300.0532},
                             {2.7, 2.1186, 3.755, 3.091, 3.2965, 3.7191, 2236.1833},
                             {2.8, 2.695, 3.5632, 2.0198, 3.2085, 3.5566, 2019.7057},
                             {4.8, 1.4604, 1.8714, 0.9966, 1.7598, 1.8603, 638.7451},
                             {9.0, 0.9097, 1.1402, 0.9318, 1.1272, 1.144, 176.3883}};
    for (const Row& row : kRows) {
      const auto k = static_cast<std::size_t>(std::lround((row.q - 1.5) * 10.0));
      QVERIFY(std::abs(factor.q[k] - row.q) < 1e-9);
      QVERIFY(std::abs(factor.partials[0].values[k] - row.cuCu) < 0.002);
      QVERIFY(std::abs(factor.partials[1].values[k] - row.cuZr) < 0.002);
      QVERIFY(std::abs(factor.partials[2].values[k] - row.zrZr) < 0.002);
      QVERIFY(std::abs(tapered.partials[1].values[k] - row.cuZrTapered) < 0.002);
      QVERIFY(std::abs(damped.partials[1].values[k] - row.cuZrDamped) < 0.002);
      QVERIFY(std::abs(pattern.intensities()[k] - row.intensity) < 1.0);
    }
  }

  void firstPeakOfAGlass() {
    const auto path = test::sharedDir() / "data/md-quench-zr44cu56/zr44cu56_1e13_inherent.data";
    if (!std::filesystem::exists(path))
      QSKIP("the shared data set md-quench-zr44cu56 is not here");
    const auto pattern =
        xrayPattern(structureFactor(pairDistribution(withElements(readStructure(path), {29, 40}))));
    const auto peak = diffraction::analyseFirstPeak(pattern.positions(), pattern.intensities());
    QVERIFY(peak.has_value());
    // No ripples below the peak.
    for (const double intensity : pattern.intensities())
      QVERIFY(intensity > 0.0);
    // Between the rows of the table above; Cu-Zr glasses are measured at 2.7 to 2.8 1/Å.
    QVERIFY(peak->direct.shape.q1 > 2.65 && peak->direct.shape.q1 < 2.80);
    QCOMPARE(peak->maxima, 1);
    const auto angles = diffraction::toTwoTheta(pattern, diffraction::kCopperKAlphaA);
    QVERIFY(angles.positions().back() < 180.0);
  }

  void refusals() {
    StructureFactorSettings settings;
    settings.axis = {0.0, 5.0, 10};
    QVERIFY(test::errorOf([&] { structureFactor(hollow(1.0), settings); }).has_value());
    settings.axis = {1.0, 5.0, 1};
    QVERIFY(test::errorOf([&] { structureFactor(hollow(1.0), settings); }).has_value());
  }
};

QTEST_APPLESS_MAIN(TestStructureFactor)
#include "tst_structure_factor.moc"
