// Radial distribution functions in place of patterns: an axis of their own, no scaling, nothing
// below zero.

#include "engine/core/error.h"
#include "engine/diffraction/preprocessing.h"
#include "engine/diffraction/spectrum_file.h"
#include "engine/generation/evaluation.h"
#include "engine/generation/fit.h"
#include "engine/generation/generator_file.h"
#include "engine/generation/generator_folder.h"
#include "tests/engine/generation/synthetic.h"
#include "tests/support/error_of.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <span>
#include <string>

using namespace vitrine;
using namespace vitrine::generation;
using diffraction::AxisKind;

namespace {

/// No pairs below 2 Å, then a peak that moves with the composition; made up.
double radial(double r, double zr) {
  const double at = 2.6 + 0.6 * zr;
  return r < 2.0 ? 0.0 : 1.0 + 2.5 * std::exp(-20.0 * (r - at) * (r - at)) - std::exp(2.0 - r);
}

std::string table(int alloys, const char* heading = "g(r)") {
  std::string text = "# origin: simulated\n# Computed by nobody.\n";
  text.append(heading).append(",formula");
  for (int k = 0; k < 120; ++k)
    text.append(",").append(std::to_string(0.05 + 0.1 * k));
  for (int i = 0; i < alloys; ++i) {
    const double zr = (i + 1.0) / (alloys + 1.0);
    text.append("\nglass").append(std::to_string(i)).append(",Cu");
    text.append(std::to_string(100.0 * (1.0 - zr))).append("Zr").append(std::to_string(100.0 * zr));
    for (int k = 0; k < 120; ++k)
      text.append(",").append(std::to_string(radial(0.05 + 0.1 * k, zr)));
  }
  return text;
}

diffraction::SpectrumCollection read(const std::string& text) {
  return diffraction::parseSpectrumFile(std::as_bytes(std::span(text)), "made up");
}

TrainingSet setOf(int alloys) {
  const auto collection = read(table(alloys));
  return TrainingSet::fromSpectra(
      diffraction::prepare(collection, diffraction::radialRecipe(collection).value()));
}

std::shared_ptr<const SpectrumGenerator> fitted(GeneratorKind kind, const TrainingSet& set) {
  return fitGenerator(cardFor(kind, set), set, RunContext());
}

}  // namespace

class TestRadial : public QObject {
  Q_OBJECT

 private slots:
  void stayAsTheyAre() {
    const auto set = setOf(9);
    QCOMPARE(set.axis(), (diffraction::UniformAxis{0.05, 11.95, 120, AxisKind::R}));
    QVERIFY(set.origin() == diffraction::PatternOrigin::Simulated);
    QCOMPARE(set.steps().front(), std::string("Computed by nobody."));
    QVERIFY(set.steps().back().find("r from 0.05 to 11.95 Å") != std::string::npos);
    for (std::size_t i = 0; i < set.size(); ++i)
      for (std::size_t k = 0; k < 120; ++k) {
        const double expected = radial(set.axis().at(k), set.fractions()(i, 1));
        QVERIFY(std::abs(set.intensities()(i, k) - expected) < 2e-5);
      }
  }

  void keepApartFromPatterns() {
    const auto collection = read(table(5));
    const auto& g = collection.spectra[0].spectrum;
    QVERIFY(test::errorOf([&] { diffraction::preprocess(g); }).has_value());
    QVERIFY(test::errorOf([&] { diffraction::toQ(g, 1.54); }).has_value());
    const auto pattern = read(table(5, "q_1/A"));
    QCOMPARE(pattern.spectra[0].spectrum.axis(), AxisKind::Q);
    QVERIFY(!diffraction::radialRecipe(pattern));
    const auto recipe = diffraction::radialRecipe(collection).value();
    QVERIFY(test::errorOf([&] {
              diffraction::preprocess(pattern.spectra[0].spectrum, recipe);
            }).has_value());
    // G(r) = 4 pi rho r (g(r) - 1) is another function, and negative in places.
    QVERIFY(read(table(5, "G(r)")).spectra[0].spectrum.axis() != AxisKind::R);
    QVERIFY(test::errorOf([] {
              diffraction::Spectrum::fromPoints(AxisKind::R, {1.0, 2.0}, {0.5, -0.1});
            }).has_value());
  }

  void neverFallBelowZero_data() {
    QTest::addColumn<int>("kind");
    for (const auto kind : kGeneratorKinds)
      if (kind != GeneratorKind::CcGan)
        QTest::newRow(std::string(generatorName(kind)).c_str()) << static_cast<int>(kind);
  }
  void neverFallBelowZero() {
    QFETCH(int, kind);
    const auto set = setOf(12);
    const auto generator = fitted(static_cast<GeneratorKind>(kind), set);
    Matrix alloys(3, 2);
    for (std::size_t i = 0; i < 3; ++i) {
      alloys(i, 0) = 0.01 + 0.48 * static_cast<double>(i);
      alloys(i, 1) = 1.0 - alloys(i, 0);
    }
    const RunContext context;
    const auto band = generator->band(alloys, context);
    for (const Matrix& values : {generator->means(alloys, context), band.lower, band.upper,
                                 generator->draws(alloys.row(0), 4, context)})
      for (const double value : values.values())
        QVERIFY(value >= 0.0);
    const auto scores = evaluate(*generator, set, context);
    QVERIFY(scores.mseMean < 0.1);
    for (const auto& score : scores.patterns)
      QVERIFY(!score.q1 && !score.deltaQ && !score.q1Measured);
  }

  void comeBackFromTheirFile() {
    QTemporaryDir folder;
    const auto set = setOf(12);
    const auto generator = fitted(GeneratorKind::GaussianProcess, set);
    QCOMPARE(fileNameOf(generator->card()), std::string("Cu-Zr.simulated-rdf.safetensors"));
    const auto file = std::filesystem::path(folder.path().toStdString()) / "a.safetensors";
    saveGenerator(file, *generator);
    const auto back = loadGenerator(file);
    QCOMPARE(back->card().axis, set.axis());
    QVERIFY(back->card().origin == diffraction::PatternOrigin::Simulated);
    QCOMPARE(back->means(set.fractions(), RunContext()).values().size(), 12U * 120U);
    const Matrix means = back->means(set.fractions(), RunContext());
    for (const double value : means.values())
      QVERIFY(value >= 0.0);
  }

  /// What was written before there was g(r) reads as before, and patterns are written the same way.
  void cardsOfPatternsAreAsBefore() {
    const std::string before = R"({"format":"vitrine spectrum generator","version":1,
      "kind":"gp","elements":["Cu","Zr"],
      "axis":{"first_per_A":1.0,"last_per_A":5.0,"points":3743},"source":"s","licence":"l",
      "rows":7,"steps":["a"],"trained":"2025-01-01","program":"p","settings":{},"scores":{}})";
    const auto card = cardFromJson(before);
    QCOMPARE(card.axis, diffraction::kPaperAxis);
    QVERIFY(card.origin == diffraction::PatternOrigin::Measured);
    QCOMPARE(variantOf(card), std::string());
    const auto text = QString::fromStdString(cardJson(card)).remove(' ').remove('\n');
    QCOMPARE(text, QString::fromStdString(before).remove(' ').remove('\n'));
  }
};

QTEST_APPLESS_MAIN(TestRadial)
#include "tst_radial.moc"
