// g(r) and X-ray patterns of a campaign's glasses, as tables to train generators on.

#include "engine/campaign/curve_table.h"
#include "engine/campaign/row_file.h"
#include "engine/core/error.h"
#include "engine/diffraction/form_factor.h"
#include "engine/diffraction/spectrum_file.h"
#include "tests/support/error_of.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <span>
#include <string>

using namespace vitrine;
using namespace vitrine::campaign;

namespace {

constexpr double kStepA = 0.5;
constexpr std::size_t kSteps = 24;

/// A made-up glass Zr25Cu75: a bump in each partial function, none alike.
GlassRow madeUp(const std::string& id, std::size_t steps = kSteps) {
  GlassRow row;
  row.id = id;
  row.formula = "Cu75Zr25";
  row.potential = "/somewhere/CuZr.eam.fs";
  row.lammps = "29 Sep 2021";
  row.rateKPerS = 1e14;
  row.atoms = 2000;
  row.densityGPerCm3 = 7.5;
  row.pairs.stepA = kStepA;
  const std::vector<std::pair<const char*, double>> pairs{
      {"Cu-Cu", 2.5}, {"Cu-Zr", 2.8}, {"Zr-Zr", 3.2}};
  for (const auto& [elements, at] : pairs) {
    auto& partial = row.pairs.partials.emplace_back(GlassRow::Pairs::Partial{elements, {}});
    for (std::size_t k = 0; k < steps; ++k) {
      const double r = kStepA * (static_cast<double>(k) + 0.5);
      partial.g.push_back(r < 2.0 ? 0.0 : 1.0 + 2.0 * std::exp(-8.0 * (r - at) * (r - at)));
    }
  }
  return row;
}

diffraction::SpectrumCollection readBack(const std::string& table) {
  return diffraction::parseSpectrumFile(std::as_bytes(std::span(table)), "table");
}

}  // namespace

class TestCurveTable : public QObject {
  Q_OBJECT

 private slots:
  void totalIsTheConcentrationWeightedSum() {
    const GlassRow row = madeUp("a");
    const auto read = readBack(radialTable({row}, RunContext()));
    QCOMPARE(read.spectra.size(), std::size_t{1});
    const auto& g = read.spectra[0].spectrum;
    QCOMPARE(g.axis(), diffraction::AxisKind::R);
    QCOMPARE(g.positions().size(), kSteps);
    const auto& partials = row.pairs.partials;
    for (std::size_t k = 0; k < kSteps; ++k) {
      QCOMPARE(g.positions()[k], kStepA * (static_cast<double>(k) + 0.5));
      const double total = 0.75 * 0.75 * partials[0].g[k] + 2.0 * 0.75 * 0.25 * partials[1].g[k] +
                           0.25 * 0.25 * partials[2].g[k];
      QVERIFY(std::abs(g.intensities()[k] - total) <= 0.5e-5 + 1e-12);
    }
  }

  void tableSaysThatItIsSimulatedAndHow() {
    const auto read = readBack(radialTable({madeUp("a"), madeUp("b")}, RunContext()));
    QVERIFY(read.origin == diffraction::PatternOrigin::Simulated);
    QCOMPARE(read.remarks.size(), std::size_t{2});
    const auto said = QString::fromStdString(read.remarks[0] + read.remarks[1]);
    for (const char* word : {"CuZr.eam.fs", "1e+14 K/s", "2000 atoms", "no average over time"})
      QVERIFY2(said.contains(QLatin1String(word)), qPrintable(said));
    QVERIFY(!said.contains(QLatin1String("somewhere")));
    auto averaged = madeUp("a");
    averaged.pairs.states = 21;
    const auto means = readBack(radialTable({averaged}, RunContext()));
    QVERIFY(
        QString::fromStdString(means.remarks[1]).contains(QLatin1String("mean over 21 states")));
    QCOMPARE(read.spectra[1].id, std::string("b"));
    QCOMPARE(read.spectra[1].composition->formula(), std::string("Cu75Zr25"));
  }

  /// Lines of LAMMPS stand in one line, so that the remarks stay remarks.
  void typedLinesOfAPotentialAreOneRemark() {
    auto row = madeUp("a");
    row.potential = "pair_style eam/fs\r\npair_coeff * * CuZr_mm.eam.fs Cu Zr\n";
    const auto read = readBack(radialTable({row}, RunContext()));
    QCOMPARE(read.remarks.size(), std::size_t{2});
    const auto said = QString::fromStdString(read.remarks[0]);
    QVERIFY2(said.contains("potential pair_style eam/fs; pair_coeff * * CuZr_mm.eam.fs Cu Zr, "),
             qPrintable(said));
    QCOMPARE(read.spectra.size(), std::size_t{1});
  }

  void goesAsFarAsAllGlasses() {
    const auto read = readBack(radialTable({madeUp("a"), madeUp("b", 20)}, RunContext()));
    for (const auto& each : read.spectra)
      QCOMPARE(each.spectrum.positions().size(), std::size_t{20});
  }

  /// The transform written out once more, with the density from the elements' masses.
  void patternIsThatOfFaberAndZiman() {
    const GlassRow row = madeUp("a");
    const auto read = readBack(xrayTable({row}, std::nullopt, RunContext()));
    const auto& pattern = read.spectra[0].spectrum;
    QCOMPARE(pattern.axis(), diffraction::AxisKind::Q);
    QCOMPARE(pattern.positions().size(), kXrayAxis.points);
    // Atoms in 1 Å^3: 7.5 g/cm3 over the mean mass 0.75 63.546 + 0.25 91.224 u.
    const double density = 7.5 * 0.602214076 / (0.75 * 63.546 + 0.25 * 91.224);
    for (std::size_t i = 0; i < kXrayAxis.points; i += 45) {
      const double q = pattern.positions()[i];
      const double cu = 0.75 * diffraction::formFactor(29, q);
      const double zr = 0.25 * diffraction::formFactor(40, q);
      const double weights[]{cu * cu, 2.0 * cu * zr, zr * zr};
      double intensity = cu * cu / 0.75 + zr * zr / 0.25 - (cu + zr) * (cu + zr);
      for (std::size_t p = 0; p < 3; ++p) {
        double s = 1.0;
        for (std::size_t k = 0; k < kSteps; ++k) {
          const double from = kStepA * static_cast<double>(k);
          const double to = from + kStepA;
          const double r = 0.5 * (from + to);
          const double reach = kStepA * kSteps;
          const double taper =
              r <= 2.0 / 3.0 * reach
                  ? 1.0
                  : 0.5 + 0.5 * std::cos(std::numbers::pi * (3.0 * r / reach - 2.0));
          const double shell = 4.0 / 3.0 * std::numbers::pi * (std::pow(to, 3) - std::pow(from, 3));
          s += density * shell * taper * (row.pairs.partials[p].g[k] - 1.0) * std::sin(q * r) /
               (q * r);
        }
        intensity += weights[p] * s;
      }
      QVERIFY2(std::abs(pattern.intensities()[i] - intensity) < 2e-3 + 1e-3 * std::abs(intensity),
               qPrintable(QStringLiteral("q %1: %2, expected %3")
                              .arg(q)
                              .arg(pattern.intensities()[i])
                              .arg(intensity)));
    }
  }

  void anglesAreThoseOfCopper() {
    const auto read = readBack(xrayTable({madeUp("a")}, diffraction::kCopperKAlphaA, RunContext()));
    const auto& pattern = read.spectra[0].spectrum;
    QCOMPARE(pattern.axis(), diffraction::AxisKind::TwoTheta);
    QCOMPARE(*pattern.wavelengthA(), diffraction::kCopperKAlphaA);
    // 2 asin(0.7 1.5418 / 4 pi) = 9.853 degrees.
    QVERIFY(std::abs(pattern.positions()[0] - 9.853) < 1e-3);
  }

  void rowsComeBackFromLines() {
    const auto rows = parseRowLines(rowLines({madeUp("a"), madeUp("b")}), RunContext());
    QCOMPARE(rows.size(), std::size_t{2});
    QCOMPARE(rows[1].id, std::string("b"));
    QCOMPARE(rows[1].pairs.partials[2].g, madeUp("b").pairs.partials[2].g);
    auto averaged = madeUp("c");
    averaged.pairs.states = 21;
    QCOMPARE(parseGlassRow(toJson(averaged)).pairs.states, std::size_t{21});
    const auto error =
        test::errorOf([&] { parseRowLines(rowLines({rows[0]}) + "{", RunContext()); });
    QVERIFY(error && QString(error->what()).startsWith(QLatin1String("Line 2")));
    QVERIFY(test::errorOf([] { parseRowLines("\n", RunContext()); }).has_value());
  }

  void countsAreWholeNumbers() {
    const std::string good = toJson(madeUp("a"));
    QCOMPARE(parseGlassRow(good).atoms, std::size_t{2000});
    for (const char* atoms : {"200e100", "2000.5", "-1", "\"many\"", "99999999999999999999"}) {
      std::string bad = good;
      bad.replace(bad.find("\"atoms\":2000"), 12, std::string("\"atoms\":").append(atoms));
      const auto error = test::errorOf([&] { parseGlassRow(bad); });
      QVERIFY2(error && error->code() == ErrorCode::Damaged, atoms);
    }
  }

  void whatDoesNotFitIsSaid() {
    GlassRow odd = madeUp("odd");
    odd.pairs.partials.pop_back();
    auto error = test::errorOf([&] { radialTable({odd}, RunContext()); });
    QVERIFY(error && QString(error->what()).contains(QLatin1String("odd")));
    odd.pairs.partials.clear();
    error = test::errorOf([&] { radialTable({odd}, RunContext()); });
    QVERIFY(error && QString(error->what()).contains(QLatin1String("odd")));
    odd = madeUp("coarse");
    odd.pairs.stepA = 1.0;
    error = test::errorOf([&] { radialTable({madeUp("a"), odd}, RunContext()); });
    QVERIFY(error && QString(error->what()).contains(QLatin1String("coarse")));
    QVERIFY(test::errorOf([] { radialTable({}, RunContext()); }).has_value());
  }
};

QTEST_APPLESS_MAIN(TestCurveTable)
#include "tst_curve_table.moc"
