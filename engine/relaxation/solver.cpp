#include "engine/relaxation/solver.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/core/units.h"
#include "engine/relaxation/percus_yevick.h"
#include "engine/relaxation/theory.h"
#include "engine/relaxation/wave_number_grid.h"

#include <cmath>
#include <numbers>

namespace vitrine::relaxation {

double Solution::log10TauS() const {
  return log10TauOverTauE + std::log10(kTauES);
}

Solver::Solver(const Quadrature& quadrature)
    : m_grid(std::make_shared<const WaveNumberGrid>(quadrature)) {}

DynamicFreeEnergy Solver::freeEnergy(double phi) const {
  if (const auto reason = outsideReason(phi); !reason.empty() || !std::isfinite(phi))
    throw Error(ErrorCode::InvalidInput,
                "The theory holds for packing fractions from 0.44 to 0.70 only.");
  return {m_grid, phi};
}

Solution Solver::solve(double phi) const {
  const auto energy = freeEnergy(phi);
  Solution s;
  s.phi = phi;
  s.rL = energy.well();
  s.rB = energy.top(s.rL);
  s.barrier = energy.value(s.rB) - energy.value(s.rL);
  s.wellCurvature = energy.derivatives(s.rL).curvature;
  s.barrierCurvature = std::abs(energy.derivatives(s.rB).curvature);
  s.contact = contactValue(phi);
  s.collisionIntegral = energy.collisionIntegral();
  s.tauSOverTauE = s.contact * s.contact * (1.0 + s.collisionIntegral);
  s.log10TauOverTauS = kramersLog10(s.barrier, s.wellCurvature, s.barrierCurvature);
  s.log10TauOverTauE = s.log10TauOverTauS + std::log10(s.tauSOverTauE);
  return s;
}

std::vector<Solution> Solver::solveAll(std::span<const double> phis,
                                       const RunContext& context) const {
  std::vector<Solution> solutions(phis.size());
  parallelFor(context, phis.size(), [&](std::size_t i) { solutions[i] = solve(phis[i]); });
  return solutions;
}

double kramersLog10(double barrier, double wellCurvature, double barrierCurvature) {
  return std::log10(1.0 + 2.0 * std::numbers::pi / std::sqrt(wellCurvature * barrierCurvature) *
                              std::exp(barrier));
}

double kineticTauES(double phi, double diameterM, double massKg, double temperatureK) {
  const double densityD3 = 6.0 * phi / std::numbers::pi;
  return diameterM / (24.0 * densityD3) *
         std::sqrt(massKg / (std::numbers::pi * kBoltzmannJPerK * temperatureK));
}

}  // namespace vitrine::relaxation
