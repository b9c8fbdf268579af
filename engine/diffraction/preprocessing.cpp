#include "engine/diffraction/preprocessing.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/diffraction/background.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace vitrine::diffraction {

namespace {

std::string quantity(double value) {
  return files::formatNumber(value);
}

[[noreturn]] void refuse(const Spectrum& spectrum, const std::string& what) {
  throw Error(ErrorCode::InvalidInput,
              "The diffraction pattern" +
                  (spectrum.origin().empty() ? "" : " " + spectrum.origin()) + " " + what + ".");
}

void checkAxis(const UniformAxis& axis) {
  constexpr std::size_t kMostPoints = 1'000'000;
  if (!(std::isfinite(axis.first) && std::isfinite(axis.last) && axis.first >= 0.0 &&
        axis.last > axis.first && axis.points >= 2 && axis.points <= kMostPoints))
    throw Error(ErrorCode::InvalidInput,
                "The common axis must rise from a q of 0 or more and have 2 to 1000000 points.");
}

/// Linear interpolation at rising places; beyond its ends the pattern keeps its last value.
std::vector<double> interpolated(std::span<const double> positions,
                                 std::span<const double> intensities,
                                 std::span<const double> places) {
  std::vector<double> result(places.size());
  std::size_t right = 1;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double q = std::clamp(places[i], positions.front(), positions.back());
    while (right + 1 < positions.size() && positions[right] < q)
      ++right;
    const double share = (q - positions[right - 1]) / (positions[right] - positions[right - 1]);
    result[i] = intensities[right - 1] + share * (intensities[right] - intensities[right - 1]);
  }
  return result;
}

void checkCovers(const Spectrum& overQ, const UniformAxis& axis) {
  // An end that is missed by less than one step of the axis is rounding of the file, not a gap.
  const double step = (axis.last - axis.first) / static_cast<double>(axis.points - 1);
  const auto positions = overQ.positions();
  if (positions.front() > axis.first + step || positions.back() < axis.last - step)
    refuse(overQ, "covers q from " + quantity(positions.front()) + " to " +
                      quantity(positions.back()) + " 1/Å and not all of " + quantity(axis.first) +
                      " to " + quantity(axis.last) + ": choose a range inside");
}

/// Pattern over q with the wavelength it names itself, or else the recipe.
Spectrum overQ(const Spectrum& spectrum, const Recipe& recipe) {
  return toQ(spectrum, spectrum.wavelengthA() ? spectrum.wavelengthA() : recipe.wavelengthA);
}

/// The largest factor that leaves all but a hundredth of the points on the axis positive; noise
/// would make the very largest too small.
double fittingFactor(const Spectrum& pattern, std::span<const double> substrate,
                     const UniformAxis& axis) {
  constexpr double kNegativeShare = 0.01;
  const double least = 0.05 * *std::max_element(substrate.begin(), substrate.end());
  std::vector<double> ratios;
  for (std::size_t i = 0; i < substrate.size(); ++i) {
    const double q = pattern.positions()[i];
    if (q >= axis.first && q <= axis.last && substrate[i] > 0.0 && substrate[i] >= least)
      ratios.push_back(pattern.intensities()[i] / substrate[i]);
  }
  if (ratios.empty())
    return 0.0;
  const auto place =
      static_cast<std::ptrdiff_t>(kNegativeShare * static_cast<double>(ratios.size()));
  std::nth_element(ratios.begin(), ratios.begin() + place, ratios.end());
  return std::max(0.0, ratios[static_cast<std::size_t>(place)]);
}

Spectrum withoutSubstrate(const Spectrum& pattern, const Recipe& recipe) {
  const Spectrum substrate = overQ(recipe.substrate->spectrum, recipe);
  checkCovers(substrate, recipe.axis);
  const std::vector<double> off =
      interpolated(substrate.positions(), substrate.intensities(), pattern.positions());
  const double factor = recipe.substrate->factor ? *recipe.substrate->factor
                                                 : fittingFactor(pattern, off, recipe.axis);
  std::vector<double> rest(pattern.intensities().begin(), pattern.intensities().end());
  for (std::size_t i = 0; i < rest.size(); ++i)
    rest[i] -= factor * off[i];
  return pattern.withIntensities(std::move(rest));
}

Spectrum withoutBackground(const Spectrum& pattern) {
  const Background background = fitBackground(pattern.positions(), pattern.intensities());
  std::vector<double> above(pattern.intensities().begin(), pattern.intensities().end());
  for (std::size_t i = 0; i < above.size(); ++i)
    // E/q has no value at the origin, where nothing but the beam is seen.
    above[i] =
        pattern.positions()[i] > 0.0 ? above[i] - background.at(pattern.positions()[i]) : 0.0;
  return pattern.withIntensities(std::move(above));
}

}  // namespace

std::vector<std::string> Recipe::steps() const {
  std::vector<std::string> steps;
  if (wavelengthA)
    steps.push_back("Angles turned into q with a wavelength of " + quantity(*wavelengthA) +
                    " Å where the file names none.");
  if (substrate)
    steps.push_back(
        "Substrate " +
        (substrate->spectrum.origin().empty() ? "" : substrate->spectrum.origin() + " ") +
        "subtracted, " +
        (substrate->factor ? quantity(*substrate->factor) + " times."
                           : "as much as leaves 99 % of the points positive."));
  if (subtractsBackground)
    steps.emplace_back(
        "Background subtracted: Chebyshev polynomial of third order and E/q under an asymmetric "
        "penalty (Ren et al. 2018).");
  steps.push_back("Cut to q from " + quantity(axis.first) + " to " + quantity(axis.last) +
                  " 1/Å and interpolated linearly to " + std::to_string(axis.points) +
                  " equidistant points, both ends included.");
  if (scalesMaximumTo100)
    steps.emplace_back("Maximum scaled to 100.");
  return steps;
}

std::vector<double> preprocess(const Spectrum& spectrum, const Recipe& recipe) {
  checkAxis(recipe.axis);
  Spectrum pattern = overQ(spectrum, recipe);
  checkCovers(pattern, recipe.axis);
  if (recipe.substrate)
    pattern = withoutSubstrate(pattern, recipe);
  if (recipe.subtractsBackground)
    pattern = withoutBackground(pattern);
  std::vector<double> intensities =
      interpolated(pattern.positions(), pattern.intensities(), recipe.axis.positions());
  if (recipe.scalesMaximumTo100) {
    const double maximum = *std::max_element(intensities.begin(), intensities.end());
    if (!(maximum > 0.0))
      refuse(spectrum, "has no intensity above zero, so its maximum cannot be scaled to 100");
    for (double& intensity : intensities)
      intensity *= 100.0 / maximum;
  }
  return intensities;
}

SpectrumSet prepare(const SpectrumCollection& collection, const Recipe& recipe,
                    const RunContext& context) {
  std::vector<const MeasuredSpectrum*> known;
  for (const MeasuredSpectrum& spectrum : collection.spectra)
    if (spectrum.composition)
      known.push_back(&spectrum);
  if (known.empty())
    throw Error(ErrorCode::InvalidInput,
                "None of the patterns in " + collection.source +
                    " has a composition: name the alloys in an index.csv or in columns before the "
                    "axis.");
  std::vector<std::vector<double>> prepared(known.size());
  parallelFor(context, known.size(),
              [&](std::size_t i) { prepared[i] = preprocess(known[i]->spectrum, recipe); });
  SpectrumSet set{collection.source, recipe.axis, recipe.steps(), {}};
  set.patterns.reserve(known.size());
  for (std::size_t i = 0; i < known.size(); ++i)
    set.patterns.push_back({known[i]->id, *known[i]->composition, std::move(prepared[i])});
  return set;
}

}  // namespace vitrine::diffraction
