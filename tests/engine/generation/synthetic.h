#pragma once

#include "engine/core/random.h"
#include "engine/generation/training_set.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <vector>

namespace vitrine::test {

inline constexpr diffraction::UniformAxis kAxis{1.0, 5.0, 201};

/// A made-up system of cobalt, titanium and zirconium: a falling background and one peak that moves
/// with titanium and grows and narrows towards zirconium, scaled to a maximum of 100.
inline std::vector<double> syntheticPattern(std::span<const double> fractions) {
  const double q1 = 2.5 + 0.4 * fractions[0];
  const double width = 0.12 + 0.3 * (1.0 - fractions[2]);
  const double height = 20.0 + 150.0 * fractions[2] * fractions[2];
  std::vector<double> pattern(kAxis.points);
  double top = 0.0;
  for (std::size_t p = 0; p < pattern.size(); ++p) {
    const double q = kAxis.at(p);
    const double x = (q - q1) / width;
    pattern[p] = 60.0 - 8.0 * q + height * std::exp(-x * x);
    top = std::max(top, pattern[p]);
  }
  for (double& value : pattern)
    value *= 100.0 / top;
  return pattern;
}

/// `count` alloys drawn at random, each element between 5 and 90 at.%. The elements stand by rising
/// atomic number: Ti, Co, Zr.
inline generation::TrainingSet syntheticSet(std::size_t count, std::uint64_t seed) {
  Random random(seed);
  Matrix fractions(count, 3);
  Matrix intensities(count, kAxis.points);
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < count; ++i) {
    const double a = random.uniform();
    const double b = random.uniform();
    const auto row = fractions.row(i);
    row[0] = 0.05 + 0.85 * std::min(a, b);
    row[1] = 0.05 + 0.85 * std::abs(a - b);
    row[2] = 1.0 - row[0] - row[1];
    std::ranges::copy(syntheticPattern(row), intensities.row(i).begin());
    ids.push_back("made/" + std::to_string(i));
  }
  return generation::TrainingSet::fromRows({22, 27, 40}, std::move(fractions), kAxis,
                                           std::move(intensities), std::move(ids), "made up",
                                           {"Maximum scaled to 100."});
}

}  // namespace vitrine::test
