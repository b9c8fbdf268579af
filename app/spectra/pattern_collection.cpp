#include "app/spectra/pattern_collection.h"

#include "app/quantities/generated_pattern.h"
#include "engine/alloy/alloy_system.h"
#include "engine/core/error.h"
#include "engine/diffraction/spectrum_folder.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace vitrine::app {

using diffraction::SpectrumCollection;

namespace {

PatternCollection prepared(std::filesystem::path path,
                           std::shared_ptr<const SpectrumCollection> measured,
                           const Preparation& preparation, const RunContext& context) {
  diffraction::Recipe recipe = preparation.recipe;
  if (!preparation.substrate.empty())
    recipe.substrate = {diffraction::readOneSpectrum(preparation.substrate, context.silent()),
                        std::nullopt};
  PatternCollection patterns{std::move(path),
                             std::move(measured),
                             preparation.substrate,
                             recipe,
                             nullptr,
                             std::nullopt,
                             {}};
  try {
    patterns.set = std::make_shared<const diffraction::SpectrumSet>(
        diffraction::prepare(*patterns.measured, recipe, context));
    patterns.prepared = generation::TrainingSet::fromSpectra(*patterns.set);
  } catch (const Error& error) {
    patterns.unusable = error.what();
  }
  return patterns;
}

std::optional<double> wavelengthFor(const diffraction::Spectrum& spectrum,
                                    const diffraction::Recipe& recipe) {
  return spectrum.wavelengthA() ? spectrum.wavelengthA() : recipe.wavelengthA;
}

}  // namespace

PatternCollection readPatterns(const std::filesystem::path& path, const Preparation& preparation,
                               const RunContext& context) {
  auto measured = std::make_shared<const SpectrumCollection>(
      diffraction::readSpectra(path, context.slice(0.0, 0.7)));
  return prepared(path, std::move(measured), preparation, context.slice(0.7, 1.0));
}

PatternCollection preparedAnew(const PatternCollection& patterns, const Preparation& preparation,
                               const RunContext& context) {
  return prepared(patterns.path, patterns.measured, preparation, context);
}

PatternLook lookAt(const PatternCollection& patterns, std::size_t row,
                   const generation::SpectrumGenerator* generator, const RunContext& context) {
  const auto& measured = patterns.measured->spectra[row];
  PatternLook look;
  look.row = row;
  try {
    look.prepared = diffraction::preprocess(measured.spectrum, patterns.recipe);
  } catch (const Error& error) {
    look.failure = error.what();
  }
  context.tick();
  if (generator == nullptr || !measured.composition ||
      generator->card().axis != patterns.recipe.axis)
    return look;
  try {
    auto generated = generatedPattern(*generator, *measured.composition, 0, context);
    look.mean = std::move(generated.mean);
    look.lower = std::move(generated.lower);
    look.upper = std::move(generated.upper);
  } catch (const Error&) {
    // An alloy with an element that the generator never saw: there is nothing to lay over.
  }
  return look;
}

std::optional<WaveNumberRange> commonRange(const PatternCollection& patterns) {
  std::optional<WaveNumberRange> common;
  for (const auto& measured : patterns.measured->spectra) {
    const auto& spectrum = measured.spectrum;
    WaveNumberRange range{spectrum.positions().front(), spectrum.positions().back()};
    if (spectrum.axis() == diffraction::AxisKind::TwoTheta) {
      const auto wavelengthA = wavelengthFor(spectrum, patterns.recipe);
      if (!wavelengthA)
        return std::nullopt;
      range = {diffraction::qFromTwoTheta(range.first, *wavelengthA),
               diffraction::qFromTwoTheta(range.last, *wavelengthA)};
    }
    common = common ? WaveNumberRange{std::max(common->first, range.first),
                                      std::min(common->last, range.last)}
                    : range;
  }
  return common;
}

bool needsWavelength(const SpectrumCollection& measured) {
  return std::ranges::any_of(measured.spectra, [](const auto& pattern) {
    return pattern.spectrum.axis() == diffraction::AxisKind::TwoTheta &&
           !pattern.spectrum.wavelengthA();
  });
}

std::string systemOf(const SpectrumCollection& measured) {
  std::vector<int> elements;
  for (const auto& pattern : measured.spectra) {
    if (!pattern.composition)
      continue;
    for (const auto& share : pattern.composition->shares())
      elements.push_back(share.atomicNumber);
  }
  return alloy::alloySystem(elements);
}

}  // namespace vitrine::app
