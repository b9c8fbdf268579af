#include "app/pages/relaxation_job.h"

#include "engine/relaxation/theory.h"

#include <algorithm>
#include <cmath>

namespace vitrine::app {

namespace {

constexpr std::size_t kCurvePoints = 200;
constexpr std::size_t kFreeEnergyPoints = 300;

}  // namespace

RelaxationCurves relaxationCurves(double tgK, std::optional<prediction::Interval> interval,
                                  const RunContext& context) {
  context.tick();
  const relaxation::MasterCurve master(tgK);
  RelaxationCurves curves;
  curves.tgK = tgK;
  curves.theoryK = {master.map().coldestK(), master.map().hottestK()};
  curves.fragility = master.fragility();
  const auto temperatures = relaxation::temperatureGrid(std::max(1.0, curves.theoryK.lo),
                                                        curves.theoryK.hi, kCurvePoints, true);
  curves.curve = relaxation::sample(master, temperatures);
  if (interval)
    curves.band = relaxation::sampleBand(master.map(), interval->lo, interval->hi, temperatures);
  return curves;
}

FreeEnergy freeEnergyAt(double phi, const RunContext& context) {
  context.tick();
  // Built on first use; its grid of wave numbers serves every packing fraction.
  static const relaxation::Solver solver;
  context.tick();
  FreeEnergy result;
  result.phi = phi;
  result.curve = relaxation::sampleFreeEnergy(solver, phi, kFreeEnergyPoints);
  context.tick();
  result.solution = solver.solve(phi);
  return result;
}

}  // namespace vitrine::app
