#pragma once

#include "engine/relaxation/solver.h"

namespace vitrine::relaxation {

/// Collective elastic barrier of ECNLE theory (Mirigian & Schweizer 2014), in kT:
/// 12 phi dr_eff^2 r_cage^3 K_0, with g = 1 outside the cage. Off by default: with it the slope at
/// Tg is far above that of any metallic glass (m = 154 at Tg = 575 K).
/// @param cageRadius in d; the first minimum of g(r)
double elasticBarrier(const Solution& solution, double cageRadius);

/// lg(tau_alpha / tau_E) with the local and the elastic barrier together.
double log10TauWithElasticity(const Solution& solution, double cageRadius);

/// Phi_g of the theory with elasticity, cage radius from the Percus–Yevick g(r): 0.61568. About
/// 30 ms.
double phiGWithElasticity(const Solver& solver, const RunContext& context);

}  // namespace vitrine::relaxation
