#include "engine/atomistic/structure_factor.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/diffraction/form_factor.h"

#include <cmath>
#include <numbers>

namespace vitrine::atomistic {

namespace {

double weightOf(Window window, double r, double reach) {
  constexpr double kTaperFrom = 2.0 / 3.0;
  const double x = r / reach;
  switch (window) {
    case Window::Taper:
      return x <= kTaperFrom
                 ? 1.0
                 : 0.5 + 0.5 * std::cos(std::numbers::pi * (x - kTaperFrom) / (1.0 - kTaperFrom));
    case Window::Lorch:
      return std::sin(std::numbers::pi * x) / (std::numbers::pi * x);
    case Window::None:
      break;
  }
  return 1.0;
}

/// Means over the atoms at one q.
struct Scattering {
  double square = 0.0;      ///< <f^2>
  double meanSquare = 0.0;  ///< <f>^2
  double pairs = 0.0;       ///< sum c_a c_b f_a f_b S_ab
};

Scattering scatteringAt(const StructureFactor& factor, std::size_t k) {
  std::vector<double> weighted;
  Scattering result;
  double mean = 0.0;
  for (std::size_t a = 0; a < factor.species.size(); ++a) {
    const double f = diffraction::formFactor(factor.species[a], factor.q[k]);
    weighted.push_back(factor.shares[a] * f);
    result.square += factor.shares[a] * f * f;
    mean += weighted.back();
  }
  result.meanSquare = mean * mean;
  std::size_t pair = 0;
  for (std::size_t a = 0; a < weighted.size(); ++a)
    for (std::size_t b = a; b < weighted.size(); ++b)
      result.pairs +=
          (a == b ? 1.0 : 2.0) * weighted[a] * weighted[b] * factor.partials[pair++].values[k];
  return result;
}

}  // namespace

StructureFactor structureFactor(const PairDistribution& pairs,
                                const StructureFactorSettings& settings,
                                const RunContext& context) {
  const auto& axis = settings.axis;
  if (axis.points < 2 || !(axis.first > 0.0) || !(axis.last > axis.first))
    throw Error(ErrorCode::InvalidInput, "S(q) is wanted at two or more rising q above 0 1/Å.");
  StructureFactor result;
  result.q = axis.positions();
  result.species = pairs.species;
  result.shares = pairs.shares;
  for (const PartialDistribution& each : pairs.partials)
    result.partials.push_back({each.first, each.second, std::vector<double>(axis.points)});

  std::vector<double> shell;  // volumes with their weight, times the density
  const double reach = pairs.reachA();
  for (const double r : pairs.r)
    shell.push_back(pairs.densityPerA3 * 4.0 * std::numbers::pi * pairs.stepA *
                    (r * r + pairs.stepA * pairs.stepA / 12.0) *
                    weightOf(settings.window, r, reach));
  parallelFor(context, axis.points, [&](std::size_t k) {
    std::vector<double> kernel;
    kernel.reserve(pairs.r.size());
    for (std::size_t i = 0; i < pairs.r.size(); ++i) {
      const double x = result.q[k] * pairs.r[i];
      kernel.push_back(shell[i] * std::sin(x) / x);
    }
    for (std::size_t p = 0; p < pairs.partials.size(); ++p) {
      double sum = 1.0;
      for (std::size_t i = 0; i < kernel.size(); ++i)
        sum += kernel[i] * (pairs.partials[p].g[i] - 1.0);
      result.partials[p].values[k] = sum;
    }
  });

  result.total.assign(axis.points, 0.0);
  std::size_t pair = 0;
  for (std::size_t a = 0; a < result.shares.size(); ++a)
    for (std::size_t b = a; b < result.shares.size(); ++b, ++pair)
      for (std::size_t k = 0; k < axis.points; ++k)
        result.total[k] += (a == b ? 1.0 : 2.0) * result.shares[a] * result.shares[b] *
                           result.partials[pair].values[k];
  return result;
}

diffraction::Spectrum xrayPattern(const StructureFactor& factor) {
  std::vector<double> intensities;
  for (std::size_t k = 0; k < factor.q.size(); ++k) {
    const Scattering at = scatteringAt(factor, k);
    intensities.push_back(at.square - at.meanSquare + at.pairs);
  }
  return diffraction::Spectrum::fromPoints(diffraction::AxisKind::Q, factor.q,
                                           std::move(intensities));
}

std::vector<double> xrayStructureFactor(const StructureFactor& factor) {
  std::vector<double> values;
  for (std::size_t k = 0; k < factor.q.size(); ++k) {
    const Scattering at = scatteringAt(factor, k);
    values.push_back(at.pairs / at.meanSquare);
  }
  return values;
}

}  // namespace vitrine::atomistic
