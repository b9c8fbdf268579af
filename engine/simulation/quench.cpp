#include "engine/simulation/quench.h"

#include "engine/simulation/start.h"

namespace vitrine::simulation {

RunResult quench(const QuenchRequest& request, const RunObserver& observer,
                 const RunContext& context) {
  requireCovered(request.potential, request.alloy);
  const MeltQuench& settings = request.settings;
  RunRequest run(randomLattice(request.alloy, request.atoms, request.seed));
  run.kind = "quench";
  run.settings = {{"rate_K_per_s", settings.rateKPerS},
                  {"from_K", settings.fromK},
                  {"to_K", settings.toK},
                  {"melt_ps", settings.meltPs},
                  {"hold_ps", settings.holdPs},
                  {"snapshots", settings.snapshots}};
  run.schedule = scheduleOf(settings, request.atoms);
  run.potential = request.potential;
  run.citation = request.citation;
  run.origin = "a body-centred cubic crystal with the atoms at random on its sites";
  run.seed = request.seed;
  run.lmp = request.lmp;
  run.folder = request.folder;
  run.program = request.program;
  run.resume = request.resume;
  return runSimulation(run, observer, context);
}

}  // namespace vitrine::simulation
