#include "engine/diffraction/preprocessing.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
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

/// Linear interpolation. @pre the pattern covers the axis
std::vector<double> interpolated(std::span<const double> positions,
                                 std::span<const double> intensities, const UniformAxis& axis) {
  std::vector<double> result(axis.points);
  std::size_t right = 1;
  for (std::size_t i = 0; i < axis.points; ++i) {
    const double q = std::clamp(axis.at(i), positions.front(), positions.back());
    while (right + 1 < positions.size() && positions[right] < q)
      ++right;
    const double share =
        (q - positions[right - 1]) / (positions[right] - positions[right - 1]);
    result[i] = intensities[right - 1] + share * (intensities[right] - intensities[right - 1]);
  }
  return result;
}

}  // namespace

std::vector<std::string> Recipe::steps() const {
  std::vector<std::string> steps;
  if (wavelengthA)
    steps.push_back("Angles turned into q with a wavelength of " + quantity(*wavelengthA) +
                    " Å where the file names none.");
  steps.push_back("Cut to q from " + quantity(axis.first) + " to " + quantity(axis.last) +
                  " 1/Å and interpolated linearly to " + std::to_string(axis.points) +
                  " equidistant points, both ends included.");
  if (scalesMaximumTo100)
    steps.emplace_back("Maximum scaled to 100.");
  return steps;
}

std::vector<double> preprocess(const Spectrum& spectrum, const Recipe& recipe) {
  checkAxis(recipe.axis);
  const Spectrum overQ =
      toQ(spectrum, spectrum.wavelengthA() ? spectrum.wavelengthA() : recipe.wavelengthA);
  const auto positions = overQ.positions();
  // An end that is missed by less than one step of the axis is rounding of the file, not a gap.
  const double step = (recipe.axis.last - recipe.axis.first) /
                      static_cast<double>(recipe.axis.points - 1);
  if (positions.front() > recipe.axis.first + step || positions.back() < recipe.axis.last - step)
    refuse(spectrum, "covers q from " + quantity(positions.front()) + " to " +
                         quantity(positions.back()) + " 1/Å and not all of " +
                         quantity(recipe.axis.first) + " to " + quantity(recipe.axis.last) +
                         ": choose a range inside");
  std::vector<double> intensities = interpolated(positions, overQ.intensities(), recipe.axis);
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
