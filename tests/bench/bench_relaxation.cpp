// Relaxation: the curve that follows a slider, and the full calculation behind it.

#include "engine/relaxation/curve.h"
#include "engine/relaxation/solver.h"
#include "tests/bench/timing.h"

#include <vector>

using namespace vitrine;
using namespace vitrine::relaxation;
using vitrine::bench::medianSeconds;
using vitrine::bench::report;

int main() {
  const auto temperaturesK = temperatureGrid(560.0, 900.0, 200, true);
  double sink = 0.0;
  const double curve = medianSeconds(2001, [&] {
    sink += sample(MasterCurve(575.0 + 1e-9 * sink), temperaturesK).points[7].log10TauS.value();
  });
  report("tau(T), 200 points from the master curve", "median_us", 1e6 * curve, 50.0);

  std::vector<double> phis;
  for (int i = 0; i < 64; ++i)
    phis.push_back(0.44 + 0.26 * i / 63.0);
  const Solver solver;
  const double full = medianSeconds(9, [&] {
    sink += solver.solveAll(phis, RunContext().withThreads(1)).back().log10TauOverTauE;
  });
  report("full solver, 64 densities, one thread", "median_s", full, 0.2);
  report("full solver, building its grid", "median_s",
         medianSeconds(5, [&] { sink += Solver().solve(0.5).rL; }), 0.05);
  return sink > 0.0 ? 0 : 1;
}
