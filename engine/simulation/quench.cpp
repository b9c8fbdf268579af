#include "engine/simulation/quench.h"

#include "engine/simulation/start.h"

namespace vitrine::simulation {

RunResult quench(const QuenchRequest& request, const RunObserver& observer,
                 const RunContext& context) {
  requireCovered(request.potential, request.alloy);
  const MeltQuench& settings = request.settings;
  RunRequest run{"quench",
                 {{"rate_K_per_s", settings.rateKPerS},
                  {"from_K", settings.fromK},
                  {"to_K", settings.toK},
                  {"melt_ps", settings.meltPs},
                  {"hold_ps", settings.holdPs},
                  {"snapshots", settings.snapshots}},
                 scheduleOf(settings, request.atoms),
                 request.potential,
                 request.citation,
                 randomLattice(request.alloy, request.atoms, request.seed),
                 "a body-centred cubic crystal with the atoms at random on its sites",
                 request.seed,
                 request.lmp,
                 request.folder,
                 request.program,
                 request.resume};
  return runSimulation(run, observer, context);
}

}  // namespace vitrine::simulation
