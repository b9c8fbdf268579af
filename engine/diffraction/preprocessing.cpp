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
        axis.last > axis.first && axis.points >= 2 && axis.points <= kMostPoints &&
        axis.kind != AxisKind::TwoTheta))
    throw Error(ErrorCode::InvalidInput,
                "The common axis must rise from a q or r of 0 or more and have 2 to 1000000 "
                "points.");
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

/// "q from 1 to 5 1/Å".
std::string rangeText(AxisKind kind, double first, double last) {
  const bool overR = kind == AxisKind::R;
  return (overR ? "r from " : "q from ") + quantity(first) + " to " + quantity(last) +
         (overR ? " Å" : " 1/Å");
}

void checkCovers(const Spectrum& pattern, const UniformAxis& axis) {
  // An end that is missed by less than one step of the axis is rounding of the file, not a gap.
  const double step = (axis.last - axis.first) / static_cast<double>(axis.points - 1);
  const auto positions = pattern.positions();
  if (positions.front() > axis.first + step || positions.back() < axis.last - step)
    refuse(pattern, "covers " + rangeText(axis.kind, positions.front(), positions.back()) +
                        " and not all of " + quantity(axis.first) + " to " + quantity(axis.last) +
                        ": choose a range inside");
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
  const std::string cut = "Cut to " + rangeText(axis.kind, axis.first, axis.last) +
                          " and interpolated linearly to " + std::to_string(axis.points) +
                          " equidistant points, both ends included.";
  if (axis.kind == AxisKind::R)
    return {cut};
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
  steps.push_back(cut);
  if (scalesMaximumTo100)
    steps.emplace_back("Maximum scaled to 100.");
  return steps;
}

std::optional<Recipe> radialRecipe(const SpectrumCollection& collection) {
  const auto& spectra = collection.spectra;
  const auto isRadial = [](const MeasuredSpectrum& each) {
    return each.spectrum.axis() == AxisKind::R;
  };
  if (std::none_of(spectra.begin(), spectra.end(), isRadial))
    return std::nullopt;
  Recipe recipe;
  recipe.scalesMaximumTo100 = false;
  const auto model = spectra.front().spectrum.positions();
  recipe.axis = {model.front(), model.back(), 0, AxisKind::R};
  for (const MeasuredSpectrum& each : spectra) {
    if (!isRadial(each))
      refuse(each.spectrum, "stands among radial distribution functions; keep them apart");
    recipe.axis.first = std::max(recipe.axis.first, each.spectrum.positions().front());
    recipe.axis.last = std::min(recipe.axis.last, each.spectrum.positions().back());
  }
  if (!(recipe.axis.last > recipe.axis.first))
    throw Error(ErrorCode::InvalidInput,
                "The radial distribution functions in " + collection.source + " share no range.");
  const double step = (model.back() - model.front()) / static_cast<double>(model.size() - 1);
  recipe.axis.points = 1 + static_cast<std::size_t>(std::max(
                               1.0, std::round((recipe.axis.last - recipe.axis.first) / step)));
  return recipe;
}

std::vector<double> preprocess(const Spectrum& spectrum, const Recipe& recipe) {
  checkAxis(recipe.axis);
  if (recipe.axis.kind == AxisKind::R) {
    if (spectrum.axis() != AxisKind::R)
      refuse(spectrum, "is no radial distribution function g(r)");
    checkCovers(spectrum, recipe.axis);
    return interpolated(spectrum.positions(), spectrum.intensities(), recipe.axis.positions());
  }
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
  SpectrumSet set{collection.source, recipe.axis, collection.remarks, {}, collection.origin};
  for (std::string& step : recipe.steps())
    set.steps.push_back(std::move(step));
  set.patterns.reserve(known.size());
  for (std::size_t i = 0; i < known.size(); ++i)
    set.patterns.push_back({known[i]->id, *known[i]->composition, std::move(prepared[i])});
  return set;
}

}  // namespace vitrine::diffraction
