#pragma once

#include "engine/relaxation/master_curve.h"
#include "engine/relaxation/vft.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vitrine::relaxation {

class Solver;

/// One point of a curve as drawn or printed.
struct CurvePoint {
  double temperatureK = 0.0;
  std::optional<double> log10TauS;  ///< empty outside the theory
};

/// A curve of lg(tau / s) against temperature, points in the order asked.
struct Curve {
  std::vector<CurvePoint> points;
  std::string coldReason;  ///< why points below the range are empty; "" where none is
  std::string hotReason;   ///< the same above the range
};

/// `count` temperatures from `fromK` to `toK`, evenly spaced in 1/T where `inReciprocal`.
std::vector<double> temperatureGrid(double fromK, double toK, std::size_t count,
                                    bool inReciprocal = false);

/// The theory at the given temperatures.
Curve sample(const MasterCurve& curve, std::span<const double> temperaturesK);
/// A derived curve; its low-temperature end is t0K.
Curve sample(const Vft& vft, std::span<const double> temperaturesK);

/// What an uncertain Tg makes of the curve: at each temperature lg tau for the lowest and for the
/// highest Tg. An edge is empty where its own curve leaves the theory.
struct BandPoint {
  double temperatureK = 0.0;
  std::optional<double> low;   ///< of the lowest Tg
  std::optional<double> high;  ///< of the highest Tg
};
/// @pre lowestTgK <= highestTgK; beta and Phi_g are those of `map`
std::vector<BandPoint> sampleBand(const TemperatureMap& map, double lowestTgK, double highestTgK,
                                  std::span<const double> temperaturesK);

/// F(r) as drawn. The spacing is even in ln r: the well is up to a hundred times narrower than the
/// barrier.
struct FreeEnergyCurve {
  double phi = 0.0;
  std::vector<double> r;
  std::vector<double> betaF;
  double rL = 0.0, rB = 0.0;  ///< marks of the plot
  double betaFAtWell = 0.0, betaFAtTop = 0.0;
};

/// F(r) at one packing fraction with its well and top, `count` points from 0.6 r_L to 1.5 r_B, as
/// Fig. 2 of Que et al. 2025 shows it. About 5 ms.
/// @throws Error (InvalidInput) where phi is outside the theory
FreeEnergyCurve sampleFreeEnergy(const Solver& solver, double phi, std::size_t count = 200);

}  // namespace vitrine::relaxation
