#pragma once

#include "engine/core/run_context.h"
#include "engine/relaxation/dynamic_free_energy.h"

#include <memory>
#include <span>
#include <vector>

namespace vitrine::relaxation {

/// Everything the theory says about one packing fraction. Lengths in d, energies in kT, curvatures
/// in kT/d^2.
struct Solution {
  double phi = 0.0;
  double rL = 0.0;                 ///< localisation length: first minimum of F(r)
  double rB = 0.0;                 ///< the maximum after it
  double barrier = 0.0;            ///< F_B = F(r_B) - F(r_L)
  double wellCurvature = 0.0;      ///< K_0 = F''(r_L)
  double barrierCurvature = 0.0;   ///< K_B = |F''(r_B)|
  double contact = 0.0;            ///< g(d)
  double collisionIntegral = 0.0;  ///< J of the short-time friction
  double tauSOverTauE = 0.0;       ///< g(d)^2 (1 + J)
  double log10TauOverTauS = 0.0;   ///< Kramers escape over the local barrier
  double log10TauOverTauE = 0.0;

  /// lg(tau_alpha / s) for the attempt time of theory.h.
  [[nodiscard]] double log10TauS() const;
};

/// The full calculation, from structure to relaxation time. Immutable once built; safe to share
/// between threads. Building takes some 5 ms and 3 MB, a solution about 1 ms.
class Solver {
 public:
  explicit Solver(const Quadrature& quadrature = {});

  /// @throws Error (InvalidInput) where phi is outside [kPhiLowest, kPhiHighest]
  [[nodiscard]] Solution solve(double phi) const;
  /// In the order given; the same bits for any number of threads.
  [[nodiscard]] std::vector<Solution> solveAll(std::span<const double> phis,
                                               const RunContext& context) const;
  /// F(r) at one packing fraction, for plots and tests.
  [[nodiscard]] DynamicFreeEnergy freeEnergy(double phi) const;

 private:
  std::shared_ptr<const WaveNumberGrid> m_grid;
};

/// Kramers mean time of escape, in short times tau_s (Eq. 3 of Que et al. 2025):
/// lg[1 + 2 pi / sqrt(K_0 K_B) exp(barrier)].
double kramersLog10(double barrier, double wellCurvature, double barrierCurvature);

/// The kinetic alternative to the constant attempt time, in s: (24 rho d^2)^-1 sqrt(M / (pi kT)).
/// @param diameterM particle diameter in m
/// @param massKg    particle mass in kg
double kineticTauES(double phi, double diameterM, double massKg, double temperatureK);

}  // namespace vitrine::relaxation
