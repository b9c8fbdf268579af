#include "engine/relaxation/elastic_barrier.h"

#include "engine/core/error.h"
#include "engine/relaxation/percus_yevick.h"
#include "engine/relaxation/theory.h"

#include <cmath>
#include <numeric>

namespace vitrine::relaxation {

double elasticBarrier(const Solution& solution, double cageRadius) {
  const double rc = cageRadius;
  const double jump = solution.rB - solution.rL;
  const double jump2 = jump * jump;
  const double amplitude =
      3.0 / (rc * rc * rc) * jump2 * (rc * rc / 32.0 - rc * jump / 192.0 + jump2 / 3072.0);
  return 12.0 * solution.phi * amplitude * amplitude * rc * rc * rc * solution.wellCurvature;
}

double log10TauWithElasticity(const Solution& solution, double cageRadius) {
  return kramersLog10(solution.barrier + elasticBarrier(solution, cageRadius),
                      solution.wellCurvature, solution.barrierCurvature) +
         std::log10(solution.tauSOverTauE);
}

double phiGWithElasticity(const Solver& solver, const RunContext& context) {
  const double wanted = std::log10(kTauAtTgS / kTauES);
  double low = 0.55;
  double high = 0.65;
  while (high - low > 1e-9) {
    context.tick();
    const double middle = std::midpoint(low, high);
    const auto cage = firstMinimum(middle);
    if (!cage)
      throw Error(ErrorCode::Failed, "The pair distribution has no first minimum.");
    (log10TauWithElasticity(solver.solve(middle), *cage) < wanted ? low : high) = middle;
  }
  return std::midpoint(low, high);
}

}  // namespace vitrine::relaxation
