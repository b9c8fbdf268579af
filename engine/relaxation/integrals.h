#pragma once

#include "engine/relaxation/wave_number_grid.h"

#include <cstddef>
#include <span>

/// The inner loops of the solver, compiled once for any x86-64 and once for AVX2. Both add in the
/// same order, so the results are the same bits.
namespace vitrine::relaxation {

struct ExponentialSums {
  double plain = 0.0;    ///< sum of w exp(-a r^2)
  double rate = 0.0;     ///< sum of w a exp(-a r^2)
  double squared = 0.0;  ///< sum of w a^2 exp(-a r^2)
};

/// `weight` and `rate` are equally long. Relative error of the exponential below 1e-15.
ExponentialSums exponentialSums(std::span<const double> weight, std::span<const double> rate,
                                double rSquared);

/// Fills w(q) times the step and a(q) for the first nodes of the grid, as many as the spans hold.
void fillFreeEnergy(const WaveNumberGrid& grid, double phi, std::span<double> weight,
                    std::span<double> rate);

/// Int_0^end q^2 (S-1)^2 / [S + b] dq by the trapezoid rule.
double collisionSum(const WaveNumberGrid& grid, double phi);

}  // namespace vitrine::relaxation
